#include <algorithm>

#include "bank/bank.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "scoring/judge.h"

namespace dryrun::cli {
namespace {

const Command* find_command(std::string_view name) {
  const std::vector<Command>& all = commands();
  const auto at = std::find_if(all.begin(), all.end(), [&](const Command& command) { return command.name == name; });
  return at != all.end() ? &*at : nullptr;
}

int unknown_command(const std::string& name) {
  std::vector<std::string> names;
  std::string list;
  for (const Command& command : commands()) {
    names.emplace_back(command.name);
    list += (list.empty() ? "" : ", ") + std::string(command.name);
  }
  return fail("unknown command \"" + name + "\"." + did_you_mean(name, names) + " The commands are " + list + ".");
}

int say(const std::string& text) {
  return print(text) ? kDone : kCouldNotRun;
}

std::string operand_problem(const Command& command, const std::vector<std::string>& words) {
  if (words.size() < command.fewest_operands) return "needs " + std::string(command.operands) + ".";
  const std::string legal = command.most_operands == 0 ? "options" : std::string(command.operands);
  return "takes only " + legal + ", so \"" + words[command.most_operands] + "\" is one word too many.";
}

}  // namespace

int run(const std::vector<std::string>& words) {
  if (words.empty()) {
    fail("which command?\n\n" + general_help());
    return kCouldNotRun;
  }
  const std::string& first = words.front();
  if (first == "--help" || first == "-h" || first == "help") {
    if (words.size() < 2) return say(general_help());
    const Command* asked = find_command(words[1]);
    return asked != nullptr ? say(help_of(*asked)) : unknown_command(words[1]);
  }
  if (first == "--version") {
    return say("Dry Run: engine " + std::to_string(scoring::kEngineVersion) + ", bank format " +
               std::to_string(bank::kBankVersion) + "\n");
  }
  const Command* command = find_command(first);
  if (command == nullptr) return unknown_command(first);

  std::string problem;
  const std::vector<std::string> rest(words.begin() + 1, words.end());
  const std::optional<Arguments> arguments = parse_arguments(rest, command->options, problem);
  if (arguments && arguments->has("--help")) return say(help_of(*command));
  if (arguments) {
    const std::size_t count = arguments->operands().size();
    if (count >= command->fewest_operands && count <= command->most_operands) return command->run(*arguments);
    problem = operand_problem(*command, arguments->operands());
  }
  return fail(std::string(command->name) + ": " + problem + " See `dryrun " + std::string(command->name) + " --help`.");
}

}  // namespace dryrun::cli
