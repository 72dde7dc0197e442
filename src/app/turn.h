// One turn of update(): the Model, the moment, and the effects so far, with the parts that several concerns share.
// Private to this room.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "app/update.h"
#include "text/overloaded.h"

namespace dryrun::app {

struct Turn {
  Model& model;
  const Now now;
  Effects effects;

  void announce(std::string text) { effects.emplace_back(Announce{std::move(text), false}); }
  void announce_at_once(std::string text) { effects.emplace_back(Announce{std::move(text), true}); }
  void journal(progress::Change change) { effects.emplace_back(Journal{std::move(change)}); }
  void journal_running() { journal(progress::RunningChanged{model.progress.running}); }
};

/// What was typed, as valid UTF-8; empty, and `too_long` said at once, when it is more than kMaxAnswerBytes (update_practice.cpp).
std::optional<std::string> take_text(Turn& turn, const std::string& typed, const char* too_long);

// update_practice.cpp: from choosing a question to handing in the answer
void on(Turn& turn, const StartQuestion& message);
void on(Turn& turn, const StartFreeText& message);
void on(Turn& turn, const EditFreeText& message);
void on(Turn& turn, const SkipPreparation& message);
void on(Turn& turn, const EditAnswer& message);
void on(Turn& turn, const EditNotes& message);
void on(Turn& turn, const ToggleStep& message);
void on(Turn& turn, const Pause& message);
void on(Turn& turn, const Resume& message);
void on(Turn& turn, const Finish& message);
void on(Turn& turn, const ContinueInterrupted& message);
void on(Turn& turn, const SubmitAsItIs& message);
void on(Turn& turn, const DiscardRunning& message);
void on(Turn& turn, const Tick& message);
/// What the dialogs of this concern do when confirmed.
void discard_running(Turn& turn);
void start_instead(Turn& turn, const Dialog& dialog);

// submit.cpp: judging and recording
void on(Turn& turn, const RandomArrived& message);
/// Judges and records the submitted attempt in hand once the random bits are there; else nothing yet.
void record_submitted(Turn& turn);
/// The question's compiled evidence, made at its first use; null without a judge.
std::shared_ptr<const scoring::PreparedQuestion> prepared_for(Model& model, const bank::Question& question);
/// By id, or by its text where it is free text or has left the bank.
std::shared_ptr<const scoring::PreparedQuestion> prepared_for(Model& model, const std::string& question_id, const std::string& free_text);

// update_rewording.cpp: other words for a judged answer
void on(Turn& turn, const StartRewording& message);
void on(Turn& turn, const EditRewording& message);
void on(Turn& turn, const EndRewording& message);

// update_progress.cpp: history, erasing, export and import, other tabs
void on(Turn& turn, const OpenAttempt& message);
void on(Turn& turn, const SelectLedgerRow& message);
void on(Turn& turn, const ToggleStrongExample& message);
void on(Turn& turn, const HistoryPage& message);
void on(Turn& turn, const EraseAttempt& message);
void on(Turn& turn, const EraseAll& message);
void on(Turn& turn, const ExportProgress& message);
void on(Turn& turn, const ImportProgress& message);
void on(Turn& turn, const FileArrived& message);
void on(Turn& turn, const FileRefused& message);
void on(Turn& turn, const FileWritten& message);
void on(Turn& turn, const OtherTabSaved& message);
void erase_attempt(Turn& turn, const std::string& id);
void erase_all(Turn& turn);
/// After attempts may have gone: nothing on the screen refers to one that isn't there.
void forget_missing_attempts(Model& model);

// update_honesty.cpp: the judge measured here
void on(Turn& turn, const CheckHonesty& message);
void on(Turn& turn, const PauseHonestyCheck& message);
void on(Turn& turn, const GoOnWithHonestyCheck& message);
/// Judges some more when it is time.
void go_on_with_honesty_check(Turn& turn);
/// When that is; empty when nothing is measured or its screen isn't shown.
[[nodiscard]] std::optional<std::int64_t> next_honesty_slice_ms(const Model& model);

// update_second_look.cpp: the history judged by the present rules
void on(Turn& turn, const TakeSecondLook& message);
void go_on_with_second_look(Turn& turn);
[[nodiscard]] std::optional<std::int64_t> next_second_look_ms(const Model& model);

// update_world.cpp: settings, navigation, the storage at start, the bank
void on(Turn& turn, const Navigate& message);
void on(Turn& turn, const ConfirmDialog& message);
void on(Turn& turn, const CancelDialog& message);
void on(Turn& turn, const SetLevel& message);
void on(Turn& turn, const SetTimeFactor& message);
void on(Turn& turn, const SetTheme& message);
void on(Turn& turn, const SetTextSize& message);
void on(Turn& turn, const Loaded& message);
void on(Turn& turn, const StorageChanged& message);
void on(Turn& turn, const BankChanged& message);
void on(Turn& turn, const DataArrived& message);
/// Goes to a screen and lets go of what was only open on the last one.
void show(Model& model, Screen screen);

}  // namespace dryrun::app
