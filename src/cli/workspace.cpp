#include "cli/workspace.h"

#include <cstdio>

#include "cli/output.h"
#include "files/files.h"

namespace dryrun::cli {
namespace {

void read_into(bank::Bank& bank, std::string_view bytes, const std::string& file, Diagnostics& diagnostics) {
  bank::BankResult read = bank::read_bank(bytes, file);
  diagnostics.insert(diagnostics.end(), read.diagnostics.begin(), read.diagnostics.end());
  bank::add_bank(bank, std::move(read.bank), file, diagnostics);
}

/// Those that the command line names, after what is in `bank` already.
std::optional<bank::Bank> with_named_banks(bank::Bank bank, const Arguments& arguments, Diagnostics diagnostics) {
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

}  // namespace

std::optional<bank::Bank> load_bank(const Arguments& arguments, const Data& data) {
  bank::Bank bank;
  Diagnostics diagnostics;
  if (!arguments.has("--bank"))
    for (const scoring::DataFile& file : data.files({"banks/"})) read_into(bank, file.bytes, data.name_of(file.path), diagnostics);
  return with_named_banks(std::move(bank), arguments, std::move(diagnostics));
}

std::optional<bank::Bank> load_named_banks(const Arguments& arguments) { return with_named_banks({}, arguments, {}); }

std::unique_ptr<Workspace> Workspace::load(const Arguments& arguments) {
  std::optional<Data> data = Data::load(arguments);
  if (!data) return nullptr;
  std::optional<bank::Bank> bank = load_bank(arguments, *data);
  if (!bank) return nullptr;
  scoring::Judge::Created created = scoring::Judge::create(data->rules());
  if (created.judge == nullptr) {
    complain(created.diagnostics);
    fail(arguments.has("--data") ? "these rules can't be used until this is mended." : "the rules inside this program can't be used.");
    return nullptr;
  }
  return std::unique_ptr<Workspace>(new Workspace(std::move(*data), std::move(*bank), std::move(created.judge)));
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
