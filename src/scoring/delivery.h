// How it was said: measures in milli-units and their points by bands. Typed answers are judged on clarity only; fillers, pace and pauses
// need a spoken one. Reads the same words as everything else; no clock.
#pragma once

#include <optional>
#include <vector>

#include "scoring/report.h"
#include "scoring/rule_book.h"

namespace dryrun::scoring {

struct DeliveryFinding {
  const DeliveryRule* rule = nullptr;
  std::int64_t value_milli = 0;
  int points = 0;
  bool measured = true;       ///< false: nothing to measure it by; the best band is given and no fact told
  std::optional<Span> span;   ///< the words that cost most, or that earned it
};

void judge_delivery(const Evidence& evidence, const RuleBook& book, const Input& input, std::vector<DeliveryFinding>& out);

}  // namespace dryrun::scoring
