#include "scoring/flip.h"

#include "scoring/fixture.h"

using namespace dryrun;
using namespace dryrun::scoring;
using namespace dryrun::scoring::test;

TEST_CASE("the flip set turns a fail into a pass, and no smaller one does") {
  Random random(3);
  for (int round = 0; round < 300; ++round) {
    std::vector<FlipCriterion> criteria;
    int score = static_cast<int>(random.below(16));
    for (std::uint32_t i = 0; i < 5 + random.below(4); ++i) {
      FlipCriterion criterion;
      criterion.id = std::string("c") + std::to_string(i);
      criterion.points_full = 5 + static_cast<int>(random.below(15));
      criterion.points = random.below(2) == 0 ? 0 : static_cast<int>(random.below(static_cast<std::uint32_t>(criterion.points_full + 1)));
      criterion.primary_unmet = criterion.points == 0 && random.below(4) == 0;
      score += criterion.points;
      criteria.push_back(criterion);
    }
    const int threshold = 40 + static_cast<int>(random.below(40));
    const std::vector<Flip> flips = smallest_flip(criteria, score, threshold);
    const auto passes = [&](unsigned set) {
      int sum = score;
      for (std::size_t i = 0; i < criteria.size(); ++i) {
        if (((set >> i) & 1u) != 0) {
          sum += criteria[i].points_full - criteria[i].points;
        } else if (criteria[i].primary_unmet) {
          return false;
        }
      }
      return sum >= threshold;
    };
    unsigned chosen = 0;
    for (const Flip& flip : flips) {
      for (std::size_t i = 0; i < criteria.size(); ++i) chosen |= criteria[i].id == flip.criterion ? 1u << i : 0u;
    }
    const bool possible = passes((1u << criteria.size()) - 1);
    if (!possible) {
      CHECK(flips.empty());
      continue;
    }
    CHECK(passes(chosen));
    for (unsigned set = 0; set < (1u << criteria.size()); ++set) {
      if (static_cast<std::size_t>(__builtin_popcount(set)) < flips.size()) CHECK_FALSE(passes(set));
    }
  }
}
