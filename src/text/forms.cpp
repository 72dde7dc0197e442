#include "text/forms.h"

#include <snowball/api.h>
#include <snowball/stem_UTF_8_english.h>

namespace dryrun::text {
namespace {

/// Bytes; what is longer is no word ("aaaa...", an address) and is its own stem.
constexpr std::size_t kLongestStemmed = 64;

}  // namespace

Forms::Forms() : stemmer_(english_UTF_8_create_env()) {}
Forms::~Forms() = default;

void Forms::StemmerDeleter::operator()(SN_env* stemmer) const { english_UTF_8_close_env(stemmer); }

std::uint32_t Forms::intern(std::string_view form, bool is_word) {
  const auto [known, is_new] = ids_.try_emplace(std::string(form), static_cast<std::uint32_t>(entries_.size()));
  if (!is_new) return known->second;
  Entry entry;
  entry.form_begin = static_cast<std::uint32_t>(arena_.size());
  entry.form_size = static_cast<std::uint32_t>(form.size());
  arena_.insert(arena_.end(), form.begin(), form.end());
  entry.stem_begin = entry.form_begin;
  entry.stem_size = entry.form_size;
  if (is_word && form.size() <= kLongestStemmed && stemmer_ != nullptr) {
    SN_set_current(stemmer_.get(), static_cast<int>(form.size()), reinterpret_cast<const symbol*>(form.data()));
    if (english_UTF_8_stem(stemmer_.get()) >= 0 && stemmer_->l > 0) {
      entry.stem_begin = static_cast<std::uint32_t>(arena_.size());
      entry.stem_size = static_cast<std::uint32_t>(stemmer_->l);
      arena_.insert(arena_.end(), stemmer_->p, stemmer_->p + stemmer_->l);
    }
  }
  entries_.push_back(entry);
  return known->second;
}

}  // namespace dryrun::text
