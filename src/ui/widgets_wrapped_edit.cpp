#include "ui/widgets_wrapped_edit.h"

#include <algorithm>

namespace dryrun::ui {
namespace {

bool is_inside_character(const std::string& text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

}  // namespace

void WrappedText::set(std::string words, std::vector<std::size_t> breaks) {
  words_ = std::move(words);
  breaks_ = std::move(breaks);
  shown_.clear();
  std::size_t from = 0;
  for (const std::size_t at : breaks_) {
    shown_.append(words_, from, at - from);
    shown_ += '\n';
    from = at;
  }
  shown_.append(words_, from, std::string::npos);
}

std::size_t WrappedText::to_words(std::size_t shown) const {
  // The i-th soft break lies at shown offset breaks_[i] + i.
  std::size_t passed = 0;
  while (passed < breaks_.size() && breaks_[passed] + passed < shown) ++passed;
  return shown - passed;
}

std::size_t WrappedText::to_shown(std::size_t words) const {
  // At a soft break: the start of the next line.
  const auto passed = static_cast<std::size_t>(std::upper_bound(breaks_.begin(), breaks_.end(), words) - breaks_.begin());
  return words + passed;
}

bool WrappedText::take_edit(const std::string& edited, bool is_forward) {
  const std::size_t shorter = std::min(shown_.size(), edited.size());
  std::size_t same = 0;
  while (same < shorter && shown_[same] == edited[same]) ++same;
  std::size_t tail = 0;
  while (tail < shorter - same && shown_[shown_.size() - 1 - tail] == edited[edited.size() - 1 - tail]) ++tail;
  std::size_t begin = to_words(same), end = std::max(begin, to_words(shown_.size() - tail));
  const std::string added = edited.substr(same, edited.size() - tail - same);
  if (begin == end && added.empty()) {
    if (shown_.size() == edited.size()) return false;
    // Only a soft break was deleted: the character beside it was meant.
    if (is_forward) {
      if (end < words_.size()) ++end;
      while (is_inside_character(words_, end)) ++end;
    } else {
      if (begin > 0) --begin;
      while (begin > 0 && is_inside_character(words_, begin)) --begin;
    }
    if (begin == end) return false;
  }
  words_.replace(begin, end - begin, added);
  return true;
}

}  // namespace dryrun::ui
