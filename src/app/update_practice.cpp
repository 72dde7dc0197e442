#include <algorithm>
#include <cassert>
#include <utility>

#include "app/present.h"
#include "app/turn.h"
#include "text/utf8.h"

namespace dryrun::app {
namespace {

constexpr int kUsualSeconds = 180;

bool is_in(const Model& model, session::Phase phase) {
  return model.progress.running && model.progress.running->phase == phase;
}

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

std::vector<session::ChecklistStep> checklist_of(const scoring::Framework* framework) {
  std::vector<session::ChecklistStep> steps;
  if (framework == nullptr) return steps;
  for (const scoring::FrameworkStep& step : framework->steps) {
    session::ChecklistStep made;
    made.id = step.id;
    made.name = step.name;
    made.hint = step.hint;
    steps.push_back(std::move(made));
  }
  return steps;
}

bool is_same_step(const session::ChecklistStep& a, const session::ChecklistStep& b) {
  return a.id == b.id && a.served == b.served && a.by_hand == b.by_hand && a.first_served_ms == b.first_served_ms;
}

/// Whether anything but the clock is as it was: the clock alone is not worth a line of the journal.
bool is_same_but_for_time(const session::State& a, const session::State& b) {
  return a.phase == b.phase && a.draft == b.draft && a.notes == b.notes && a.pauses == b.pauses &&
         a.interruptions == b.interruptions && a.warned == b.warned &&
         std::equal(a.checklist.begin(), a.checklist.end(), b.checklist.begin(), b.checklist.end(), is_same_step);
}

/// What the evidence in the draft serves by now. Each answer is short, so each keystroke can afford it.
void tick_checklist(Turn& turn) {
  session::State& state = *turn.model.progress.running;
  const auto prepared = prepared_for(turn.model, state.question_id, state.free_text);
  if (!prepared || state.phase != session::Phase::answering) return;
  session::StepsServed served;
  for (const scoring::StepServed& step : turn.model.derived.judge->steps_served(*prepared, state.draft))
    served.steps.push_back(step.step);
  (void)session::step(state, served, turn.now);
}

/// Runs one event through the attempt in hand and does what follows from it.
void advance(Turn& turn, const session::Event& event) {
  if (!turn.model.progress.running) return;
  session::State& state = *turn.model.progress.running;
  const session::State before = state;
  const std::vector<session::Effect> effects = session::step(state, event, turn.now);
  if (state.draft != before.draft) tick_checklist(turn);
  if (!is_same_but_for_time(before, state)) turn.journal_running();
  for (const session::Effect& effect : effects) {
    std::visit(Overloaded{
                   [&](const session::AnsweringBegan&) {
                     if (state.phase == session::Phase::submitted) return;
                     turn.announce(state.answer_limit_ms == 0
                                       ? std::string("Answer now. There is no time limit.")
                                       : "Answer now. You have " + spoken_duration(state.answer_limit_ms) + ".");
                   },
                   [&](const session::WarnTimeLeft&) { turn.announce_at_once("30 seconds left."); },
                   [&](const session::Submit&) { record_submitted(turn); },
               },
               effect);
  }
}

void begin(Turn& turn, session::Start start, const scoring::Framework* framework) {
  Model& model = turn.model;
  start.level = model.progress.settings.level;
  start.time_factor = model.progress.settings.time_factor;
  start.checklist = checklist_of(framework);
  if (find_attempt(model, start.retry_of) == nullptr) start.retry_of.clear();
  session::State state = session::start(start, turn.now);
  // With a clock that was set back behind the last "erase all", the new attempt would count as erased.
  state.started.wall_ms = std::max(state.started.wall_ms, model.progress.erased_before_ms + 1);
  model.retry_of = state.retry_of;
  model.random.reset();
  model.progress.running = std::move(state);
  model.dialog.reset();
  show(model, Screen::practice);
  turn.effects.emplace_back(RequestRandom{});
  turn.journal_running();
}

/// True when it has to wait for the rules: then it starts as soon as they are there.
bool waits_for_rules(Turn& turn, AwaitedStart start) {
  if (turn.model.derived.judge) return false;
  turn.model.awaited_start = std::move(start);
  turn.announce_at_once("One moment: the rules for judging are still loading. Your question starts by itself.");
  return true;
}

void begin_question(Turn& turn, std::string id, std::string retry_of) {
  Model& model = turn.model;
  if (id.empty()) id = model.environment.is_embedded ? model.environment.embedded_question_id : model.chosen_question;
  if (id.empty()) id = next_question_id(model);
  const bank::Question* question = question_of(model, id);
  if (question == nullptr || waits_for_rules(turn, {id, false})) return;
  session::Start start;
  start.question_id = question->id;
  start.seconds = question->seconds;
  start.retry_of = std::move(retry_of);
  begin(turn, std::move(start), framework_of(model, *question));
}

/// The framework that a free-text question gets: that of the group which the judge infers is known only to the judge,
/// so the one that fits any question of a senior interview serves.
const scoring::Framework* free_text_framework(const Model& model) {
  bank::Question question;
  return framework_of(model, question);
}

void begin_free_text(Turn& turn, std::string retry_of) {
  Model& model = turn.model;
  if (is_blank(model.free_text_prompt)) {
    turn.announce_at_once("Type a question first.");
    return;
  }
  if (waits_for_rules(turn, {{}, true})) return;
  session::Start start;
  start.free_text = model.free_text_prompt;
  start.seconds = kUsualSeconds;
  start.retry_of = std::move(retry_of);
  begin(turn, std::move(start), free_text_framework(model));
}

/// With an attempt in hand, starting another one asks first. True when it did (or has to wait).
bool asks_before_leaving(Turn& turn, Dialog dialog) {
  Model& model = turn.model;
  if (!model.progress.running) return false;
  if (model.progress.running->phase == session::Phase::submitted)
    return true;  // about to be recorded: nothing to leave
  dialog.kind = Dialog::Kind::leave_running;
  model.dialog = std::move(dialog);
  return true;
}

}  // namespace

void on(Turn& turn, const StartQuestion& message) {
  const Environment& environment = turn.model.environment;
  const bool is_foreign = environment.is_embedded && !environment.embedded_question_id.empty() &&
                          !message.question_id.empty() && message.question_id != environment.embedded_question_id;
  if (is_foreign) return;
  // A retry of a free-text attempt has no question id, only the attempt's prompt.
  const progress::Attempt* earlier = find_attempt(turn.model, message.retry_of);
  if (message.question_id.empty() && earlier != nullptr) {
    const std::string id = earlier->question_id;
    if (id.empty()) {
      turn.model.free_text_prompt = earlier->question_prompt;
      Dialog dialog;
      dialog.is_free_text = true;
      dialog.retry_of = message.retry_of;
      if (!asks_before_leaving(turn, std::move(dialog))) begin_free_text(turn, message.retry_of);
      return;
    }
    on(turn, StartQuestion{id, message.retry_of});
    return;
  }
  if (!message.question_id.empty() && question_of(turn.model, message.question_id) == nullptr) return;
  Dialog dialog;
  dialog.subject = message.question_id;
  dialog.retry_of = message.retry_of;
  if (!asks_before_leaving(turn, std::move(dialog))) begin_question(turn, message.question_id, message.retry_of);
}

void on(Turn& turn, const StartFreeText&) {
  Dialog dialog;
  dialog.is_free_text = true;
  if (!asks_before_leaving(turn, std::move(dialog))) begin_free_text(turn, {});
}

void start_instead(Turn& turn, const Dialog& dialog) {
  // The attempt in hand goes only when there is one to take its place.
  const std::optional<session::State> left = std::exchange(turn.model.progress.running, std::nullopt);
  if (dialog.is_free_text) {
    begin_free_text(turn, dialog.retry_of);
  } else {
    begin_question(turn, dialog.subject, dialog.retry_of);
  }
  if (!turn.model.progress.running) turn.model.progress.running = left;
}

std::optional<std::string> take_text(Turn& turn, const std::string& typed, const char* too_long) {
  if (typed.size() <= kMaxAnswerBytes) return text::to_valid_utf8(typed);
  turn.announce_at_once(too_long);
  return std::nullopt;
}

void on(Turn& turn, const EditFreeText& message) {
  std::optional<std::string> text = take_text(turn, message.text, "That question is longer than 1 MiB and was not taken.");
  if (text) turn.model.free_text_prompt = *std::move(text);
}

void on(Turn& turn, const EditAnswer& message) {
  if (!turn.model.progress.running) return;
  std::optional<std::string> text = take_text(turn, message.text, "The answer is longer than 1 MiB: the last change was not taken.");
  if (text) advance(turn, session::Edit{*std::move(text)});
}

void on(Turn& turn, const EditNotes& message) {
  if (message.text.size() <= kMaxAnswerBytes) advance(turn, session::EditNotes{text::to_valid_utf8(message.text)});
}

void on(Turn& turn, const SkipPreparation&) {
  advance(turn, session::SkipPreparation{});
}
void on(Turn& turn, const ToggleStep& message) {
  advance(turn, session::ToggleStep{message.step});
}
void on(Turn& turn, const Tick&) {
  advance(turn, session::Tick{});
  go_on_with_honesty_check(turn);
  go_on_with_second_look(turn);
}

void on(Turn& turn, const Pause&) {
  advance(turn, session::Pause{});
}

void on(Turn& turn, const Resume&) {
  if (is_in(turn.model, session::Phase::paused)) advance(turn, session::Resume{});
}

void on(Turn& turn, const ContinueInterrupted&) {
  if (is_in(turn.model, session::Phase::interrupted)) advance(turn, session::Resume{});
}

void on(Turn& turn, const Finish&) {
  if (!is_in(turn.model, session::Phase::interrupted)) advance(turn, session::Finish{});
}

void on(Turn& turn, const SubmitAsItIs&) {
  if (is_in(turn.model, session::Phase::interrupted)) advance(turn, session::Finish{});
}

void on(Turn& turn, const DiscardRunning&) {
  const std::optional<session::State>& running = turn.model.progress.running;
  if (!running || running->phase == session::Phase::submitted) return;
  Dialog dialog;
  dialog.kind = Dialog::Kind::discard_running;
  dialog.subject = running->question_id;
  turn.model.dialog = std::move(dialog);
}

void discard_running(Turn& turn) {
  if (!turn.model.progress.running) return;
  turn.model.progress.running.reset();
  turn.model.retry_of.clear();
  turn.model.random.reset();
  turn.journal_running();
  show(turn.model, Screen::home);
  turn.announce("The answer was discarded.");
}

}  // namespace dryrun::app
