// Any bytes as a bank: what reads without an error prints and reads again as the same bank, is linted, prepared and judged by.
#include "bank/bank.h"
#include "fuzz/embedded.h"
#include "fuzz/report.h"
#include "scoring/lint.h"

namespace dryrun::fuzz {
namespace {

void check_diagnostics(const Diagnostics& diagnostics, std::string_view bytes) {
  const int last_line = json::position_of(bytes, bytes.size()).line;
  for (const Diagnostic& diagnostic : diagnostics) {
    require(!diagnostic.code.empty() && !diagnostic.message.empty(), "a finding has a code and says something");
    require(diagnostic.line >= 0 && diagnostic.line <= last_line, "a finding lies in the file");
  }
}

void check_round_trip(const bank::Bank& bank) {
  const bank::BankResult again = bank::read_bank(bank::write_bank(bank), "again");
  require(!has_errors(again.diagnostics), "a bank that was printed can be read");
  require(again.bank == bank, "a bank that is printed and read again is the same bank");
  const bank::BankResult shipped = bank::read_bank(bank::write_bank(bank, false), "shipped");
  require(!has_errors(shipped.diagnostics), "a bank without what is for authors can be read");
  require(shipped.bank.questions.size() == bank.questions.size(), "no question is only for authors");
}

void check_judging(const bank::Question& question) {
  Diagnostics diagnostics;
  const scoring::PreparedQuestionPtr prepared = embedded_judge().prepare(question, &diagnostics);
  if (prepared == nullptr || has_errors(diagnostics)) return;
  scoring::Input input;
  input.question_id = question.id;
  input.answer = question.strong ? question.strong->answer : question.looks_for;
  const scoring::Report report = embedded_judge().judge(*prepared, input);
  check_report(report);
  const scoring::Report again = embedded_judge().judge(*prepared, input);
  require_equal(json::dump(scoring::to_json(report)), json::dump(scoring::to_json(again)), "judging twice gives the same bytes");
}

}  // namespace
}  // namespace dryrun::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dryrun;
  const std::string_view bytes = fuzz::bytes_of(data, size);
  const bank::BankResult read = bank::read_bank(bytes, "fuzz");
  fuzz::check_diagnostics(read.diagnostics, bytes);
  if (has_errors(read.diagnostics)) return 0;
  fuzz::check_round_trip(read.bank);
  fuzz::check_diagnostics(bank::lint_bank(read.bank, bytes, "fuzz"), bytes);
  fuzz::check_diagnostics(scoring::lint_evidence(fuzz::embedded_judge(), read.bank, bytes, "fuzz"), bytes);
  for (const bank::Question& question : read.bank.questions) fuzz::check_judging(question);
  return 0;
}
