// Reading the words that options and batch lines share: group, level, mode and format. A value that is not legal gives a
// sentence that says what is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/arguments.h"
#include "scoring/report.h"

namespace dryrun::cli {

/// `name` is what the caller calls the field: "--level" or "level".
[[nodiscard]] std::optional<bank::Group> group_of(std::string_view name, std::string_view value, std::string& problem);
[[nodiscard]] std::optional<bank::Round> round_of(std::string_view name, std::string_view value, std::string& problem);
[[nodiscard]] std::optional<bank::Level> level_of(std::string_view name, std::string_view value, std::string& problem);
[[nodiscard]] std::optional<scoring::Mode> mode_of(std::string_view name, std::string_view value, std::string& problem);

/// Whether --format asks for JSON; text is the default. Empty, and told on standard error, when it is neither.
[[nodiscard]] std::optional<bool> wants_json(std::string_view command, const Arguments& arguments);

/// A day: no answer takes longer.
inline constexpr int kMaxSeconds = 86'400;

}  // namespace dryrun::cli
