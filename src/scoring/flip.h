// What would flip it: the smallest set of criteria whose full evidence turns a fail into a pass, found by trying all sets. For a pass,
// the criterion that carried it.
#pragma once

#include <vector>

#include "scoring/report.h"

namespace dryrun::scoring {

struct FlipCriterion {
  std::string id;
  std::string hint;
  int points = 0;       ///< as judged
  int points_full = 0;  ///< at the highest mark
  bool primary_unmet = false;
};

/// `score` is the sum of the ledger; a gate's cap counts as lifted (the caller names the gates apart). Sizes first, then the smaller gain,
/// then the order of the criteria. Empty when no set suffices or nothing is missing.
[[nodiscard]] std::vector<Flip> smallest_flip(const std::vector<FlipCriterion>& criteria, int score, int threshold);

/// The criterion without which the answer would miss the threshold, the one with most points first; else the one with most points.
[[nodiscard]] std::vector<Flip> carried_by(const std::vector<FlipCriterion>& criteria);

}  // namespace dryrun::scoring
