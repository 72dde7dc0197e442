#include <algorithm>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/workspace.h"
#include "selftest/measure.h"

namespace dryrun::cli {
namespace {

std::vector<selftest::Pair> embedded_pairs() {
  std::vector<selftest::Pair> all;
  for (const std::string& path : embedded_paths("selftest/")) {
    std::vector<selftest::Pair> pairs = selftest::read_pairs(embedded_text(path)).value_or(std::vector<selftest::Pair>());
    all.insert(all.end(), std::make_move_iterator(pairs.begin()), std::make_move_iterator(pairs.end()));
  }
  return all;
}

}  // namespace

int run_selftest(const Arguments& arguments) {
  const std::string format = arguments.get("--format", "text");
  if (format != "text" && format != "json") return fail("selftest: --format can't be \"" + format + "\". It is text or json.");
  const std::unique_ptr<Workspace> workspace = Workspace::load(arguments);
  if (workspace == nullptr) return kCouldNotRun;

  std::string problem;
  const auto judge = [&](const scoring::Input& input) {
    std::optional<scoring::Report> report = workspace->judge(input, problem);
    return report ? *std::move(report) : scoring::Report();
  };
  const auto prompt_of = [&](const scoring::Input& input) {
    const bank::Question* question = input.question_id.empty() ? nullptr : workspace->bank().find(input.question_id);
    return question != nullptr ? question->prompt : input.question_text;
  };
  json::Value both = json::Value::object();
  std::string text;
  for (const bool is_untouched : {false, true}) {
    std::vector<selftest::Pair> pairs = embedded_pairs();
    pairs.erase(std::remove_if(pairs.begin(), pairs.end(), [&](const selftest::Pair& pair) { return pair.is_untouched != is_untouched; }), pairs.end());
    const selftest::Measured measured = selftest::measure(pairs, judge, prompt_of);
    both.set(is_untouched ? "untouched" : "looked_at", to_json(measured));
    text += std::string(text.empty() ? "" : "\n") + (is_untouched ? "The third that nobody tunes on\n" : "The two thirds that may be looked at\n") + to_text(measured);
  }
  if (!problem.empty()) return fail("selftest: " + problem);
  return print(format == "json" ? json::dump(both, 2) + "\n" : text) ? kDone : kCouldNotRun;
}

}  // namespace dryrun::cli
