#include "bank/question.h"

#include <cstddef>

#include "bank/ids.h"

namespace dryrun::bank {
namespace {

constexpr std::array<std::string_view, kGroupCount> kGroupNames{
    "Behavioural & leadership", "System design & architecture", "Technical leadership & code quality",
    "Problem-solving & production ownership"};
constexpr std::array<std::string_view, kRoundCount> kRoundNames{
    "Phone screening", "Technical: system design", "Technical: architecture", "Behavioural", "Leadership conversation"};
constexpr std::array<std::string_view, kDimensionCount> kDimensionNames{
    "Technical depth & breadth",  "Architectural thinking", "Leadership & influence", "Pragmatism",
    "Ownership & accountability", "Communication & clarity"};
constexpr std::array<std::string_view, 2> kLevelNames{"Senior", "Staff"};

template <class Enum, std::size_t count>
std::string_view at(const std::array<std::string_view, count>& texts, Enum value) {
  return texts[static_cast<std::size_t>(value)];
}

template <class Enum, std::size_t count>
std::optional<Enum> find(const std::array<std::string_view, count>& ids, std::string_view id) {
  for (std::size_t i = 0; i < count; ++i)
    if (ids[i] == id) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace

std::string_view to_id(Group group) {
  return at(kGroupIds, group);
}
std::string_view to_id(Round round) {
  return at(kRoundIds, round);
}
std::string_view to_id(Dimension dimension) {
  return at(kDimensionIds, dimension);
}
std::string_view to_id(Level level) {
  return at(kLevelIds, level);
}

std::string_view to_name(Group group) {
  return at(kGroupNames, group);
}
std::string_view to_name(Round round) {
  return at(kRoundNames, round);
}
std::string_view to_name(Dimension dimension) {
  return at(kDimensionNames, dimension);
}
std::string_view to_name(Level level) {
  return at(kLevelNames, level);
}

std::optional<Group> group_from_id(std::string_view id) {
  return find<Group>(kGroupIds, id);
}
std::optional<Round> round_from_id(std::string_view id) {
  return find<Round>(kRoundIds, id);
}
std::optional<Dimension> dimension_from_id(std::string_view id) {
  return find<Dimension>(kDimensionIds, id);
}
std::optional<Level> level_from_id(std::string_view id) {
  return find<Level>(kLevelIds, id);
}

std::string framework_of(const Question& question) {
  if (!question.framework.empty()) return question.framework;
  switch (question.group) {
    case Group::behavioural_leadership:
      return "behavioural";
    case Group::system_design_architecture:
      return "design";
    case Group::technical_leadership_code_quality:
      return "leadership";
    case Group::problem_solving_production_ownership:
      return "incident";
  }
  return "behavioural";
}

}  // namespace dryrun::bank
