#include "text/document.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include <snowball/api.h>
#include <snowball/stem_UTF_8_english.h>

#include "text/clauses.h"
#include "text/utf8.h"
#include "text/words.h"

namespace dryrun::text {
namespace {

/// Written words longer than this are no words ("aaaa..."): they are kept as they are, without stem.
constexpr std::size_t kLongestWord = 64;

struct StemmerDeleter {
  void operator()(SN_env* stemmer) const { english_UTF_8_close_env(stemmer); }
};

/// Forms and stems as one text each, every distinct form once.
class Forms {
 public:
  struct Entry {
    std::uint32_t form_begin = 0, form_size = 0, stem_begin = 0, stem_size = 0;
  };

  Forms() : stemmer_(english_UTF_8_create_env()) {}

  std::uint32_t intern(std::string form, bool is_word) {
    const auto known = ids_.find(form);
    if (known != ids_.end()) return known->second;
    Entry entry;
    entry.form_begin = static_cast<std::uint32_t>(arena_.size());
    entry.form_size = static_cast<std::uint32_t>(form.size());
    arena_.insert(arena_.end(), form.begin(), form.end());
    entry.stem_begin = entry.form_begin;
    entry.stem_size = entry.form_size;
    if (is_word && form.size() <= kLongestWord && stemmer_ != nullptr) {
      SN_set_current(stemmer_.get(), static_cast<int>(form.size()), reinterpret_cast<const symbol*>(form.data()));
      if (english_UTF_8_stem(stemmer_.get()) >= 0) {
        entry.stem_begin = static_cast<std::uint32_t>(arena_.size());
        entry.stem_size = static_cast<std::uint32_t>(stemmer_->l);
        arena_.insert(arena_.end(), stemmer_->p, stemmer_->p + stemmer_->l);
      }
    }
    entries_.push_back(entry);
    ids_.emplace(std::move(form), static_cast<std::uint32_t>(entries_.size() - 1));
    return static_cast<std::uint32_t>(entries_.size() - 1);
  }

  [[nodiscard]] const Entry& at(std::uint32_t id) const { return entries_[id]; }
  [[nodiscard]] std::string_view form(std::uint32_t id) const { return {arena_.data() + entries_[id].form_begin, entries_[id].form_size}; }
  [[nodiscard]] std::vector<char> take_arena() { return std::move(arena_); }

 private:
  std::unique_ptr<SN_env, StemmerDeleter> stemmer_;
  std::vector<char> arena_;
  std::vector<Entry> entries_;
  std::unordered_map<std::string, std::uint32_t> ids_;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char32_t code) { return code == ' ' || (code >= 9 && code <= 13) || code == 0xA0 || (code >= 0x2000 && code <= 0x200B) || code == 0x202F || code == 0x3000 || code == 0xFEFF; }
bool is_apostrophe(char32_t code) { return code == '\'' || code == 0x2019 || code == 0x2018 || code == 0x02BC; }

/// A letter of any script: what lies beyond ASCII and is no punctuation or space that English text uses.
bool is_letter(char32_t code) {
  if (code < 0x80) return is_ascii_letter(static_cast<char>(code)) || code == '_';
  return code >= 0xC0 && code != 0xD7 && code != 0xF7 && !(code >= 0x2000 && code <= 0x2BFF) && !(code >= 0x3000 && code <= 0x303F) && !(code >= 0x1F000 && code <= 0x1FAFF) && code != 0xFEFF;
}

/// A token before its strings have settled.
struct Draft {
  Span span;
  std::uint32_t form = 0;
  TokenKind kind = TokenKind::word;
  std::uint32_t line = 0;
  std::int64_t number = -1;  ///< of a number word, to be joined with its neighbours
  bool starts_list_line = false;
};

class Tokenizer {
 public:
  Tokenizer(const std::string& source, Forms& forms) : source_(source), forms_(forms) {}

  std::vector<Draft> run() {
    while (at_ < size()) step();
    return std::move(drafts_);
  }

 private:
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(source_.size()); }
  [[nodiscard]] char peek(std::uint32_t at) const { return at < size() ? source_[at] : '\0'; }
  char32_t decode_at(std::uint32_t at, std::uint32_t& next) const {
    next = at;
    return decode(source_, next);
  }

  void step() {
    std::uint32_t next = at_;
    const char32_t code = decode_at(at_, next);
    if (code == '\n') {
      ++line_;
      is_line_start_ = true;
      // A blank line ends a sentence: it counts as two lines more.
      std::uint32_t probe = next;
      while (probe < size() && (source_[probe] == ' ' || source_[probe] == '\t' || source_[probe] == '\r')) ++probe;
      if (peek(probe) == '\n') line_ += 2;
      at_ = next;
      return;
    }
    if (is_space(code)) {
      at_ = next;
      return;
    }
    const bool is_line_start = std::exchange(is_line_start_, false);
    if (is_line_start && skip_list_mark(code, next)) {
      begins_list_line_ = true;
      return;
    }
    if (code < 0x80 && is_digit(static_cast<char>(code))) return number();
    if (is_letter(code)) return word();
    mark(code, next);
  }

  /// "- ", "* ", "• ", "1. ", "2) " at the start of a line.
  bool skip_list_mark(char32_t code, std::uint32_t next) {
    std::uint32_t end = next;
    if (code == '-' || code == '*' || code == 0x2022 || code == 0x2013) {
      if (peek(end) != ' ') return false;
    } else if (code < 0x80 && is_digit(static_cast<char>(code))) {
      while (is_digit(peek(end))) ++end;
      if ((peek(end) != '.' && peek(end) != ')') || peek(end + 1) != ' ' || end - at_ > 2) return false;
      ++end;
    } else {
      return false;
    }
    at_ = end;
    return true;
  }

  void push(Span span, std::string form, TokenKind kind, std::int64_t number = -1) {
    Draft draft;
    draft.span = span;
    draft.form = forms_.intern(std::move(form), kind == TokenKind::word);
    draft.kind = kind;
    draft.line = line_;
    draft.number = number;
    draft.starts_list_line = std::exchange(begins_list_line_, false);
    drafts_.push_back(draft);
  }

  void number() {
    const std::uint32_t begin = at_;
    std::string form;
    while (at_ < size()) {
      const char c = source_[at_];
      if (is_digit(c)) {
        form += c;
      } else if (c == ',' && is_digit(peek(at_ + 1)) && is_digit(peek(at_ + 2)) && is_digit(peek(at_ + 3)) && !is_digit(peek(at_ + 4))) {
        // thousands, as in 12,000
      } else if ((c == '.' || c == ':') && is_digit(peek(at_ + 1))) {
        form += c;
      } else {
        break;
      }
      ++at_;
    }
    const char unit = peek(at_);
    const bool is_alone = !is_ascii_letter(peek(at_ + 1)) && !is_digit(peek(at_ + 1));
    if ((unit == 'k' || unit == 'K') && is_alone && form.find_first_of(".:") == std::string::npos) {
      form += "000";
      ++at_;
    } else if (((unit == 's' && peek(at_ + 1) == 't') || (unit == 'n' && peek(at_ + 1) == 'd') || (unit == 'r' && peek(at_ + 1) == 'd') || (unit == 't' && peek(at_ + 1) == 'h')) &&
               !is_ascii_letter(peek(at_ + 2))) {
      form += source_.substr(at_, 2);  // an ordinal is a word: "3rd"
      at_ += 2;
      return push({begin, at_}, std::move(form), TokenKind::word);
    }
    push({begin, at_}, std::move(form), TokenKind::number);
  }

  void word() {
    const std::uint32_t begin = at_;
    while (at_ < size()) {
      std::uint32_t next = at_;
      const char32_t code = decode_at(at_, next);
      if (is_letter(code) || (code < 0x80 && is_digit(static_cast<char>(code))) || (code >= 0x300 && code < 0x370)) {
        at_ = next;
        continue;
      }
      // An apostrophe inside a word, or the last one of a plural's possessive, belongs to it.
      std::uint32_t after = next;
      if (is_apostrophe(code) && next < size() && is_letter(decode_at(next, after))) {
        at_ = next;
        continue;
      }
      break;
    }
    const Span span{begin, at_};
    std::string folded = fold(std::string_view(source_).substr(begin, at_ - begin));
    if (folded.size() > kLongestWord) return push(span, std::move(folded), TokenKind::word);
    if (const std::optional<Contraction> pair = split_contraction(folded)) {
      const std::uint32_t middle = begin + first_bytes(span, pair->first_size);
      push({begin, middle}, one_spelling(pair->first), TokenKind::word);
      push({middle, at_}, pair->second, TokenKind::word);
      return;
    }
    const std::string plain(without_possessive(folded));
    std::int64_t value = -1;
    if (const std::optional<std::int64_t> small = small_number(plain)) value = *small;
    if (const std::optional<std::int64_t> scale = number_scale(plain)) value = *scale;
    push(span, one_spelling(plain), TokenKind::word, value);
  }

  /// Bytes of the source word that the first `folded_size` bytes of its folded form stand for.
  [[nodiscard]] std::uint32_t first_bytes(Span span, std::size_t folded_size) const {
    std::uint32_t at = span.begin;
    std::size_t covered = 0;
    while (at < span.end && covered < folded_size) {
      std::uint32_t next = at;
      decode_at(at, next);
      covered += fold(std::string_view(source_).substr(at, next - at)).size();
      at = next;
    }
    return at - span.begin;
  }

  void mark(char32_t code, std::uint32_t next) {
    const std::uint32_t begin = at_;
    at_ = next;
    std::string form = fold(std::string_view(source_).substr(begin, next - begin));
    // "..." and "--" are one mark.
    while (at_ < size() && code < 0x80 && source_[at_] == static_cast<char>(code) && (code == '.' || code == '-' || code == '!' || code == '?')) ++at_;
    // A hyphen or slash between two words joins them; it is no dash.
    const bool is_joint = (form == "-" || form == "/") && at_ == next && begin > 0 && at_ < size() && !is_space(static_cast<unsigned char>(source_[begin - 1])) && !is_space(static_cast<unsigned char>(source_[at_])) &&
                          code == static_cast<char32_t>(form[0]);
    if (is_joint) return;
    if (form == "'") return;  // quotes of single words and stray apostrophes tell nothing
    push({begin, at_}, std::move(form), TokenKind::mark);
  }

  const std::string& source_;
  Forms& forms_;
  std::uint32_t at_ = 0;
  std::uint32_t line_ = 0;
  bool is_line_start_ = true;
  bool begins_list_line_ = false;
  std::vector<Draft> drafts_;
};

/// "twenty five" -> 25, "two hundred" -> 200, "3 thousand" -> 3000. "one" alone stays a word, since it mostly counts nothing ("the one").
std::vector<Draft> join_number_words(std::vector<Draft> drafts, Forms& forms) {
  std::vector<Draft> joined;
  joined.reserve(drafts.size());
  for (std::size_t i = 0; i < drafts.size();) {
    const Draft& first = drafts[i];
    const auto is_scale = [](std::int64_t value) { return value >= 100; };
    std::int64_t value = first.number;
    std::size_t next = i + 1;
    if (first.kind == TokenKind::number && forms.form(first.form).find_first_of(".:") == std::string_view::npos && first.span.size() <= 6 && next < drafts.size() && is_scale(drafts[next].number) &&
        forms.form(drafts[next].form).back() != 's') {
      value = 0;
      for (const char c : forms.form(first.form)) value = value * 10 + (c - '0');
    } else if (value < 0 || is_scale(value)) {
      joined.push_back(first);
      ++i;
      continue;
    }
    if (value >= 20 && value < 100 && value % 10 == 0 && next < drafts.size() && drafts[next].number >= 1 && drafts[next].number <= 9) value += drafts[next++].number;
    while (next < drafts.size() && is_scale(drafts[next].number) && forms.form(drafts[next].form).back() != 's' && value <= 1'000'000) value *= drafts[next++].number;
    if (next == i + 1 && (value == 1 || value == 0)) {
      joined.push_back(first);
    } else {
      Draft number = first;
      number.span.end = drafts[next - 1].span.end;
      number.form = forms.intern(std::to_string(value), false);
      number.kind = TokenKind::number;
      joined.push_back(number);
    }
    i = next;
  }
  return joined;
}

constexpr std::string_view kAbbreviations[] = {"e", "g", "i", "eg", "ie", "etc", "vs", "approx", "mr", "mrs", "dr", "no", "fig", "incl"};

/// Whether the full stop at `at` ends a sentence: not in "e.g.", "v1.2", "Node.js".
bool ends_sentence(const std::vector<Draft>& drafts, std::size_t at, const Forms& forms, const std::string& source) {
  const std::string_view form = forms.form(drafts[at].form);
  if (form == "?" || form == "!") return true;
  if (form != ".") return false;
  const std::uint32_t end = drafts[at].span.end;
  if (end < source.size() && !is_space(static_cast<unsigned char>(source[end])) && source[end] != '"' && source[end] != ')' && static_cast<unsigned char>(source[end]) < 0x80) return false;
  if (at == 0 || drafts[at - 1].span.end != drafts[at].span.begin) return true;
  const std::string_view before = forms.form(drafts[at - 1].form);
  const bool is_abbreviation = std::find(std::begin(kAbbreviations), std::end(kAbbreviations), before) != std::end(kAbbreviations);
  if (!is_abbreviation) return true;
  // "no." and "etc." may well end a sentence: then the next word is capital.
  if (at + 1 >= drafts.size()) return true;
  const char next = source[drafts[at + 1].span.begin];
  return (before == "no" || before == "etc") && next >= 'A' && next <= 'Z';
}

}  // namespace

std::string_view Document::quote(Span span) const { return std::string_view(source_).substr(span.begin, span.end - span.begin); }

Document make_document(std::string_view bytes) {
  Document document;
  document.source_ = to_valid_utf8(bytes);
  Forms forms;
  const std::vector<Draft> drafts = join_number_words(Tokenizer(document.source_, forms).run(), forms);

  document.tokens_.reserve(drafts.size());
  std::uint32_t first = 0;
  const auto close_sentence = [&](std::uint32_t last) {
    if (last <= first) return;
    Stretch sentence;
    sentence.first = first;
    sentence.last = last;
    sentence.span = {document.tokens_[first].span.begin, document.tokens_[last - 1].span.end};
    sentence.sentence = static_cast<std::uint32_t>(document.sentences_.size());
    sentence.is_list_item = drafts[first].starts_list_line;
    for (std::uint32_t at = last; at-- > first && document.tokens_[at].kind == TokenKind::mark;) {
      if (forms.form(drafts[at].form) == "?") sentence.is_question = true;
    }
    document.sentences_.push_back(sentence);
    first = last;
  };
  for (std::uint32_t i = 0; i < drafts.size(); ++i) {
    const Draft& draft = drafts[i];
    // A blank line, or a line that begins an item, ends what went before; a plain line break does not.
    if (i > first && (draft.starts_list_line || draft.line >= drafts[i - 1].line + 2)) close_sentence(i);
    Token token;
    token.span = draft.span;
    token.kind = draft.kind;
    token.sentence = static_cast<std::uint32_t>(document.sentences_.size());
    document.tokens_.push_back(token);
    if (draft.kind != TokenKind::mark) ++document.word_count_;
    if (draft.kind == TokenKind::mark && ends_sentence(drafts, i, forms, document.source_)) {
      // A closing quote or bracket right behind belongs to the sentence.
      while (i + 1 < drafts.size() && drafts[i + 1].kind == TokenKind::mark && drafts[i + 1].span.begin == drafts[i].span.end) {
        ++i;
        Token closing;
        closing.span = drafts[i].span;
        closing.kind = TokenKind::mark;
        closing.sentence = token.sentence;
        document.tokens_.push_back(closing);
      }
      close_sentence(i + 1);
    }
  }
  close_sentence(static_cast<std::uint32_t>(drafts.size()));

  document.arena_ = forms.take_arena();
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const Forms::Entry& entry = forms.at(drafts[i].form);
    document.tokens_[i].form = {document.arena_.data() + entry.form_begin, entry.form_size};
    document.tokens_[i].stem = {document.arena_.data() + entry.stem_begin, entry.stem_size};
  }
  document.clauses_ = cut_clauses(document.tokens_, document.sentences_);
  return document;
}

}  // namespace dryrun::text
