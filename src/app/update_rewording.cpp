#include <utility>

#include "app/present.h"
#include "app/turn.h"

namespace dryrun::app {
namespace {

/// The report of other words for an attempt; empty without a judge.
std::optional<scoring::Report> judged(Model& model, const progress::Attempt& attempt, const std::string& text) {
  const scoring::Input& given = attempt.report.input;
  const auto prepared = prepared_for(model, given.question_id, given.question_text.empty() ? attempt.question_prompt : given.question_text);
  if (!prepared) return std::nullopt;
  scoring::Input input = given;
  input.answer = text;
  // The clock and the microphone heard the first words only.
  input.seconds.reset();
  input.words.clear();
  return model.derived.judge->judge(*prepared, std::move(input));
}

}  // namespace

void on(Turn& turn, const StartRewording&) {
  Model& model = turn.model;
  const progress::Attempt* attempt = model.screen == Screen::verdict ? shown_attempt(model) : nullptr;
  if (attempt == nullptr || model.rewording) return;
  std::optional<scoring::Report> report = judged(model, *attempt, attempt->report.input.answer);
  if (!report) return;
  model.rewording = Rewording{attempt->report.input.answer, *std::move(report)};
  model.selected_row.reset();
}

void on(Turn& turn, const EditRewording& message) {
  Model& model = turn.model;
  const progress::Attempt* attempt = shown_attempt(model);
  if (attempt == nullptr || !model.rewording) return;
  std::optional<std::string> text = take_text(turn, message.text, "These words are longer than 1 MiB: the last change was not taken.");
  if (!text) return;
  std::optional<scoring::Report> report = judged(model, *attempt, *text);
  if (!report) return;
  const scoring::Verdict before = model.rewording->report.verdict;
  model.rewording = Rewording{*std::move(text), *std::move(report)};
  // Each keystroke moves the points; ears are told when the verdict turns.
  if (const scoring::Report& now = model.rewording->report; now.verdict != before) turn.announce(verdict_sentence(now));
}

void on(Turn& turn, const EndRewording&) {
  turn.model.rewording.reset();
}

}  // namespace dryrun::app
