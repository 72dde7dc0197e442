// Detectors that only cap: text that can't be judged, and text built to please a scorer. Each quotes its words and says why. What
// the numbers mean stands in data/rubrics/common.json.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scoring/echo.h"
#include "scoring/rule_book.h"

namespace dryrun::scoring {

/// A word of the question, and how much it tells of what is asked.
struct QuestionWord {
  std::string stem;
  int weight = 0;  ///< 1 for a rather ordinary word, else 2
};

struct GateFinding {
  const Gate* gate = nullptr;
  std::optional<Span> span;
  std::string why;
};

/// What the gates look at besides the answer.
struct GateInput {
  const RuleBook* book = nullptr;
  const Reading* reading = nullptr;
  const Echo* echo = nullptr;
  MatchView matches;
  const std::vector<QuestionWord>* question_words = nullptr;    ///< what the question is about
  bool has_own_criteria = false;                                ///< else it is judged by the rubric of its group
  const std::vector<std::string>* question_concepts = nullptr;  ///< shared concepts of the prompt and of the criteria, sorted
  const std::vector<std::string>* skipped = nullptr;
  std::size_t question_runs = 0;  ///< distinct four-word runs of the question
};

/// Buffers that are reused from answer to answer.
struct GateBuffers {
  std::vector<std::uint8_t> domain;  ///< by word
};

/// The gates that there are detectors for: data gives them their numbers and words.
inline constexpr std::array<std::string_view, 12> kGateIds{"empty",          "too-short",       "garbled",        "not-english", "not-prose",           "repetition",
                                                           "question-copied", "keyword-window", "bare-list",   "word-order", "stuffed-connectives", "off-question"};

/// Why there is nothing to judge: empty, too short, not prose, not English, garbled.
[[nodiscard]] std::optional<GateFinding> cannot_judge(const GateInput& input, GateBuffers& buffers);

/// Every capping gate that the answer runs into.
void find_gates(const GateInput& input, GateBuffers& buffers, std::vector<GateFinding>& out);

/// A question's words that tell something, each once, sorted by stem.
[[nodiscard]] std::vector<QuestionWord> question_words(const RuleBook& book, const text::Document& question);

}  // namespace dryrun::scoring
