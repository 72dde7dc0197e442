// What an answer tells beyond its points: which of the causes of failure it shows, and what the level above would still want to see.
// Gives no points and decides nothing; read from the finished ledger and the same evidence.
#pragma once

#include <optional>
#include <vector>

#include "scoring/report.h"
#include "scoring/rule_book.h"

namespace dryrun::scoring {

/// The causes that show, in the order of the data. Words that say it come before an absence. `buffer` is overwritten.
[[nodiscard]] std::vector<Cause> find_causes(const RuleBook& book, const Evidence& evidence, std::optional<bank::Group> group,
                                             const std::vector<LedgerRow>& ledger, std::vector<EvidenceHit>& buffer);

/// The first staff signal without evidence; `next` keeps its threshold.
void find_missing_signal(const RuleBook& book, const Evidence& evidence, std::optional<bank::Group> group, NextLevel& next,
                         std::vector<EvidenceHit>& buffer);

}  // namespace dryrun::scoring
