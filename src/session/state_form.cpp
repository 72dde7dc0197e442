// The stored form of a running attempt and the ids of its enumerations.
#include <algorithm>
#include <array>
#include <utility>

#include "session/session.h"

namespace dryrun::session {
namespace {

using json::Kind;
using json::Value;

constexpr std::array<std::string_view, 4> kTimeFactorIds{"1", "1.5", "2", "untimed"};
constexpr std::array<std::string_view, 5> kPhaseIds{"preparing", "answering", "paused", "interrupted", "submitted"};
constexpr std::array<std::string_view, 2> kEndedByIds{"candidate", "time"};

std::int64_t in_bounds(std::int64_t wall_ms) {
  return std::clamp(wall_ms, -kLongestMs, kLongestMs);
}

template <class Enum, std::size_t N>
std::optional<Enum> from_id(const std::array<std::string_view, N>& ids, std::string_view id) {
  const auto found = std::find(ids.begin(), ids.end(), id);
  if (found == ids.end()) return std::nullopt;
  return static_cast<Enum>(found - ids.begin());
}

Value step_json(const ChecklistStep& step) {
  Value out = Value::object();
  out.set("id", Value::of(step.id)).set("name", Value::of(step.name)).set("hint", Value::of(step.hint));
  if (step.first_served_ms) out.set("first_served_ms", Value::of(*step.first_served_ms));
  out.set("served", Value::of(step.served));
  if (step.by_hand) out.set("by_hand", Value::of(*step.by_hand));
  return out;
}

/// Fields of one object; the first that is of the wrong kind or out of range makes the whole unreadable.
class Fields {
 public:
  explicit Fields(const Value& value) : value_(value), is_good_(value.is(Kind::object)) {}
  [[nodiscard]] bool is_good() const { return is_good_; }

  std::string text(std::string_view key) {
    const Value* found = value_.find(key);
    if (found == nullptr) return {};
    require(found->is(Kind::string));
    return found->string;
  }
  std::int64_t whole(std::string_view key, std::int64_t low = 0) { return optional_whole(key, low).value_or(0); }
  std::optional<std::int64_t> optional_whole(std::string_view key, std::int64_t low = 0) {
    const Value* found = value_.find(key);
    if (found == nullptr) return std::nullopt;
    require(found->is(Kind::integer) && found->integer >= low && found->integer <= kLongestMs);
    return is_good_ ? found->integer : 0;
  }
  std::optional<bool> flag(std::string_view key) {
    const Value* found = value_.find(key);
    if (found == nullptr) return std::nullopt;
    require(found->is(Kind::boolean));
    return found->boolean;
  }
  template <class Enum, std::size_t N>
  Enum one_of(std::string_view key, const std::array<std::string_view, N>& ids) {
    const std::optional<Enum> found = from_id<Enum>(ids, text(key));
    require(found.has_value());
    return found.value_or(Enum{});
  }
  void require(bool condition) { is_good_ = is_good_ && condition; }

 private:
  const Value& value_;
  bool is_good_;
};

std::optional<ChecklistStep> read_step(const Value& value) {
  Fields fields(value);
  ChecklistStep step;
  step.id = fields.text("id");
  step.name = fields.text("name");
  step.hint = fields.text("hint");
  step.first_served_ms = fields.optional_whole("first_served_ms");
  step.served = fields.flag("served").value_or(false);
  step.by_hand = fields.flag("by_hand");
  return fields.is_good() ? std::optional(std::move(step)) : std::nullopt;
}

/// Times that no run of the state machine can leave behind.
bool is_possible(const State& state) {
  const bool is_untimed = state.time_factor == TimeFactor::untimed;
  if (is_untimed != (state.answer_limit_ms == 0) || is_untimed != (state.preparation_limit_ms == 0)) return false;
  if (is_untimed) return true;
  return state.answering_used_ms <= state.answer_limit_ms && state.preparation_used_ms <= state.preparation_limit_ms;
}

}  // namespace

std::string_view to_id(TimeFactor factor) {
  return kTimeFactorIds[static_cast<std::size_t>(factor)];
}
std::string_view to_id(Phase phase) {
  return kPhaseIds[static_cast<std::size_t>(phase)];
}
std::string_view to_id(EndedBy ended_by) {
  return kEndedByIds[static_cast<std::size_t>(ended_by)];
}
std::optional<TimeFactor> time_factor_from_id(std::string_view id) {
  return from_id<TimeFactor>(kTimeFactorIds, id);
}
std::optional<EndedBy> ended_by_from_id(std::string_view id) {
  return from_id<EndedBy>(kEndedByIds, id);
}

json::Value to_json(const State& state) {
  Value out = Value::object();
  out.set("question_id", Value::of(state.question_id));
  if (!state.free_text.empty()) out.set("free_text", Value::of(state.free_text));
  if (!state.retry_of.empty()) out.set("retry_of", Value::of(state.retry_of));
  out.set("phase", Value::of(to_id(state.phase)));
  out.set("paused_from", Value::of(to_id(state.paused_from)));
  out.set("time_factor", Value::of(to_id(state.time_factor)));
  out.set("level", Value::of(bank::to_id(state.level)));
  out.set("answer_limit_ms", Value::of(state.answer_limit_ms));
  out.set("preparation_limit_ms", Value::of(state.preparation_limit_ms));
  out.set("preparation_used_ms", Value::of(state.preparation_used_ms));
  out.set("answering_used_ms", Value::of(state.answering_used_ms));
  out.set("paused_ms", Value::of(state.paused_ms));
  out.set("pauses", Value::of(state.pauses));
  out.set("interruptions", Value::of(state.interruptions));
  out.set("warned", Value::of(state.warned));
  out.set("draft", Value::of(state.draft));
  out.set("notes", Value::of(state.notes));
  Value steps = Value::array();
  for (const ChecklistStep& step : state.checklist) steps.push(step_json(step));
  out.set("checklist", std::move(steps));
  out.set("started_wall_ms", Value::of(in_bounds(state.started.wall_ms)));
  out.set("last_wall_ms", Value::of(in_bounds(state.last.wall_ms)));
  if (state.ended_by) out.set("ended_by", Value::of(to_id(*state.ended_by)));
  return out;
}

std::optional<State> read_state(const json::Value& value) {
  Fields fields(value);
  State state;
  state.question_id = fields.text("question_id");
  state.free_text = fields.text("free_text");
  state.retry_of = fields.text("retry_of");
  state.phase = fields.one_of<Phase>("phase", kPhaseIds);
  state.paused_from = fields.one_of<Phase>("paused_from", kPhaseIds);
  fields.require(state.paused_from == Phase::preparing || state.paused_from == Phase::answering);
  state.time_factor = fields.one_of<TimeFactor>("time_factor", kTimeFactorIds);
  const std::optional<bank::Level> level = bank::level_from_id(fields.text("level"));
  fields.require(level.has_value());
  state.level = level.value_or(bank::Level::senior);
  state.answer_limit_ms = fields.whole("answer_limit_ms");
  state.preparation_limit_ms = fields.whole("preparation_limit_ms");
  state.preparation_used_ms = fields.whole("preparation_used_ms");
  state.answering_used_ms = fields.whole("answering_used_ms");
  state.paused_ms = fields.whole("paused_ms");
  constexpr std::int64_t kMostTimes = 1'000'000;
  const std::int64_t pauses = fields.whole("pauses");
  const std::int64_t interruptions = fields.whole("interruptions");
  fields.require(pauses <= kMostTimes && interruptions <= kMostTimes);
  state.pauses = static_cast<int>(std::min(pauses, kMostTimes));
  state.interruptions = static_cast<int>(std::min(interruptions, kMostTimes));
  state.warned = fields.flag("warned").value_or(false);
  state.draft = fields.text("draft");
  state.notes = fields.text("notes");
  state.started.wall_ms = fields.whole("started_wall_ms", -kLongestMs);
  state.last.wall_ms = fields.whole("last_wall_ms", -kLongestMs);
  if (value.find("ended_by") != nullptr) state.ended_by = fields.one_of<EndedBy>("ended_by", kEndedByIds);
  fields.require((state.phase == Phase::submitted) == state.ended_by.has_value());
  if (const Value* steps = value.find("checklist"); steps != nullptr) {
    fields.require(steps->is(Kind::array));
    for (const Value& item : steps->items) {
      std::optional<ChecklistStep> step = read_step(item);
      fields.require(step.has_value());
      if (step) state.checklist.push_back(*std::move(step));
    }
  }
  fields.require(is_possible(state));
  if (!fields.is_good()) return std::nullopt;
  return state;
}

}  // namespace dryrun::session
