#include "scoring/evidence.h"

#include <algorithm>

namespace dryrun::scoring {

namespace {

/// Candidates looked at for one part of a pattern around one place.
constexpr int kMostCandidates = 24;

std::vector<NodeId> compile_phrases(const std::vector<std::string>& phrases, PatternSet& set, std::vector<PhraseProblem>& problems) {
  std::vector<NodeId> nodes;
  for (const std::string& phrase : phrases) {
    const NodeId node = set.add_phrase(phrase, problems);
    nodes.push_back(node == kNoNode ? kNoNode : set.outer(node));
  }
  return nodes;
}

bool is_negated(const Reading& reading, const Match& match) {
  for (std::uint32_t at = match.first; at <= match.last; ++at) {
    const std::uint32_t trigger = reading.words[at].negated_by;
    if (trigger == kNoWord) continue;
    // A negator inside the match is the phrase's own when the phrase spells one.
    if (trigger < match.first || !match.spells_negator) return true;
  }
  if (match.spells_negator) return false;
  // A gap must not leap over a "not" that stands at its end either.
  for (std::uint32_t at = match.first + 1; at < match.last; ++at) {
    if ((reading.words[at].flags & kNegator) != 0) return true;
  }
  return false;
}

bool is_copied(const Reading& reading, const Match& match) {
  for (std::uint32_t at = match.first; at <= match.last; ++at) {
    if (!reading.words[at].copied) return false;
  }
  return true;
}

bool is_hypothetical(const Reading& reading, const Match& match) {
  return reading.clauses[reading.words[match.first].clause].hypothetical || reading.clauses[reading.words[match.last].clause].hypothetical;
}

bool is_done(const Reading& reading, const Match& match) {
  return reading.clauses[reading.words[match.first].clause].done() || reading.clauses[reading.words[match.last].clause].done();
}

bool counts(const Reading& reading, const CompiledPattern& pattern, const Match& match) {
  if (is_copied(reading, match)) return false;
  if (!pattern.negated_counts && is_negated(reading, match)) return false;
  if (pattern.mood == bank::Mood::done && (is_hypothetical(reading, match) || reading.words[match.first].quoted)) return false;
  return true;
}

/// Words [low, high] where the other parts may be, given the place of the first. Counted in words and not by marks, so that speech is judged
/// like typed text.
Range reach_of(const Evidence& evidence, bank::Within within, const Match& match) {
  const auto around = [&](std::uint32_t words) {
    return Range{match.first > words ? match.first - words : 0, std::min(evidence.reading->size() - 1, match.last + words)};
  };
  switch (within) {
    case bank::Within::clause:
      return around(evidence.reach.clause_words);
    case bank::Within::sentence:
      return around(evidence.reach.sentence_words);
    case bank::Within::two_sentences:
      return around(evidence.reach.two_sentences_words);
    case bank::Within::answer:
      break;
  }
  return {0, evidence.reading->size() - 1};
}

std::uint32_t distance(const Match& a, const Match& b) {
  if (a.last < b.first) return b.first - a.last;
  if (b.last < a.first) return a.first - b.last;
  return 0;
}

/// The nearest counting match of `node` to `anchor` within `range`; false when there is none.
bool nearest(const Evidence& evidence, const CompiledPattern& pattern, NodeId node, const Match& anchor, const Range& range, bool must_count, Match& best) {
  if (node == kNoNode) return false;
  const Match* begin = evidence.matches.begin_of(node);
  const Match* end = evidence.matches.end_of(node);
  const auto at_least = [](const Match& match, std::uint32_t word) { return match.first < word; };
  const Match* middle = std::lower_bound(begin, end, anchor.first, at_least);
  bool found = false;
  const auto consider = [&](const Match& match) {
    if (match.first < range.first || match.last > range.last) return;
    if (must_count && !counts(*evidence.reading, pattern, match)) return;
    if (!found || distance(anchor, match) < distance(anchor, best)) {
      best = match;
      found = true;
    }
  };
  int tried = 0;
  for (const Match* at = middle; at != end && at->first <= range.last && tried < kMostCandidates; ++at, ++tried) consider(*at);
  tried = 0;
  for (const Match* at = middle; at != begin && (at - 1)->first >= range.first && tried < kMostCandidates; ++tried) consider(*--at);
  return found;
}

/// Tries one anchor; on success `hit` covers the parts that lie in the anchor's own reach.
bool meets(const Evidence& evidence, const CompiledPattern& pattern, const Match& anchor, std::size_t skip_all, NodeId anchor_any, EvidenceHit& hit) {
  const Reading& reading = *evidence.reading;
  if (!counts(reading, pattern, anchor)) return false;
  const Range range = reach_of(evidence, pattern.within, anchor);
  hit.first = anchor.first;
  hit.last = anchor.last;
  bool done = is_done(reading, anchor);
  const auto take = [&](const Match& match) {
    done = done || is_done(reading, match);
    // A far part proves the point, but the quote stays near its anchor.
    if (distance(anchor, match) > evidence.reach.sentence_words) return;
    hit.first = std::min(hit.first, match.first);
    hit.last = std::max(hit.last, match.last);
  };
  Match match;
  for (std::size_t i = 0; i < pattern.all.size(); ++i) {
    if (i == skip_all) continue;
    if (!nearest(evidence, pattern, pattern.all[i], anchor, range, true, match)) return false;
    take(match);
  }
  if (!pattern.any.empty() && anchor_any == kNoNode) {
    bool found = false;
    Match best;
    for (const NodeId node : pattern.any) {
      if (!nearest(evidence, pattern, node, anchor, range, true, match)) continue;
      if (!found || distance(anchor, match) < distance(anchor, best)) best = match;
      found = true;
    }
    if (!found) return false;
    take(best);
  }
  for (const NodeId node : pattern.none) {
    if (nearest(evidence, pattern, node, anchor, range, false, match)) return false;
  }
  if (pattern.mood == bank::Mood::done && !done) return false;
  hit.mark = pattern.mark;
  return true;
}

}  // namespace

CompiledEvidence compile_evidence(const std::vector<bank::EvidencePattern>& patterns, PatternSet& set, std::vector<PhraseProblem>& problems) {
  CompiledEvidence out;
  for (const bank::EvidencePattern& pattern : patterns) {
    CompiledPattern compiled;
    compiled.mark = pattern.mark;
    compiled.all = compile_phrases(pattern.all, set, problems);
    compiled.any = compile_phrases(pattern.any, set, problems);
    compiled.none = compile_phrases(pattern.none, set, problems);
    compiled.within = pattern.within;
    compiled.mood = pattern.mood;
    compiled.negated_counts = pattern.negated_counts;
    compiled.why = pattern.why;
    out.push_back(std::move(compiled));
  }
  return out;
}

void find_hits(const Evidence& evidence, const CompiledPattern& pattern, std::uint32_t index, std::size_t most, std::vector<EvidenceHit>& hits) {
  if (evidence.reading->size() == 0) return;
  const std::size_t from = hits.size();
  const auto try_node = [&](NodeId node, std::size_t skip_all, NodeId anchor_any) {
    if (node == kNoNode) return;
    std::uint32_t next_free = 0;
    const Match* end = evidence.matches.end_of(node);
    for (const Match* at = evidence.matches.begin_of(node); at != end && hits.size() - from < most; ++at) {
      if (at->first < next_free) continue;
      EvidenceHit hit;
      if (!meets(evidence, pattern, *at, skip_all, anchor_any, hit)) continue;
      hit.pattern = index;
      hits.push_back(hit);
      next_free = hit.last + 1;
    }
  };
  if (!pattern.all.empty()) {
    try_node(pattern.all[0], 0, kNoNode);
  } else {
    for (const NodeId node : pattern.any) try_node(node, kNoWord, node);
  }
}

void find_hits(const Evidence& evidence, const CompiledEvidence& patterns, std::size_t most_each, std::vector<EvidenceHit>& hits) {
  for (std::size_t i = 0; i < patterns.size(); ++i) find_hits(evidence, patterns[i], static_cast<std::uint32_t>(i), most_each, hits);
}

bool are_near(const EvidenceHit& a, const EvidenceHit& b, std::uint32_t words) {
  const EvidenceHit& left = a.first <= b.first ? a : b;
  const EvidenceHit& right = a.first <= b.first ? b : a;
  return right.first <= left.last || right.first - left.last <= words;
}

}  // namespace dryrun::scoring
