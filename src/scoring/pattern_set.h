// Phrases and concepts compiled together: one automaton for all literal runs, then joins over gaps, then unions, in topological
// order. A question's own set stands on the shared one and may name its concepts. Immutable after compile(); matches live in a Matches.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "scoring/automaton.h"
#include "scoring/phrase.h"
#include "scoring/reading.h"
#include "scoring/vocabulary.h"

namespace dryrun::scoring {

/// A node of a set: a literal run, a joined phrase, or a union (concept). The high bit says "of the shared set".
using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = 0xFFFFFFFFu;
inline constexpr NodeId kSharedNode = 0x80000000u;

/// Concepts that are told by the grammar of a clause instead of by phrases: its subject up to its verb.
enum class Deed : std::uint8_t {
  i_did,     ///< {i-did}: "I measured", told as happened
  we_did,    ///< {we-did}
  they_did,  ///< {they-did}: another person or group acted: "Ines rewrote", "the team agreed"
  we_act     ///< {we-act}: I or we with a full verb in any tense, also planned: "I would ask", "we keep"
};
inline constexpr std::array<std::string_view, 4> kDeedIds{"i-did", "we-did", "they-did", "we-act"};

/// Words [first, last], both included.
struct Match {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool spells_negator = false;  ///< the phrase itself holds "not" or the like, so that this word doesn't negate it
};

/// What a PatternSet found in one answer. Buffers are reused from answer to answer.
class Matches {
 public:
  [[nodiscard]] const Match* begin_of(NodeId node) const { return all_.data() + offsets_[node].first; }
  [[nodiscard]] const Match* end_of(NodeId node) const { return all_.data() + offsets_[node].last; }
  [[nodiscard]] bool none(NodeId node) const { return offsets_[node].first == offsets_[node].last; }

 private:
  friend class PatternSet;
  struct Hit {
    NodeId node = 0;
    Match match;
  };
  std::vector<Match> all_;
  std::vector<Range> offsets_;
  std::vector<Hit> hits_;
  std::vector<Match> partial_;
  std::vector<Match> joined_;
  std::vector<Match> gathered_;
};

/// The two results that an answer is judged by.
struct MatchView {
  const Matches* shared = nullptr;
  const Matches* own = nullptr;  ///< null where only the shared set is in play
  [[nodiscard]] const Match* begin_of(NodeId node) const {
    return (node & kSharedNode) != 0 ? shared->begin_of(node & ~kSharedNode) : own->begin_of(node);
  }
  [[nodiscard]] const Match* end_of(NodeId node) const {
    return (node & kSharedNode) != 0 ? shared->end_of(node & ~kSharedNode) : own->end_of(node);
  }
};

class PatternSet {
 public:
  /// `shared`: the set below, or null when this is the shared one itself.
  explicit PatternSet(const Lexicon& lexicon, const PatternSet* shared = nullptr);

  /// Declares a concept with its phrases. Nested concepts may be declared later; compile() resolves them.
  void add_concept(const std::string& id, const std::vector<std::string>& phrases, std::vector<PhraseProblem>& problems);
  /// The node of one phrase; equal phrases share one.
  NodeId add_phrase(const std::string& phrase, std::vector<PhraseProblem>& problems);
  /// Resolves concepts (S003 unknown, S004 cycle) and builds the automaton.
  void compile(std::vector<PhraseProblem>& problems);

  [[nodiscard]] NodeId concept_node(std::string_view id) const;
  /// Ids that `phrase` names, directly, as far as they are known.
  [[nodiscard]] const std::vector<std::string>& concepts_of_phrase(const std::string& phrase) const;
  [[nodiscard]] std::vector<std::string> concept_ids() const;

  /// Fills `matches` for one answer; `below` is the shared set's result. With `only`, which order_of() gave, other nodes stay without matches.
  void match(const Reading& reading, const Matches* below, Matches& matches, const std::vector<NodeId>* only = nullptr) const;
  /// What has to be matched for these nodes, children first. They are named as an outer set names them.
  [[nodiscard]] std::vector<NodeId> order_of(const std::vector<NodeId>& nodes) const;

  /// This set's node as an outer set names it.
  [[nodiscard]] NodeId outer(NodeId node) const { return shared_ == nullptr ? node | kSharedNode : node; }

 private:
  struct Element {
    NodeId node = kNoNode;
    std::uint32_t min_gap = 0;
    std::uint32_t max_gap = 0;  ///< words between the element before and this one
  };
  enum class NodeKind : std::uint8_t { run, sequence, any_of, deed };
  struct Node {
    NodeKind kind = NodeKind::run;
    std::vector<std::vector<Element>> variants;  ///< of a sequence
    std::vector<NodeId> children;                ///< of a union
    Deed deed = Deed::i_did;                     ///< of a deed
  };
  /// One literal sequence of a run.
  struct RunPattern {
    NodeId node = 0;
    std::uint32_t length = 0;
    bool spells_negator = false;
    std::vector<std::pair<std::uint32_t, WordId>> exact;  ///< offset and form that has to match
  };
  using Slots = std::vector<const PhraseSlot*>;

  NodeId new_node(NodeKind kind);
  NodeId compile_phrase(const std::string& key, const Phrase& phrase, std::vector<PhraseProblem>& problems);
  std::vector<Element> compile_variant(const Slots& slots, const std::string& text, std::vector<PhraseProblem>& problems);
  NodeId run_node(const Slots& slots);
  NodeId mixed_node(const PhraseSlot& slot, const std::string& text, std::vector<PhraseProblem>& problems);
  NodeId concept_reference(const std::string& id, const std::string& text, std::vector<PhraseProblem>& problems);
  void order_nodes(std::vector<PhraseProblem>& problems);
  [[nodiscard]] std::vector<NodeId> children_of(NodeId node) const;
  void find_runs(const Reading& reading, Matches& matches) const;
  static void find_deeds(const Reading& reading, Deed deed, std::vector<Match>& out);
  void join(const Reading& reading, const std::vector<Element>& variant, const Matches* below, Matches& matches) const;

  const Lexicon* lexicon_;
  const PatternSet* shared_;
  Vocabulary vocabulary_;
  Automaton automaton_;
  std::vector<RunPattern> runs_;
  std::vector<Node> nodes_;
  std::vector<NodeId> order_;  ///< sequences and unions, children first
  std::map<std::string, NodeId, std::less<>> run_nodes_;
  std::map<std::string, NodeId, std::less<>> phrase_nodes_;
  std::map<std::string, NodeId, std::less<>> concepts_;
  std::map<std::string, std::vector<std::string>, std::less<>> phrase_concepts_;
  struct Pending {
    std::string id;
    std::string text;
  };
  std::vector<Pending> referenced_;  ///< concepts named before they were declared, for the S003 check
};

}  // namespace dryrun::scoring
