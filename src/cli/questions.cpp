#include <algorithm>

#include "cli/commands.h"
#include "cli/input_fields.h"
#include "cli/output.h"
#include "cli/workspace.h"

namespace dryrun::cli {
namespace {

template <class Id>
std::string joined(const std::vector<Id>& list) {
  std::string out;
  for (const Id one : list) out += (out.empty() ? "" : ", ") + std::string(bank::to_id(one));
  return out;
}

std::string as_text(const bank::Bank& bank) {
  std::string out;
  for (const bank::Question& question : bank.questions) {
    out += question.id + "\n";
    if (!question.title.empty()) out += "  " + question.title + "\n";
    out += "  " + std::string(bank::to_name(question.group)) + ", " + std::to_string(question.seconds) + " s";
    if (!question.rounds.empty()) out += "; rounds: " + joined(question.rounds);
    if (!question.levels.empty()) out += "; levels: " + joined(question.levels);
    out += "\n  " + question.prompt + "\n\n";
  }
  return out + std::to_string(bank.questions.size()) + (bank.questions.size() == 1 ? " question\n" : " questions\n");
}

std::string as_json(const bank::Bank& bank) {
  json::Value out = json::Value::array();
  for (const bank::Question& question : bank.questions) out.push(bank::to_json(question));
  return json::dump(out, 2) + "\n";
}

template <class Value>
bool is_among(const std::vector<Value>& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// The conditions of the command line; empty, with `problem` set, when one is not legal.
struct Filter {
  std::optional<bank::Group> group;
  std::optional<bank::Round> round;
  std::optional<bank::Level> level;
  std::vector<std::string> topics;
  std::optional<int> difficulty;

  [[nodiscard]] bool takes(const bank::Question& question) const {
    return (!group || question.group == *group) && (!round || is_among(question.rounds, *round)) && (!level || is_among(question.levels, *level)) &&
           (!difficulty || question.difficulty == *difficulty) &&
           std::all_of(topics.begin(), topics.end(), [&](const std::string& topic) { return is_among(question.topics, topic); });
  }
};

std::optional<Filter> filter_of(const Arguments& arguments, std::string& problem) {
  Filter filter;
  if (arguments.has("--group")) filter.group = group_of("--group", arguments.get("--group"), problem);
  if (arguments.has("--round")) filter.round = round_of("--round", arguments.get("--round"), problem);
  if (arguments.has("--level")) filter.level = level_of("--level", arguments.get("--level"), problem);
  filter.topics = arguments.all("--topic");
  if (arguments.has("--difficulty")) {
    filter.difficulty = whole_number(arguments.get("--difficulty"), 1, bank::kHighestDifficulty);
    if (!filter.difficulty) problem = "--difficulty can't be \"" + arguments.get("--difficulty") + "\". It is 1, 2 or 3.";
  }
  if (!problem.empty()) return std::nullopt;
  return filter;
}

}  // namespace

int run_questions(const Arguments& arguments) {
  const std::optional<bool> is_json = wants_json("questions", arguments);
  if (!is_json) return kCouldNotRun;
  std::string problem;
  const std::optional<Filter> filter = filter_of(arguments, problem);
  if (!filter) return fail("questions: " + problem);
  const std::optional<Data> data = Data::load(arguments);
  if (!data) return kCouldNotRun;
  std::optional<bank::Bank> bank = load_bank(arguments, *data);
  if (!bank) return kCouldNotRun;
  std::erase_if(bank->questions, [&](const bank::Question& question) { return !filter->takes(question); });
  return print(*is_json ? as_json(*bank) : as_text(*bank)) ? kDone : kCouldNotRun;
}

}  // namespace dryrun::cli
