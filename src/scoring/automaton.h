// Aho-Corasick over word ids: finds every literal run of words in one pass. Immutable after build(); knows no gaps and no concepts.
#pragma once

#include <cstdint>
#include <vector>

#include "scoring/vocabulary.h"

namespace dryrun::scoring {

class Automaton {
 public:
  using State = std::uint32_t;
  static constexpr State kRoot = 0;

  /// `pattern` is the caller's number for the sequence; several patterns may share one sequence.
  void add(const std::vector<WordId>& sequence, std::uint32_t pattern);
  /// Sets failure links; no add() afterwards.
  void build();

  [[nodiscard]] State next(State state, WordId symbol) const;

  /// Calls `found(pattern)` for each sequence that ends in `state`, longest first.
  template <typename Found>
  void each_ending(State state, Found&& found) const {
    for (State at = state; at != kRoot; at = nodes_[at].dictionary) {
      for (std::uint32_t i = nodes_[at].first_output; i != 0; i = outputs_[i - 1].next) found(outputs_[i - 1].pattern);
    }
  }
  [[nodiscard]] std::size_t state_count() const { return nodes_.size(); }

 private:
  struct Node {
    State fail = kRoot;
    State dictionary = kRoot;  ///< nearest suffix state with output
    State parent = kRoot;
    WordId symbol = kUnknownWord;
    std::uint32_t depth = 0;
    std::uint32_t first_output = 0;  ///< index + 1 into outputs_
  };
  struct Output {
    std::uint32_t pattern = 0;
    std::uint32_t next = 0;
  };
  [[nodiscard]] State edge(State state, WordId symbol) const;
  void set_edge(State state, WordId symbol, State to);
  void grow();

  std::vector<Node> nodes_{Node{}};
  std::vector<Output> outputs_;
  std::vector<std::uint64_t> keys_ = std::vector<std::uint64_t>(1024, 0);  ///< (state << 32 | symbol) + 0, symbol is never 0
  std::vector<State> targets_ = std::vector<State>(1024, kRoot);
  std::size_t edges_ = 0;
};

}  // namespace dryrun::scoring
