#include "scoring/flip.h"

#include <bit>

namespace dryrun::scoring {

namespace {

/// A question has at most 8 criteria; a rubric with more is searched over its first ones.
constexpr std::size_t kMostSearched = 12;

}  // namespace

std::vector<Flip> smallest_flip(const std::vector<FlipCriterion>& criteria, int score, int threshold) {
  const std::size_t count = criteria.size() < kMostSearched ? criteria.size() : kMostSearched;
  unsigned must = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (criteria[i].primary_unmet) must |= 1u << i;
  }
  bool found = false;
  unsigned best = 0;
  int best_size = 0;
  int best_gain = 0;
  for (unsigned set = 0; set < (1u << count); ++set) {
    if ((set & must) != must) continue;
    int gain = 0;
    bool useful = true;
    for (std::size_t i = 0; i < count; ++i) {
      if (((set >> i) & 1u) == 0) continue;
      const int one = criteria[i].points_full - criteria[i].points;
      useful = useful && (one > 0 || criteria[i].primary_unmet);
      gain += one;
    }
    if (!useful || score + gain < threshold) continue;
    const int size = std::popcount(set);
    if (found && (size > best_size || (size == best_size && gain >= best_gain))) continue;
    found = true;
    best = set;
    best_size = size;
    best_gain = gain;
  }
  std::vector<Flip> flips;
  for (std::size_t i = 0; i < count; ++i) {
    if (((best >> i) & 1u) != 0) flips.push_back({criteria[i].id, criteria[i].points_full - criteria[i].points, criteria[i].hint});
  }
  return flips;
}

std::vector<Flip> carried_by(const std::vector<FlipCriterion>& criteria) {
  const FlipCriterion* most = nullptr;
  for (const FlipCriterion& criterion : criteria) {
    if (most == nullptr || criterion.points > most->points) most = &criterion;
  }
  if (most == nullptr || most->points == 0) return {};
  return {{most->id, most->points, most->hint}};
}

}  // namespace dryrun::scoring
