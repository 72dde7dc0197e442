#include <utility>

#include "app/turn.h"

namespace dryrun::app {
namespace {

/// Few enough that a frame is drawn in between on a slow machine.
constexpr int kAttemptsPerSlice = 4;

void look_again(Model& model, SecondLook& look, const progress::Attempt& attempt) {
  const scoring::Input& input = attempt.report.input;
  if (!input.question_id.empty() && question_of(model, input.question_id) == nullptr) {
    ++look.without_question;
    return;
  }
  const auto prepared = prepared_for(model, input.question_id, input.question_text);
  scoring::Report now = model.derived.judge->judge(*prepared, input);
  ++look.judged;
  if (now.verdict != attempt.report.verdict || now.score != attempt.report.score) look.differs.emplace(attempt.id, std::move(now));
}

}  // namespace

void on(Turn& turn, const TakeSecondLook&) {
  Model& model = turn.model;
  if (model.screen != Screen::history || !model.derived.judge || model.progress.attempts.empty()) return;
  SecondLook look;
  for (const progress::Attempt& attempt : model.progress.attempts) look.waiting.push_back(attempt.id);
  look.next_slice_ms = turn.now.monotonic_ms;
  model.second_look = std::move(look);
}

std::optional<std::int64_t> next_second_look_ms(const Model& model) {
  if (!model.second_look || model.second_look->waiting.empty() || model.screen != Screen::history) return std::nullopt;
  return model.second_look->next_slice_ms;
}

void go_on_with_second_look(Turn& turn) {
  Model& model = turn.model;
  const std::optional<std::int64_t> due = next_second_look_ms(model);
  if (!due || *due > turn.now.monotonic_ms) return;
  SecondLook& look = *model.second_look;
  for (int i = 0; i < kAttemptsPerSlice && !look.waiting.empty(); ++i) {
    const std::string id = std::move(look.waiting.back());
    look.waiting.pop_back();
    // One that was erased meanwhile is passed over.
    if (const progress::Attempt* attempt = find_attempt(model, id)) look_again(model, look, *attempt);
  }
  look.next_slice_ms = turn.now.monotonic_ms + 1;
  if (look.waiting.empty()) {
    turn.announce(std::to_string(look.differs.size()) + " of " + std::to_string(look.judged) + " attempts get another verdict or score by today's rules.");
  }
}

}  // namespace dryrun::app
