#include "app/present.h"

#include <algorithm>
#include <utility>

namespace dryrun::app {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;

std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
  const std::int64_t quotient = value / by;
  return value % by < 0 ? quotient - 1 : quotient;
}

std::string two_digits(std::int64_t value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string minutes_and_seconds(std::int64_t seconds) {
  return std::to_string(seconds / 60) + ":" + two_digits(seconds % 60);
}

std::string counted(std::int64_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

struct Date {
  std::int64_t year = 1970;
  int month = 1;
  int day = 1;
};

/// Gregorian date of a day number since 1970-01-01, by whole 400-year cycles counted from 1 March of year 0 so that the
/// leap day comes last (the method of Howard Hinnant's "chrono-compatible low-level date algorithms").
Date date_of(std::int64_t days) {
  const std::int64_t shifted = days + 719'468;  // days from 0000-03-01 to 1970-01-01
  const std::int64_t cycle = floor_divide(shifted, 146'097);
  const std::int64_t day_of_cycle = shifted - cycle * 146'097;
  const std::int64_t year_of_cycle =
      (day_of_cycle - day_of_cycle / 1'460 + day_of_cycle / 36'524 - day_of_cycle / 146'096) / 365;
  const std::int64_t day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  const int day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
  const int month = static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  return {year_of_cycle + cycle * 400 + (month <= 2 ? 1 : 0), month, day};
}

constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// The bar's name in a sentence.
std::string_view bar_of(bank::Level level) {
  return level == bank::Level::senior ? "senior" : "staff";
}

const scoring::CriterionMark* find_mark(const scoring::Report& report, const std::string& criterion) {
  for (const scoring::CriterionMark& mark : report.criteria) {
    if (mark.criterion == criterion) return &mark;
  }
  return nullptr;
}

}  // namespace

std::string format_clock(std::int64_t left_ms) {
  const std::int64_t left = std::max<std::int64_t>(left_ms, 0);
  return minutes_and_seconds(left / 1'000 + (left % 1'000 != 0 ? 1 : 0));
}

std::string format_duration(std::int64_t used_ms) {
  const std::int64_t used = std::max<std::int64_t>(used_ms, 0);
  return minutes_and_seconds(used / 1'000 + (used % 1'000 >= 500 ? 1 : 0));
}

std::string spoken_duration(std::int64_t ms) {
  const std::int64_t seconds = std::max<std::int64_t>(ms, 0) / 1'000;
  const std::string rest = counted(seconds % 60, "second", "seconds");
  if (seconds < 60) return rest;
  const std::string minutes = counted(seconds / 60, "minute", "minutes");
  return seconds % 60 == 0 ? minutes : minutes + " " + rest;
}

std::string format_date(std::int64_t wall_ms) {
  const Date date = date_of(floor_divide(wall_ms, kDayMs));
  return std::to_string(date.day) + " " + std::string(kMonths[static_cast<std::size_t>(date.month - 1)]) + " " +
         std::to_string(date.year);
}

std::string format_date_time(std::int64_t wall_ms) {
  const std::int64_t minute_of_day = (wall_ms - floor_divide(wall_ms, kDayMs) * kDayMs) / 60'000;
  return format_date(wall_ms) + ", " + two_digits(minute_of_day / 60) + ":" + two_digits(minute_of_day % 60);
}

std::string iso_date(std::int64_t wall_ms) {
  const Date date = date_of(floor_divide(wall_ms, kDayMs));
  return std::to_string(date.year) + "-" + two_digits(date.month) + "-" + two_digits(date.day);
}

std::string_view headline(scoring::Verdict verdict) {
  switch (verdict) {
    case scoring::Verdict::pass:
      return "Pass.";
    case scoring::Verdict::fail:
      return "Fail, for now.";
    case scoring::Verdict::cannot_judge:
      return "Can't judge.";
  }
  return "";
}

std::string score_sentence(const scoring::Report& report) {
  if (!report.score || !report.threshold) return {};
  return std::to_string(*report.score) + " of 100, the " + std::string(bar_of(report.input.level)) + " bar is " +
         std::to_string(*report.threshold) + ".";
}

std::string verdict_sentence(const scoring::Report& report) {
  std::string sentence(headline(report.verdict));
  for (const std::string& part : {score_sentence(report), report.reason}) {
    if (!part.empty()) sentence += " " + part;
  }
  return sentence;
}

std::string_view to_name(session::TimeFactor factor) {
  switch (factor) {
    case session::TimeFactor::normal:
      return "Normal";
    case session::TimeFactor::one_and_half:
      return "1.5 times";
    case session::TimeFactor::twice:
      return "Twice";
    case session::TimeFactor::untimed:
      return "Untimed";
  }
  return "";
}

std::string timing_sentence(const progress::Timings& timings) {
  std::string sentence = "Answered in " + format_duration(timings.answering_ms);
  switch (timings.time_factor) {
    case session::TimeFactor::normal:
      break;
    case session::TimeFactor::one_and_half:
      sentence += ", with 1.5 times the usual time";
      break;
    case session::TimeFactor::twice:
      sentence += ", with twice the usual time";
      break;
    case session::TimeFactor::untimed:
      sentence += ", untimed";
      break;
  }
  if (timings.ended_by == session::EndedBy::time) sentence += ", until time was up";
  if (timings.pauses > 0)
    sentence += ", paused " + (timings.pauses == 1 ? std::string("once") : counted(timings.pauses, "time", "times")) +
                " for " + format_duration(timings.paused_ms);
  if (timings.interruptions > 0)
    sentence += ", interrupted " +
                (timings.interruptions == 1 ? std::string("once") : counted(timings.interruptions, "time", "times"));
  return sentence + ".";
}

const session::ChecklistStep* next_step(const session::State& state) {
  for (const session::ChecklistStep& step : state.checklist) {
    if (!step.ticked()) return &step;
  }
  return nullptr;
}

HistoryView history_view(const Model& model) {
  const std::vector<progress::Attempt>& attempts = model.progress.attempts;
  HistoryView view;
  view.total = static_cast<int>(attempts.size());
  view.page_count = std::max(1, (view.total + kHistoryPageSize - 1) / kHistoryPageSize);
  view.page = std::clamp(model.history_page, 0, view.page_count - 1);
  const int newest = view.total - 1 - view.page * kHistoryPageSize;
  for (int i = newest; i >= 0 && i > newest - kHistoryPageSize; --i)
    view.attempts.push_back(&attempts[static_cast<std::size_t>(i)]);
  return view;
}

const progress::Attempt* shown_attempt(const Model& model) {
  return find_attempt(model, model.shown_attempt);
}

std::string title_of(const progress::Attempt& attempt) {
  if (!attempt.question_title.empty()) return attempt.question_title;
  constexpr std::size_t kLongest = 60;
  const std::string& prompt = attempt.question_prompt;
  if (prompt.size() <= kLongest) return prompt.empty() ? "A question" : prompt;
  std::size_t cut = prompt.rfind(' ', kLongest);
  if (cut == std::string::npos || cut == 0) {
    cut = kLongest;
    while (cut > 0 && (static_cast<unsigned char>(prompt[cut]) & 0xC0U) == 0x80U) --cut;  // never inside a character
  }
  return prompt.substr(0, cut) + "...";
}

const scoring::Framework* framework_of(const Model& model, const bank::Question& question) {
  return model.derived.judge ? model.derived.judge->framework(bank::framework_of(question)) : nullptr;
}

Recent recent(const progress::Progress& progress, std::int64_t now_wall_ms) {
  Recent result;
  const std::int64_t today = floor_divide(now_wall_ms, kDayMs);
  const auto days = static_cast<std::int64_t>(result.per_day.size());
  for (auto attempt = progress.attempts.rbegin(); attempt != progress.attempts.rend(); ++attempt) {
    if (result.considered < 5) {
      ++result.considered;
      // Whoever passes at the staff bar passes at the senior one.
      if (attempt->report.verdict == scoring::Verdict::pass) ++result.passes;
    }
    const std::int64_t ago = today - floor_divide(attempt->started_wall_ms, kDayMs);
    if (ago >= 0 && ago < days) ++result.per_day[static_cast<std::size_t>(days - 1 - ago)];
  }
  return result;
}

const bank::FollowUp* follow_up(const bank::Question& question, const scoring::Report& report) {
  const bank::FollowUp* best = nullptr;
  int most_lost = 0;
  for (const bank::FollowUp& candidate : question.follow_ups) {
    const scoring::CriterionMark* mark = candidate.criterion.empty() ? nullptr : find_mark(report, candidate.criterion);
    const int lost = mark == nullptr ? 0 : mark->points_possible - mark->points;
    if (lost > most_lost) {
      best = &candidate;
      most_lost = lost;
    }
  }
  if (best != nullptr || question.follow_ups.empty()) return best;
  const auto general = std::find_if(question.follow_ups.begin(), question.follow_ups.end(),
                                    [](const bank::FollowUp& f) { return f.criterion.empty(); });
  return general != question.follow_ups.end() ? &*general : &question.follow_ups.front();
}

ReportChange compare(const scoring::Report& before, const scoring::Report& after) {
  ReportChange change;
  change.is_comparable = before.input.level == after.input.level && before.hashes.question == after.hashes.question &&
                         before.hashes.rubric == after.hashes.rubric && before.hashes.engine == after.hashes.engine;
  if (before.score && after.score) change.score_change = *after.score - *before.score;
  for (const scoring::CriterionMark& now : after.criteria) {
    const scoring::CriterionMark* then = find_mark(before, now.criterion);
    RowChange row{now.criterion,
                  now.name,
                  then != nullptr ? then->mark : bank::kLowestMark,
                  now.mark,
                  then != nullptr ? then->points : 0,
                  now.points};
    if (row.old_mark != row.new_mark || row.old_points != row.new_points) change.rows.push_back(std::move(row));
  }
  for (const scoring::CriterionMark& then : before.criteria) {
    if (find_mark(after, then.criterion) != nullptr) continue;
    if (then.points != 0)
      change.rows.push_back({then.criterion, then.name, then.mark, bank::kLowestMark, then.points, 0});
  }
  return change;
}

}  // namespace dryrun::app
