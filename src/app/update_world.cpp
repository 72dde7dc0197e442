#include <algorithm>
#include <array>
#include <utility>

#include "app/turn.h"

namespace dryrun::app {
namespace {

constexpr std::array<int, 5> kTextSizes{100, 115, 130, 150, 200};

/// The stamp always grows, so that of two changes in one millisecond, or after a clock was set back, the later one wins
/// a merge.
void record_settings(Turn& turn) {
  progress::Settings& settings = turn.model.progress.settings;
  settings.stamp_wall_ms = std::max(turn.now.wall_ms, settings.stamp_wall_ms + 1);
  turn.journal(progress::SettingsChanged{settings});
}

template <class T>
void set(Turn& turn, T progress::Settings::*member, const T& value) {
  if (turn.model.progress.settings.*member == value) return;
  turn.model.progress.settings.*member = value;
  record_settings(turn);
}

/// The draft that a killed tab left: the clock stands still until the candidate chooses.
void reopen(Turn& turn) {
  Model& model = turn.model;
  session::State& running = *model.progress.running;
  (void)session::step(running, session::Reopen{}, turn.now);
  model.retry_of = running.retry_of;
  model.random.reset();
  turn.effects.emplace_back(RequestRandom{});
  turn.journal_running();
  show(model, Screen::practice);
  if (running.phase == session::Phase::interrupted) {
    turn.announce(
        "Your unfinished answer is here, and its clock stands still. Continue it, submit it as it is, or discard it.");
  }
}

bool is_bad(SaveState state) {
  return state == SaveState::not_saved || state == SaveState::unavailable || state == SaveState::read_only;
}

}  // namespace

void show(Model& model, Screen screen) {
  model.screen = screen;
  model.selected_row.reset();
  model.is_strong_example_open = false;
  model.rewording.reset();
  if (screen != Screen::verdict && screen != Screen::history) model.second_look.reset();
}

void on(Turn& turn, const Navigate& message) {
  Model& model = turn.model;
  const bool is_whole_app_only = message.screen == Screen::history || message.screen == Screen::settings ||
                                  message.screen == Screen::honesty;
  if (is_whole_app_only && model.environment.is_embedded) return;
  if (message.screen == Screen::practice && !model.progress.running) return;
  if (message.screen == Screen::verdict && find_attempt(model, model.shown_attempt) == nullptr) return;
  if (message.screen == Screen::history && model.screen != Screen::verdict) model.history_page = 0;
  show(model, message.screen);
}

void on(Turn& turn, const ConfirmDialog&) {
  if (!turn.model.dialog) return;
  const Dialog dialog = *std::exchange(turn.model.dialog, std::nullopt);
  switch (dialog.kind) {
    case Dialog::Kind::erase_all:
      erase_all(turn);
      break;
    case Dialog::Kind::erase_attempt:
      erase_attempt(turn, dialog.subject);
      break;
    case Dialog::Kind::discard_running:
      discard_running(turn);
      break;
    case Dialog::Kind::leave_running:
      start_instead(turn, dialog);
      break;
    case Dialog::Kind::import_result:
    case Dialog::Kind::export_result:
      break;
  }
}

void on(Turn& turn, const CancelDialog&) {
  turn.model.dialog.reset();
}

void on(Turn& turn, const SetLevel& message) {
  set(turn, &progress::Settings::level, message.level);
}
void on(Turn& turn, const SetTimeFactor& message) {
  set(turn, &progress::Settings::time_factor, message.factor);
}
void on(Turn& turn, const SetTheme& message) {
  set(turn, &progress::Settings::theme, message.theme);
}

void on(Turn& turn, const SetTextSize& message) {
  if (std::find(kTextSizes.begin(), kTextSizes.end(), message.percent) == kTextSizes.end()) return;
  set(turn, &progress::Settings::text_size_percent, message.percent);
}

void on(Turn& turn, const Loaded& message) {
  Model& model = turn.model;
  const progress::Recovered& recovered = message.recovered;
  // Whoever was quicker than the storage keeps the answer in hand, unless there is nothing in it and a draft waits.
  std::optional<session::State> mine = std::exchange(model.progress.running, std::nullopt);
  const bool is_mine_kept = mine && (!mine->draft.empty() || !recovered.progress.running);
  model.progress = progress::merge(recovered.progress, model.progress);
  if (is_mine_kept) model.progress.running = std::move(mine);
  model.storage_notes = recovered.notes;
  for (const std::string& note : recovered.notes) turn.announce(note);
  if (recovered.is_read_only)
    model.storage = {SaveState::read_only, recovered.notes.empty() ? std::string() : recovered.notes.front()};
  forget_missing_attempts(model);
  if (model.progress.running && !is_mine_kept) reopen(turn);
}

void on(Turn& turn, const StorageChanged& message) {
  Storage& storage = turn.model.storage;
  const bool is_news = is_bad(message.storage.state) && message.storage.state != storage.state;
  storage = message.storage;
  if (is_news)
    turn.announce_at_once(storage.detail.empty() ? std::string("Your progress is not being saved.") : storage.detail);
}

void on(Turn& turn, const BankChanged& message) {
  Model& model = turn.model;
  model.bank_diagnostics = message.diagnostics;
  if (message.bank.questions.empty()) return;
  // The question being answered stays, also when the changed bank no longer has it.
  const bank::Question* in_hand =
      model.progress.running ? question_of(model, model.progress.running->question_id) : nullptr;
  bank::Bank bank = message.bank;
  if (in_hand != nullptr && bank.find(in_hand->id) == nullptr) bank.questions.push_back(*in_hand);
  model.bank = std::move(bank);
  model.derived.prepared.clear();
  model.honesty_check.reset();
  model.second_look.reset();
  if (question_of(model, model.chosen_question) == nullptr) model.chosen_question.clear();
}

void on(Turn& turn, const DataArrived& message) {
  Model& model = turn.model;
  model.derived.judge = message.judge;
  model.derived.pairs = message.pairs;
  on(turn, BankChanged{message.bank, {}});
  const std::optional<AwaitedStart> awaited = std::exchange(model.awaited_start, std::nullopt);
  if (!awaited) return;
  if (awaited->is_free_text) {
    on(turn, StartFreeText{});
  } else {
    on(turn, StartQuestion{awaited->question_id, {}});
  }
}

}  // namespace dryrun::app
