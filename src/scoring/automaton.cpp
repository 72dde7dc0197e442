#include "scoring/automaton.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace dryrun::scoring {

namespace {

std::uint64_t key_of(Automaton::State state, WordId symbol) { return (static_cast<std::uint64_t>(state) << 32) | symbol; }

std::size_t mix(std::uint64_t key, std::size_t mask) {
  key *= 0x9E3779B97F4A7C15ull;
  return static_cast<std::size_t>(key >> 32) & mask;
}

}  // namespace

Automaton::State Automaton::edge(State state, WordId symbol) const {
  const std::uint64_t key = key_of(state, symbol);
  const std::size_t mask = keys_.size() - 1;
  for (std::size_t slot = mix(key, mask);; slot = (slot + 1) & mask) {
    if (keys_[slot] == key) return targets_[slot];
    if (keys_[slot] == 0) return kRoot;
  }
}

void Automaton::set_edge(State state, WordId symbol, State to) {
  if (++edges_ * 2 > keys_.size()) grow();
  const std::uint64_t key = key_of(state, symbol);
  const std::size_t mask = keys_.size() - 1;
  std::size_t slot = mix(key, mask);
  while (keys_[slot] != 0) slot = (slot + 1) & mask;
  keys_[slot] = key;
  targets_[slot] = to;
}

void Automaton::grow() {
  std::vector<std::uint64_t> keys(keys_.size() * 2, 0);
  std::vector<State> targets(keys.size(), kRoot);
  const std::size_t mask = keys.size() - 1;
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    if (keys_[i] == 0) continue;
    std::size_t slot = mix(keys_[i], mask);
    while (keys[slot] != 0) slot = (slot + 1) & mask;
    keys[slot] = keys_[i];
    targets[slot] = targets_[i];
  }
  keys_ = std::move(keys);
  targets_ = std::move(targets);
}

void Automaton::add(const std::vector<WordId>& sequence, std::uint32_t pattern) {
  State at = kRoot;
  for (const WordId symbol : sequence) {
    assert(symbol != kUnknownWord);
    State to = edge(at, symbol);
    if (to == kRoot) {
      to = static_cast<State>(nodes_.size());
      Node node;
      node.parent = at;
      node.symbol = symbol;
      node.depth = nodes_[at].depth + 1;
      nodes_.push_back(node);
      set_edge(at, symbol, to);
    }
    at = to;
  }
  outputs_.push_back({pattern, nodes_[at].first_output});
  nodes_[at].first_output = static_cast<std::uint32_t>(outputs_.size());
}

void Automaton::build() {
  std::vector<State> order(nodes_.size());
  std::iota(order.begin(), order.end(), State{0});
  std::stable_sort(order.begin(), order.end(), [this](State a, State b) { return nodes_[a].depth < nodes_[b].depth; });
  for (const State state : order) {
    Node& node = nodes_[state];
    if (node.depth < 2) continue;
    node.fail = next(nodes_[node.parent].fail, node.symbol);
    node.dictionary = nodes_[node.fail].first_output != 0 ? node.fail : nodes_[node.fail].dictionary;
  }
}

Automaton::State Automaton::next(State state, WordId symbol) const {
  if (symbol == kUnknownWord) return kRoot;
  for (;;) {
    const State to = edge(state, symbol);
    if (to != kRoot || state == kRoot) return to;
    state = nodes_[state].fail;
  }
}

}  // namespace dryrun::scoring
