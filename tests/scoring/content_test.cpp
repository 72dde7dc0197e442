// The project's own rules and questions, judged.
#include "scoring/fixture.h"
#include "scoring/lint.h"

using namespace dryrun;
using namespace dryrun::scoring;
using namespace dryrun::scoring::test;

TEST_CASE("rules and concepts hold to their own examples") {
  const RealData& data = real_data();
  for (const Diagnostic& diagnostic : lint_data(*data.judge, data.files)) {
    INFO(to_string(diagnostic));
    CHECK(diagnostic.severity == Severity::warning);
  }
}

TEST_CASE("each question's strong answer passes, its weak one fails, and each criterion keeps its word") {
  const RealData& data = real_data();
  CHECK_FALSE(data.bank.questions.empty());
  for (const Diagnostic& diagnostic : lint_evidence(*data.judge, data.bank, "", "banks")) {
    INFO(to_string(diagnostic));
    CHECK(diagnostic.severity == Severity::warning);
  }
}

TEST_CASE("a question hashes the same without its author's fields and in any bank") {
  const RealData& data = real_data();
  for (const bank::Question& question : data.bank.questions) {
    bank::Bank one;
    one.questions.push_back(question);
    const bank::BankResult stripped = bank::read_bank(bank::write_bank(one, false), "stripped");
    REQUIRE(stripped.bank.questions.size() == 1);
    const auto full = data.judge->prepare(question);
    const auto bare = data.judge->prepare(stripped.bank.questions[0]);
    const std::string answer = question.strong ? question.strong->answer : kPadding;
    CHECK(json::dump(to_json(judge_text(*data.judge, *full, answer))) == json::dump(to_json(judge_text(*data.judge, *bare, answer))));
  }
}

TEST_CASE("every rule id can be explained") {
  const RealData& data = real_data();
  for (const std::string& id : data.judge->rule_ids()) {
    CAPTURE(id);
    CHECK_FALSE(data.judge->explain(id).empty());
  }
  CHECK(data.judge->explain("no-such-rule").empty());
}

TEST_CASE("each question has its framework, and its strong answer serves some of it") {
  const RealData& data = real_data();
  for (const bank::Question& question : data.bank.questions) {
    CAPTURE(question.id);
    const Framework* framework = data.judge->framework(bank::framework_of(question));
    REQUIRE(framework != nullptr);
    if (!question.strong) continue;
    const auto prepared = data.judge->prepare(question);
    const std::vector<StepServed> served = data.judge->steps_served(*prepared, question.strong->answer);
    CHECK_FALSE(served.empty());
    // At each keystroke less is looked for, and the same is found.
    const Report report = judge_text(*data.judge, *prepared, question.strong->answer);
    REQUIRE(report.steps.size() == served.size());
    for (std::size_t i = 0; i < served.size(); ++i) {
      CHECK(report.steps[i].step == served[i].step);
      CHECK(report.steps[i].span == served[i].span);
    }
  }
}
