#include <utility>

#include "app/present.h"
#include "app/turn.h"

namespace dryrun::app {
namespace {

progress::Timings timings_of(const session::State& state) {
  progress::Timings timings;
  timings.preparation_ms = state.preparation_used_ms;
  timings.answering_ms = state.answering_used_ms;
  timings.paused_ms = state.paused_ms;
  timings.pauses = state.pauses;
  timings.interruptions = state.interruptions;
  timings.time_factor = state.time_factor;
  timings.ended_by = state.ended_by.value_or(session::EndedBy::candidate);
  for (const session::ChecklistStep& step : state.checklist) {
    if (step.first_served_ms) timings.steps_first_served_ms.emplace_back(step.id, *step.first_served_ms);
  }
  return timings;
}

/// What the command line would be given for the same answer, so that both print the same report.
scoring::Input input_of(const session::State& state) {
  scoring::Input input;
  input.question_id = state.question_id;
  input.question_text = state.free_text;
  input.answer = state.draft;
  input.level = state.level;
  return input;
}

progress::Attempt make_attempt(Model& model, const session::State& state, std::uint64_t random,
                               const scoring::PreparedQuestion& prepared) {
  progress::Attempt attempt;
  attempt.id = progress::attempt_id(state.question_id.empty() ? state.free_text : state.question_id,
                                    state.started.wall_ms, random);
  attempt.started_wall_ms = state.started.wall_ms;
  attempt.question_id = state.question_id;
  attempt.question_prompt = state.free_text;
  if (const bank::Question* question = question_of(model, state.question_id); question != nullptr) {
    attempt.question_title = question->title;
    attempt.question_prompt = question->prompt;
  }
  attempt.timings = timings_of(state);
  attempt.retry_of = find_attempt(model, state.retry_of) != nullptr ? state.retry_of : std::string();
  attempt.report = model.derived.judge->judge(prepared, input_of(state));
  return attempt;
}

/// The message for the page around, as it is posted.
std::string result_message(const progress::Attempt& attempt) {
  json::Value message = json::Value::object();
  message.set("type", json::Value::of("dryrun.result"));
  message.set("version", json::Value::of(1));
  message.set("report", scoring::to_json(attempt.report));
  message.set("attempt_id", json::Value::of(attempt.id));
  return json::dump(message);
}

}  // namespace

std::shared_ptr<const scoring::PreparedQuestion> prepared_for(Model& model, const bank::Question& question) {
  if (!model.derived.judge) return nullptr;
  std::shared_ptr<const scoring::PreparedQuestion>& prepared = model.derived.prepared[question.id];
  if (!prepared) prepared = model.derived.judge->prepare(question);
  return prepared;
}

std::shared_ptr<const scoring::PreparedQuestion> prepared_for(Model& model, const std::string& question_id, const std::string& free_text) {
  Derived& derived = model.derived;
  if (!derived.judge) return nullptr;
  if (const bank::Question* question = question_of(model, question_id)) return prepared_for(model, *question);
  // A stored attempt may outlive its question: then the general rubric judges it by what is known of the question.
  const std::string& prompt = question_id.empty() ? free_text : question_id;
  if (derived.prepared_free_text != prompt) derived.prepared.erase("");
  std::shared_ptr<const scoring::PreparedQuestion>& prepared = derived.prepared[""];
  if (!prepared) {
    prepared = derived.judge->prepare_free(prompt, std::nullopt);
    derived.prepared_free_text = prompt;
  }
  return prepared;
}

void on(Turn& turn, const RandomArrived& message) {
  if (!turn.model.progress.running) return;
  if (!turn.model.random) turn.model.random = message.bits;
  record_submitted(turn);
}

void record_submitted(Turn& turn) {
  Model& model = turn.model;
  if (!model.progress.running || model.progress.running->phase != session::Phase::submitted || !model.random) return;
  const std::shared_ptr<const scoring::PreparedQuestion> prepared = prepared_for(model, model.progress.running->question_id, model.progress.running->free_text);
  if (!prepared) return;
  const session::State state = *model.progress.running;
  progress::Attempt attempt = make_attempt(model, state, *model.random, *prepared);

  // The attempt first, then the end of its draft: whatever a kill leaves of the journal, the answer is in one of them.
  turn.journal(progress::Added{attempt});
  model.progress.running.reset();
  turn.journal_running();
  progress::append(model.progress, attempt);

  model.random.reset();
  model.retry_of.clear();
  const bool is_about_running = model.dialog && (model.dialog->kind == Dialog::Kind::discard_running ||
                                                 model.dialog->kind == Dialog::Kind::leave_running);
  if (is_about_running) model.dialog.reset();
  show(model, Screen::verdict);
  model.shown_attempt = attempt.id;
  const std::string lead = state.ended_by == session::EndedBy::time ? "Time is up. Your answer was submitted. " : "";
  turn.announce(lead + verdict_sentence(attempt.report));
  if (model.environment.is_embedded) turn.effects.emplace_back(PostToHost{result_message(attempt)});
}

}  // namespace dryrun::app
