#include <algorithm>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/workspace.h"

namespace dryrun::cli {
namespace {

/// A capital letter and three digits.
bool is_code(std::string_view name) {
  return name.size() == 4 && name[0] >= 'A' && name[0] <= 'Z' &&
         std::all_of(name.begin() + 1, name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// From the row "| CODE | what is wrong | how to mend it |" of docs/diagnostics.md.
std::string explain_code(std::string_view code) {
  const Data inside = Data::inside();
  const std::string_view text = inside.text("docs/diagnostics.md");
  const std::string start = "\n| " + std::string(code) + " | ";
  const std::size_t what = text.find(start);
  if (what == std::string_view::npos) return {};
  std::string_view row = text.substr(what + start.size());
  row = row.substr(0, row.find(" |\n"));
  const std::size_t bar = row.find(" | ");
  if (bar == std::string_view::npos) return {};
  return std::string(code) + ": " + std::string(row.substr(0, bar)) + "\n  To mend it: " + std::string(row.substr(bar + 3)) + "\n";
}

std::string explain_criterion(const bank::Question& question, const bank::Criterion& criterion) {
  std::string out = question.id + "/" + criterion.id + ": " + criterion.name + "\n";
  out += "  " + std::to_string(criterion.points) + " points, " + std::string(bank::to_name(criterion.dimension));
  if (criterion.primary) out += ", primary: without it the answer can't pass";
  out += "\n";
  if (!criterion.hint.empty()) out += "  " + criterion.hint + "\n";
  for (const bank::EvidencePattern& pattern : criterion.evidence)
    out += "  mark " + std::to_string(pattern.mark) + ": " +
           (pattern.why.empty() ? "a phrase of this criterion" : pattern.why) + "\n";
  if (!criterion.must_earn.empty()) out += "  earns:     " + criterion.must_earn + "\n";
  if (!criterion.must_not.empty()) out += "  earns not: " + criterion.must_not + "\n";
  return out;
}

/// "QUESTION/CRITERION", or a criterion's id alone, which may be in several questions.
std::string explain_in_bank(const bank::Bank& bank, std::string_view name) {
  std::string out;
  for (const bank::Question& question : bank.questions)
    for (const bank::Criterion& criterion : question.criteria)
      if (criterion.id == name || question.id + "/" + criterion.id == name)
        out += explain_criterion(question, criterion);
  return out;
}

}  // namespace

int run_explain(const Arguments& arguments) {
  const std::string& name = arguments.operands().front();
  std::string text;
  if (is_code(name)) {
    text = explain_code(name);
    if (text.empty()) return fail("explain: there is no code \"" + name + "\". docs/diagnostics.md lists them all.");
  } else {
    const std::unique_ptr<Workspace> workspace = Workspace::load(arguments);
    if (workspace == nullptr) return kCouldNotRun;
    text = workspace->judge().explain(name);
    text += explain_in_bank(workspace->bank(), name);
    if (text.empty()) {
      std::vector<std::string> known = workspace->judge().rule_ids();
      for (const bank::Question& question : workspace->bank().questions)
        for (const bank::Criterion& criterion : question.criteria) {
          known.push_back(criterion.id);
          known.push_back(question.id + "/" + criterion.id);
        }
      return fail("explain: there is no rule \"" + name + "\"." + did_you_mean(name, known) +
                  " Ids stand in the ledger of a report (score --format json) and in the files under data.");
    }
  }
  if (text.back() != '\n') text += "\n";
  return print(text) ? kDone : kCouldNotRun;
}

}  // namespace dryrun::cli
