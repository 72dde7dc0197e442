// From evidence to marks: for each criterion the best evidence, raised by a reason, a measure, an alternative or a cost beside it. Sees
// to it that one stretch of words does not carry everything. Points and rows are the ledger's business.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "scoring/rule_book.h"

namespace dryrun::scoring {

/// One rise of a criterion's mark, with the words that earned it.
struct Rise {
  int to = 0;
  const Lift* lift = nullptr;  ///< null: the criterion's own evidence
  EvidenceHit hit;
};

struct MarkedCriterion {
  const CompiledCriterion* criterion = nullptr;
  int mark = bank::kLowestMark;
  std::vector<Rise> rises;
};

/// Buffers that are reused from answer to answer.
struct MarkBuffers {
  std::vector<EvidenceHit> hits;
  std::vector<EvidenceHit> lift_hits;
  std::vector<std::uint32_t> lift_of_hit;  ///< index into the book's lifts
  std::vector<int> lift_uses;
  std::vector<std::uint8_t> base_uses;  ///< by word
};

/// Marks all criteria, in their order. `skipped` tells rules that are switched off.
void mark_criteria(const Evidence& evidence, const RuleBook& book, const std::vector<const CompiledCriterion*>& criteria,
                   const std::vector<std::string>& skipped, MarkBuffers& buffers, std::vector<MarkedCriterion>& out);

/// Points that a mark is worth, of `possible`.
[[nodiscard]] int points_of(const RuleBook& book, int mark, int possible);

[[nodiscard]] bool is_skipped(const std::vector<std::string>& skipped, std::string_view id);

}  // namespace dryrun::scoring
