// Every diagnostic code of this room. docs/diagnostics.md says what each means and how to mend it, and `dryrun explain CODE` prints
// that; a test holds the two together. A code keeps its meaning for ever; a new finding gets a new number.
#pragma once

#include <string_view>

namespace dryrun::bank::code {

// Reading: the file can't be used.
inline constexpr std::string_view kNotABank = "B001";
inline constexpr std::string_view kVersion = "B002";
inline constexpr std::string_view kUnknownKey = "B003";
inline constexpr std::string_view kWrongType = "B004";
inline constexpr std::string_view kMissingKey = "B005";
inline constexpr std::string_view kEmptyText = "B006";
inline constexpr std::string_view kUnknownValue = "B007";
inline constexpr std::string_view kOutOfRange = "B008";
inline constexpr std::string_view kDuplicateId = "B009";
inline constexpr std::string_view kNothingToMatch = "B010";
inline constexpr std::string_view kDuplicateEntry = "B011";
inline constexpr std::string_view kUnknownCriterion = "B012";
inline constexpr std::string_view kEmptyList = "B013";
inline constexpr std::string_view kAlreadyInBank = "B014";

// Reading a list of questions from elsewhere.
inline constexpr std::string_view kNoQuestions = "B015";
inline constexpr std::string_view kNoGroup = "B016";
inline constexpr std::string_view kNoPromptColumn = "B017";
inline constexpr std::string_view kUnclosedQuote = "B018";
inline constexpr std::string_view kNotAQuestion = "B019";
inline constexpr std::string_view kUnknownColumn = "B020";

// Linting: the file can be used, but a question is not what it should be.
inline constexpr std::string_view kPointsTotal = "B101";
inline constexpr std::string_view kCriteriaCount = "B102";
inline constexpr std::string_view kNoPrimary = "B103";
inline constexpr std::string_view kNoHint = "B104";
inline constexpr std::string_view kNoProof = "B105";
inline constexpr std::string_view kNoWorkedAnswers = "B106";
inline constexpr std::string_view kUnequalAnswers = "B107";
inline constexpr std::string_view kFollowUps = "B108";
inline constexpr std::string_view kDuplicatePrompt = "B109";
inline constexpr std::string_view kNotKebabCase = "B110";
inline constexpr std::string_view kMinimalQuestion = "B111";
inline constexpr std::string_view kMissingDescription = "B112";
inline constexpr std::string_view kSameProof = "B113";

}  // namespace dryrun::bank::code
