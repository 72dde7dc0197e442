// What a Judge owns. Private to this room: explain and lint read the rule book too.
#pragma once

#include "scoring/judge.h"
#include "scoring/rule_book.h"

namespace dryrun::scoring {

struct Judge::Impl {
  RuleBook book;
};

}  // namespace dryrun::scoring
