// What every command works on: the data, the bank (that, or the files of --bank and --add-bank) and
// the judge made of them. Loaded once; whatever is wrong with it has been told on standard error when loading fails.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bank/bank.h"
#include "cli/arguments.h"
#include "cli/data.h"
#include "scoring/judge.h"

namespace dryrun::cli {

/// CONTRACTS: limits that are checked before anything is worked on.
inline constexpr std::size_t kMaxAnswerBytes = 1u << 20;

/// The bank that the options ask for; empty when it could not be read.
[[nodiscard]] std::optional<bank::Bank> load_bank(const Arguments& arguments, const Data& data);
/// Only the banks that --bank and --add-bank name; empty, and told, when one can't be used.
[[nodiscard]] std::optional<bank::Bank> load_named_banks(const Arguments& arguments);

/// Bank and judge together, and each question prepared when it is first asked for.
class Workspace {
 public:
  [[nodiscard]] static std::unique_ptr<Workspace> load(const Arguments& arguments);

  [[nodiscard]] const bank::Bank& bank() const { return bank_; }
  [[nodiscard]] const scoring::Judge& judge() const { return *judge_; }
  [[nodiscard]] const Data& data() const { return data_; }

  /// Judges one answer to a question of the bank or to a free one. Empty, with `problem` set, when the question is
  /// unknown or can't be used.
  [[nodiscard]] std::optional<scoring::Report> judge(scoring::Input input, std::string& problem);

 private:
  Workspace(Data data, bank::Bank bank, std::unique_ptr<scoring::Judge> judge)
      : data_(std::move(data)), bank_(std::move(bank)), judge_(std::move(judge)) {}
  [[nodiscard]] const scoring::PreparedQuestion* prepare(const scoring::Input& input, std::string& problem);

  Data data_;
  bank::Bank bank_;
  std::unique_ptr<scoring::Judge> judge_;
  std::map<std::string, scoring::PreparedQuestionPtr, std::less<>> prepared_;
  /// The last free question only: a file of a thousand of them must not pile up.
  scoring::PreparedQuestionPtr free_;
  std::string free_text_;
  std::optional<bank::Group> free_group_;
};

/// A file, or standard input for "-"; empty, with `problem` set to a sentence that names it, when it can't be read.
[[nodiscard]] std::optional<std::string> read_input(const std::string& path, std::size_t max_bytes,
                                                    std::string& problem);

}  // namespace dryrun::cli
