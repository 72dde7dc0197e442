// Reading the words that options and batch lines share: group, level and mode. A value that is not legal gives a
// sentence that says what is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scoring/report.h"

namespace dryrun::cli {

/// `name` is what the caller calls the field: "--level" or "level".
[[nodiscard]] std::optional<bank::Group> group_of(std::string_view name, std::string_view value, std::string& problem);
[[nodiscard]] std::optional<bank::Level> level_of(std::string_view name, std::string_view value, std::string& problem);
[[nodiscard]] std::optional<scoring::Mode> mode_of(std::string_view name, std::string_view value, std::string& problem);

/// A day: no answer takes longer.
inline constexpr int kMaxSeconds = 86'400;

}  // namespace dryrun::cli
