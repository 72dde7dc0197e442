// What holds for every report, whatever the answer.
#pragma once

#include "fuzz/fuzz.h"
#include "scoring/report.h"
#include "text/utf8.h"

namespace dryrun::fuzz {

inline void check_span(const std::string& answer, const Span& span) {
  require(span.begin < span.end && span.end <= answer.size(), "a span has bytes of the answer");
  require(text::is_valid_utf8(std::string_view(answer).substr(span.begin, span.size())), "a span begins and ends between characters");
}

inline void check_report(const scoring::Report& report) {
  const std::string& answer = report.input.answer;
  int sum = 0;
  for (const scoring::LedgerRow& row : report.ledger) {
    sum += row.points;
    if (row.span) check_span(answer, *row.span);
    require(!row.rule.empty() && !row.why.empty(), "a row of the ledger names its rule and says why");
  }
  require(report.score.has_value() == (report.verdict != scoring::Verdict::cannot_judge), "an answer has a score when it can be judged");
  require(sum == report.score.value_or(0), "the ledger sums to the score");
  require(sum >= 0 && sum <= 100, "a score is from 0 to 100");
  require(!report.reason.empty(), "a verdict has its reason");
  for (const scoring::GateHit& gate : report.gates)
    if (gate.span) check_span(answer, *gate.span);
  for (const scoring::StepServed& step : report.steps) check_span(answer, step.span);
  for (const std::optional<int>& mark : report.dimensions)
    require(!mark || (*mark >= bank::kLowestMark && *mark <= bank::kHighestMark), "a dimension's mark is from 1 to 5");
  for (const scoring::CriterionMark& mark : report.criteria) {
    require(mark.mark >= bank::kLowestMark && mark.mark <= bank::kHighestMark, "a criterion's mark is from 1 to 5");
    require(mark.points >= 0 && mark.points <= mark.points_possible, "a criterion gives what it can give at most");
  }
  if (report.verdict == scoring::Verdict::pass) require(report.score >= report.threshold, "a pass reaches its mark");
  require(text::is_valid_utf8(scoring::to_text(report)), "a report for people is valid text");
}

}  // namespace dryrun::fuzz
