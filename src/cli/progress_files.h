// Reading and writing progress files for the commands that handle them.
#pragma once

#include <optional>
#include <string>

#include "progress/progress.h"

namespace dryrun::cli {

/// Empty, with everything told on standard error, when it can't be read or is of a later Dry Run: such a file is never
/// written over, so nothing is made of it either.
[[nodiscard]] std::optional<progress::Progress> read_progress_file(const std::string& path);

/// True when something of that name is there, readable or not.
[[nodiscard]] bool file_exists(const std::string& path);

/// To a file, whole or not at all, or to standard output for "-"; the exit code.
[[nodiscard]] int write_progress_file(const std::string& path, const progress::Progress& progress);

}  // namespace dryrun::cli
