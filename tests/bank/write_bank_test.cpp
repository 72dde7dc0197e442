#include <doctest/doctest.h>

#include "bank/bank.h"
#include "bank/samples.h"

namespace dryrun::bank {

using samples::bank_of;
using samples::full_question;
using samples::kMinimal;
using samples::places;

TEST_CASE("a bank that is printed and read again is the same bank") {
  for (const std::string& bytes : {bank_of(full_question()), std::string(kMinimal), bank_of("")}) {
    const BankResult first = read_bank(bytes, "a.json");
    REQUIRE(places(first.diagnostics) == "");
    const std::string printed = write_bank(first.bank);
    const BankResult second = read_bank(printed, "b.json");
    CHECK(places(second.diagnostics) == "");
    CHECK(second.bank == first.bank);
    CHECK(write_bank(second.bank) == printed);
  }
}

TEST_CASE("a stripped bank lacks only what authors keep to themselves") {
  Bank bank = read_bank(bank_of(full_question()), "a.json").bank;
  const BankResult stripped = read_bank(write_bank(bank, false), "b.json");
  CHECK(places(stripped.diagnostics) == "");
  bank.questions[0].notes.clear();
  for (Criterion& criterion : bank.questions[0].criteria) {
    criterion.must_earn.clear();
    criterion.must_not.clear();
  }
  CHECK(stripped.bank == bank);
}

TEST_CASE("a question's form without author fields is the same from a full and from a stripped bank") {
  const Bank full = read_bank(bank_of(full_question()), "a.json").bank;
  const Bank stripped = read_bank(write_bank(full, false), "b.json").bank;
  CHECK(json::dump(to_json(full.questions[0], false)) == json::dump(to_json(stripped.questions[0], false)));
}

TEST_CASE("the usual values of a pattern are not printed") {
  EvidencePattern pattern;
  pattern.all = {"a b"};
  CHECK(json::dump(to_json(pattern)) == R"({"mark":3,"all":["a b"]})");
}

}  // namespace dryrun::bank
