// A question ready to be judged: its own phrases compiled over the shared ones, its hashes, and the buffers that judging reuses.
// One thread at a time may judge with one prepared question.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scoring/delivery.h"
#include "scoring/echo.h"
#include "scoring/gates.h"
#include "scoring/marks.h"
#include "scoring/rule_book.h"

namespace dryrun::scoring {

/// Everything that an answer fills and the next one overwrites.
struct Scratch {
  text::Document document;
  Reading reading;
  Matches shared;
  Matches own;
  EchoBuffers echo_buffers;
  Echo echo;
  MarkBuffers mark_buffers;
  std::vector<MarkedCriterion> marked;
  GateBuffers gate_buffers;
  std::vector<GateFinding> gates;
  std::vector<DeliveryFinding> delivery;
  std::vector<EvidenceHit> hits;
};

class PreparedQuestion {
 public:
  explicit PreparedQuestion(const RuleBook& book) : patterns(book.lexicon, &book.patterns) {}
  PatternSet patterns;
  std::string id;    ///< empty for a free-text question
  std::string text;  ///< the prompt
  std::optional<bank::Group> group;
  const Rubric* rubric = nullptr;
  std::vector<CompiledCriterion> own_criteria;
  std::vector<const CompiledCriterion*> criteria;  ///< its own, or its rubric's
  bool has_own_criteria = false;
  const CompiledFramework* framework = nullptr;
  std::vector<QuestionWord> words;
  std::vector<std::string> concepts;
  RunHashes runs;
  std::string hash;
  mutable Scratch scratch;
};

/// Reads an answer and finds all matches in it; the question's words count as copied unless `with_echo` is false.
[[nodiscard]] Evidence read_answer(const RuleBook& book, const PreparedQuestion& prepared, std::string_view answer, bool with_echo = true);

/// The same for served_steps() alone, at each keystroke: only what the framework's steps look for is matched.
[[nodiscard]] Evidence read_for_steps(const RuleBook& book, const PreparedQuestion& prepared, std::string_view answer);

/// The whole judgement.
[[nodiscard]] Report make_report(const RuleBook& book, const PreparedQuestion& prepared, Input input);

[[nodiscard]] std::vector<StepServed> served_steps(const PreparedQuestion& prepared, const Evidence& evidence, std::vector<EvidenceHit>& buffer);

}  // namespace dryrun::scoring
