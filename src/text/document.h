// A text taken apart once: sentences, clauses and tokens with byte spans, folded forms and stems. Everything that judges
// reads this and never the bytes again. Owns its strings; immutable after make_document. Knows no vocabulary of the trade.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace dryrun::text {

enum class TokenKind : std::uint8_t { word, number, mark };

/// One token. A contraction is two tokens that share parts of one word's span: "didn't" -> did, not; "I'd" -> i, would.
/// Marks (, . ? ! ; : - quotes brackets % currency) are kept as tokens, since a quote or a list is told by them.
struct Token {
  Span span;
  std::string_view form;  ///< folded, spelling brought to one variant ("prioritise" -> "prioritize"); number words as digits ("eight" -> "8")
  std::string_view stem;  ///< Snowball English stem of `form`; equals `form` for numbers and marks
  TokenKind kind = TokenKind::word;
  std::uint32_t clause = 0;
  std::uint32_t sentence = 0;
};

/// A range of tokens [first, last) and the bytes they cover.
struct Stretch {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  Span span;
  std::uint32_t sentence = 0;  ///< for a clause: the sentence that it lies in
  bool is_question = false;    ///< for a sentence: ends in '?'
  bool is_list_item = false;   ///< for a sentence: a line that starts with a bullet or a number
};

class Document {
 public:
  Document() = default;
  Document(Document&&) = default;
  Document& operator=(Document&&) = default;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  [[nodiscard]] const std::string& source() const { return source_; }
  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }
  [[nodiscard]] const std::vector<Stretch>& clauses() const { return clauses_; }
  [[nodiscard]] const std::vector<Stretch>& sentences() const { return sentences_; }
  /// Tokens that are words or numbers.
  [[nodiscard]] std::uint32_t word_count() const { return word_count_; }
  [[nodiscard]] std::string_view quote(Span span) const;

 private:
  friend Document make_document(std::string_view text);
  std::string source_;
  std::vector<char> arena_;  ///< forms and stems; tokens point into it
  std::vector<Token> tokens_;
  std::vector<Stretch> clauses_;
  std::vector<Stretch> sentences_;
  std::uint32_t word_count_ = 0;
};

/// Takes any bytes; invalid ones become '?' in place. Linear in the text. Sentences end at . ? ! and blank or list lines (not inside "e.g.", "3.5",
/// "v1.2"); clauses also at , ; : dashes and at a conjunction that is followed by a subject and a verb, since spoken text has no marks.
[[nodiscard]] Document make_document(std::string_view text);

}  // namespace dryrun::text
