#include <utility>

#include "app/turn.h"

namespace dryrun::app {
namespace {

/// Few enough that a frame is drawn in between on a slow machine.
constexpr int kVerdictsPerSlice = 4;

scoring::Report judged(Model& model, const scoring::Input& input) {
  const scoring::Judge& judge = *model.derived.judge;
  if (const bank::Question* question = question_of(model, input.question_id))
    return judge.judge(*prepared_for(model, *question), input);
  return judge.judge(*judge.prepare_free(input.question_text, input.group), input);
}

selftest::Measurement measurement_of(const Model& model, bool is_untouched) {
  auto pairs = std::make_shared<std::vector<selftest::Pair>>();
  for (const selftest::Pair& pair : *model.derived.pairs) {
    // A bank of one's own may lack a question.
    const std::string& id = pair.strong.question_id;
    if (pair.is_untouched == is_untouched && (id.empty() || question_of(model, id) != nullptr)) pairs->push_back(pair);
  }
  return selftest::Measurement(std::move(pairs));
}

}  // namespace

void on(Turn& turn, const CheckHonesty&) {
  Model& model = turn.model;
  if (!model.derived.judge || !model.derived.pairs || model.derived.pairs->empty()) return;
  model.honesty_check = HonestyCheck{measurement_of(model, false), measurement_of(model, true), true, turn.now.monotonic_ms};
  turn.announce("Measuring the judge on this machine.");
}

void on(Turn& turn, const PauseHonestyCheck&) {
  if (turn.model.honesty_check) turn.model.honesty_check->is_running = false;
}

void on(Turn& turn, const GoOnWithHonestyCheck&) {
  std::optional<HonestyCheck>& check = turn.model.honesty_check;
  if (!check || check->done() == check->total()) return;
  check->is_running = true;
  check->next_slice_ms = turn.now.monotonic_ms;
}

std::optional<std::int64_t> next_honesty_slice_ms(const Model& model) {
  if (!model.honesty_check || !model.honesty_check->is_running || model.screen != Screen::honesty) return std::nullopt;
  return model.honesty_check->next_slice_ms;
}

void go_on_with_honesty_check(Turn& turn) {
  Model& model = turn.model;
  const std::optional<std::int64_t> due = next_honesty_slice_ms(model);
  if (!due || *due > turn.now.monotonic_ms) return;
  HonestyCheck& check = *model.honesty_check;
  const auto judge = [&](const scoring::Input& input) { return judged(model, input); };
  const auto prompt_of = [&](const scoring::Input& input) {
    const bank::Question* question = question_of(model, input.question_id);
    return question != nullptr ? question->prompt : input.question_text;
  };
  for (int i = 0; i < kVerdictsPerSlice; ++i) {
    selftest::Measurement& next = check.untouched.is_done() ? check.looked_at : check.untouched;
    next.step(judge, prompt_of);
  }
  // The next one after a frame, which the platform draws when it has nothing due.
  check.next_slice_ms = turn.now.monotonic_ms + 1;
  if (check.done() < check.total()) return;
  check.is_running = false;
  turn.announce("The judge is measured. The figures are on the page.");
}

}  // namespace dryrun::app
