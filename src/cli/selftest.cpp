#include <utility>

#include "cli/commands.h"
#include "cli/input_fields.h"
#include "cli/output.h"
#include "cli/workspace.h"
#include "selftest/measure.h"

namespace dryrun::cli {
namespace {

struct Pairs {
  std::vector<selftest::Pair> looked_at;
  std::vector<selftest::Pair> untouched;
};

/// Empty when a file is broken.
std::optional<Pairs> pairs_of(const Data& data) {
  Pairs out;
  for (const scoring::DataFile& file : data.files({"selftest/"})) {
    std::optional<std::vector<selftest::Pair>> pairs = selftest::read_pairs(file.bytes);
    if (!pairs) return std::nullopt;
    for (selftest::Pair& pair : *pairs) (pair.is_untouched ? out.untouched : out.looked_at).push_back(std::move(pair));
  }
  return out;
}

}  // namespace

int run_selftest(const Arguments& arguments) {
  const std::optional<bool> is_json = wants_json("selftest", arguments);
  if (!is_json) return kCouldNotRun;
  const std::unique_ptr<Workspace> workspace = Workspace::load(arguments);
  if (workspace == nullptr) return kCouldNotRun;
  std::optional<Pairs> pairs = pairs_of(workspace->data());
  if (!pairs) return fail("selftest: its answers can't be used. `dryrun lint` tells what is wrong with them.");

  std::string problem;
  const auto judge = [&](const scoring::Input& input) {
    std::optional<scoring::Report> report = workspace->judge(input, problem);
    return report ? *std::move(report) : scoring::Report();
  };
  const auto prompt_of = [&](const scoring::Input& input) {
    const bank::Question* question = input.question_id.empty() ? nullptr : workspace->bank().find(input.question_id);
    return question != nullptr ? question->prompt : input.question_text;
  };
  const selftest::Measured looked_at = selftest::measure(std::move(pairs->looked_at), judge, prompt_of);
  const selftest::Measured untouched = selftest::measure(std::move(pairs->untouched), judge, prompt_of);
  if (!problem.empty()) return fail("selftest: " + problem);

  std::string out;
  if (*is_json) {
    json::Value both = json::Value::object();
    both.set("looked_at", to_json(looked_at));
    both.set("untouched", to_json(untouched));
    out = json::dump(both, 2) + "\n";
  } else {
    out = "The two thirds that may be looked at\n" + to_text(looked_at) + "\nThe third that nobody tunes on\n" + to_text(untouched);
  }
  return print(out) ? kDone : kCouldNotRun;
}

}  // namespace dryrun::cli
