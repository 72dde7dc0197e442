#include "cli/commands.h"
#include "cli/output.h"
#include "cli/workspace.h"

namespace dryrun::cli {
namespace {

/// The answer, escaped, its timed words and its ledger.
constexpr std::size_t kMaxReportBytes = 32u << 20;

}  // namespace

int run_verify(const Arguments& arguments) {
  const std::string& path = arguments.operands().front();
  std::string problem;
  const std::optional<std::string> bytes = read_input(path, kMaxReportBytes, problem);
  if (!bytes) return fail("verify: " + problem);

  json::Limits limits;
  limits.max_bytes = kMaxReportBytes;
  json::Parsed parsed = json::parse(*bytes, path, limits);
  std::optional<scoring::Report> stored;
  if (parsed.value && !has_errors(parsed.diagnostics))
    stored = scoring::read_report(*parsed.value, *bytes, path, parsed.diagnostics);
  if (!stored || has_errors(parsed.diagnostics)) {
    complain(parsed.diagnostics);
    return fail("verify: " + path + " is not a report that can be read.");
  }
  const std::unique_ptr<Workspace> workspace = Workspace::load(arguments);
  if (workspace == nullptr) return kCouldNotRun;
  const std::optional<scoring::Report> now = workspace->judge(stored->input, problem);
  if (!now) return fail("verify: " + problem);

  const std::vector<std::string> differences = scoring::differences(*stored, *now);
  std::string out;
  for (const std::string& difference : differences) out += difference + "\n";
  if (differences.empty()) out = "The same: the saved report is what this Dry Run says today.\n";
  if (!print(out)) return kCouldNotRun;
  return differences.empty() ? kDone : kFindings;
}

}  // namespace dryrun::cli
