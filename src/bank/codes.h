// Every diagnostic code of this room with its one-line meaning. docs/diagnostics.md explains each to people who edit
// banks; a test holds the two together. A code keeps its meaning for ever; a new finding gets a new number.
#pragma once

#include <array>
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

struct Meaning {
  std::string_view code;
  std::string_view meaning;
};

inline constexpr std::array<Meaning, 27> kMeanings{{
    {kNotABank, "the file is not a question bank"},
    {kVersion, "the bank's version is missing, or newer than this Dry Run reads"},
    {kUnknownKey, "a key that the format does not have"},
    {kWrongType, "a value of the wrong kind, such as text where a number is due"},
    {kMissingKey, "a key that must be there is missing"},
    {kEmptyText, "a text is empty or blank where words are due"},
    {kUnknownValue, "a value that is not one of the few that are allowed"},
    {kOutOfRange, "a number outside its range"},
    {kDuplicateId, "an id used twice"},
    {kNothingToMatch, "an evidence pattern that names neither `all` nor `any`"},
    {kDuplicateEntry, "an entry listed twice"},
    {kUnknownCriterion, "a follow-up that names no criterion of its question"},
    {kEmptyList, "a list that needs at least one entry is empty"},
    {kAlreadyInBank, "an added question whose id the bank already has"},
    {kPointsTotal, "the criteria of a question do not total 85 points"},
    {kCriteriaCount, "a question has fewer than 5 or more than 8 criteria"},
    {kNoPrimary, "a question has no primary criterion"},
    {kNoHint, "a criterion has no hint"},
    {kNoProof, "a criterion lacks `must_earn` or `must_not`"},
    {kNoWorkedAnswers, "a question lacks its strong or its weak answer"},
    {kUnequalAnswers, "the strong and the weak answer differ in length by more than 15 %"},
    {kFollowUps, "a question does not have exactly two follow-ups"},
    {kDuplicatePrompt, "two questions ask the same thing"},
    {kNotKebabCase, "an id that is not in kebab-case"},
    {kMinimalQuestion, "a question without criteria, judged by its group's rubric"},
    {kMissingDescription, "a question without `title`, `looks_for`, `rounds` or `levels`"},
    {kSameProof, "`must_earn` and `must_not` are the same sentence"},
}};

}  // namespace dryrun::bank::code
