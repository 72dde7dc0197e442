#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "bank/bank.h"
#include "bank/samples.h"

namespace dryrun::bank {
namespace {

using samples::bank_of;
using samples::full_question;
using samples::kMinimal;
using samples::places;
using samples::with;

std::string lint(const std::string& bytes) {
  const BankResult read = read_bank(bytes, "bank.json");
  CHECK(places(read.diagnostics) == "");
  return places(lint_bank(read.bank, bytes, "bank.json"));
}

/// The codes alone, for findings whose place the reading tests prove.
std::string codes(const std::string& bytes) {
  const BankResult read = read_bank(bytes, "bank.json");
  CHECK(places(read.diagnostics) == "");
  std::string out;
  for (const Diagnostic& one : lint_bank(read.bank, bytes, "bank.json")) out += (out.empty() ? "" : " ") + one.code;
  return out;
}

}  // namespace

TEST_CASE("a sound question lints clean") {
  CHECK(lint(bank_of(full_question())) == "");
}

TEST_CASE("a minimal question is legal and gets a warning only") {
  const BankResult read = read_bank(kMinimal, "bank.json");
  const Diagnostics found = lint_bank(read.bank, kMinimal, "bank.json");
  CHECK(places(found) == "1:56 B111");
  CHECK_FALSE(has_errors(found));
}

TEST_CASE("each weakness of a question has its own code") {
  struct Case {
    std::string what;
    std::string bytes;
    std::string codes;
  };
  const std::string sound = full_question();
  const std::string one =
      sound.substr(sound.find("{\"id\":\"point-5\""), sound.find("],\"strong\"") - sound.find("{\"id\":\"point-5\""));
  const std::vector<Case> all{
      {"points that do not total 85", with(sound, "\"points\":17", "\"points\":18"), "B101"},
      {"too few criteria", with(with(sound, "," + one, ""), "\"points\":17", "\"points\":34"), "B102"},
      {"no primary criterion", with(sound, "\"primary\":true,", ""), "B103"},
      {"no hint", with(sound, "\"hint\":\"Say point 2.\",", ""), "B104"},
      {"no must_earn", with(sound, "\"must_earn\":\"We warned callers early, 3.\",", ""), "B105"},
      {"no must_not", with(sound, ",\"must_not\":\"Callers warn early, 3.\"", ""), "B105"},
      {"no weak answer",
       with(sound, R"("weak":{"answer":"I would switch it off now.","why":"Nobody was asked."},)", ""), "B106"},
      {"a much longer strong answer",
       with(sound, "I would ask who calls it.", "I would ask who calls it and why they do so."), "B107"},
      {"one follow-up", with(sound, ",{\"ask\":\"What if nobody answers?\"}", ""), "B108"},
      {"an id with capitals", with(sound, "retire-a-service", "Retire_A_Service"), "B110"},
      {"a criterion's id with a double hyphen", with(sound, "\"id\":\"point-2\"", "\"id\":\"point--2\""), "B110"},
      {"no title and no rounds",
       with(with(sound, "\"title\":\"Retire a service\",", ""), R"("rounds":["architectural","system-design"],)", ""),
       "B112 B112"},
      {"must_earn that is must_not", with(sound, "Callers warn early, 4.", "We  warned callers early, 4."), "B113"},
  };
  for (const Case& one_case : all) {
    CAPTURE(one_case.what);
    CHECK(codes(bank_of(one_case.bytes)) == one_case.codes);
  }
}

TEST_CASE("two questions may not ask the same, however it is spaced or capitalised") {
  CHECK(codes(bank_of(full_question("a") + "," + full_question("b", "how would you  RETIRE it?"))) == "B109");
}

TEST_CASE("a finding stands at the place to change") {
  const std::string bytes = bank_of("\n" + with(full_question(), "\"hint\":\"Say point 2.\",", "\n\"hint\":\"\","));
  CHECK(lint(bytes) == "3:8 B104");
}

}  // namespace dryrun::bank
