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

struct Broken {
  std::string what;
  std::string bytes;
  std::string places;
};

/// A bank of one question whose fields stand one a line, so that a position can be read off.
std::string lines(std::string_view fields) {
  return "{\"format\": \"dryrun-bank\", \"version\": 1, \"questions\": [{\n" + std::string(fields) + "\n}]}";
}

constexpr std::string_view kHead = "\"id\": \"a\",\n\"prompt\": \"Why?\",\n\"group\": \"behavioural-leadership\",\n";

/// The same with one criterion; `fields` replaces what comes after its id, on line 5.
std::string criterion(std::string_view fields) {
  return lines(std::string(kHead) + "\"criteria\": [{\"id\": \"c\", " + std::string(fields) + "}]");
}
constexpr std::string_view kCriterion = R"("name": "C", "points": 10, "dimension": "pragmatism", "evidence": )";
std::string evidence(std::string_view patterns) {
  return criterion(std::string(kCriterion) + std::string(patterns));
}

}  // namespace

TEST_CASE("a bank with all fields is read without a finding, each field where it belongs") {
  const BankResult read = read_bank(bank_of(full_question()), "bank.json");
  CHECK(places(read.diagnostics) == "");
  CHECK(read.bank.title == "Sample");
  REQUIRE(read.bank.questions.size() == 1);
  const Question& question = read.bank.questions.front();
  CHECK(question.id == "retire-a-service");
  CHECK(question.group == Group::system_design_architecture);
  CHECK(question.rounds == std::vector<Round>{Round::architectural, Round::system_design});
  CHECK(question.levels == std::vector<Level>{Level::senior, Level::staff});
  CHECK(question.difficulty == 3);
  CHECK(question.seconds == 240);
  CHECK(question.topics == std::vector<std::string>{"migration"});
  CHECK(question.why_not == "Keep it while one caller pays for it.");
  CHECK(question.notes == "Seen twice.");
  REQUIRE(question.strong);
  CHECK(question.strong->why == "Callers first.");
  REQUIRE(question.follow_ups.size() == 2);
  CHECK(question.follow_ups[0].criterion == "point-1");
  CHECK(question.follow_ups[1].criterion == "");
  REQUIRE(question.criteria.size() == 5);
  const Criterion& first = question.criteria.front();
  CHECK(first.primary);
  CHECK_FALSE(question.criteria[1].primary);
  CHECK(first.points == 17);
  CHECK(first.dimension == Dimension::pragmatism);
  REQUIRE(first.evidence.size() == 1);
  const EvidencePattern& pattern = first.evidence.front();
  CHECK(pattern.mark == 4);
  CHECK(pattern.all == std::vector<std::string>{"warn ~3 caller"});
  CHECK(pattern.any == std::vector<std::string>{"early", "first"});
  CHECK(pattern.none == std::vector<std::string>{"never"});
  CHECK(pattern.within == Within::two_sentences);
  CHECK(pattern.mood == Mood::done);
  CHECK(pattern.negated_counts);
  CHECK(pattern.why == "warns callers");
}

TEST_CASE("a question needs only an id, a prompt and a group") {
  const BankResult read = read_bank(kMinimal, "bank.json");
  CHECK(places(read.diagnostics) == "");
  REQUIRE(read.bank.questions.size() == 1);
  CHECK(read.bank.questions[0].seconds == 180);
  CHECK(read.bank.questions[0].criteria.empty());
  CHECK(read.bank.find("retire-a-service") == &read.bank.questions[0]);
  CHECK(read.bank.find("retire") == nullptr);
}

TEST_CASE("what is wrong is told with its exact line, column and code") {
  const std::string head(kHead);
  const std::vector<Broken> all{
      {"an empty file", "", "1:1 J001"},
      {"not an object", "[]", "1:1 B001"},
      {"another format", "{\n \"format\": \"dryrun-concepts\"}", "2:12 B001"},
      {"no version", R"({"format":"dryrun-bank","questions":[]})", "1:1 B002"},
      {"a version of text", R"({"format":"dryrun-bank","version":"1","questions":[]})", "1:35 B002"},
      {"a newer version, whatever else it has", R"({"format":"dryrun-bank","version":2,"rooms":[]})", "1:35 B002"},
      {"no questions", R"({"format":"dryrun-bank","version":1})", "1:1 B005"},
      {"an unknown key at the top", R"({"format":"dryrun-bank","version":1,"questons":[],"questions":[]})",
       "1:37 B003"},
      {"questions that are no list", R"({"format":"dryrun-bank","version":1,"questions":{}})", "1:49 B004"},
      {"a question that is no object", R"({"format":"dryrun-bank","version":1,"questions":[7]})", "1:50 B004"},
      {"an empty question", R"({"format":"dryrun-bank","version":1,"questions":[{}]})",
       "1:50 B005; 1:50 B005; 1:50 B005"},
      {"an unknown key", lines(head + "\"rouds\": []"), "5:1 B003"},
      {"an empty id", lines("\"id\": \"\",\n\"prompt\": \"Why?\",\n\"group\": \"behavioural-leadership\""), "2:7 B006"},
      {"a blank prompt", lines("\"id\": \"a\",\n\"prompt\": \" \\n\",\n\"group\": \"behavioural-leadership\""),
       "3:11 B006"},
      {"an unknown group", lines("\"id\": \"a\",\n\"prompt\": \"Why?\",\n  \"group\": \"design\""), "4:12 B007"},
      {"an unknown round", lines(head + "\"rounds\": [\"leadership\", \"lunch\"]"), "5:26 B007"},
      {"a round twice", lines(head + "\"rounds\": [\"leadership\", \"leadership\"]"), "5:26 B011"},
      {"a level that is no text", lines(head + "\"levels\": [3]"), "5:12 B004"},
      {"levels that are no list", lines(head + "\"levels\": \"senior\""), "5:11 B004"},
      {"a difficulty out of range", lines(head + "\"difficulty\": 4"), "5:15 B008"},
      {"seconds as text", lines(head + "\"seconds\": \"180\""), "5:12 B004"},
      {"seconds with a fraction", lines(head + "\"seconds\": 90.5"), "5:12 B004"},
      {"seconds beyond every number", lines(head + "\"seconds\": 99999999999"), "5:12 B008"},
      {"an empty topic", lines(head + "\"topics\": [\"a\", \"\"]"), "5:17 B006"},
      {"a worked answer without its why", lines(head + "\"strong\": {\"answer\": \"Yes.\"}"), "5:11 B005"},
      {"a null", lines(head + "\"title\": null"), "5:10 B004"},
      {"a follow-up to no criterion", lines(head + "\"follow_ups\": [{\"ask\": \"And?\", \"criterion\": \"x\"}]"),
       "5:45 B012"},
      {"a criterion without points",
       criterion(R"("name": "C", "dimension": "pragmatism", "evidence": [{"all": ["a"]}])"), "5:14 B005"},
      {"points out of range",
       criterion(R"("points": 86, "name": "C", "dimension": "pragmatism", "evidence": [{"all": ["a"]}])"), "5:36 B008"},
      {"an unknown dimension",
       criterion(R"("dimension": "speed", "name": "C", "points": 5, "evidence": [{"all": ["a"]}])"), "5:39 B007"},
      {"primary as text", criterion(R"("primary": "yes", )" + std::string(kCriterion) + R"([{"all": ["a"]}])"),
       "5:37 B004"},
      {"no evidence", evidence("[]"), "5:92 B013"},
      {"a pattern that matches nothing", evidence("[{\"all\": []}]"), "5:93 B010"},
      {"a mark that needs no evidence", evidence("[{\"mark\": 1, \"all\": [\"a\"]}]"), "5:102 B008"},
      {"an unknown reach", evidence("[{\"all\": [\"a\"], \"within\": \"page\"}]"), "5:118 B007"},
      {"an empty phrase", evidence("[{\"all\": [\" \"]}]"), "5:102 B006"},
      {"a question id used twice", bank_of(full_question() + ",\n" + full_question()), "2:7 B009"},
      {"a criterion id used twice",
       lines(head + "\"criteria\": [{\"id\": \"c\", " + std::string(kCriterion) +
             "[{\"all\": [\"a\"]}]},\n{\"id\": \"c\", " + std::string(kCriterion) + "[{\"all\": [\"a\"]}]}]"),
       "6:8 B009"},
      {"several things at once, in the order of the file",
       lines("\"titel\": \"\",\n\"id\": 3,\n\"prompt\": \"Why?\",\n\"group\": \"none\""),
       "2:1 B003; 3:7 B004; 5:10 B007"},
  };
  for (const Broken& broken : all) {
    CAPTURE(broken.what);
    const BankResult read = read_bank(broken.bytes, "bank.json");
    CHECK(places(read.diagnostics) == broken.places);
    CHECK(has_errors(read.diagnostics));
    for (const Diagnostic& one : read.diagnostics) CHECK(one.file == "bank.json");
  }
}

TEST_CASE("an unknown key names the nearest legal one") {
  const BankResult read = read_bank(lines(std::string(kHead) + "\"look_for\": \"\""), "bank.json");
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].message.find("\"looks_for\"?") != std::string::npos);
}

TEST_CASE("an unknown value names all that are legal") {
  const BankResult read = read_bank(lines(std::string(kHead) + "\"levels\": [\"principal\"]"), "bank.json");
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].message.find("\"senior\" or \"staff\"") != std::string::npos);
}

TEST_CASE("a newer bank is told to need a newer Dry Run") {
  const BankResult read = read_bank(R"({"format":"dryrun-bank","version":2})", "bank.json");
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].message.find("update Dry Run") != std::string::npos);
}

TEST_CASE("a broken question does not take the sound ones with it") {
  const std::string broken = with(full_question("other"), "\"seconds\":240", "\"seconds\":-1");
  const BankResult read = read_bank(bank_of(broken + "," + full_question()), "bank.json");
  CHECK(read.diagnostics.size() == 1);
  REQUIRE(read.bank.questions.size() == 1);
  CHECK(read.bank.questions[0].id == "retire-a-service");
}

TEST_CASE("a file over the limit is refused as a whole") {
  const std::string bytes = std::string(kMinimal) + std::string(kMaxBankBytes, ' ');
  const BankResult read = read_bank(bytes, "bank.json");
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].code == "J002");
}

TEST_CASE("a bank with a hundred thousand findings is read in one pass") {
  std::string questions = "7";
  for (int i = 0; i < 100'000; ++i) questions += ",\n7";
  const BankResult read = read_bank(bank_of(questions), "bank.json");
  REQUIRE(read.diagnostics.size() == 100'001);
  CHECK(read.diagnostics.back().line == 100'001);
}

TEST_CASE("an added bank may not bring an id that is there") {
  Bank bank = read_bank(bank_of(full_question()), "a.json").bank;
  Diagnostics diagnostics;
  add_bank(bank, read_bank(bank_of(full_question() + "," + full_question("other")), "b.json").bank, "b.json",
           diagnostics);
  CHECK(bank.questions.size() == 2);
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == "B014");
  CHECK(diagnostics[0].file == "b.json");
}

TEST_CASE("rubrics read criteria and evidence of their own with the positions of their file") {
  const std::string bytes = "{\n\"criteria\": [{\"id\": \"c\"}], \"evidence\": [{\"alll\": []}]}";
  const json::Parsed parsed = json::parse(bytes, "rubric.json");
  REQUIRE(parsed.value);
  Diagnostics diagnostics;
  CHECK(read_criteria(*parsed.value->find("criteria"), bytes, "rubric.json", diagnostics).size() == 1);
  CHECK(places(diagnostics) == "2:14 B005; 2:14 B005; 2:14 B005; 2:14 B005");
  diagnostics.clear();
  CHECK(read_evidence(*parsed.value->find("evidence"), bytes, "rubric.json", diagnostics).size() == 1);
  CHECK(places(diagnostics) == "2:41 B010; 2:42 B003");
}

}  // namespace dryrun::bank
