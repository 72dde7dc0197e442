#include "cli/commands.h"
#include "cli/output.h"
#include "cli/progress_files.h"

namespace dryrun::cli {
namespace {

/// All of them together; empty when one can't be read.
std::optional<progress::Progress> merged(const std::vector<std::string>& paths) {
  std::optional<progress::Progress> out;
  for (const std::string& path : paths) {
    std::optional<progress::Progress> one = read_progress_file(path);
    if (!one) return std::nullopt;
    out = out ? progress::merge(*out, *one) : std::move(*one);
  }
  return out;
}

}  // namespace

int run_export(const Arguments& arguments) {
  const std::optional<progress::Progress> progress = merged(arguments.operands());
  return progress ? write_progress_file(arguments.get("--output", "-"), *progress) : kCouldNotRun;
}

int run_import(const Arguments& arguments) {
  if (!arguments.has("--into")) return fail("import: needs --into FILE, the progress that the others are added to.");
  const std::string into = arguments.get("--into");
  std::vector<std::string> paths;
  // A file that is not there yet begins empty; one that is there but can't be read is never written over.
  const bool is_there = file_exists(into);
  if (is_there) paths.push_back(into);
  paths.insert(paths.end(), arguments.operands().begin(), arguments.operands().end());
  const std::optional<progress::Progress> progress = merged(paths);
  return progress ? write_progress_file(into, *progress) : kCouldNotRun;
}

}  // namespace dryrun::cli
