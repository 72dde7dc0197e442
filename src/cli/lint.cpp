#include "scoring/lint.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/workspace.h"
#include "files/files.h"
#include "selftest/pairs.h"

namespace dryrun::cli {
namespace {

enum class Sort { bank, concepts, rubrics, pairs, other };

struct LintedFile {
  std::string path;
  std::string bytes;
  Sort sort = Sort::other;
};

struct Format {
  std::string_view id;
  Sort sort;
};
constexpr Format kFormats[] = {{"dryrun-bank", Sort::bank},          {"dryrun-concepts", Sort::concepts},
                               {"dryrun-rubric", Sort::rubrics},     {"dryrun-common", Sort::rubrics},
                               {"dryrun-frameworks", Sort::rubrics}, {"dryrun-dimensions", Sort::rubrics},
                               {"dryrun-causes", Sort::rubrics},     {"dryrun-levels", Sort::rubrics},
                               {"dryrun-selftest", Sort::pairs}};

void append(Diagnostics& to, const Diagnostics& more) {
  to.insert(to.end(), more.begin(), more.end());
}

/// Sets the sort of a file by its "format"; in a folder, files of another kind (strings, schemas) are passed over,
/// while a file that was named must be one that can be checked.
void sort_out(LintedFile& file, bool is_named, Diagnostics& diagnostics) {
  const json::Parsed parsed = json::parse(file.bytes, file.path);
  append(diagnostics, parsed.diagnostics);
  if (!parsed.value || has_errors(parsed.diagnostics)) return;
  const json::Value* format = parsed.value->find("format");
  const std::string id = format != nullptr ? format->string : "";
  std::vector<std::string> known;
  for (const Format& one : kFormats) {
    if (one.id == id) file.sort = one.sort;
    known.emplace_back(one.id);
  }
  if (file.sort != Sort::other || (!is_named && nearest_name(id, known).empty())) return;
  const json::Position at = json::position_of(file.bytes, format != nullptr ? format->begin : parsed.value->begin);
  std::string list;
  for (const std::string& one : known) list += (list.empty() ? "" : ", ") + one;
  diagnostics.push_back(
      {Severity::error, "L001", file.path, at.line, at.column,
       "\"format\" does not say what this file is." + did_you_mean(id, known) + " It is one of " + list + "."});
}

bool read_paths(const std::vector<std::string>& paths, std::vector<LintedFile>& files, Diagnostics& diagnostics) {
  const auto add = [&](const std::string& path, bool is_named) {
    std::string problem;
    std::optional<std::string> bytes = read_input(path, bank::kMaxBankBytes, problem);
    if (!bytes) {
      fail("lint: " + problem);
      return false;
    }
    files.push_back({path, std::move(*bytes), Sort::other});
    sort_out(files.back(), is_named, diagnostics);
    return true;
  };
  for (const std::string& path : paths) {
    if (!files::is_directory(path)) {
      if (!add(path, true)) return false;
      continue;
    }
    for (const std::string& inside : files::list_files(path, ".json"))
      if (!add(inside, false)) return false;
  }
  return true;
}

std::string base_name(const std::string& path) {
  return path.substr(path.find_last_of("/\\") + 1);
}

/// The rules to judge by: those inside the program, each replaced by the file of the same name that is being checked,
/// so that a bank is held against the concepts that lie beside it.
std::vector<scoring::DataFile> judge_files(const Data& inside, const std::vector<LintedFile>& files) {
  std::vector<scoring::DataFile> out = inside.rules();
  for (const LintedFile& file : files) {
    if (file.sort != Sort::concepts && file.sort != Sort::rubrics) continue;
    const std::string name = (file.sort == Sort::concepts ? "concepts/" : "rubrics/") + base_name(file.path);
    const auto same =
        std::find_if(out.begin(), out.end(), [&](const scoring::DataFile& one) { return one.path == name; });
    if (same != out.end()) {
      *same = {file.path, file.bytes};
    } else {
      out.push_back({file.path, file.bytes});
    }
  }
  return out;
}

void lint_banks(const std::vector<LintedFile>& files, const scoring::Judge* judge, Diagnostics& diagnostics) {
  bank::Bank all;
  for (const LintedFile& file : files) {
    if (file.sort != Sort::bank) continue;
    bank::BankResult read = bank::read_bank(file.bytes, file.path);
    append(diagnostics, read.diagnostics);
    append(diagnostics, bank::lint_bank(read.bank, file.bytes, file.path));
    if (judge != nullptr && !has_errors(read.diagnostics))
      append(diagnostics, scoring::lint_evidence(*judge, read.bank, file.bytes, file.path));
    bank::add_bank(all, std::move(read.bank), file.path, diagnostics);
  }
}

/// The answers of selftest come from people who write by hand; their reader tells only whether it can read them.
void lint_pairs(const std::vector<LintedFile>& files, Diagnostics& diagnostics) {
  for (const LintedFile& file : files) {
    if (file.sort != Sort::pairs || selftest::read_pairs(file.bytes)) continue;
    diagnostics.push_back({Severity::error, "L002", file.path, 1, 1, "These pairs can't be read: each needs an id, a question_id or a question with its group, mode, length, weak_kind, strong and weak."});
  }
}

int report(Diagnostics diagnostics, std::size_t checked) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  });
  std::string out;
  std::set<std::string> said;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  for (const Diagnostic& diagnostic : diagnostics) {
    const std::string line = to_string(diagnostic) + "\n";
    if (!said.insert(line).second) continue;
    out += line;
    ++(diagnostic.severity == Severity::error ? errors : warnings);
  }
  out += std::to_string(checked) + (checked == 1 ? " file checked: " : " files checked: ");
  out += errors == 0 && warnings == 0 ? "clean.\n"
                                      : std::to_string(errors) + " to mend, " + std::to_string(warnings) +
                                            (warnings == 1 ? " warning.\n" : " warnings.\n");
  if (!print(out)) return kCouldNotRun;
  return errors > 0 ? kFindings : kDone;
}

}  // namespace

int run_lint(const Arguments& arguments) {
  std::vector<LintedFile> files;
  Diagnostics diagnostics;
  std::vector<std::string> paths = arguments.operands();
  for (const std::string_view option : {"--bank", "--add-bank"})
    for (const std::string& path : arguments.all(option)) paths.push_back(path);
  if (paths.empty()) return fail("lint: needs PATH... See `dryrun lint --help`.");
  if (!read_paths(paths, files, diagnostics)) return kCouldNotRun;
  const auto is_checked = [](const LintedFile& file) { return file.sort != Sort::other; };
  const std::size_t checked = static_cast<std::size_t>(std::count_if(files.begin(), files.end(), is_checked));
  if (checked == 0 && diagnostics.empty())
    return fail("lint: there is no bank, concept or rubric file in what was named. Such a file ends in .json and says with \"format\" what it is.");

  const Data inside = Data::inside();
  scoring::Judge::Created created = scoring::Judge::create(judge_files(inside, files));
  append(diagnostics, created.diagnostics);
  std::vector<scoring::DataFile> rules;
  for (const LintedFile& file : files)
    if (file.sort == Sort::concepts || file.sort == Sort::rubrics) rules.push_back({file.path, file.bytes});
  if (created.judge != nullptr && !rules.empty()) append(diagnostics, scoring::lint_data(*created.judge, rules));
  lint_banks(files, created.judge.get(), diagnostics);
  lint_pairs(files, diagnostics);
  return report(std::move(diagnostics), checked);
}

}  // namespace dryrun::cli
