// Honest edits of an answer move the verdict the way a reader would: what is taken out lowers what it stood for, and a true result that is
// added lowers nothing. Over every worked answer of the bank.
#include <map>

#include "scoring/fixture.h"
#include "text/document.h"

using namespace dryrun;
using namespace dryrun::scoring;
using namespace dryrun::scoring::test;

namespace {

/// How it is said may move by this much when a sentence comes or goes.
constexpr int kManner = 4;

/// The answer without the sentences in which a criterion's evidence stands.
std::string without(const Report& report, const std::string& criterion) {
  const std::string& answer = report.input.answer;
  const text::Document document = text::make_document(answer);
  std::string out;
  for (const text::Stretch& sentence : document.sentences()) {
    const bool has_evidence = std::any_of(report.ledger.begin(), report.ledger.end(), [&](const LedgerRow& row) {
      return row.criterion == criterion && row.rule == "evidence" && row.span && row.span->begin < sentence.span.end && sentence.span.begin < row.span->end;
    });
    if (!has_evidence) out += std::string(document.quote(sentence.span)) + " ";
  }
  return out;
}

int content_of(const Report& report) {
  int sum = 0;
  for (const CriterionMark& mark : report.criteria) sum += mark.points;
  return sum;
}

}  // namespace

TEST_CASE("without the sentences that earned a criterion the content gains nothing, and often the criterion falls") {
  int taken = 0, lowered = 0, gained = 0;
  std::string gainers;
  for (const bank::Question& question : real_data().bank.questions) {
    if (!question.strong) continue;
    const auto prepared = real_data().judge->prepare(question);
    const Report before = judge_text(*real_data().judge, *prepared, question.strong->answer);
    for (const CriterionMark& mark : before.criteria) {
      if (mark.mark < 3) continue;
      const std::string rest = without(before, mark.criterion);
      if (text::make_document(rest).word_count() < 60) continue;
      const Report after = judge_text(*real_data().judge, *prepared, rest);
      ++taken;
      if (mark_of(after, mark.criterion) < mark.mark) ++lowered;
      if (content_of(after) > content_of(before) + kManner) {
        ++gained;
        gainers += question.id + "/" + mark.criterion + " ";
      }
    }
  }
  INFO(std::string("lowered " + std::to_string(lowered) + " of " + std::to_string(taken) + "; gained by less: " + gainers));
  CHECK(taken > 100);
  // Words that two criteria shared may serve the other one better when they are all that is left.
  CHECK(100 * gained <= taken);
  // Good answers say most things more than once, so that often other words stand in.
  CHECK(20 * lowered >= 9 * taken);
}

TEST_CASE("a true result that is added lowers nothing") {
  int marks = 0, fell = 0;
  constexpr const char* kResult = " Since then two calls a week come in where there were thirty, and the night shift sleeps.";
  for (const bank::Question& question : real_data().bank.questions) {
    const auto prepared = real_data().judge->prepare(question);
    for (const auto& worked : {question.strong, question.weak}) {
      if (!worked) continue;
      const Report before = judge_text(*real_data().judge, *prepared, worked->answer);
      const Report after = judge_text(*real_data().judge, *prepared, worked->answer + kResult);
      INFO(std::string(question.id + ": " + std::to_string(*before.score) + " to " + std::to_string(*after.score)));
      for (std::size_t i = 0; i < before.criteria.size(); ++i) {
        ++marks;
        if (after.criteria[i].mark < before.criteria[i].mark) ++fell;
      }
      CHECK(*after.score >= *before.score - kManner);
      if (before.verdict == Verdict::pass) CHECK(after.verdict == Verdict::pass);
    }
  }
  // The new words may win a place that other words of the same criterion held for another one.
  CHECK(200 * fell <= marks);
}
