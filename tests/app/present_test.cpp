#include "app/present.h"

#include <doctest/doctest.h>

using namespace dryrun;
using namespace dryrun::app;

TEST_CASE("a clock counts down in whole seconds and shows zero only at zero") {
  CHECK(format_clock(161'000) == "2:41");
  CHECK(format_clock(160'001) == "2:41");
  CHECK(format_clock(1) == "0:01");
  CHECK(format_clock(0) == "0:00");
  CHECK(format_clock(-5) == "0:00");
  CHECK(format_clock(3'665'000) == "61:05");
  CHECK(format_duration(151'499) == "2:31");
  CHECK(format_duration(151'500) == "2:32");
}

TEST_CASE("durations are told in words for ears") {
  CHECK(spoken_duration(180'000) == "3 minutes");
  CHECK(spoken_duration(90'000) == "1 minute 30 seconds");
  CHECK(spoken_duration(30'000) == "30 seconds");
  CHECK(spoken_duration(1'000) == "1 second");
}

TEST_CASE("dates are plain UTC, leap days and years before 1970 included") {
  CHECK(format_date_time(1'795'494'360'000) == "24 Nov 2026, 04:26");
  CHECK(iso_date(1'795'494'360'000) == "2026-11-24");
  CHECK(format_date(0) == "1 Jan 1970");
  CHECK(format_date(-1) == "31 Dec 1969");
  CHECK(format_date_time(-1) == "31 Dec 1969, 23:59");
  CHECK(iso_date(951'782'400'000) == "2000-02-29");
  CHECK(iso_date(951'782'400'000 + 86'400'000) == "2000-03-01");
  CHECK(iso_date(1'709'164'800'000) == "2024-02-29");
  CHECK(iso_date(4'107'542'400'000) == "2100-03-01");
  CHECK(iso_date(4'107'542'400'000 - 86'400'000) == "2100-02-28");
}

TEST_CASE("every day of four centuries follows the day before") {
  static constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int year = 1970;
  int month = 1;
  int day = 1;
  for (std::int64_t n = 0; n < 146'097; ++n) {
    const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    const std::string expected = std::to_string(year) + "-" + two(month) + "-" + two(day);
    if (iso_date(n * 86'400'000) != expected) REQUIRE(iso_date(n * 86'400'000) == expected);
    const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const int last = kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap ? 1 : 0);
    if (++day > last) {
      day = 1;
      if (++month > 12) {
        month = 1;
        ++year;
      }
    }
  }
}

TEST_CASE("the verdict is told first, then score against bar, then the reason") {
  scoring::Report report;
  report.verdict = scoring::Verdict::fail;
  report.score = 58;
  report.threshold = 65;
  report.reason = "No cost of the design was named.";
  CHECK(verdict_sentence(report) == "Fail, for now. 58 of 100, the senior bar is 65. No cost of the design was named.");
  report.input.level = bank::Level::staff;
  CHECK(score_sentence(report) == "58 of 100, the staff bar is 65.");
  report = {};
  report.reason = "There is no answer yet.";
  CHECK(verdict_sentence(report) == "Can't judge. There is no answer yet.");
  CHECK(headline(scoring::Verdict::pass) == "Pass.");
}

TEST_CASE("how the time went is one sentence") {
  progress::Timings timings;
  timings.answering_ms = 151'000;
  CHECK(timing_sentence(timings) == "Answered in 2:31.");
  timings.time_factor = session::TimeFactor::one_and_half;
  timings.ended_by = session::EndedBy::time;
  timings.pauses = 1;
  timings.paused_ms = 20'000;
  timings.interruptions = 2;
  CHECK(
      timing_sentence(timings) ==
      "Answered in 2:31, with 1.5 times the usual time, until time was up, paused once for 0:20, interrupted 2 times.");
}

TEST_CASE("what comes next is the first step without a tick") {
  session::State state;
  CHECK(next_step(state) == nullptr);
  state.checklist.resize(2);
  state.checklist[0].served = true;
  CHECK(next_step(state) == &state.checklist[1]);
  state.checklist[0].by_hand = false;
  CHECK(next_step(state) == &state.checklist[0]);
  state.checklist[0].by_hand = true;
  state.checklist[1].by_hand = true;
  CHECK(next_step(state) == nullptr);
}

TEST_CASE("recent attempts are counted by UTC day, and the last five by verdict") {
  constexpr std::int64_t kDay = 86'400'000;
  constexpr std::int64_t kNow = 20'000 * kDay + 5;
  progress::Progress history;
  for (int i = 0; i < 7; ++i) {
    progress::Attempt attempt;
    attempt.id = std::to_string(i);
    attempt.started_wall_ms = kNow - (6 - i) * 3 * kDay;
    attempt.report.verdict = i % 2 == 0 ? scoring::Verdict::pass : scoring::Verdict::fail;
    progress::append(history, attempt);
  }
  const Recent result = recent(history, kNow);
  CHECK(result.considered == 5);
  CHECK(result.passes == 3);
  CHECK(result.per_day[13] == 1);
  CHECK(result.per_day[10] == 1);
  CHECK(result.per_day[12] == 0);
  int total = 0;
  for (const int n : result.per_day) total += n;
  CHECK(total == 5);
  CHECK(recent({}, kNow).considered == 0);
}

TEST_CASE("the follow-up asks about the missed criterion that cost most") {
  bank::Question question;
  scoring::Report report;
  CHECK(follow_up(question, report) == nullptr);
  question.follow_ups = {{"a?", "a"}, {"general?", ""}, {"b?", "b"}};
  report.criteria.resize(2);
  report.criteria[0].criterion = "a";
  report.criteria[0].points = 8;
  report.criteria[0].points_possible = 10;
  report.criteria[1].criterion = "b";
  report.criteria[1].points = 0;
  report.criteria[1].points_possible = 10;
  CHECK(follow_up(question, report)->ask == "b?");
  report.criteria[1].points = 10;
  CHECK(follow_up(question, report)->ask == "a?");
  report.criteria[0].points = 10;
  CHECK(follow_up(question, report)->ask == "general?");
}

TEST_CASE("two attempts are compared criterion by criterion") {
  scoring::Report before;
  before.score = 40;
  before.criteria = {
      {"a", "A", {}, 1, 0, 10, false}, {"b", "B", {}, 3, 6, 10, false}, {"gone", "Gone", {}, 3, 5, 5, false}};
  scoring::Report after = before;
  after.score = 52;
  after.criteria = {
      {"a", "A", {}, 4, 9, 10, false}, {"b", "B", {}, 3, 6, 10, false}, {"new", "New", {}, 2, 2, 5, false}};
  const ReportChange change = compare(before, after);
  CHECK(change.score_change == 12);
  CHECK(change.is_comparable);
  REQUIRE(change.rows.size() == 3);
  CHECK(change.rows[0].name == "A");
  CHECK(change.rows[0].old_mark == 1);
  CHECK(change.rows[0].new_points == 9);
  CHECK(change.rows[1].criterion == "new");
  CHECK(change.rows[2].criterion == "gone");
  CHECK(change.rows[2].new_points == 0);
  after.score.reset();
  after.hashes.rubric = "other";
  CHECK_FALSE(compare(before, after).score_change);
  CHECK_FALSE(compare(before, after).is_comparable);
}

TEST_CASE("an attempt without a title is called by the beginning of its prompt") {
  progress::Attempt attempt;
  CHECK(title_of(attempt) == "A question");
  attempt.question_prompt = "Short?";
  CHECK(title_of(attempt) == "Short?");
  attempt.question_prompt = "How do you decide what not to build when every team around you asks for more?";
  CHECK(title_of(attempt) == "How do you decide what not to build when every team around...");
  attempt.question_prompt = std::string(59, 'a') + "\xC3\xA9\xC3\xA9\xC3\xA9";
  CHECK(title_of(attempt) == std::string(59, 'a') + "...");
  attempt.question_title = "Title";
  CHECK(title_of(attempt) == "Title");
}
