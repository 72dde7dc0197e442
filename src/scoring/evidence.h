// Evidence patterns compiled, and where an answer meets them. One kind serves criteria, framework steps, lifts and penalties.
// Decides whether a match counts (negation, mood, copied words); does not give points.
#pragma once

#include <string>
#include <vector>

#include "bank/question.h"
#include "scoring/pattern_set.h"

namespace dryrun::scoring {

struct CompiledPattern {
  int mark = 3;
  std::vector<NodeId> all;
  std::vector<NodeId> any;
  std::vector<NodeId> none;
  bank::Within within = bank::Within::sentence;
  bank::Mood mood = bank::Mood::any;
  bool negated_counts = false;
  std::string why;
};

using CompiledEvidence = std::vector<CompiledPattern>;

/// Words [first, last], both included, that meet a pattern.
struct EvidenceHit {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  int mark = 0;
  std::uint32_t pattern = 0;  ///< index into the evidence
};

/// How far parts of a pattern may lie apart, in words: text without marks is judged like text with them.
struct Reach {
  std::uint32_t clause_words = 14;
  std::uint32_t sentence_words = 16;
  std::uint32_t two_sentences_words = 36;
};

/// What every look at an answer needs.
struct Evidence {
  const Reading* reading = nullptr;
  MatchView matches;
  Reach reach;
};

[[nodiscard]] CompiledEvidence compile_evidence(const std::vector<bank::EvidencePattern>& patterns, PatternSet& set,
                                                std::vector<PhraseProblem>& problems);

/// Appends the hits of one pattern in the order of the text, none overlapping another of the same pattern, at most `most`.
void find_hits(const Evidence& evidence, const CompiledPattern& pattern, std::uint32_t index, std::size_t most, std::vector<EvidenceHit>& hits);
void find_hits(const Evidence& evidence, const CompiledEvidence& patterns, std::size_t most_each, std::vector<EvidenceHit>& hits);

/// True when two stretches overlap or stand at most `words` apart.
[[nodiscard]] bool are_near(const EvidenceHit& a, const EvidenceHit& b, std::uint32_t words);

}  // namespace dryrun::scoring
