// What screens say, as pure functions of the Model: clocks, dates, sentences, the next step, what changed between two
// attempts. No drawing, no locale, no time zone (dates are plain UTC, so that the same file reads the same everywhere).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/model.h"

namespace dryrun::app {

/// Time left, rounded up so that 0:00 means zero: "2:41", "61:05". Negative counts as 0.
[[nodiscard]] std::string format_clock(std::int64_t left_ms);
/// Time used, to the nearest second: "2:41".
[[nodiscard]] std::string format_duration(std::int64_t used_ms);
/// For ears: "3 minutes", "1 minute 30 seconds", "30 seconds".
[[nodiscard]] std::string spoken_duration(std::int64_t ms);
/// "24 Nov 2026, 04:26"
[[nodiscard]] std::string format_date_time(std::int64_t wall_ms);
/// "24 Nov 2026"
[[nodiscard]] std::string format_date(std::int64_t wall_ms);
/// "2026-11-24"
[[nodiscard]] std::string iso_date(std::int64_t wall_ms);

/// "Pass." · "Fail, for now." · "Can't judge."
[[nodiscard]] std::string_view headline(scoring::Verdict verdict);
/// The score against the bar: "58 of 100, the senior bar is 65."; empty when it can't be judged.
[[nodiscard]] std::string score_sentence(const scoring::Report& report);
/// Headline, score and reason in one, as it is announced.
[[nodiscard]] std::string verdict_sentence(const scoring::Report& report);
/// "Normal", "1.5 times", "Twice", "Untimed"
[[nodiscard]] std::string_view to_name(session::TimeFactor factor);
/// How the time went: "Answered in 2:31 of 3:00, paused once, 1.5 times the usual time." Limits as recorded.
[[nodiscard]] std::string timing_sentence(const progress::Timings& timings);

/// The first step of the checklist that is not ticked: what comes next. Null when all are.
[[nodiscard]] const session::ChecklistStep* next_step(const session::State& state);

/// The attempts of one history page, newest first.
struct HistoryView {
  std::vector<const progress::Attempt*> attempts;
  int page = 0;
  int page_count = 1;
  int total = 0;
};
[[nodiscard]] HistoryView history_view(const Model& model);

/// The attempt on the verdict screen, or null.
[[nodiscard]] const progress::Attempt* shown_attempt(const Model& model);
/// The title as recorded, or the beginning of the prompt where there was none.
[[nodiscard]] std::string title_of(const progress::Attempt& attempt);
/// The framework of a question, or null without a judge.
[[nodiscard]] const scoring::Framework* framework_of(const Model& model, const bank::Question& question);

/// What home tells of the last days.
struct Recent {
  int passes = 0;                 ///< at the senior bar, of the last five attempts
  int considered = 0;             ///< how many of those there are, 0 to 5
  std::array<int, 14> per_day{};  ///< attempts a day (UTC), the last entry is today
};
[[nodiscard]] Recent recent(const progress::Progress& progress, std::int64_t now_wall_ms);

/// The follow-up an interviewer would ask now: about the missed criterion that cost most, else a general one, else the
/// first. Null when the question has none.
[[nodiscard]] const bank::FollowUp* follow_up(const bank::Question& question, const scoring::Report& report);

/// One criterion whose mark or points differ between an attempt and its retry.
struct RowChange {
  std::string criterion;  ///< id
  std::string name;
  int old_mark = 1;
  int new_mark = 1;
  int old_points = 0;
  int new_points = 0;
};
struct ReportChange {
  std::vector<RowChange> rows;      ///< only what differs, in the new report's order, then what is gone
  std::optional<int> score_change;  ///< empty when either can't be judged
  bool is_comparable =
      true;  ///< false: judged by another question, rubric, engine or level, so that points mean different things
};
[[nodiscard]] ReportChange compare(const scoring::Report& before, const scoring::Report& after);

}  // namespace dryrun::app
