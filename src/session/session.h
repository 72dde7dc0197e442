// One attempt at one question as a pure state machine: events and time in, state and effects out. Owns the draft, the clock and the
// checklist of that attempt. It never reads a clock, draws, judges or stores: the caller hands in `Now` and carries out effects.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "bank/question.h"
#include "text/json.h"

namespace dryrun {

/// A moment. Deadlines are monotonic; the wall clock only tells sleep and dates an attempt.
struct Now {
  std::int64_t monotonic_ms = 0;
  std::int64_t wall_ms = 0;  ///< milliseconds since 1970-01-01 UTC
};

}  // namespace dryrun

namespace dryrun::session {

inline constexpr std::int64_t kPreparationMs = 30'000;
inline constexpr std::int64_t kWarningMs = 30'000;
/// A wall-clock jump this far beyond the monotonic one means that the machine slept: the sleep counts as time passed.
inline constexpr std::int64_t kSleepToleranceMs = 2'000;
/// A keystroke made in time can reach us a little late, behind a busy frame: an Edit this soon after the end is kept.
inline constexpr std::int64_t kLateEditMs = 250;

/// No sum of times goes further, whatever the clocks say, and a stored one that does is nonsense. Exact as a double.
inline constexpr std::int64_t kLongestMs = std::int64_t{1} << 53;

/// How much time the candidate gives themselves; recorded in the result. `untimed` has no deadline.
enum class TimeFactor : std::uint8_t { normal, one_and_half, twice, untimed };

enum class Phase : std::uint8_t { preparing, answering, paused, interrupted, submitted };

/// Why the answer was submitted.
enum class EndedBy : std::uint8_t { candidate, time };

struct ChecklistStep {
  std::string id;
  std::string name;
  std::string hint;
  std::optional<std::int64_t> first_served_ms;  ///< answering time at which the text first served it
  bool served = false;                          ///< by the evidence in the present text
  std::optional<bool> by_hand;                  ///< the candidate's own tick, which outranks the evidence
  [[nodiscard]] bool ticked() const { return by_hand.value_or(served); }
};

struct State {
  std::string question_id;
  std::string free_text;  ///< the prompt of a free-text question
  std::string retry_of;   ///< the caller's: id of an earlier attempt at this question; kept so that it survives a kill
  Phase phase = Phase::preparing;
  Phase paused_from = Phase::answering;  ///< where resume goes back to
  TimeFactor time_factor = TimeFactor::normal;
  bank::Level level = bank::Level::senior;
  std::int64_t answer_limit_ms = 180'000;  ///< question's seconds times the factor; 0 when untimed
  /// Scaled like the answer, since who needs longer to write also needs longer to read; 0 (no limit) when untimed.
  std::int64_t preparation_limit_ms = kPreparationMs;
  std::int64_t preparation_used_ms = 0;
  std::int64_t answering_used_ms = 0;  ///< without pauses
  std::int64_t paused_ms = 0;
  int pauses = 0;
  int interruptions = 0;
  bool warned = false;
  std::string draft;
  std::string notes;  ///< preparation notes: never judged
  std::vector<ChecklistStep> checklist;
  Now started;         ///< when the attempt began
  Now last;            ///< the last moment accounted for
  std::optional<EndedBy> ended_by;

  /// Milliseconds left in the present phase, for a paused or interrupted attempt in the phase it goes back to (it stands
  /// still); empty when untimed or submitted.
  [[nodiscard]] std::optional<std::int64_t> remaining_ms(Now now) const;
  /// The monotonic moment of the next deadline (end of preparation, warning, end of time); empty when none.
  [[nodiscard]] std::optional<std::int64_t> next_deadline_ms() const;
};

struct Start {
  std::string question_id;
  std::string free_text;
  int seconds = 180;
  TimeFactor time_factor = TimeFactor::normal;
  bank::Level level = bank::Level::senior;
  std::vector<ChecklistStep> checklist;
  bool skip_preparation = false;
  std::string retry_of;
};
struct SkipPreparation {};
struct Edit { std::string text; };
struct EditNotes { std::string text; };
struct StepsServed { std::vector<std::string> steps; };  ///< what the evidence of the present text serves
struct ToggleStep { std::string step; };
struct Pause {};
struct Resume {};       ///< from a pause, or Continue after an interruption
struct Tick {};         ///< a timer or any event: time has passed
struct Finish {};
/// The page was killed and opened again: the clock stands still until the candidate chooses.
struct Reopen {};

using Event = std::variant<SkipPreparation, Edit, EditNotes, StepsServed, ToggleStep, Pause, Resume, Tick, Finish, Reopen>;

/// What the caller has to do. Timers are not effects: ask `next_deadline_ms` after each step.
struct Submit {};        ///< judge `state.draft` and record the attempt
struct WarnTimeLeft {};  ///< 30 seconds left, said once
struct AnsweringBegan {};
using Effect = std::variant<Submit, WarnTimeLeft, AnsweringBegan>;

[[nodiscard]] State start(const Start& start, Now now);

/// Accounts for the time since `state.last` first (a deadline that passed ends the phase at the deadline, however late the event),
/// then applies the event. Events that don't fit the phase change nothing. An Edit that arrives with or before the deadline is kept,
/// also up to kLateEditMs after it when it is the event that notices the end. Effects come in the order in which they happened.
[[nodiscard]] std::vector<Effect> step(State& state, const Event& event, Now now);

[[nodiscard]] std::string_view to_id(TimeFactor factor);
[[nodiscard]] std::optional<TimeFactor> time_factor_from_id(std::string_view id);
[[nodiscard]] std::string_view to_id(Phase phase);
[[nodiscard]] std::string_view to_id(EndedBy ended_by);
[[nodiscard]] std::optional<EndedBy> ended_by_from_id(std::string_view id);

/// The JSON form of a running attempt, journalled on each change so that a killed tab loses nothing. Read with Reopen in mind: monotonic
/// times of another run mean nothing and are dropped.
[[nodiscard]] json::Value to_json(const State& state);
[[nodiscard]] std::optional<State> read_state(const json::Value& value);

}  // namespace dryrun::session
