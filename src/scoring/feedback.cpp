#include "scoring/feedback.h"

#include <algorithm>

namespace dryrun::scoring {

namespace {

bool is_asked(const std::vector<bank::Group>& groups, std::optional<bank::Group> group) {
  return groups.empty() || (group && std::find(groups.begin(), groups.end(), *group) != groups.end());
}

const EvidenceHit* first_hit(const Evidence& evidence, const CompiledEvidence& patterns, std::vector<EvidenceHit>& buffer) {
  buffer.clear();
  find_hits(evidence, patterns, 1, buffer);
  const auto first = std::min_element(buffer.begin(), buffer.end(), [](const EvidenceHit& a, const EvidenceHit& b) { return a.first < b.first; });
  return first == buffer.end() ? nullptr : &*first;
}

const LedgerRow* row_of(const std::vector<LedgerRow>& ledger, const std::vector<std::string>& penalties) {
  const auto found = std::find_if(ledger.begin(), ledger.end(), [&](const LedgerRow& row) {
    return row.span && std::find(penalties.begin(), penalties.end(), row.rule) != penalties.end();
  });
  return found == ledger.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Cause> find_causes(const RuleBook& book, const Evidence& evidence, std::optional<bank::Group> group,
                               const std::vector<LedgerRow>& ledger, std::vector<EvidenceHit>& buffer) {
  std::vector<Cause> out;
  for (const CauseRule& rule : book.causes) {
    if (!is_asked(rule.groups, group)) continue;
    if (const LedgerRow* row = row_of(ledger, rule.penalties)) {
      out.push_back({rule.id, rule.name, row->span, rule.why_found, rule.hint});
    } else if (const EvidenceHit* hit = first_hit(evidence, rule.found, buffer)) {
      out.push_back({rule.id, rule.name, evidence.reading->span(hit->first, hit->last), rule.why_found, rule.hint});
    } else if (!rule.missing.empty() && first_hit(evidence, rule.missing, buffer) == nullptr) {
      out.push_back({rule.id, rule.name, std::nullopt, rule.why_missing, rule.hint});
    }
  }
  return out;
}

void find_missing_signal(const RuleBook& book, const Evidence& evidence, std::optional<bank::Group> group, NextLevel& next,
                         std::vector<EvidenceHit>& buffer) {
  for (const LevelSignal& signal : book.level_signals) {
    if (!is_asked(signal.groups, group) || first_hit(evidence, signal.evidence, buffer) != nullptr) continue;
    next.signal = signal.id;
    next.name = signal.name;
    next.hint = signal.hint;
    return;
  }
}

}  // namespace dryrun::scoring
