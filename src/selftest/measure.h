// What the judge makes of the pairs, of the attacks on them, and of changes that should not matter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "selftest/pairs.h"
#include "text/json.h"

namespace dryrun::selftest {

/// A share of cases, and how many there were.
struct Share {
  int hits = 0;
  int of = 0;
  [[nodiscard]] int percent() const { return of == 0 ? 0 : (100 * hits + of / 2) / of; }
};

struct AttackResult {
  std::string id;
  std::string what;
  Share passed;
  bool is_told_by_gain = false;  ///< false where the text itself was replaced
  int gain = 0;                  ///< points gained in all
  /// Mean points gained, in thousandths.
  [[nodiscard]] std::optional<int> gain_milli() const { return is_told_by_gain ? std::optional<int>(passed.of == 0 ? 0 : 1000 * gain / passed.of) : std::nullopt; }
};

struct ChangeResult {
  std::string id;
  std::string what;
  Share near;      ///< within three points
  Share flipped;   ///< another verdict than before
  int drop = 0;    ///< points lost in all
  /// Mean points lost, in thousandths.
  [[nodiscard]] int drop_milli() const { return near.of == 0 ? 0 : 1000 * drop / near.of; }
};

struct Measured {
  int pairs = 0;      ///< of which both answers were judged
  int auc_milli = 0;  ///< how often a strong answer has more points than a weak one, in thousandths; ties count half
  Share pair_order;   ///< strong above its own weak twin
  Share strong_passed;
  Share weak_passed;
  std::vector<AttackResult> attacks;
  std::vector<ChangeResult> changes;
};

/// The report for one input; the prompt of its question is what `prompt_of` gives.
using JudgeOne = std::function<scoring::Report(const scoring::Input&)>;
using PromptOf = std::function<std::string(const scoring::Input&)>;

/// Every pair, every attack on it and every change of it, one verdict at a time, so that a screen can be drawn in between. A plain value:
/// a copy goes on from where it was taken.
class Measurement {
 public:
  explicit Measurement(std::shared_ptr<const std::vector<Pair>> pairs);

  [[nodiscard]] bool is_done() const { return next_ == tasks_.size(); }
  [[nodiscard]] int total() const { return static_cast<int>(tasks_.size()); }
  /// Of `total`; a case that falls away (a weak answer that passes by itself is not attacked) counts as done.
  [[nodiscard]] int done() const { return static_cast<int>(next_); }
  /// Judges the next case. Deterministic: the same judge gives the same figures, however the steps are spread.
  void step(const JudgeOne& judge, const PromptOf& prompt_of);
  /// The figures so far; shares of nothing where nothing was judged yet.
  [[nodiscard]] const Measured& measured() const { return measured_; }

 private:
  /// An answer as it was given, and what attacks on it use.
  struct Case {
    scoring::Report report;
    std::string prompt;
    std::string best_sentence;
  };
  enum class Kind : std::uint8_t { as_given, attack, other_question, cut, change };
  struct Task {
    Kind kind;
    bool is_strong;      ///< works on the pair's strong answer
    std::size_t pair;
    std::size_t index;   ///< of the attack or change; for other_question the pair that lends its question
  };

  void plan();
  void compare_latest();
  [[nodiscard]] Case& case_of(const Task& task) { return task.is_strong ? strong_[task.pair] : weak_[task.pair]; }

  std::shared_ptr<const std::vector<Pair>> pairs_;
  std::vector<Task> tasks_;
  std::size_t next_ = 0;
  std::vector<Case> strong_, weak_;
  int above_twice_ = 0;  ///< of all strong and weak answers compared so far: 2 for each that is above, 1 for a tie
  Measured measured_;
};

/// All of it at once.
[[nodiscard]] Measured measure(std::vector<Pair> pairs, const JudgeOne& judge, const PromptOf& prompt_of);

/// "0.985": thousandths with `digits` of them, 1 or 2, rounded.
[[nodiscard]] std::string decimal(int milli, int digits);

[[nodiscard]] json::Value to_json(const Measured& measured);
/// A table for people.
[[nodiscard]] std::string to_text(const Measured& measured);

}  // namespace dryrun::selftest
