// The distinct forms of one text, each stored once with its stem. Owns the characters until a Document takes them over. One for each
// call of make_document; knows no positions.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct SN_env;

namespace dryrun::text {

class Forms {
 public:
  struct Entry {
    std::uint32_t form_begin = 0, form_size = 0, stem_begin = 0, stem_size = 0;
  };

  Forms();
  ~Forms();
  Forms(const Forms&) = delete;
  Forms& operator=(const Forms&) = delete;

  /// The id of a form, new or known. The first call decides whether it is stemmed: what is no word is its own stem.
  std::uint32_t intern(std::string_view form, bool is_word);

  [[nodiscard]] const Entry& at(std::uint32_t id) const { return entries_[id]; }
  [[nodiscard]] std::string_view form(std::uint32_t id) const { return {arena_.data() + entries_[id].form_begin, entries_[id].form_size}; }
  /// Forms and stems as one text, by the offsets of the entries; `form` is of no use afterwards.
  [[nodiscard]] std::vector<char> take_arena() { return std::move(arena_); }

 private:
  struct StemmerDeleter {
    void operator()(SN_env* stemmer) const;
  };
  std::unique_ptr<SN_env, StemmerDeleter> stemmer_;
  std::vector<char> arena_;
  std::vector<Entry> entries_;
  std::unordered_map<std::string, std::uint32_t> ids_;
};

}  // namespace dryrun::text
