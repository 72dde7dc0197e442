// Word wrap for Dear ImGui's multi-line field, which has none: the field edits a copy with extra line breaks, and each edit is carried
// over to the words as they are. Used for drawn fields only.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace dryrun::ui {

class WrappedText {
 public:
  /// The words as they are, without the breaks of wrapping.
  [[nodiscard]] const std::string& words() const { return words_; }
  /// What the field shows and edits.
  [[nodiscard]] const std::string& shown() const { return shown_; }

  /// Takes words from outside, with the byte offsets at which lines break softly (ascending, none at a '\n' of the words).
  void set(std::string words, std::vector<std::size_t> breaks);
  /// Carries an edit of shown() over to the words; `is_forward` tells Delete from Backspace where only a soft break went. Returns
  /// whether the words changed; then set() them again with new breaks.
  bool take_edit(const std::string& edited, bool is_forward);

  [[nodiscard]] std::size_t to_words(std::size_t shown) const;
  [[nodiscard]] std::size_t to_shown(std::size_t words) const;

 private:
  std::string words_;
  std::string shown_;
  std::vector<std::size_t> breaks_;  ///< offsets into words_
};

}  // namespace dryrun::ui
