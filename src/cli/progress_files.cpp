#include "cli/progress_files.h"

#include <sys/stat.h>

#include "cli/output.h"
#include "cli/workspace.h"
#include "files/files.h"

namespace dryrun::cli {

std::optional<progress::Progress> read_progress_file(const std::string& path) {
  std::string problem;
  const std::optional<std::string> bytes = read_input(path, progress::kMaxProgressBytes, problem);
  if (!bytes) {
    fail(problem);
    return std::nullopt;
  }
  progress::ProgressResult read = progress::read_progress(*bytes, path);
  complain(read.diagnostics);
  if (read.is_newer_version) {
    fail(path + " was written by a later Dry Run: update this one to use it.");
    return std::nullopt;
  }
  if (!read.progress) fail(path + " is not progress that can be read.");
  return std::move(read.progress);
}

bool file_exists(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0;
}

int write_progress_file(const std::string& path, const progress::Progress& progress) {
  progress::Progress kept = progress;
  kept.running.reset();  // the draft of one browser tab
  const std::string bytes = progress::write_progress(kept);
  if (path == "-") return print(bytes) ? kDone : kCouldNotRun;
  const std::string problem = files::write_file(path, bytes);
  return problem.empty() ? kDone : fail(path + ": " + problem);
}

}  // namespace dryrun::cli
