// The compiling half of PatternSet: phrases to nodes, literal runs to the automaton, concepts in topological order.
#include <algorithm>
#include <cassert>

#include "scoring/pattern_set.h"
#include "text/diagnostic.h"

namespace dryrun::scoring {

namespace {

/// A run whose alternatives multiply beyond this is cut into two runs joined without a gap.
constexpr std::size_t kMostExpansions = 128;

bool has_concept(const PhraseSlot& slot) {
  for (const PhraseAlternative& alternative : slot.alternatives) {
    if (!alternative.concept_id.empty()) return true;
  }
  return false;
}

/// Between two words stands what no word holds: "on-call" is two, "on_call" is one.
std::string key_of(const PhraseAlternative& alternative) {
  std::string key;
  for (const PhraseWord& word : alternative.words) {
    if (!key.empty()) key += '\n';
    if (word.any_number) {
      key += '#';
    } else if (word.is_number) {
      key += "#" + word.form;
    } else if (word.exact) {
      key += "=" + word.form;
    } else {
      key += word.stem;
    }
  }
  return key;
}

}  // namespace

PatternSet::PatternSet(const Lexicon& lexicon, const PatternSet* shared) : lexicon_(&lexicon), shared_(shared) {
  if (shared != nullptr) return;
  for (std::size_t i = 0; i < kDeedIds.size(); ++i) {
    const NodeId node = new_node(NodeKind::deed);
    nodes_[node].deed = static_cast<Deed>(i);
    concepts_.emplace(std::string(kDeedIds[i]), node);
  }
}

NodeId PatternSet::new_node(NodeKind kind) {
  Node node;
  node.kind = kind;
  nodes_.push_back(std::move(node));
  return static_cast<NodeId>(nodes_.size()) - 1;
}

void PatternSet::add_concept(const std::string& id, const std::vector<std::string>& phrases, std::vector<PhraseProblem>& problems) {
  auto found = concepts_.find(id);
  NodeId node = found == concepts_.end() ? kNoNode : found->second;
  if (node == kNoNode) {
    node = new_node(NodeKind::any_of);
    concepts_.emplace(id, node);
  }
  for (const std::string& phrase : phrases) {
    const NodeId child = add_phrase(phrase, problems);
    if (child != kNoNode) nodes_[node].children.push_back(child);
  }
}

NodeId PatternSet::add_phrase(const std::string& phrase, std::vector<PhraseProblem>& problems) {
  const auto found = phrase_nodes_.find(phrase);
  if (found != phrase_nodes_.end()) return found->second;
  std::vector<PhraseProblem> own;
  const Phrase parsed = parse_phrase(phrase, own);
  std::vector<std::string> named;
  for (const PhraseSlot& slot : parsed.slots) {
    for (const PhraseAlternative& alternative : slot.alternatives) {
      if (!alternative.concept_id.empty()) named.push_back(alternative.concept_id);
    }
  }
  NodeId node = kNoNode;
  if (own.empty()) node = compile_phrase(phrase, parsed, own);
  if (!own.empty()) node = kNoNode;
  problems.insert(problems.end(), own.begin(), own.end());
  phrase_nodes_.emplace(phrase, node);
  phrase_concepts_.emplace(phrase, std::move(named));
  return node;
}

NodeId PatternSet::compile_phrase(const std::string& key, const Phrase& phrase, std::vector<PhraseProblem>& problems) {
  std::vector<std::size_t> optional;
  for (std::size_t i = 0; i < phrase.slots.size(); ++i) {
    if (phrase.slots[i].optional) optional.push_back(i);
  }
  std::vector<std::vector<Element>> variants;
  for (std::size_t mask = 0; mask < (std::size_t{1} << optional.size()); ++mask) {
    Slots slots;
    std::size_t next_optional = 0;
    for (std::size_t i = 0; i < phrase.slots.size(); ++i) {
      if (next_optional < optional.size() && optional[next_optional] == i) {
        const bool absent = ((mask >> next_optional) & 1u) != 0;
        ++next_optional;
        if (absent) continue;
      }
      slots.push_back(&phrase.slots[i]);
    }
    // Leaving out an optional slot at an end may bring a gap there, which then means nothing.
    while (!slots.empty() && slots.front()->kind != PhraseSlot::Kind::alternatives) slots.erase(slots.begin());
    while (!slots.empty() && slots.back()->kind != PhraseSlot::Kind::alternatives) slots.pop_back();
    if (slots.empty()) continue;
    variants.push_back(compile_variant(slots, key, problems));
  }
  if (variants.size() == 1 && variants[0].size() == 1 && (variants[0][0].node & kSharedNode) == 0) return variants[0][0].node;
  const NodeId node = new_node(NodeKind::sequence);
  nodes_[node].variants = std::move(variants);
  return node;
}

std::vector<PatternSet::Element> PatternSet::compile_variant(const Slots& slots, const std::string& text, std::vector<PhraseProblem>& problems) {
  std::vector<Element> elements;
  Slots run;
  std::size_t expansions = 1;
  std::uint32_t min_gap = 0;
  std::uint32_t max_gap = 0;
  const auto push = [&](NodeId node) {
    elements.push_back({node, min_gap, max_gap});
    min_gap = 0;
    max_gap = 0;
  };
  const auto flush = [&] {
    if (run.empty()) return;
    push(run_node(run));
    run.clear();
    expansions = 1;
  };
  for (const PhraseSlot* slot : slots) {
    if (slot->kind == PhraseSlot::Kind::gap) {
      flush();
      max_gap += static_cast<std::uint32_t>(slot->gap);
    } else if (slot->kind == PhraseSlot::Kind::any_word) {
      flush();
      ++min_gap;
      ++max_gap;
    } else if (has_concept(*slot)) {
      flush();
      push(mixed_node(*slot, text, problems));
    } else {
      if (expansions * slot->alternatives.size() > kMostExpansions) flush();
      run.push_back(slot);
      expansions *= slot->alternatives.size();
    }
  }
  flush();
  return elements;
}

NodeId PatternSet::run_node(const Slots& slots) {
  std::string key;
  for (const PhraseSlot* slot : slots) {
    if (!key.empty()) key += ' ';
    for (std::size_t i = 0; i < slot->alternatives.size(); ++i) {
      if (i != 0) key += '|';
      key += key_of(slot->alternatives[i]);
    }
  }
  const auto found = run_nodes_.find(key);
  if (found != run_nodes_.end()) return found->second;
  const NodeId node = new_node(NodeKind::run);
  run_nodes_.emplace(std::move(key), node);

  std::vector<std::size_t> choice(slots.size(), 0);
  for (;;) {
    RunPattern pattern;
    pattern.node = node;
    std::vector<WordId> sequence;
    for (std::size_t i = 0; i < slots.size(); ++i) {
      for (const PhraseWord& word : slots[i]->alternatives[choice[i]].words) {
        const std::uint32_t offset = static_cast<std::uint32_t>(sequence.size());
        if (word.any_number || word.is_number) {
          sequence.push_back(kAnyNumber);
          if (word.is_number) pattern.exact.emplace_back(offset, vocabulary_.intern(word.form));
        } else {
          sequence.push_back(vocabulary_.intern(word.stem));
          if (word.exact) pattern.exact.emplace_back(offset, vocabulary_.intern(word.form));
          if ((lexicon_->flags(word.form) & kNegator) != 0) pattern.spells_negator = true;
        }
      }
    }
    pattern.length = static_cast<std::uint32_t>(sequence.size());
    automaton_.add(sequence, static_cast<std::uint32_t>(runs_.size()));
    runs_.push_back(std::move(pattern));
    std::size_t at = slots.size();
    while (at > 0) {
      --at;
      if (++choice[at] < slots[at]->alternatives.size()) break;
      choice[at] = 0;
      if (at == 0) return node;
    }
  }
}

NodeId PatternSet::mixed_node(const PhraseSlot& slot, const std::string& text, std::vector<PhraseProblem>& problems) {
  if (slot.alternatives.size() == 1) return concept_reference(slot.alternatives[0].concept_id, text, problems);
  PhraseSlot literal;
  std::vector<NodeId> children;
  for (const PhraseAlternative& alternative : slot.alternatives) {
    if (alternative.concept_id.empty()) {
      literal.alternatives.push_back(alternative);
    } else {
      children.push_back(concept_reference(alternative.concept_id, text, problems));
    }
  }
  if (!literal.alternatives.empty()) children.push_back(run_node({&literal}));
  const NodeId node = new_node(NodeKind::any_of);
  nodes_[node].children = std::move(children);
  return node;
}

NodeId PatternSet::concept_reference(const std::string& id, const std::string& text, std::vector<PhraseProblem>& problems) {
  if (shared_ != nullptr) {
    const NodeId node = shared_->concept_node(id);
    if (node != kNoNode) return node | kSharedNode;
    std::vector<std::string> known = shared_->concept_ids();
    const std::string near = nearest_name(id, known);
    problems.push_back({"S003", "No concept has the id \"" + id + "\"" + (near.empty() ? "" : "; did you mean \"" + near + "\"?") + " In the phrase \"" + text + "\"."});
    return kNoNode;
  }
  const auto found = concepts_.find(id);
  if (found != concepts_.end()) return found->second;
  const NodeId node = new_node(NodeKind::any_of);
  concepts_.emplace(id, node);
  referenced_.push_back({id, text});
  return node;
}

void PatternSet::compile(std::vector<PhraseProblem>& problems) {
  for (const Pending& pending : referenced_) {
    if (!nodes_[concepts_.find(pending.id)->second].children.empty()) continue;
    std::vector<std::string> known;
    for (const auto& [id, node] : concepts_) {
      if (!nodes_[node].children.empty()) known.push_back(id);
    }
    const std::string near = nearest_name(pending.id, known);
    problems.push_back({"S003", "No concept has the id \"" + pending.id + "\"" + (near.empty() ? "" : "; did you mean \"" + near + "\"?") + " In the phrase \"" + pending.text + "\"."});
  }
  order_nodes(problems);
  automaton_.build();
}

std::vector<NodeId> PatternSet::children_of(NodeId node) const {
  std::vector<NodeId> children = nodes_[node].children;
  for (const std::vector<Element>& variant : nodes_[node].variants) {
    for (const Element& element : variant) children.push_back(element.node);
  }
  return children;
}

std::vector<NodeId> PatternSet::order_of(const std::vector<NodeId>& nodes) const {
  std::vector<bool> is_needed(nodes_.size(), false);
  std::vector<NodeId> open;
  const auto need = [&](NodeId node) {
    if (node == kNoNode || is_needed[node & ~kSharedNode]) return;
    is_needed[node & ~kSharedNode] = true;
    open.push_back(node & ~kSharedNode);
  };
  for (const NodeId node : nodes) need(node);
  while (!open.empty()) {
    const NodeId node = open.back();
    open.pop_back();
    for (const NodeId child : children_of(node)) need(child);
  }
  std::vector<NodeId> order;
  for (const NodeId node : order_) {
    if (is_needed[node]) order.push_back(node);
  }
  return order;
}

void PatternSet::order_nodes(std::vector<PhraseProblem>& problems) {
  enum class Mark : std::uint8_t { fresh, open, done };
  std::vector<Mark> marks(nodes_.size(), Mark::fresh);
  struct Frame {
    NodeId node = 0;
    std::vector<NodeId> children;
    std::size_t next = 0;
  };
  std::vector<Frame> stack;
  for (NodeId start = 0; start < nodes_.size(); ++start) {
    if (marks[start] != Mark::fresh) continue;
    marks[start] = Mark::open;
    stack.push_back({start, children_of(start), 0});
    while (!stack.empty()) {
      Frame& frame = stack.back();
      if (frame.next == frame.children.size()) {
        marks[frame.node] = Mark::done;
        if (nodes_[frame.node].kind != NodeKind::run) order_.push_back(frame.node);
        stack.pop_back();
        continue;
      }
      const NodeId child = frame.children[frame.next++];
      if (child == kNoNode || (child & kSharedNode) != 0) continue;
      if (marks[child] == Mark::open) {
        std::string id = "?";
        for (const auto& [name, node] : concepts_) {
          if (node == child) id = name;
        }
        problems.push_back({"S004", "The concept \"" + id + "\" contains itself, directly or by way of another; break the circle."});
      } else if (marks[child] == Mark::fresh) {
        marks[child] = Mark::open;
        stack.push_back({child, children_of(child), 0});
      }
    }
  }
}

NodeId PatternSet::concept_node(std::string_view id) const {
  const auto found = concepts_.find(id);
  return found == concepts_.end() ? kNoNode : found->second;
}

const std::vector<std::string>& PatternSet::concepts_of_phrase(const std::string& phrase) const {
  static const std::vector<std::string> kNone;
  const auto found = phrase_concepts_.find(phrase);
  return found == phrase_concepts_.end() ? kNone : found->second;
}

std::vector<std::string> PatternSet::concept_ids() const {
  std::vector<std::string> ids;
  for (const auto& [id, node] : concepts_) ids.push_back(id);
  return ids;
}

}  // namespace dryrun::scoring
