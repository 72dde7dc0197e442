#include <algorithm>

#include "cli/commands.h"
#include "cli/input_fields.h"
#include "cli/output.h"
#include "cli/workspace.h"
#include "text/utf8.h"

namespace dryrun::cli {
namespace {

/// The rules named by --without, sorted, each once; `problem` when one is not a rule of the engine or of the question.
std::vector<std::string> rules_without(const Arguments& arguments, const Workspace& workspace, std::string& problem) {
  std::vector<std::string> legal = workspace.judge().rule_ids();
  if (const bank::Question* question = workspace.bank().find(arguments.get("--question")))
    for (const bank::Criterion& criterion : question->criteria) legal.push_back(criterion.id);
  std::vector<std::string> out;
  const std::string list = arguments.get("--without");
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    const std::string rule = list.substr(begin, end - begin);
    begin = end + 1;
    if (rule.empty()) continue;
    if (std::find(legal.begin(), legal.end(), rule) == legal.end()) {
      problem = "--without names no rule \"" + rule + "\"." + did_you_mean(rule, legal);
      return {};
    }
    out.push_back(rule);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

/// Everything of the input that the options tell, besides the answer itself and --without.
std::optional<scoring::Input> input_of(const Arguments& arguments, std::string& problem) {
  scoring::Input input;
  if (arguments.has("--question") == arguments.has("--ask")) {
    problem =
        "give the question as --question ID or as --ask \"TEXT\" (one of them), or a file of answers as --batch FILE.";
    return std::nullopt;
  }
  input.question_id = arguments.get("--question");
  input.question_text = text::to_valid_utf8(arguments.get("--ask"));
  if (arguments.has("--question") ? input.question_id.empty() : input.question_text.empty()) {
    problem = "the question is empty.";
    return std::nullopt;
  }
  if (arguments.has("--group")) {
    if (arguments.has("--question")) {
      problem = "--group is for --ask; a question of the bank has its own.";
      return std::nullopt;
    }
    input.group = group_of("--group", arguments.get("--group"), problem);
    if (!input.group) return std::nullopt;
  }
  const std::optional<bank::Level> level = level_of("--level", arguments.get("--level", "senior"), problem);
  if (!level) return std::nullopt;
  const std::optional<scoring::Mode> mode = mode_of("--mode", arguments.get("--mode", "typed"), problem);
  if (!mode) return std::nullopt;
  input.level = *level;
  input.mode = *mode;
  if (arguments.has("--seconds")) {
    input.seconds = whole_number(arguments.get("--seconds"), 0, kMaxSeconds);
    if (!input.seconds) {
      problem = "--seconds must be a whole number from 0 to " + std::to_string(kMaxSeconds) + ".";
      return std::nullopt;
    }
  }
  return input;
}

int refuse(const std::string& problem) {
  return fail("score: " + problem);
}

}  // namespace

int run_score(const Arguments& arguments) {
  const std::optional<bool> is_json = wants_json("score", arguments);
  if (!is_json) return kCouldNotRun;
  if (arguments.has("--batch")) return run_batch(arguments);

  std::string problem;
  std::optional<scoring::Input> input = input_of(arguments, problem);
  if (!input) return refuse(problem);
  const std::unique_ptr<Workspace> workspace = Workspace::load(arguments);
  if (workspace == nullptr) return kCouldNotRun;
  input->without = rules_without(arguments, *workspace, problem);
  if (!problem.empty()) return refuse(problem);
  const std::optional<std::string> answer = read_input(arguments.get("--answer", "-"), kMaxAnswerBytes, problem);
  if (!answer) return refuse(problem);
  input->answer = text::to_valid_utf8(*answer);

  const std::optional<scoring::Report> report = workspace->judge(std::move(*input), problem);
  if (!report) return refuse(problem);
  // One line, the same bytes as a line of a batch and as the report that the page keeps.
  const bool is_printed =
      print(*is_json ? json::dump(scoring::to_json(*report)) + "\n" : scoring::to_text(*report));
  return is_printed ? kDone : kCouldNotRun;
}

}  // namespace dryrun::cli
