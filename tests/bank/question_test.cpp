#include "bank/question.h"

#include <doctest/doctest.h>

#include <set>

namespace dryrun::bank {

TEST_CASE("every group, round, dimension and level is found again by its id") {
  for (int i = 0; i < kGroupCount; ++i) CHECK(group_from_id(to_id(static_cast<Group>(i))) == static_cast<Group>(i));
  for (int i = 0; i < kRoundCount; ++i) CHECK(round_from_id(to_id(static_cast<Round>(i))) == static_cast<Round>(i));
  for (int i = 0; i < kDimensionCount; ++i)
    CHECK(dimension_from_id(to_id(static_cast<Dimension>(i))) == static_cast<Dimension>(i));
  for (const Level level : {Level::senior, Level::staff}) CHECK(level_from_id(to_id(level)) == level);
}

TEST_CASE("an id that is none is nothing, whatever its case or length") {
  CHECK_FALSE(group_from_id(""));
  CHECK_FALSE(level_from_id("Senior"));
  CHECK_FALSE(round_from_id("behavioural "));
  CHECK_FALSE(dimension_from_id("technical"));
}

TEST_CASE("people see a different name for each dimension") {
  std::set<std::string_view> names;
  for (int i = 0; i < kDimensionCount; ++i) names.insert(to_name(static_cast<Dimension>(i)));
  CHECK(names.size() == kDimensionCount);
}

TEST_CASE("a question uses its own framework, else its group's") {
  Question question;
  question.group = Group::problem_solving_production_ownership;
  CHECK(framework_of(question) == "incident");
  question.group = Group::system_design_architecture;
  CHECK(framework_of(question) == "design");
  question.framework = "leadership";
  CHECK(framework_of(question) == "leadership");
}

}  // namespace dryrun::bank
