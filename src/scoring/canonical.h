// Canonical bytes of what a verdict depends on, and their hashes: independent of layout, of author-only fields and of what else a bank holds.
#pragma once

#include <string>
#include <vector>

#include "bank/question.h"
#include "scoring/rule_book.h"

namespace dryrun::scoring {

/// All rubric files in the order of their paths, without examples and sources, with each concept they use.
[[nodiscard]] std::string hash_of_rubrics(const RuleBook& book, const std::vector<const json::Value*>& roots);

/// The question without author-only fields, with each concept that its evidence uses.
[[nodiscard]] std::string hash_of_question(const RuleBook& book, const bank::Question& question);

/// Concepts named in a phrase, in the order of writing.
[[nodiscard]] std::vector<std::string> concepts_named(std::string_view phrase);

}  // namespace dryrun::scoring
