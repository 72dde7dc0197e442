#include "scoring/marks.h"

#include <algorithm>

namespace dryrun::scoring {

namespace {

constexpr std::size_t kMostHitsPerPattern = 12;
/// Hits of one criterion that are tried with all lifts.
constexpr std::size_t kMostCandidates = 48;
constexpr std::size_t kMostLiftHits = 64;
constexpr int kMarkOfClaim = 2;
constexpr std::uint32_t kNone = kNoWord;

bool contains(const EvidenceHit& outer, const EvidenceHit& inner) { return outer.first <= inner.first && inner.last <= outer.last; }
bool overlap(const EvidenceHit& a, const EvidenceHit& b) { return a.first <= b.last && b.first <= a.last; }

/// How a candidate would end up, with the lifts that it would use.
struct Candidate {
  EvidenceHit hit;
  int base = 0;
  int mark = 0;
  int uses = 0;
  std::uint32_t lift_to_4 = kNone;
  std::uint32_t lift_to_5 = kNone;
};

/// More is better; ties go to words less used, then to the earlier.
bool better(const Candidate& a, const Candidate& b) {
  if (a.mark != b.mark) return a.mark > b.mark;
  if (a.uses != b.uses) return a.uses < b.uses;
  if (a.base != b.base) return a.base > b.base;
  return a.hit.first < b.hit.first;
}

class Marker {
 public:
  Marker(const Evidence& evidence, const RuleBook& book, MarkBuffers& buffers) : evidence_(evidence), book_(book), buffers_(buffers) {}

  void find_lifts(const std::vector<std::string>& skipped) {
    buffers_.lift_hits.clear();
    buffers_.lift_of_hit.clear();
    for (std::uint32_t i = 0; i < book_.lifts.size(); ++i) {
      if (is_skipped(skipped, book_.lifts[i].id)) continue;
      find_hits(evidence_, book_.lifts[i].evidence, kMostLiftHits, buffers_.lift_hits);
      buffers_.lift_of_hit.resize(buffers_.lift_hits.size(), i);
    }
    buffers_.lift_uses.assign(buffers_.lift_hits.size(), 0);
    buffers_.base_uses.assign(evidence_.reading->size(), 0);
  }

  void mark(const CompiledCriterion& criterion, MarkedCriterion& out) {
    out.criterion = &criterion;
    out.mark = bank::kLowestMark;
    out.rises.clear();
    buffers_.hits.clear();
    find_hits(evidence_, criterion.evidence, kMostHitsPerPattern, buffers_.hits);
    bool any = false;
    Candidate best;
    for (std::size_t i = 0; i < buffers_.hits.size() && i < kMostCandidates; ++i) {
      const Candidate candidate = weigh(buffers_.hits[i]);
      if (!any || better(candidate, best)) best = candidate;
      any = true;
    }
    if (!any) return;
    take(best, out);
  }

 private:
  [[nodiscard]] int uses_of(const EvidenceHit& hit) const {
    int uses = 0;
    for (std::uint32_t at = hit.first; at <= hit.last; ++at) uses = std::max(uses, static_cast<int>(buffers_.base_uses[at]));
    return uses;
  }

  /// The least used lift from mark `from` near `hit`, not the same words; kNone when there is none.
  [[nodiscard]] std::uint32_t lift_near(const EvidenceHit& hit, int from, std::uint32_t other) const {
    std::uint32_t best = kNone;
    for (std::uint32_t i = 0; i < buffers_.lift_hits.size(); ++i) {
      const EvidenceHit& lift = buffers_.lift_hits[i];
      if (book_.lifts[buffers_.lift_of_hit[i]].from != from || buffers_.lift_uses[i] >= book_.limits.lift_uses) continue;
      if (contains(hit, lift) && hit.last - hit.first <= lift.last - lift.first + 2) continue;
      if (other != kNone && overlap(buffers_.lift_hits[other], lift)) continue;
      if (!are_near(hit, lift, book_.limits.reach.sentence_words)) continue;
      if (best == kNone || buffers_.lift_uses[i] < buffers_.lift_uses[best]) best = i;
    }
    return best;
  }

  [[nodiscard]] Candidate weigh(const EvidenceHit& hit) const {
    Candidate candidate;
    candidate.hit = hit;
    candidate.uses = uses_of(hit);
    // Words that carry enough already can only be claimed once more.
    candidate.base = candidate.uses >= book_.limits.clause_bases ? std::min(hit.mark, kMarkOfClaim) : hit.mark;
    candidate.mark = candidate.base;
    if (candidate.mark == 3) {
      candidate.lift_to_4 = lift_near(hit, 3, kNone);
      if (candidate.lift_to_4 != kNone) ++candidate.mark;
    }
    if (candidate.mark == 4) {
      candidate.lift_to_5 = lift_near(hit, 4, candidate.lift_to_4);
      if (candidate.lift_to_5 != kNone) ++candidate.mark;
    }
    return candidate;
  }

  void take(const Candidate& candidate, MarkedCriterion& out) {
    out.mark = candidate.mark;
    out.rises.push_back({candidate.base, nullptr, candidate.hit});
    for (std::uint32_t at = candidate.hit.first; at <= candidate.hit.last; ++at) {
      if (buffers_.base_uses[at] < 255) ++buffers_.base_uses[at];
    }
    for (const std::uint32_t lift : {candidate.lift_to_4, candidate.lift_to_5}) {
      if (lift == kNone) continue;
      ++buffers_.lift_uses[lift];
      const Lift& rule = book_.lifts[buffers_.lift_of_hit[lift]];
      out.rises.push_back({rule.from + 1, &rule, buffers_.lift_hits[lift]});
    }
  }

  const Evidence& evidence_;
  const RuleBook& book_;
  MarkBuffers& buffers_;
};

}  // namespace

bool is_skipped(const std::vector<std::string>& skipped, std::string_view id) {
  return std::find(skipped.begin(), skipped.end(), id) != skipped.end();
}

int points_of(const RuleBook& book, int mark, int possible) {
  return possible * book.points_by_mark[static_cast<std::size_t>(mark - bank::kLowestMark)] / 1000;
}

void mark_criteria(const Evidence& evidence, const RuleBook& book, const std::vector<const CompiledCriterion*>& criteria,
                   const std::vector<std::string>& skipped, MarkBuffers& buffers, std::vector<MarkedCriterion>& out) {
  Marker marker(evidence, book, buffers);
  marker.find_lifts(skipped);
  out.resize(criteria.size());
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    if (is_skipped(skipped, criteria[i]->written.id)) {
      out[i] = {criteria[i], bank::kLowestMark, {}};
      continue;
    }
    marker.mark(*criteria[i], out[i]);
  }
}

}  // namespace dryrun::scoring
