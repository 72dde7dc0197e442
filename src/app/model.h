// Everything the app knows, in one value: the only truth that screens show. Changed by update() alone (app/update.h).
// It holds no pixels, no scroll, no handles of the platform.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bank/bank.h"
#include "progress/progress.h"
#include "scoring/judge.h"
#include "selftest/measure.h"
#include "session/session.h"

namespace dryrun::app {

inline constexpr int kHistoryPageSize = 20;
/// The most that an answer or a free-text question may have; a longer one is refused whole, nothing is cut.
inline constexpr std::size_t kMaxAnswerBytes = 1u << 20;

enum class Screen : std::uint8_t { home, practice, verdict, history, settings, honesty };

/// Told truthfully: `saved` only after the storage's own callback.
enum class SaveState : std::uint8_t { unknown, saved, saving, not_saved, unavailable, read_only };

struct Storage {
  SaveState state = SaveState::unknown;
  std::string detail;  ///< what a person should know and can do; empty when all is well
};

/// What the world around the app is like; set by the platform, read by screens.
struct Environment {
  bool is_embedded = false;          ///< ?embed=1: one question, no navigation
  std::string embedded_question_id;  ///< of ?question=ID
  std::string base_address;          ///< for links back; may be empty
  bool can_pick_files = true;
  std::string import_hint;           ///< how a file is imported where none can be picked; may be empty
};

/// A question asked over the whole surface, with focus kept inside until answered.
struct Dialog {
  enum class Kind : std::uint8_t { erase_all, erase_attempt, discard_running, import_result, export_result, leave_running };
  Kind kind = Kind::erase_all;
  std::string subject;               ///< an attempt id, or the question to start instead
  std::vector<std::string> details;  ///< lines such as diagnostics of an import, or what it brought
  std::string retry_of;              ///< leave_running: attempt that the question to start instead tries again
  bool is_free_text = false;         ///< leave_running: `free_text_prompt` is to be started instead
  bool is_failure = false;           ///< of a result: nothing was taken or written; `details` say why
};

/// A question that was asked for before the rules were there.
struct AwaitedStart {
  std::string question_id;  ///< empty: the next one
  bool is_free_text = false;
};

/// The judge measured on this machine: answers written blind, tricks, and changes that should not matter.
struct HonestyCheck {
  selftest::Measurement looked_at;  ///< pairs that rules were made with
  selftest::Measurement untouched;  ///< pairs that nobody looked at
  bool is_running = false;          ///< while its screen is shown
  std::int64_t next_slice_ms = 0;   ///< monotonic

  [[nodiscard]] int done() const { return looked_at.done() + untouched.done(); }
  [[nodiscard]] int total() const { return looked_at.total() + untouched.total(); }
};

/// Other words for an answer that was judged, tried out on its verdict screen; the attempt stays as it is.
struct Rewording {
  std::string text;
  scoring::Report report;  ///< of `text`, by the present rules
};

/// The history judged by the present rules, beside the verdicts that are kept.
struct SecondLook {
  std::vector<std::string> waiting;                ///< ids of attempts, the last one next
  std::map<std::string, scoring::Report> differs;  ///< by attempt: what today's rules say where verdict or score are others
  int judged = 0;
  int without_question = 0;                        ///< that left the bank
  std::int64_t next_slice_ms = 0;                  ///< monotonic
};

/// Derived from the Model and kept only to spare work; never saved.
struct Derived {
  std::shared_ptr<const scoring::Judge> judge;  ///< null until the rules are there: the web loads them after the first screen
  std::map<std::string, std::shared_ptr<const scoring::PreparedQuestion>> prepared;  ///< by question id; the free-text one under ""
  std::string prepared_free_text;  ///< the prompt that "" was prepared from
  std::shared_ptr<const std::vector<selftest::Pair>> pairs;  ///< what the judge is measured with; null until it is there
};

struct Model {
  Screen screen = Screen::home;
  bank::Bank bank;
  progress::Progress progress;           ///< progress.running is the attempt in hand
  std::optional<std::uint64_t> random;   ///< bits that arrived for the attempt in hand
  std::string retry_of;                  ///< attempt that the one in hand tries again
  std::string shown_attempt;             ///< of the verdict screen
  std::optional<int> selected_row;       ///< ledger row linked to its words on the verdict screen
  bool is_strong_example_open = false;
  std::optional<Rewording> rewording;    ///< of `shown_attempt`; never saved
  std::string chosen_question;           ///< highlighted on home; empty: the app chooses
  std::string free_text_prompt;          ///< what was typed into "your own question"
  std::optional<AwaitedStart> awaited_start;
  std::optional<HonestyCheck> honesty_check;  ///< once begun; never saved
  std::optional<SecondLook> second_look;      ///< of the history, until it is left; never saved
  int history_page = 0;
  std::optional<Dialog> dialog;
  Storage storage;
  std::vector<std::string> storage_notes;  ///< what was found on reading the storage at start and a person should know
  Environment environment;
  std::vector<std::string> bank_diagnostics;  ///< of a changed bank that was not taken (native), or an imported one
  Derived derived;
};

[[nodiscard]] const progress::Attempt* find_attempt(const Model& model, const std::string& id);
/// Prompt, title, framework name of the attempt in hand or of a stored one, whether or not the bank still holds the question.
[[nodiscard]] const bank::Question* question_of(const Model& model, const std::string& question_id);
/// On a host's page that asks for a question which the bank doesn't hold.
[[nodiscard]] bool lacks_embedded_question(const Model& model);
/// The next question that "Start a question" takes: least often answered first, then bank order. Pure.
[[nodiscard]] std::string next_question_id(const Model& model);

}  // namespace dryrun::app
