#include "session/session.h"

#include <algorithm>
#include <utility>

#include "text/overloaded.h"

namespace dryrun::session {
namespace {

/// Clocks come from outside: a wild value must not overflow. Never negative, at most kLongestMs.
std::int64_t time_between(std::int64_t from, std::int64_t to) {
  std::int64_t difference = 0;
  if (__builtin_sub_overflow(to, from, &difference)) return to > from ? kLongestMs : 0;
  return std::clamp<std::int64_t>(difference, 0, kLongestMs);
}

/// The sum of two times, neither negative.
std::int64_t add(std::int64_t a, std::int64_t b) {
  return std::min(a + b, kLongestMs);
}

/// Time that counts between two moments: monotonic, or the wall clock's where the machine slept in between.
std::int64_t elapsed_ms(const Now& from, const Now& to) {
  const std::int64_t monotonic = time_between(from.monotonic_ms, to.monotonic_ms);
  const std::int64_t wall = time_between(from.wall_ms, to.wall_ms);
  return wall > add(monotonic, kSleepToleranceMs) ? wall : monotonic;
}

std::int64_t scaled(std::int64_t milliseconds, TimeFactor factor) {
  switch (factor) {
    case TimeFactor::normal:
      return milliseconds;
    case TimeFactor::one_and_half:
      return milliseconds + milliseconds / 2;
    case TimeFactor::twice:
      return milliseconds * 2;
    case TimeFactor::untimed:
      return 0;
  }
  return milliseconds;
}

bool is_running(const State& state) {
  return state.phase == Phase::preparing || state.phase == Phase::answering;
}

/// The phase whose clock a stopped attempt goes on with.
Phase running_phase(const State& state) {
  return is_running(state) ? state.phase : state.paused_from;
}

void begin_answering(State& state, std::vector<Effect>& effects) {
  state.phase = Phase::answering;
  effects.emplace_back(AnsweringBegan{});
}

void submit(State& state, EndedBy by, std::vector<Effect>& effects) {
  state.phase = Phase::submitted;
  state.ended_by = by;
  effects.emplace_back(Submit{});
}

/// What is left of `elapsed` after the preparation took its share.
std::int64_t spend_preparation(State& state, std::int64_t elapsed, std::vector<Effect>& effects) {
  if (state.preparation_limit_ms == 0) {
    state.preparation_used_ms = add(state.preparation_used_ms, elapsed);
    return 0;
  }
  const std::int64_t left = state.preparation_limit_ms - state.preparation_used_ms;
  const std::int64_t spent = std::min(left, elapsed);
  state.preparation_used_ms += spent;
  if (spent == left) begin_answering(state, effects);
  return elapsed - spent;
}

void spend_answering(State& state, std::int64_t elapsed, std::vector<Effect>& effects) {
  if (state.answer_limit_ms == 0) {
    state.answering_used_ms = add(state.answering_used_ms, elapsed);
    return;
  }
  const std::int64_t left = state.answer_limit_ms - state.answering_used_ms;
  if (elapsed >= left) {
    state.answering_used_ms = state.answer_limit_ms;
    submit(state, EndedBy::time, effects);
    return;
  }
  state.answering_used_ms += elapsed;
  if (!state.warned && left - elapsed <= kWarningMs) {
    state.warned = true;
    effects.emplace_back(WarnTimeLeft{});
  }
}

/// Moves `state` to `now`. A clock that went back counts as no time at all.
void account(State& state, Now now, std::vector<Effect>& effects) {
  std::int64_t elapsed = elapsed_ms(state.last, now);
  state.last = {std::max(state.last.monotonic_ms, std::min(now.monotonic_ms, kLongestMs)), now.wall_ms};
  switch (state.phase) {
    case Phase::preparing:
      elapsed = spend_preparation(state, elapsed, effects);
      if (state.phase == Phase::answering) spend_answering(state, elapsed, effects);
      break;
    case Phase::answering:
      spend_answering(state, elapsed, effects);
      break;
    case Phase::paused:
      state.paused_ms = add(state.paused_ms, elapsed);
      break;
    case Phase::interrupted:
    case Phase::submitted:
      break;
  }
}

/// Whether an Edit at `now` was typed in time: nothing typed is lost to a busy frame.
bool is_edit_in_time(const State& before, Now now) {
  if (before.phase != Phase::answering) return false;
  if (before.answer_limit_ms == 0) return true;
  const std::int64_t left = before.answer_limit_ms - before.answering_used_ms;
  return elapsed_ms(before.last, now) <= add(left, kLateEditMs);
}

void serve_steps(State& state, const std::vector<std::string>& steps) {
  for (ChecklistStep& step : state.checklist) {
    step.served = std::find(steps.begin(), steps.end(), step.id) != steps.end();
    if (step.served && !step.first_served_ms) step.first_served_ms = state.answering_used_ms;
  }
}

void toggle_step(State& state, const std::string& id) {
  for (ChecklistStep& step : state.checklist) {
    if (step.id == id) step.by_hand = !step.ticked();
  }
}

void pause(State& state) {
  state.paused_from = state.phase;
  state.phase = Phase::paused;
  ++state.pauses;
}

}  // namespace

State start(const Start& start, Now now) {
  State state;
  state.question_id = start.question_id;
  state.free_text = start.free_text;
  state.retry_of = start.retry_of;
  state.time_factor = start.time_factor;
  state.level = start.level;
  state.answer_limit_ms = scaled(std::max<std::int64_t>(start.seconds, 1) * 1'000, start.time_factor);
  state.preparation_limit_ms = scaled(kPreparationMs, start.time_factor);
  state.checklist = start.checklist;
  state.started = now;
  state.last = now;
  state.phase = start.skip_preparation ? Phase::answering : Phase::preparing;
  state.paused_from = state.phase;
  // With half a minute or less in all, a warning would come at once and say nothing.
  state.warned = state.answer_limit_ms != 0 && state.answer_limit_ms <= kWarningMs;
  return state;
}

std::vector<Effect> step(State& state, const Event& event, Now now) {
  std::vector<Effect> effects;
  if (std::holds_alternative<Reopen>(event)) {
    // Another run's monotonic clock: no time is accounted for.
    state.last = now;
    if (state.phase == Phase::submitted || state.phase == Phase::interrupted) return effects;
    if (is_running(state)) state.paused_from = state.phase;
    state.phase = Phase::interrupted;
    return effects;
  }
  const bool is_edit_kept = std::holds_alternative<Edit>(event) && is_edit_in_time(state, now);
  account(state, now, effects);
  std::visit(Overloaded{
                 [&](const SkipPreparation&) {
                   if (state.phase == Phase::preparing) begin_answering(state, effects);
                 },
                 [&](const Edit& edit) {
                   if (is_edit_kept || state.phase == Phase::answering) state.draft = edit.text;
                 },
                 [&](const EditNotes& edit) {
                   if (is_running(state)) state.notes = edit.text;
                 },
                 [&](const StepsServed& served) {
                   if (state.phase == Phase::answering) serve_steps(state, served.steps);
                 },
                 [&](const ToggleStep& toggle) {
                   if (is_running(state)) toggle_step(state, toggle.step);
                 },
                 [&](const Pause&) {
                   if (is_running(state)) pause(state);
                 },
                 [&](const Resume&) {
                   if (state.phase == Phase::interrupted) ++state.interruptions;
                   if (state.phase == Phase::paused || state.phase == Phase::interrupted)
                     state.phase = state.paused_from;
                 },
                 [&](const Tick&) {},
                 [&](const Finish&) {
                   if (state.phase == Phase::submitted || state.phase == Phase::preparing) return;
                   submit(state, EndedBy::candidate, effects);
                 },
                 [](const Reopen&) {},
             },
             event);
  return effects;
}

std::optional<std::int64_t> State::remaining_ms(Now now) const {
  if (phase == Phase::submitted) return std::nullopt;
  const bool is_preparing = running_phase(*this) == Phase::preparing;
  const std::int64_t limit = is_preparing ? preparation_limit_ms : answer_limit_ms;
  if (limit == 0) return std::nullopt;
  const std::int64_t used = is_preparing ? preparation_used_ms : answering_used_ms;
  const std::int64_t since = is_running(*this) ? elapsed_ms(last, now) : 0;
  return std::max<std::int64_t>(limit - add(used, since), 0);
}

std::optional<std::int64_t> State::next_deadline_ms() const {
  if (phase == Phase::preparing && preparation_limit_ms != 0) {
    return last.monotonic_ms + (preparation_limit_ms - preparation_used_ms);
  }
  if (phase == Phase::answering && answer_limit_ms != 0) {
    const std::int64_t left = answer_limit_ms - answering_used_ms;
    return last.monotonic_ms + (warned || left <= kWarningMs ? left : left - kWarningMs);
  }
  return std::nullopt;
}

}  // namespace dryrun::session
