// An answer as the matcher reads it: words only (marks skipped), each with its sentence, clause, class bits and the facts that
// decide whether its evidence counts. Refilled for each answer, so that its buffers are reused. Does not know any concept.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "scoring/lexicon.h"
#include "text/document.h"

namespace dryrun::scoring {

inline constexpr std::uint32_t kNoWord = std::numeric_limits<std::uint32_t>::max();

struct Word {
  std::uint32_t token = 0;
  std::uint32_t sentence = 0;
  std::uint32_t clause = 0;
  WordFlags flags = 0;
  std::uint32_t negated_by = kNoWord;  ///< the word whose negation reaches here
  bool copied = false;                 ///< part of a run taken from the question or said before in this answer
  bool quoted = false;                 ///< inside quotation marks
  Span span;
};

enum class Actor : std::uint8_t { none, self, team, other, passive };

/// One clause and how it is told. Word indexes are half-open.
struct ClauseFact {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  Actor actor = Actor::none;
  bool has_verb = false;
  bool is_past = false;
  bool hypothetical = false;
  std::uint32_t subject = kNoWord;  ///< the word that acts, when it is in the clause
  std::uint32_t verb = kNoWord;     ///< what it does: the first full verb after it
  /// Told as happened, by a person: what Mood::done asks for.
  [[nodiscard]] bool done() const {
    return is_past && !hypothetical && (actor == Actor::self || actor == Actor::team || actor == Actor::other);
  }
};

struct Range {
  std::uint32_t first = 0;
  std::uint32_t last = 0;  ///< half-open
};

struct Reading {
  const text::Document* document = nullptr;
  std::vector<Word> words;
  std::vector<ClauseFact> clauses;   ///< parallel to document->clauses()
  std::vector<Range> sentences;      ///< words of each sentence
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(words.size()); }
  /// "%" reads as the word percent, the only mark that does.
  [[nodiscard]] std::string_view form(std::uint32_t word) const {
    const text::Token& token = document->tokens()[words[word].token];
    return token.kind == text::TokenKind::mark ? std::string_view("percent") : token.form;
  }
  [[nodiscard]] std::string_view stem(std::uint32_t word) const {
    const text::Token& token = document->tokens()[words[word].token];
    return token.kind == text::TokenKind::mark ? std::string_view("percent") : token.stem;
  }
  [[nodiscard]] bool is_number(std::uint32_t word) const { return document->tokens()[words[word].token].kind == text::TokenKind::number; }
  /// The bytes from one word to another, both included, and never half of "can't".
  [[nodiscard]] Span span(std::uint32_t first, std::uint32_t last) const;
  /// The same with the rest of the clauses that the words stand in, so that it can be read by itself; clauses that would make it
  /// long give it only words enough.
  [[nodiscard]] Span quote(std::uint32_t first, std::uint32_t last) const;
};

/// Fills `reading` from a document: words, class bits, negation, mood, actors, quotes. Copied runs are marked by echo.h.
void read(const text::Document& document, const Lexicon& lexicon, Reading& reading);

}  // namespace dryrun::scoring
