// Strings to small numbers: stems and folded forms share one numbering, 0 is "unknown". Owns copies of its strings.
// Lookup is by open addressing over a fixed hash, so that the order of nothing depends on the platform.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dryrun::scoring {

using WordId = std::uint32_t;
inline constexpr WordId kUnknownWord = 0;
/// Stands for every number token in the automaton; a literal number is checked by its form afterwards.
inline constexpr WordId kAnyNumber = 1;
inline constexpr WordId kFirstWord = 2;

class Vocabulary {
 public:
  Vocabulary();
  /// The number of `word`, giving it one when it is new.
  WordId intern(std::string_view word);
  [[nodiscard]] WordId find(std::string_view word) const;
  [[nodiscard]] std::size_t size() const { return words_.size(); }

 private:
  [[nodiscard]] std::size_t slot_of(std::string_view word) const;
  void grow();
  std::vector<std::string> words_;  ///< index = WordId - kFirstWord
  std::vector<WordId> table_;       ///< power of two, kUnknownWord = free
};

}  // namespace dryrun::scoring
