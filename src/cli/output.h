// Standard output and error, byte for byte. Every command speaks through these three and nothing else.
#pragma once

#include <string>
#include <string_view>

#include "text/diagnostic.h"

namespace dryrun::cli {

inline constexpr int kDone = 0;
inline constexpr int kFindings = 1;
inline constexpr int kCouldNotRun = 2;

/// Writes to standard output at once; false when it is closed or full (a reader that went away).
[[nodiscard]] bool print(std::string_view text);

/// Writes "dryrun: message" to standard error and returns kCouldNotRun.
int fail(std::string_view message);

/// Writes each to standard error, one a line.
void complain(const Diagnostics& diagnostics);

}  // namespace dryrun::cli
