#include "text/tokenise.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "text/addresses.h"
#include "text/ascii.h"
#include "text/numbers.h"
#include "text/utf8.h"
#include "text/words.h"

namespace dryrun::text {
namespace {

/// Written words longer than this are no words ("aaaa..."): they are kept as they are.
constexpr std::size_t kLongestWord = 64;

bool is_apostrophe(char32_t code) { return code == '\'' || code == 0x2019 || code == 0x2018 || code == 0x02BC; }
/// An accent of its own, a soft hyphen, a joiner of no width: parts of a word that nobody sees as letters.
bool is_within_word(char32_t code) { return (code >= 0x300 && code < 0x370) || code == 0xAD || (code >= 0x200B && code <= 0x200D) || code == 0x2060; }

/// A letter of any script: what lies beyond ASCII and is no punctuation or space that English text uses.
bool is_letter(char32_t code) {
  if (code < 0x80) return is_ascii_letter(static_cast<char>(code)) || code == '_';
  return code >= 0xC0 && code != 0xD7 && code != 0xF7 && !(code >= 0x2000 && code <= 0x2BFF) && !(code >= 0x3000 && code <= 0x303F) && !(code >= 0x1F000 && code <= 0x1FAFF) && code != 0xFEFF;
}

class Tokenizer {
 public:
  Tokenizer(const std::string& source, Forms& forms) : source_(source), forms_(forms) {}

  std::vector<Draft> run() {
    while (at_ < size()) step();
    return std::move(drafts_);
  }

 private:
  /// One part of a word, known once and for all by the word's folded form.
  struct Piece {
    std::uint32_t form = 0;
    std::size_t folded_size = 0;  ///< bytes of the folded word that are this part's
    std::int64_t number = -1;
    char contracted = '\0';
  };

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
    if (at_ >= chunk_end_) look_for_address();
    if (at_ == address_.begin && !address_.empty()) {
      const Span span = std::exchange(address_, Span{});
      at_ = span.end;
      return push(span, fold(std::string_view(source_).substr(span.begin, span.size())), TokenKind::word);
    }
    if (code < 0x80 && is_ascii_digit(static_cast<char>(code))) return number();
    if (is_letter(code)) return word();
    mark(code, next);
  }

  /// Once for each run of bytes without white space, so that the whole stays linear.
  void look_for_address() {
    chunk_end_ = at_;
    while (chunk_end_ < size() && static_cast<unsigned char>(source_[chunk_end_]) > ' ') ++chunk_end_;
    address_ = find_address(source_, {at_, chunk_end_});
  }

  /// "- ", "* ", "• ", "1. ", "2) " at the start of a line.
  bool skip_list_mark(char32_t code, std::uint32_t next) {
    std::uint32_t end = next;
    if (code == '-' || code == '*' || code == 0x2022 || code == 0x2013) {
      if (peek(end) != ' ') return false;
    } else if (code < 0x80 && is_ascii_digit(static_cast<char>(code))) {
      while (is_ascii_digit(peek(end))) ++end;
      if ((peek(end) != '.' && peek(end) != ')') || peek(end + 1) != ' ' || end - at_ > 2) return false;
      ++end;
    } else {
      return false;
    }
    at_ = end;
    return true;
  }

  void push(Span span, std::string_view form, TokenKind kind) {
    Piece piece;
    piece.form = forms_.intern(form, kind == TokenKind::word);
    push(span, piece, kind);
  }
  void push(Span span, const Piece& piece, TokenKind kind) {
    Draft draft;
    draft.span = span;
    draft.form = piece.form;
    draft.kind = kind;
    draft.line = line_;
    draft.number = piece.number;
    draft.contracted = piece.contracted;
    draft.starts_list_line = std::exchange(begins_list_line_, false);
    drafts_.push_back(draft);
  }

  void number() {
    const std::uint32_t begin = at_;
    std::string form;
    while (at_ < size()) {
      const char c = source_[at_];
      if (is_ascii_digit(c)) {
        form += c;
      } else if (c == ',' && is_ascii_digit(peek(at_ + 1)) && is_ascii_digit(peek(at_ + 2)) && is_ascii_digit(peek(at_ + 3)) && !is_ascii_digit(peek(at_ + 4))) {
        // thousands, as in 12,000
      } else if ((c == '.' || c == ':') && is_ascii_digit(peek(at_ + 1))) {
        form += c;
      } else {
        break;
      }
      ++at_;
    }
    const char unit = peek(at_);
    const bool is_alone = !is_ascii_letter(peek(at_ + 1)) && !is_ascii_digit(peek(at_ + 1));
    if ((unit == 'k' || unit == 'K') && is_alone && is_plain_number(form)) {
      form = scaled(form, 1'000);
      ++at_;
    } else if (((unit == 's' && peek(at_ + 1) == 't') || (unit == 'n' && peek(at_ + 1) == 'd') || (unit == 'r' && peek(at_ + 1) == 'd') || (unit == 't' && peek(at_ + 1) == 'h')) &&
               !is_ascii_letter(peek(at_ + 2))) {
      form += source_.substr(at_, 2);  // an ordinal is a word: "3rd"
      at_ += 2;
      return push({begin, at_}, form, TokenKind::word);
    }
    push({begin, at_}, form, TokenKind::number);
  }

  void word() {
    const std::uint32_t begin = at_;
    while (at_ < size()) {
      std::uint32_t next = at_;
      const char32_t code = decode_at(at_, next);
      if (is_letter(code) || (code < 0x80 && is_ascii_digit(static_cast<char>(code))) || is_within_word(code)) {
        at_ = next;
        continue;
      }
      // An apostrophe inside a word belongs to it.
      std::uint32_t after = next;
      if (is_apostrophe(code) && next < size() && is_letter(decode_at(next, after))) {
        at_ = next;
        continue;
      }
      break;
    }
    const Span span{begin, at_};
    fold(std::string_view(source_).substr(begin, at_ - begin), folded_);
    if (folded_.empty()) return;  // accents without a letter
    if (folded_.size() > kLongestWord) return push(span, folded_, TokenKind::word);
    const std::vector<Piece>& pieces = pieces_of(folded_);
    std::uint32_t from = begin;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const std::uint32_t to = i + 1 == pieces.size() ? span.end : bytes_of({from, span.end}, pieces[i].folded_size);
      push({from, to}, pieces[i], TokenKind::word);
      from = to;
    }
  }

  const std::vector<Piece>& pieces_of(const std::string& folded) {
    const auto [known, is_new] = pieces_.try_emplace(folded);
    std::vector<Piece>& pieces = known->second;
    if (!is_new) return pieces;
    for (const ContractionPart& part : split_contraction(folded)) {
      Piece piece;
      piece.form = forms_.intern(one_spelling(std::string(part.form)), true);
      piece.folded_size = part.folded_size;
      if (part.is_guess) piece.contracted = folded.back();
      pieces.push_back(piece);
    }
    if (pieces.empty()) {
      const std::string_view plain = without_possessive(folded);
      Piece piece;
      piece.form = forms_.intern(one_spelling(std::string(plain)), true);
      piece.folded_size = folded.size();
      piece.number = number_word(plain);
      pieces.push_back(piece);
    }
    return pieces;
  }

  /// Where the source bytes end that the first `folded_size` bytes of the folded form stand for.
  [[nodiscard]] std::uint32_t bytes_of(Span span, std::size_t folded_size) const {
    std::uint32_t at = span.begin;
    std::size_t covered = 0;
    while (at < span.end && covered < folded_size) {
      std::uint32_t next = at;
      decode_at(at, next);
      covered += fold(std::string_view(source_).substr(at, next - at)).size();
      at = next;
    }
    return at;
  }

  void mark(char32_t code, std::uint32_t next) {
    const std::uint32_t begin = at_;
    at_ = next;
    const std::string form = fold(std::string_view(source_).substr(begin, next - begin));
    if (form.empty()) return;
    // "..." and "--" are one mark.
    while (at_ < size() && code < 0x80 && source_[at_] == static_cast<char>(code) && (code == '.' || code == '-' || code == '!' || code == '?')) ++at_;
    // A hyphen or slash between two words joins them; it is no dash.
    const bool is_joint = (form == "-" || form == "/") && at_ == next && begin > 0 && at_ < size() && !is_space(static_cast<unsigned char>(source_[begin - 1])) && !is_space(static_cast<unsigned char>(source_[at_])) &&
                          code == static_cast<char32_t>(form[0]);
    if (is_joint) return;
    if (form == "'") return;  // quotes of single words and stray apostrophes tell nothing
    push({begin, at_}, form, TokenKind::mark);
  }

  const std::string& source_;
  Forms& forms_;
  std::uint32_t at_ = 0;
  std::uint32_t line_ = 0;
  std::uint32_t chunk_end_ = 0;  ///< up to here addresses have been looked for
  Span address_;                 ///< the next one, or empty
  bool is_line_start_ = true;
  bool begins_list_line_ = false;
  std::string folded_;  ///< of the word at hand; one for all, since long words would allocate each their own
  std::unordered_map<std::string, std::vector<Piece>> pieces_;
  std::vector<Draft> drafts_;
};

}  // namespace

bool is_space(char32_t code) { return code == ' ' || (code >= 9 && code <= 13) || code == 0xA0 || (code >= 0x2000 && code <= 0x200B) || code == 0x202F || code == 0x3000 || code == 0xFEFF; }

std::vector<Draft> tokenise(const std::string& source, Forms& forms) { return Tokenizer(source, forms).run(); }

}  // namespace dryrun::text
