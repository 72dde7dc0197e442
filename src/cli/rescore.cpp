#include "cli/commands.h"
#include "cli/input_fields.h"
#include "cli/output.h"
#include "cli/progress_files.h"
#include "cli/workspace.h"

namespace dryrun::cli {
namespace {

using json::Value;

std::string verdict_text(const scoring::Report& report) {
  std::string out(scoring::to_id(report.verdict));
  if (report.score) out += " " + std::to_string(*report.score);
  if (report.threshold) out += "/" + std::to_string(*report.threshold);
  return out;
}

Value verdict_json(const scoring::Report& report) {
  Value out = Value::object();
  out.set("verdict", Value::of(scoring::to_id(report.verdict)));
  out.set("score", report.score ? Value::of(*report.score) : Value());
  out.set("threshold", report.threshold ? Value::of(*report.threshold) : Value());
  return out;
}

}  // namespace

int run_rescore(const Arguments& arguments) {
  const std::optional<bool> is_json = wants_json("rescore", arguments);
  if (!is_json) return kCouldNotRun;
  const std::optional<progress::Progress> progress = read_progress_file(arguments.operands().front());
  if (!progress) return kCouldNotRun;
  const std::unique_ptr<Workspace> workspace = Workspace::load(arguments);
  if (workspace == nullptr) return kCouldNotRun;

  Value rows = Value::array();
  std::string text;
  for (const progress::Attempt& attempt : progress->attempts) {
    std::string problem;
    const std::optional<scoring::Report> now = workspace->judge(attempt.report.input, problem);
    Value row = Value::object();
    row.set("id", Value::of(std::string_view(attempt.id)));
    row.set("question_id", Value::of(std::string_view(attempt.question_id)));
    row.set("old", verdict_json(attempt.report));
    row.set("new", now ? verdict_json(*now) : Value());
    if (!now) row.set("error", Value::of(std::string_view(problem)));
    rows.push(std::move(row));
    const bool is_same = now && scoring::differences(attempt.report, *now).empty();
    text += attempt.id + "  " + verdict_text(attempt.report) + " -> " + (now ? verdict_text(*now) : problem) +
            (is_same ? " (the same report)" : "") + "  " + attempt.question_title + "\n";
  }
  text += std::to_string(progress->attempts.size()) + (progress->attempts.size() == 1 ? " attempt\n" : " attempts\n");
  return print(*is_json ? json::dump(rows, 2) + "\n" : text) ? kDone : kCouldNotRun;
}

}  // namespace dryrun::cli
