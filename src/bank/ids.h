// The closed lists of a bank's vocabulary: the id of each group, round, dimension and level, in the order of the
// enumerations. Private to this room; everybody else asks to_id and the from_id functions of question.h.
#pragma once

#include <array>
#include <string_view>

#include "bank/question.h"

namespace dryrun::bank {

inline constexpr std::array<std::string_view, kGroupCount> kGroupIds{
    "behavioural-leadership", "system-design-architecture", "technical-leadership-code-quality",
    "problem-solving-production-ownership"};
inline constexpr std::array<std::string_view, kRoundCount> kRoundIds{"phone-screening", "system-design",
                                                                     "architectural", "behavioural", "leadership"};
inline constexpr std::array<std::string_view, kDimensionCount> kDimensionIds{
    "technical-depth", "architectural-thinking",   "leadership-influence",
    "pragmatism",      "ownership-accountability", "communication-clarity"};
inline constexpr std::array<std::string_view, 2> kLevelIds{"senior", "staff"};
inline constexpr std::array<std::string_view, 4> kWithinIds{"clause", "sentence", "two-sentences", "answer"};
inline constexpr std::array<std::string_view, 2> kMoodIds{"any", "done"};

}  // namespace dryrun::bank
