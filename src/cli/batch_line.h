// One line of `score --batch`: from the bytes that somebody wrote to the line to print. Reads no stream and prints nothing.
#pragma once

#include <cstddef>
#include <string>

#include "cli/workspace.h"

namespace dryrun::cli {

/// An answer of 1 MiB can take six times that when every character is escaped; timed words come on top.
inline constexpr std::size_t kMaxBatchLineBytes = 16u << 20;

struct BatchLine {
  std::string bytes;         ///< without its end
  bool is_too_long = false;  ///< the rest was passed over
};

/// The line to print for the line of that number: a report, or an object with "error". Nothing for a blank line.
[[nodiscard]] std::string judged_line(const BatchLine& line, int number, Workspace& workspace);

}  // namespace dryrun::cli
