// What can happen to the app: presses and edits from screens, and arrivals from the platform. Plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/model.h"
#include "progress/storage.h"

namespace dryrun::app {

// From the person
struct Navigate { Screen screen = Screen::home; };
struct StartQuestion { std::string question_id; std::string retry_of; };  ///< empty id: the app chooses
struct StartFreeText {};  ///< practises `free_text_prompt`
struct EditFreeText { std::string text; };
struct SkipPreparation {};
struct EditAnswer { std::string text; };
struct EditNotes { std::string text; };
struct ToggleStep { std::string step; };
struct Pause {};
struct Resume {};
struct Finish {};
struct ContinueInterrupted {};
struct SubmitAsItIs {};
struct DiscardRunning {};  ///< asks first
struct OpenAttempt { std::string id; };
struct SelectLedgerRow { std::optional<int> row; };
struct ToggleStrongExample {};
struct StartRewording {};             ///< of the attempt on the verdict screen
struct EditRewording { std::string text; };
struct EndRewording {};
struct EraseAttempt { std::string id; };  ///< asks first
struct EraseAll {};                       ///< asks first
struct ConfirmDialog {};
struct CancelDialog {};
struct SetLevel { bank::Level level = bank::Level::senior; };
struct SetTimeFactor { session::TimeFactor factor = session::TimeFactor::normal; };
struct SetTheme { progress::Theme theme = progress::Theme::system; };
struct SetTextSize { int percent = 100; };
struct ExportProgress {};
struct ImportProgress {};  ///< opens the platform's file chooser
struct HistoryPage { int page = 0; };
struct TakeSecondLook {};    ///< judges the whole history by the present rules
struct CheckHonesty {};      ///< begins the measurement anew
struct PauseHonestyCheck {};
struct GoOnWithHonestyCheck {};

// From the platform
struct Tick {};  ///< a timer fired, or time is to be accounted for
struct RandomArrived { std::uint64_t bits = 0; };
struct FileArrived { std::string name; std::string bytes; };     ///< the file that was chosen for import
struct FileRefused { std::string name; std::string reason; };    ///< too large or unreadable; nothing was copied
struct FileWritten { std::string path; std::string problem; };  ///< a Download that went to a file of this machine; empty problem: it is there
struct Loaded { progress::Recovered recovered; };                ///< storage was read at start
struct OtherTabSaved { progress::Progress progress; };           ///< to be merged in
struct StorageChanged { Storage storage; };
struct BankChanged { bank::Bank bank; std::vector<std::string> diagnostics; };  ///< native: a watched file; bank empty when bad
struct DataArrived { std::shared_ptr<const scoring::Judge> judge; bank::Bank bank; std::shared_ptr<const std::vector<selftest::Pair>> pairs; };  ///< web: the rules, the whole bank and the pairs, after the first screen

using Message = std::variant<Navigate, StartQuestion, StartFreeText, EditFreeText, SkipPreparation, EditAnswer, EditNotes, ToggleStep, Pause, Resume, Finish, ContinueInterrupted,
                             SubmitAsItIs, DiscardRunning, OpenAttempt, SelectLedgerRow, ToggleStrongExample, StartRewording, EditRewording, EndRewording, EraseAttempt, EraseAll, ConfirmDialog, CancelDialog, SetLevel,
                             SetTimeFactor, SetTheme, SetTextSize, ExportProgress, ImportProgress, HistoryPage, TakeSecondLook, CheckHonesty, PauseHonestyCheck, GoOnWithHonestyCheck, Tick, RandomArrived, FileArrived, FileRefused, FileWritten, Loaded,
                             OtherTabSaved, StorageChanged, BankChanged, DataArrived>;

}  // namespace dryrun::app
