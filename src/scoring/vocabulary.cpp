#include "scoring/vocabulary.h"

namespace dryrun::scoring {

namespace {

std::uint64_t fnv1a(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037ull;
  for (const char c : bytes) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211ull;
  }
  return hash ^ (hash >> 29);
}

constexpr std::size_t kFirstTable = 1024;

}  // namespace

Vocabulary::Vocabulary() : table_(kFirstTable, kUnknownWord) {}

std::size_t Vocabulary::slot_of(std::string_view word) const {
  const std::size_t mask = table_.size() - 1;
  std::size_t slot = static_cast<std::size_t>(fnv1a(word)) & mask;
  while (table_[slot] != kUnknownWord && words_[table_[slot] - kFirstWord] != word) slot = (slot + 1) & mask;
  return slot;
}

WordId Vocabulary::find(std::string_view word) const { return table_[slot_of(word)]; }

WordId Vocabulary::intern(std::string_view word) {
  const std::size_t slot = slot_of(word);
  if (table_[slot] != kUnknownWord) return table_[slot];
  words_.emplace_back(word);
  const WordId id = static_cast<WordId>(words_.size()) - 1 + kFirstWord;
  table_[slot] = id;
  if (words_.size() * 2 > table_.size()) grow();
  return id;
}

void Vocabulary::grow() {
  table_.assign(table_.size() * 2, kUnknownWord);
  for (std::size_t i = 0; i < words_.size(); ++i) table_[slot_of(words_[i])] = static_cast<WordId>(i) + kFirstWord;
}

}  // namespace dryrun::scoring
