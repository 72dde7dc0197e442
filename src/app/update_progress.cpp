#include <algorithm>
#include <set>
#include <utility>

#include "app/present.h"
#include "app/turn.h"
#include "text/utf8.h"

namespace dryrun::app {
namespace {

/// A dialog is read to its end: more findings than this help nobody.
constexpr std::size_t kMostDetails = 20;

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

void show_import(Turn& turn, const std::string& name, std::vector<std::string> details, bool is_failure) {
  if (details.size() > kMostDetails) {
    const std::size_t more = details.size() - kMostDetails;
    details.resize(kMostDetails);
    details.push_back("and " + std::to_string(more) + " more.");
  }
  std::string words = is_failure ? "Nothing was imported." : "Imported.";
  for (const std::string& line : details) words += " " + line;
  Dialog dialog;
  dialog.kind = Dialog::Kind::import_result;
  dialog.subject = text::to_valid_utf8(name);
  dialog.details = std::move(details);
  dialog.is_failure = is_failure;
  turn.model.dialog = std::move(dialog);
  if (is_failure)
    turn.announce_at_once(std::move(words));
  else
    turn.announce(std::move(words));
}

std::set<std::string> ids_of(const progress::Progress& progress) {
  std::set<std::string> ids;
  for (const progress::Attempt& attempt : progress.attempts) ids.insert(attempt.id);
  return ids;
}

/// Journals what `after` has over `before`, erasures first so that a replay meets the same order of rules.
void journal_difference(Turn& turn, const progress::Progress& before, const progress::Progress& after) {
  if (after.erased_before_ms > before.erased_before_ms) turn.journal(progress::ErasedAll{after.erased_before_ms});
  for (const std::string& id : after.erased) {
    if (before.erased.count(id) == 0) turn.journal(progress::Erased{id});
  }
  const std::set<std::string> known = ids_of(before);
  for (const progress::Attempt& attempt : after.attempts) {
    if (known.count(attempt.id) == 0) turn.journal(progress::Added{attempt});
  }
  if (!(after.settings == before.settings)) turn.journal(progress::SettingsChanged{after.settings});
}

std::vector<std::string> import_summary(const progress::Progress& before, const progress::Progress& file,
                                        const progress::Progress& after) {
  const std::set<std::string> old_ids = ids_of(before);
  const std::set<std::string> new_ids = ids_of(after);
  const auto in = [](const std::set<std::string>& ids) {
    return [&ids](const progress::Attempt& attempt) { return ids.count(attempt.id) != 0; };
  };
  const auto count = [](const std::vector<progress::Attempt>& attempts, auto condition) {
    return static_cast<std::size_t>(std::count_if(attempts.begin(), attempts.end(), condition));
  };
  const std::size_t added = new_ids.size() - count(after.attempts, in(old_ids));
  const std::size_t known = count(file.attempts, in(old_ids));
  const std::size_t refused = file.attempts.size() - count(file.attempts, in(new_ids));
  const std::size_t removed = old_ids.size() - count(before.attempts, in(new_ids));
  std::vector<std::string> lines;
  lines.push_back(counted(added, "attempt was added.", "attempts were added."));
  if (known > 0) lines.push_back(counted(known, "was here already.", "were here already."));
  if (refused > 0)
    lines.push_back(counted(refused, "had been erased and stays erased.", "had been erased and stay erased."));
  if (removed > 0)
    lines.push_back(counted(removed, "was erased, as it is in the file.", "were erased, as they are in the file."));
  if (!(after.settings == before.settings)) lines.emplace_back("The settings of the file are newer and were taken.");
  return lines;
}

}  // namespace

void forget_missing_attempts(Model& model) {
  if (!model.shown_attempt.empty() && find_attempt(model, model.shown_attempt) == nullptr) {
    model.shown_attempt.clear();
    if (model.screen == Screen::verdict) show(model, model.environment.is_embedded ? Screen::home : Screen::history);
  }
  model.history_page = history_view(model).page;
  const bool asks_about_missing = model.dialog && model.dialog->kind == Dialog::Kind::erase_attempt &&
                                  find_attempt(model, model.dialog->subject) == nullptr;
  if (asks_about_missing) model.dialog.reset();
}

void on(Turn& turn, const OpenAttempt& message) {
  if (find_attempt(turn.model, message.id) == nullptr) return;
  show(turn.model, Screen::verdict);
  turn.model.shown_attempt = message.id;
}

void on(Turn& turn, const SelectLedgerRow& message) {
  const progress::Attempt* attempt = shown_attempt(turn.model);
  if (turn.model.screen != Screen::verdict || attempt == nullptr) return;
  const int rows = static_cast<int>(attempt->report.ledger.size());
  if (message.row && (*message.row < 0 || *message.row >= rows)) return;
  turn.model.selected_row = message.row;
}

void on(Turn& turn, const ToggleStrongExample&) {
  Model& model = turn.model;
  const progress::Attempt* attempt = shown_attempt(model);
  if (model.screen != Screen::verdict || attempt == nullptr) return;
  const bank::Question* question = question_of(model, attempt->question_id);
  if (question != nullptr && question->strong) model.is_strong_example_open = !model.is_strong_example_open;
}

void on(Turn& turn, const HistoryPage& message) {
  turn.model.history_page = message.page;
  turn.model.history_page = history_view(turn.model).page;
}

void on(Turn& turn, const EraseAttempt& message) {
  if (find_attempt(turn.model, message.id) == nullptr) return;
  Dialog dialog;
  dialog.kind = Dialog::Kind::erase_attempt;
  dialog.subject = message.id;
  turn.model.dialog = std::move(dialog);
}

void on(Turn& turn, const EraseAll&) {
  Dialog dialog;
  dialog.kind = Dialog::Kind::erase_all;
  turn.model.dialog = std::move(dialog);
}

void erase_attempt(Turn& turn, const std::string& id) {
  if (find_attempt(turn.model, id) == nullptr) return;
  progress::erase_attempt(turn.model.progress, id);
  turn.journal(progress::Erased{id});
  forget_missing_attempts(turn.model);
  turn.announce("The attempt was erased.");
}

void erase_all(Turn& turn) {
  Model& model = turn.model;
  progress::erase_all(model.progress, turn.now.wall_ms);
  // Everything means the settings too; their stamp still has to win over those of another tab.
  const std::int64_t stamp = std::max(turn.now.wall_ms, model.progress.settings.stamp_wall_ms + 1);
  model.progress.settings = {};
  model.progress.settings.stamp_wall_ms = stamp;
  model.random.reset();
  model.retry_of.clear();
  model.free_text_prompt.clear();
  model.storage_notes.clear();
  forget_missing_attempts(model);
  if (model.screen == Screen::practice) show(model, Screen::home);

  // The journal goes first; what must outlive it until the next snapshot holds no word of an answer.
  turn.effects.emplace_back(EraseJournal{});
  turn.journal(progress::ErasedAll{model.progress.erased_before_ms});
  for (const std::string& id : model.progress.erased) turn.journal(progress::Erased{id});
  turn.journal(progress::SettingsChanged{model.progress.settings});
  turn.journal_running();
  turn.announce("Everything was erased.");
}

void on(Turn& turn, const ExportProgress&) {
  const std::string name = "dry-run-progress-" + iso_date(turn.now.wall_ms) + ".json";
  turn.effects.emplace_back(Download{name, "application/json", progress::write_progress(turn.model.progress)});
  turn.announce("Exported as " + name + ".");
}

void on(Turn& turn, const ImportProgress&) {
  if (turn.model.environment.can_pick_files) turn.effects.emplace_back(PickFile{});
}

void on(Turn& turn, const FileArrived& message) {
  Model& model = turn.model;
  if (model.dialog && model.dialog->kind != Dialog::Kind::import_result) return;
  progress::ProgressResult read = progress::read_progress(message.bytes, text::to_valid_utf8(message.name));
  if (!read.progress || read.is_newer_version) {
    std::vector<std::string> details;
    for (const Diagnostic& diagnostic : read.diagnostics) details.push_back(to_string(diagnostic));
    show_import(turn, message.name, std::move(details), true);
    return;
  }
  const progress::Progress before = model.progress;
  progress::Progress after = progress::merge(before, *read.progress);
  if (progress::write_progress(after).size() > progress::kMaxProgressBytes) {
    show_import(turn, message.name,
                {"Together with what is here, this would be larger than 32 MiB, the most that is kept. Erase some "
                 "attempts first."},
                true);
    return;
  }
  model.progress = std::move(after);
  journal_difference(turn, before, model.progress);
  forget_missing_attempts(model);
  show_import(turn, message.name, import_summary(before, *read.progress, model.progress), false);
}

void on(Turn& turn, const FileRefused& message) {
  if (turn.model.dialog && turn.model.dialog->kind != Dialog::Kind::import_result) return;
  show_import(turn, message.name, {message.reason}, true);
}

void on(Turn& turn, const FileWritten& message) {
  Dialog dialog;
  dialog.kind = Dialog::Kind::export_result;
  dialog.is_failure = !message.problem.empty();
  dialog.details = {text::to_valid_utf8(message.path + (dialog.is_failure ? ": " + message.problem : ""))};
  turn.model.dialog = std::move(dialog);
}

void on(Turn& turn, const OtherTabSaved& message) {
  progress::Progress& progress = turn.model.progress;
  progress = progress::merge(progress, message.progress);
  // Erasing in another tab takes the history, not the answer that someone is writing here: it counts as begun after.
  if (progress.running && progress.running->started.wall_ms <= progress.erased_before_ms) {
    progress.running->started.wall_ms = progress.erased_before_ms + 1;
    turn.journal_running();
  }
  forget_missing_attempts(turn.model);
}

}  // namespace dryrun::app
