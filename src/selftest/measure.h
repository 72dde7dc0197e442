// What the judge makes of the pairs, of the attacks on them, and of changes that should not matter.
#pragma once

#include <functional>
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
  std::optional<int> gain_milli;  ///< mean points gained, in thousandths; empty where the text itself was replaced
};

struct ChangeResult {
  std::string id;
  std::string what;
  Share near;      ///< within three points
  Share flipped;   ///< another verdict than before
  int drop_milli;  ///< mean points lost, in thousandths
};

struct Measured {
  int pairs = 0;
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

/// Judges every pair, every attack on it and every change of it. Deterministic.
[[nodiscard]] Measured measure(const std::vector<Pair>& pairs, const JudgeOne& judge, const PromptOf& prompt_of);

[[nodiscard]] json::Value to_json(const Measured& measured);
/// A table for people.
[[nodiscard]] std::string to_text(const Measured& measured);

}  // namespace dryrun::selftest
