// The verdict with its working: what a judgement says and the JSON form that is byte-equal everywhere. Plain values, integers only.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bank/question.h"
#include "text/json.h"
#include "text/span.h"

namespace dryrun::scoring {

enum class Verdict : std::uint8_t { pass, fail, cannot_judge };
enum class Mode : std::uint8_t { typed, spoken };

struct TimedWord {
  std::string word;
  std::int64_t begin_ms = 0;
  std::int64_t end_ms = 0;
  friend bool operator==(const TimedWord&, const TimedWord&) = default;
};

/// Everything that a verdict depends on besides the bank: given back in the report, so that `verify` needs nothing else.
struct Input {
  std::string id;                 ///< the caller's own name for this answer; may be empty
  std::string question_id;        ///< of the bank; empty for a free-text question
  std::string question_text;      ///< the prompt, for a free-text question
  std::optional<bank::Group> group;  ///< of a free-text question; inferred when empty
  std::string answer;             ///< valid UTF-8 (text::to_valid_utf8 at the border)
  bank::Level level = bank::Level::senior;
  Mode mode = Mode::typed;
  std::optional<int> seconds;
  std::vector<TimedWord> words;
  std::vector<std::string> without;  ///< rules switched off, sorted
};

/// One point-bearing (or 0-point) finding. `criterion`: the question's criterion id, or "group:ID", "gate:ID", "delivery:ID".
struct LedgerRow {
  std::string rule;
  std::string criterion;
  int points = 0;
  std::optional<Span> span;  ///< empty: a named absence
  std::string why;
};

struct GateHit {
  std::string gate;
  int cap = 0;
  std::optional<Span> span;
  std::string why;
};

/// A read-out of how it was said. Milli-units, so that no float enters.
struct Fact {
  std::string id;
  std::int64_t value_milli = 0;
  std::string unit;
  std::int64_t usual_min_milli = 0;
  std::int64_t usual_max_milli = 0;
};

struct Delivery {
  std::vector<Fact> confidence;
  std::vector<Fact> clarity;
  std::vector<Fact> delivery;
};

/// One missing criterion of the smallest set that would turn fail into pass; for a pass, the criterion that carried it.
struct Flip {
  std::string criterion;
  int points = 0;
  std::string hint;
};

/// A cause for which senior candidates fail, as far as this answer shows it.
struct Cause {
  std::string cause;
  std::string name;
  std::optional<Span> span;  ///< the words that show it; empty: a named absence
  std::string why;
  std::string hint;
};

/// What the same answer shows of the level above senior: the staff mark, and the first signal of that level that is missing.
struct NextLevel {
  int threshold = 0;
  bool reached = false;  ///< the score reaches the staff mark, and nothing else fails it
  std::string signal;    ///< empty: every signal is there
  std::string name;
  std::string hint;
};

/// A framework step that some words of the answer serve; span of the first such words.
struct StepServed {
  std::string step;
  Span span;
};

/// How far one criterion was met. `mark` 1-5 (bank/question.h).
struct CriterionMark {
  std::string criterion;
  std::string name;
  bank::Dimension dimension = bank::Dimension::technical_depth;
  int mark = 1;
  int points = 0;
  int points_possible = 0;
  bool primary = false;
};

struct Hashes {
  std::string answer;
  std::string question;  ///< canonical form without author-only fields, with each concept it uses
  std::string rubric;
  int engine = 0;
  friend bool operator==(const Hashes&, const Hashes&) = default;
};

struct Report {
  Input input;
  Verdict verdict = Verdict::cannot_judge;
  std::optional<int> score;
  std::optional<int> threshold;
  std::string reason;  ///< one sentence
  std::array<std::optional<int>, bank::kDimensionCount> dimensions{};
  std::vector<CriterionMark> criteria;
  std::vector<LedgerRow> ledger;
  std::vector<GateHit> gates;
  Delivery delivery;
  std::vector<Flip> flip;
  std::vector<Cause> causes;
  std::optional<NextLevel> next_level;  ///< empty where there was nothing to judge
  std::vector<StepServed> steps;
  Hashes hashes;
};

[[nodiscard]] std::string_view to_id(Verdict verdict);
[[nodiscard]] std::string_view to_id(Mode mode);

/// CONTRACTS.md "Report"; `input`, `criteria`, `causes`, `next_level` and `steps` stand beside the fields named there.
[[nodiscard]] json::Value to_json(const Report& report);
/// Reads a stored report (for history and `verify`). Codes R001..
[[nodiscard]] std::optional<Report> read_report(const json::Value& value, std::string_view bytes, std::string_view file, Diagnostics& diagnostics);
/// For people: verdict, score against threshold, ledger with quotes.
[[nodiscard]] std::string to_text(const Report& report);

}  // namespace dryrun::scoring
