#include "cli/input_fields.h"

#include <vector>

#include "cli/output.h"

namespace dryrun::cli {
namespace {

std::string not_legal(std::string_view name, std::string_view value, const std::vector<std::string>& legal) {
  std::string list;
  for (std::size_t i = 0; i < legal.size(); ++i)
    list += (i == 0 ? "" : i + 1 == legal.size() ? " or " : ", ") + legal[i];
  return std::string(name) + " can't be \"" + std::string(value) + "\"." + did_you_mean(value, legal) + " It is " +
         list + ".";
}

}  // namespace

std::optional<bank::Group> group_of(std::string_view name, std::string_view value, std::string& problem) {
  const std::optional<bank::Group> found = bank::group_from_id(value);
  if (!found) {
    std::vector<std::string> legal;
    for (int i = 0; i < bank::kGroupCount; ++i) legal.emplace_back(bank::to_id(static_cast<bank::Group>(i)));
    problem = not_legal(name, value, legal);
  }
  return found;
}

std::optional<bank::Round> round_of(std::string_view name, std::string_view value, std::string& problem) {
  const std::optional<bank::Round> found = bank::round_from_id(value);
  if (!found) {
    std::vector<std::string> legal;
    for (int i = 0; i < bank::kRoundCount; ++i) legal.emplace_back(bank::to_id(static_cast<bank::Round>(i)));
    problem = not_legal(name, value, legal);
  }
  return found;
}

std::optional<bank::Level> level_of(std::string_view name, std::string_view value, std::string& problem) {
  const std::optional<bank::Level> found = bank::level_from_id(value);
  if (!found) problem = not_legal(name, value, {"senior", "staff"});
  return found;
}

std::optional<scoring::Mode> mode_of(std::string_view name, std::string_view value, std::string& problem) {
  for (const scoring::Mode mode : {scoring::Mode::typed, scoring::Mode::spoken})
    if (scoring::to_id(mode) == value) return mode;
  problem = not_legal(name, value, {"typed", "spoken"});
  return std::nullopt;
}

std::optional<bool> wants_json(std::string_view command, const Arguments& arguments) {
  const std::string format = arguments.get("--format", "text");
  if (format == "text" || format == "json") return format == "json";
  fail(std::string(command) + ": --format can't be \"" + format + "\". It is text or json.");
  return std::nullopt;
}

}  // namespace dryrun::cli
