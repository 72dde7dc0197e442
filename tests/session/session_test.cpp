#include "session/session.h"

#include <doctest/doctest.h>

#include <array>
#include <limits>
#include <random>
#include <string>

using namespace dryrun;
using namespace dryrun::session;

namespace {

constexpr std::int64_t kWall = 1'795'000'000'000;

/// A moment `ms` after the beginning, both clocks agreeing.
Now at(std::int64_t ms) {
  return {5'000 + ms, kWall + ms};
}

Start usual() {
  Start start;
  start.question_id = "late-page";
  start.seconds = 180;
  start.checklist = {{"detect", "Detect", "", {}, false, {}}, {"mitigate", "Mitigate", "", {}, false, {}}};
  return start;
}

State answering(Start from = usual()) {
  from.skip_preparation = true;
  return start(from, at(0));
}

template <class T>
int count(const std::vector<Effect>& effects) {
  int found = 0;
  for (const Effect& effect : effects) found += std::holds_alternative<T>(effect) ? 1 : 0;
  return found;
}

}  // namespace

TEST_CASE("preparation ends by itself after 30 seconds and answering begins there") {
  State state = session::start(usual(), at(0));
  CHECK(state.phase == Phase::preparing);
  CHECK(state.next_deadline_ms() == at(30'000).monotonic_ms);
  CHECK(step(state, Tick{}, at(29'999)).empty());
  const auto effects = step(state, Tick{}, at(31'000));
  CHECK(count<AnsweringBegan>(effects) == 1);
  CHECK(state.phase == Phase::answering);
  CHECK(state.preparation_used_ms == 30'000);
  CHECK(state.answering_used_ms == 1'000);
}

TEST_CASE("preparation can be skipped") {
  State state = session::start(usual(), at(0));
  CHECK(count<AnsweringBegan>(step(state, SkipPreparation{}, at(4'000))) == 1);
  CHECK(state.preparation_used_ms == 4'000);
  CHECK(state.remaining_ms(at(5'000)) == 179'000);
  CHECK(step(state, SkipPreparation{}, at(6'000)).empty());
}

TEST_CASE("the time factor scales preparation and answer, untimed has no deadline") {
  Start from = usual();
  from.time_factor = TimeFactor::one_and_half;
  CHECK(session::start(from, at(0)).answer_limit_ms == 270'000);
  CHECK(session::start(from, at(0)).preparation_limit_ms == 45'000);
  from.time_factor = TimeFactor::twice;
  CHECK(session::start(from, at(0)).answer_limit_ms == 360'000);
  from.time_factor = TimeFactor::untimed;
  State state = session::start(from, at(0));
  CHECK_FALSE(state.next_deadline_ms());
  CHECK_FALSE(state.remaining_ms(at(9)));
  CHECK(step(state, Tick{}, at(900'000)).empty());
  CHECK(state.phase == Phase::preparing);
  (void)step(state, SkipPreparation{}, at(900'000));
  CHECK(step(state, Tick{}, at(5'000'000)).empty());
  CHECK(state.answering_used_ms == 4'100'000);
  CHECK_FALSE(state.next_deadline_ms());
  CHECK(count<Submit>(step(state, Finish{}, at(5'000'001))) == 1);
}

TEST_CASE("30 seconds before the end are told once") {
  State state = answering();
  CHECK(state.next_deadline_ms() == at(150'000).monotonic_ms);
  CHECK(count<WarnTimeLeft>(step(state, Tick{}, at(149'999))) == 0);
  CHECK(count<WarnTimeLeft>(step(state, Tick{}, at(150'000))) == 1);
  CHECK(count<WarnTimeLeft>(step(state, Tick{}, at(150'001))) == 0);
  CHECK(state.next_deadline_ms() == at(180'000).monotonic_ms);
}

TEST_CASE("a question of half a minute or less gives no warning") {
  Start from = usual();
  from.seconds = 30;
  State state = answering(from);
  CHECK(step(state, Tick{}, at(29'000)).empty());
  CHECK(count<Submit>(step(state, Tick{}, at(30'000))) == 1);
}

TEST_CASE("at zero the answer is submitted by itself, however late the event, with the deadline as its end") {
  State state = answering();
  (void)step(state, Edit{"all I have"}, at(10'000));
  const auto effects = step(state, Tick{}, at(400'000));
  REQUIRE(effects.size() == 1);
  CHECK(count<Submit>(effects) == 1);
  CHECK(state.phase == Phase::submitted);
  CHECK(state.ended_by == EndedBy::time);
  CHECK(state.answering_used_ms == 180'000);
  CHECK(state.draft == "all I have");
  CHECK(step(state, Tick{}, at(500'000)).empty());
  CHECK(step(state, Finish{}, at(500'000)).empty());
}

TEST_CASE("one late event runs through preparation and answer") {
  State state = session::start(usual(), at(0));
  const auto effects = step(state, Tick{}, at(1'000'000));
  REQUIRE(effects.size() == 2);
  CHECK(count<AnsweringBegan>(effects) == 1);
  CHECK(count<Submit>(effects) == 1);
  CHECK(state.preparation_used_ms == 30'000);
  CHECK(state.answering_used_ms == 180'000);
}

TEST_CASE("an edit that arrives with the deadline or just behind it is kept, a later one is not") {
  State state = answering();
  CHECK(count<Submit>(step(state, Edit{"in time"}, at(180'000))) == 1);
  CHECK(state.draft == "in time");

  state = answering();
  CHECK(count<Submit>(step(state, Edit{"a moment late"}, at(180'000 + kLateEditMs))) == 1);
  CHECK(state.draft == "a moment late");
  CHECK(state.answering_used_ms == 180'000);

  state = answering();
  (void)step(state, Edit{"before"}, at(1'000));
  (void)step(state, Edit{"too late"}, at(180'001 + kLateEditMs));
  CHECK(state.draft == "before");
}

TEST_CASE("time asleep counts, a clock set back does not") {
  State state = answering();
  Now now = at(10'000);
  (void)step(state, Tick{}, now);
  now.wall_ms += 60'000;  // the lid was closed: monotonic time stood still
  now.monotonic_ms += 100;
  CHECK(state.remaining_ms(now) == 110'000);
  (void)step(state, Tick{}, now);
  CHECK(state.answering_used_ms == 70'000);

  now.wall_ms -= 3'600'000;
  now.monotonic_ms += 1'000;
  (void)step(state, Tick{}, now);
  CHECK(state.answering_used_ms == 71'000);

  now.wall_ms += 2'900;  // drift within the tolerance is the monotonic clock's to tell
  now.monotonic_ms += 1'000;
  (void)step(state, Tick{}, now);
  CHECK(state.answering_used_ms == 72'000);
}

TEST_CASE("a pause stops the clock and is recorded") {
  State state = answering();
  (void)step(state, Pause{}, at(20'000));
  CHECK(state.phase == Phase::paused);
  CHECK_FALSE(state.next_deadline_ms());
  CHECK(state.remaining_ms(at(50'000)) == 160'000);
  CHECK(step(state, Edit{"typed in a pause"}, at(60'000)).empty());
  CHECK(state.draft.empty());
  (void)step(state, Resume{}, at(120'000));
  CHECK(state.phase == Phase::answering);
  CHECK(state.paused_ms == 100'000);
  CHECK(state.pauses == 1);
  CHECK(state.answering_used_ms == 20'000);
}

TEST_CASE("a pause in preparation goes back to preparation") {
  State state = session::start(usual(), at(0));
  (void)step(state, Pause{}, at(1'000));
  (void)step(state, Resume{}, at(90'000));
  CHECK(state.phase == Phase::preparing);
  CHECK(state.remaining_ms(at(90'000)) == 29'000);
}

TEST_CASE("reopened after a kill the clock stands still until Continue, which is recorded") {
  State state = answering();
  (void)step(state, Edit{"half a"}, at(30'000));
  std::optional<State> reopened = read_state(to_json(state));
  REQUIRE(reopened);
  const Now much_later{7, kWall + 86'400'000};
  CHECK(step(*reopened, Reopen{}, much_later).empty());
  CHECK(reopened->phase == Phase::interrupted);
  CHECK(reopened->draft == "half a");
  CHECK(reopened->remaining_ms({90'000, kWall + 96'400'000}) == 150'000);
  CHECK(step(*reopened, Tick{}, {200'000, kWall + 96'400'000}).empty());
  CHECK(step(*reopened, Resume{}, {300'000, kWall + 97'400'000}).empty());
  CHECK(reopened->phase == Phase::answering);
  CHECK(reopened->interruptions == 1);
  CHECK(reopened->answering_used_ms == 30'000);
  CHECK(reopened->next_deadline_ms() == 300'000 + 120'000);
}

TEST_CASE("an interrupted attempt can be submitted as it is") {
  State state = session::start(usual(), at(0));
  (void)step(state, Reopen{}, at(1));
  CHECK(count<Submit>(step(state, Finish{}, at(2))) == 1);
  CHECK(state.ended_by == EndedBy::candidate);
}

TEST_CASE("a paused attempt that was killed goes back to what was paused") {
  State state = session::start(usual(), at(0));
  (void)step(state, Pause{}, at(1'000));
  (void)step(state, Reopen{}, at(2'000));
  (void)step(state, Resume{}, at(3'000));
  CHECK(state.phase == Phase::preparing);
}

TEST_CASE("steps tick by evidence, keep their first moment, and yield to the candidate's own tick") {
  State state = answering();
  (void)step(state, StepsServed{{"mitigate"}}, at(12'000));
  CHECK(state.checklist[1].ticked());
  CHECK(state.checklist[1].first_served_ms == 12'000);
  (void)step(state, StepsServed{{}}, at(15'000));
  CHECK_FALSE(state.checklist[1].ticked());
  (void)step(state, StepsServed{{"mitigate"}}, at(20'000));
  CHECK(state.checklist[1].first_served_ms == 12'000);
  (void)step(state, ToggleStep{"mitigate"}, at(21'000));
  CHECK_FALSE(state.checklist[1].ticked());
  (void)step(state, ToggleStep{"detect"}, at(22'000));
  CHECK(state.checklist[0].ticked());
  CHECK_FALSE(state.checklist[0].first_served_ms);
}

TEST_CASE("a preparing attempt can't be finished and takes notes, not an answer") {
  State state = session::start(usual(), at(0));
  CHECK(step(state, Finish{}, at(1)).empty());
  (void)step(state, Edit{"x"}, at(2));
  (void)step(state, EditNotes{"think of the queue"}, at(3));
  CHECK(state.draft.empty());
  CHECK(state.notes == "think of the queue");
}

TEST_CASE("a stored state with impossible values is not read") {
  const json::Value good = to_json(answering());
  REQUIRE(read_state(good));
  for (const auto& [key, bad] :
       std::vector<std::pair<std::string, json::Value>>{{"phase", json::Value::of("asleep")},
                                                        {"paused_from", json::Value::of("submitted")},
                                                        {"time_factor", json::Value::of("7")},
                                                        {"level", json::Value::of(2)},
                                                        {"answering_used_ms", json::Value::of(-1)},
                                                        {"answering_used_ms", json::Value::of(180'001)},
                                                        {"answer_limit_ms", json::Value::of(0)},
                                                        {"pauses", json::Value::of(std::int64_t{1} << 60)},
                                                        {"draft", json::Value::of(true)},
                                                        {"checklist", json::Value::object()},
                                                        {"ended_by", json::Value::of("time")}}) {
    json::Value changed = good;
    changed.set(key, bad);
    CAPTURE(key);
    CHECK_FALSE(read_state(changed));
  }
  CHECK_FALSE(read_state(json::Value::of(3)));
}

TEST_CASE("any sequence of events and times keeps the clock honest and the draft safe") {
  std::mt19937 random(20'260);
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  for (int round = 0; round < 2'000; ++round) {
    Start from = usual();
    from.seconds = 1 + below(300);
    from.time_factor = static_cast<TimeFactor>(below(4));
    from.skip_preparation = below(2) == 0;
    Now now = at(below(1'000));
    State state = session::start(from, now);
    int submitted = 0;
    int warned = 0;
    std::string last_kept;
    for (int i = 0; i < 40; ++i) {
      now.monotonic_ms += below(10) == 0 ? -below(5'000) : below(20'000);
      now.wall_ms += below(8) == 0 ? below(4'000'000) - 2'000'000 : below(20'000);
      Now moment = now;
      if (below(200) == 0) {
        moment = {std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()};
      }
      const std::array<Event, 10> events{SkipPreparation{},
                                         Edit{"text " + std::to_string(i)},
                                         EditNotes{"n"},
                                         StepsServed{{"detect"}},
                                         ToggleStep{"detect"},
                                         Pause{},
                                         Resume{},
                                         Tick{},
                                         Finish{},
                                         Reopen{}};
      const std::size_t which = static_cast<std::size_t>(below(40) == 0 ? 8 : below(10) == 8 ? 7 : below(10));
      const State before = state;
      const auto effects = step(state, events[which], moment);
      submitted += count<Submit>(effects);
      warned += count<WarnTimeLeft>(effects);
      if (which == 1 && state.draft == "text " + std::to_string(i)) last_kept = state.draft;
      CHECK(state.draft == last_kept);
      CHECK(state.preparation_used_ms >= before.preparation_used_ms);
      CHECK(state.answering_used_ms >= before.answering_used_ms);
      CHECK(state.paused_ms >= before.paused_ms);
      if (from.time_factor != TimeFactor::untimed) {
        CHECK(state.answering_used_ms <= state.answer_limit_ms);
        CHECK(state.preparation_used_ms <= state.preparation_limit_ms);
      }
      CHECK(state.remaining_ms(moment).value_or(0) >= 0);
      CHECK((state.phase == Phase::submitted) == (submitted == 1));
      CHECK(submitted <= 1);
      CHECK(warned <= 1);
      if (before.phase == Phase::submitted) CHECK(effects.empty());
    }
    const std::optional<State> again = read_state(to_json(state));
    REQUIRE(again);
    CHECK(json::same(to_json(*again), to_json(state)));
  }
}

TEST_CASE("an event's moment, not the number of ticks before it, decides how an attempt ends") {
  for (const int ticks : {0, 1, 7, 50}) {
    State state = session::start(usual(), at(0));
    std::vector<Effect> all;
    for (int i = 1; i <= ticks; ++i) {
      for (const Effect& effect : step(state, Tick{}, at(i * 3'000))) all.push_back(effect);
    }
    for (const Effect& effect : step(state, Tick{}, at(300'000))) all.push_back(effect);
    CHECK(count<Submit>(all) == 1);
    CHECK(state.answering_used_ms == 180'000);
    CHECK(state.preparation_used_ms == 30'000);
  }
}
