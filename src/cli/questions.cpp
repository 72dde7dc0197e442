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

}  // namespace

int run_questions(const Arguments& arguments) {
  const std::optional<bool> is_json = wants_json("questions", arguments);
  if (!is_json) return kCouldNotRun;
  const std::optional<Data> data = Data::load(arguments);
  if (!data) return kCouldNotRun;
  const std::optional<bank::Bank> bank = load_bank(arguments, *data);
  if (!bank) return kCouldNotRun;
  return print(*is_json ? as_json(*bank) : as_text(*bank)) ? kDone : kCouldNotRun;
}

}  // namespace dryrun::cli
