// The matching half of PatternSet: one pass of the automaton, then joins and unions. The work at each position is capped, so that
// the whole stays linear in the answer.
#include <algorithm>

#include "scoring/pattern_set.h"

namespace dryrun::scoring {

namespace {

/// The first ones of a pattern in one answer: nobody says a thing more often in three minutes, and a text that does gains nothing by it. Bounds
/// what a text of a mebibyte takes.
constexpr std::uint32_t kMostMatches = 4096;

/// Matches kept for one starting word of a node: the shortest ones.
constexpr std::size_t kMostPerStart = 4;
/// Continuations tried for one partial match of a join.
constexpr std::size_t kMostContinuations = 4;

bool before(const Match& a, const Match& b) {
  if (a.first != b.first) return a.first < b.first;
  if (a.last != b.last) return a.last < b.last;
  return a.spells_negator < b.spells_negator;
}

/// Sorts, drops doubles and keeps the shortest few of each start.
void tidy(std::vector<Match>& matches, std::size_t from) {
  const auto begin = matches.begin() + static_cast<std::ptrdiff_t>(from);
  if (!std::is_sorted(begin, matches.end(), before)) std::sort(begin, matches.end(), before);
  std::size_t kept = from;
  std::size_t of_start = 0;
  for (std::size_t i = from; i < matches.size(); ++i) {
    const Match match = matches[i];
    if (kept > from && matches[kept - 1].first == match.first) {
      if (matches[kept - 1].last == match.last) {
        matches[kept - 1].spells_negator = matches[kept - 1].spells_negator || match.spells_negator;
        continue;
      }
      if (++of_start >= kMostPerStart) continue;
    } else {
      of_start = 0;
    }
    matches[kept++] = match;
  }
  matches.resize(kept);
}

const Match* first_from(const Match* begin, const Match* end, std::uint32_t word) {
  return std::lower_bound(begin, end, word, [](const Match& match, std::uint32_t at) { return match.first < at; });
}

}  // namespace

void PatternSet::find_runs(const Reading& reading, Matches& matches) const {
  Automaton::State state = Automaton::kRoot;
  std::uint32_t sentence = kNoWord;
  for (std::uint32_t at = 0; at < reading.size(); ++at) {
    const Word& word = reading.words[at];
    if (word.sentence != sentence) {
      state = Automaton::kRoot;
      sentence = word.sentence;
    }
    state = automaton_.next(state, reading.is_number(at) ? kAnyNumber : vocabulary_.find(reading.stem(at)));
    if (state == Automaton::kRoot) continue;
    automaton_.each_ending(state, [&](std::uint32_t index) {
      const RunPattern& run = runs_[index];
      const std::uint32_t first = at + 1 - run.length;
      for (const auto& [offset, form] : run.exact) {
        if (vocabulary_.find(reading.form(first + offset)) != form) return;
      }
      std::uint32_t& count = matches.offsets_[run.node].last;
      if (count == kMostMatches) return;
      ++count;
      matches.hits_.push_back({run.node, {first, at, run.spells_negator}});
    });
  }
}

void PatternSet::find_deeds(const Reading& reading, Deed deed, std::vector<Match>& out) {
  for (const ClauseFact& clause : reading.clauses) {
    if (clause.verb == kNoWord) continue;
    bool fits = false;
    switch (deed) {
      case Deed::i_did:
        fits = clause.actor == Actor::self && clause.done();
        break;
      case Deed::we_did:
        fits = clause.actor == Actor::team && clause.done();
        break;
      case Deed::they_did:
        fits = clause.actor == Actor::other && clause.done();
        break;
      case Deed::we_act:
        fits = clause.actor == Actor::self || clause.actor == Actor::team;
        break;
    }
    if (!fits) continue;
    out.push_back({clause.subject == kNoWord ? clause.verb : clause.subject, clause.verb, false});
    // "I triaged the alarms and wrote a runbook": the second deed of the same clause.
    for (std::uint32_t at = clause.verb + 2; at < clause.last; ++at) {
      const WordFlags flags = reading.words[at].flags;
      const bool is_full_past = (flags & kPast) != 0 && (flags & (kBe | kHave | kDo)) == 0;
      if (is_full_past && (reading.words[at - 1].flags & kConjunction) != 0) out.push_back({at, at, false});
    }
  }
}

void PatternSet::match(const Reading& reading, const Matches* below, Matches& matches, const std::vector<NodeId>* only) const {
  matches.hits_.clear();
  matches.all_.clear();
  matches.offsets_.assign(nodes_.size(), Range{});
  find_runs(reading, matches);

  // Counting sort of the runs by node; `last` has counted them, then becomes the place to write to.
  std::uint32_t total = 0;
  for (Range& range : matches.offsets_) {
    range.first = total;
    total += range.last;
    range.last = range.first;
  }
  matches.all_.resize(total);
  for (const Matches::Hit& hit : matches.hits_) matches.all_[matches.offsets_[hit.node].last++] = hit.match;
  for (const Range& range : matches.offsets_) {
    const auto begin = matches.all_.begin() + range.first;
    const auto end = matches.all_.begin() + range.last;
    if (!std::is_sorted(begin, end, before)) std::sort(begin, end, before);
  }

  const MatchView view{below, &matches};
  for (const NodeId id : only != nullptr ? *only : order_) {
    const Node& node = nodes_[id];
    matches.gathered_.clear();
    if (node.kind == NodeKind::deed) {
      find_deeds(reading, node.deed, matches.gathered_);
    } else if (node.kind == NodeKind::any_of) {
      for (const NodeId child : node.children) {
        if (child == kNoNode) continue;
        matches.gathered_.insert(matches.gathered_.end(), view.begin_of(child), view.end_of(child));
      }
    } else {
      for (const std::vector<Element>& variant : node.variants) join(reading, variant, below, matches);
    }
    if (matches.gathered_.empty()) continue;
    tidy(matches.gathered_, 0);
    if (matches.gathered_.size() > kMostMatches) matches.gathered_.resize(kMostMatches);
    const std::uint32_t first = static_cast<std::uint32_t>(matches.all_.size());
    matches.all_.insert(matches.all_.end(), matches.gathered_.begin(), matches.gathered_.end());
    matches.offsets_[id] = {first, static_cast<std::uint32_t>(matches.all_.size())};
  }
}

void PatternSet::join(const Reading& reading, const std::vector<Element>& variant, const Matches* below, Matches& matches) const {
  const MatchView view{below, &matches};
  for (const Element& element : variant) {
    if (element.node == kNoNode || view.begin_of(element.node) == view.end_of(element.node)) return;
  }
  matches.partial_.assign(view.begin_of(variant[0].node), view.end_of(variant[0].node));
  for (std::size_t i = 1; i < variant.size() && !matches.partial_.empty(); ++i) {
    const Element& element = variant[i];
    const Match* begin = view.begin_of(element.node);
    const Match* end = view.end_of(element.node);
    matches.joined_.clear();
    for (const Match& head : matches.partial_) {
      const std::uint32_t low = head.last + 1 + element.min_gap;
      const std::uint32_t high = head.last + 1 + element.max_gap;
      std::size_t tried = 0;
      for (const Match* next = first_from(begin, end, low); next != end && next->first <= high && tried < kMostContinuations; ++next, ++tried) {
        if (reading.words[next->first].sentence != reading.words[head.last].sentence) break;
        matches.joined_.push_back({head.first, next->last, head.spells_negator || next->spells_negator});
      }
    }
    tidy(matches.joined_, 0);
    matches.partial_.swap(matches.joined_);
  }
  matches.gathered_.insert(matches.gathered_.end(), matches.partial_.begin(), matches.partial_.end());
}

}  // namespace dryrun::scoring
