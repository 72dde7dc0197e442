#include "bank/read_list.h"
#include "cli/commands.h"
#include "cli/input_fields.h"
#include "cli/output.h"
#include "cli/workspace.h"

namespace dryrun::cli {
namespace {

struct Format {
  std::string_view name;
  bank::ListFormat format;
};
constexpr Format kFormats[] = {{"markdown", bank::ListFormat::markdown}, {"csv", bank::ListFormat::csv}, {"anki", bank::ListFormat::anki}};

/// What --from says, else what the file itself tells; empty, with `problem` set, when neither does.
std::optional<bank::ListFormat> format_of(const Arguments& arguments, std::string_view bytes, const std::string& path, std::string& problem) {
  const std::string named = arguments.get("--from");
  if (named.empty()) {
    const std::optional<bank::ListFormat> found = bank::list_format_of(bytes, path);
    if (!found) problem = "neither the name nor the first line of this file tells what it is: say --from markdown, csv or anki.";
    return found;
  }
  for (const Format& one : kFormats)
    if (one.name == named) return one.format;
  problem = "--from can't be \"" + named + "\": it is markdown, csv or anki.";
  return std::nullopt;
}

}  // namespace

int run_convert(const Arguments& arguments) {
  std::string problem;
  std::optional<bank::Group> group;
  if (arguments.has("--group")) {
    group = group_of("--group", arguments.get("--group"), problem);
    if (!group) return fail("convert: " + problem);
  }
  const std::string& path = arguments.operands().front();
  const std::optional<std::string> bytes = read_input(path, bank::kMaxBankBytes, problem);
  if (!bytes) return fail("convert: " + problem);
  const std::optional<bank::ListFormat> format = format_of(arguments, *bytes, path, problem);
  if (!format) return fail("convert: " + problem);
  bank::BankResult read = bank::read_list(*bytes, path, *format, group);
  complain(read.diagnostics);
  if (has_errors(read.diagnostics)) return kCouldNotRun;
  std::optional<bank::Bank> bank = load_named_banks(arguments);
  if (!bank) return kCouldNotRun;
  Diagnostics clashes;
  bank::add_bank(*bank, std::move(read.bank), path, clashes);
  complain(clashes);
  if (has_errors(clashes)) return kCouldNotRun;
  if (arguments.has("--title")) bank->title = arguments.get("--title");
  return print(bank::write_bank(*bank)) ? kDone : kCouldNotRun;
}

}  // namespace dryrun::cli
