#include "cli/workspace.h"

#include <cstdio>

#include "cli/output.h"
#include "dryrun_data/embedded.h"
#include "files/files.h"

namespace dryrun::cli {
namespace {

files::Pack embedded() {
  std::optional<files::Pack> pack = files::Pack::open(data::embedded_pack());
  return pack ? std::move(*pack) : files::Pack();
}

void read_into(bank::Bank& bank, std::string_view bytes, const std::string& file, Diagnostics& diagnostics) {
  bank::BankResult read = bank::read_bank(bytes, file);
  diagnostics.insert(diagnostics.end(), read.diagnostics.begin(), read.diagnostics.end());
  bank::add_bank(bank, std::move(read.bank), file, diagnostics);
}

}  // namespace

std::vector<scoring::DataFile> embedded_files(std::initializer_list<std::string_view> prefixes) {
  const files::Pack pack = embedded();
  std::vector<scoring::DataFile> out;
  for (const std::string_view prefix : prefixes)
    for (const std::string_view path : pack.list(prefix)) out.push_back({std::string(path), *pack.file(path)});
  return out;
}

std::string_view embedded_text(std::string_view path) { return embedded().file(path).value_or(std::string_view()); }

std::optional<bank::Bank> load_bank(const Arguments& arguments) {
  bank::Bank bank;
  Diagnostics diagnostics;
  if (!arguments.has("--bank"))
    for (const scoring::DataFile& file : embedded_files({"banks/"})) read_into(bank, file.bytes, "data/" + file.path, diagnostics);
  for (const std::string_view option : {"--bank", "--add-bank"}) {
    for (const std::string& path : arguments.all(option)) {
      std::string problem;
      const std::optional<std::string> bytes = read_input(path, bank::kMaxBankBytes, problem);
      if (!bytes) {
        fail(problem);
        return std::nullopt;
      }
      read_into(bank, *bytes, path, diagnostics);
    }
  }
  complain(diagnostics);
  if (!has_errors(diagnostics)) return bank;
  fail("the bank can't be used until this is mended.");
  return std::nullopt;
}

std::unique_ptr<scoring::Judge> load_judge() {
  scoring::Judge::Created created = scoring::Judge::create(embedded_judge_files());
  if (created.judge != nullptr) return std::move(created.judge);
  complain(created.diagnostics);
  fail("the rules inside this program can't be used.");
  return nullptr;
}

std::unique_ptr<Workspace> Workspace::load(const Arguments& arguments) {
  std::optional<bank::Bank> bank = load_bank(arguments);
  if (!bank) return nullptr;
  std::unique_ptr<scoring::Judge> judge = load_judge();
  if (judge == nullptr) return nullptr;
  return std::unique_ptr<Workspace>(new Workspace(std::move(*bank), std::move(judge)));
}

const scoring::PreparedQuestion* Workspace::prepare(const scoring::Input& input, std::string& problem) {
  if (input.question_id.empty()) {
    if (free_ == nullptr || free_text_ != input.question_text || free_group_ != input.group) {
      free_ = judge_->prepare_free(input.question_text, input.group);
      free_text_ = input.question_text;
      free_group_ = input.group;
    }
    return free_.get();
  }
  if (const auto at = prepared_.find(input.question_id); at != prepared_.end()) return at->second.get();
  const bank::Question* question = bank_.find(input.question_id);
  if (question == nullptr) {
    std::vector<std::string> ids;
    for (const bank::Question& one : bank_.questions) ids.push_back(one.id);
    problem = "unknown question \"" + input.question_id + "\"." + did_you_mean(input.question_id, ids) +
              " `dryrun questions` lists them.";
    return nullptr;
  }
  Diagnostics diagnostics;
  scoring::PreparedQuestionPtr prepared = judge_->prepare(*question, &diagnostics);
  if (prepared == nullptr || has_errors(diagnostics)) {
    problem = "question \"" + input.question_id + "\" can't be used:";
    for (const Diagnostic& diagnostic : diagnostics) problem += " " + diagnostic.code + " " + diagnostic.message;
    return nullptr;
  }
  return prepared_.emplace(input.question_id, std::move(prepared)).first->second.get();
}

std::optional<scoring::Report> Workspace::judge(scoring::Input input, std::string& problem) {
  const scoring::PreparedQuestion* prepared = prepare(input, problem);
  if (prepared == nullptr) return std::nullopt;
  return judge_->judge(*prepared, std::move(input));
}

std::optional<std::string> read_input(const std::string& path, std::size_t max_bytes, std::string& problem) {
  files::Read read = path == "-" ? files::read_stream(stdin, max_bytes) : files::read_file(path, max_bytes);
  if (!read.bytes) problem = (path == "-" ? "standard input" : path) + ": " + read.error;
  return std::move(read.bytes);
}

}  // namespace dryrun::cli
