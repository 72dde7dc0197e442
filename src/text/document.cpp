#include "text/document.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "text/clauses.h"
#include "text/forms.h"
#include "text/numbers.h"
#include "text/tokenise.h"
#include "text/utf8.h"
#include "text/words.h"

namespace dryrun::text {
namespace {

/// "'d" is "had" before what has happened by then and in "had better", "'s" is "has" before "been" and "got"; else they stay "would" and "is".
void settle_contractions(std::vector<Draft>& drafts, Forms& forms) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (drafts[i].contracted == '\0') continue;
    std::size_t next = i + 1;
    while (next < drafts.size() && drafts[next].kind == TokenKind::word && next <= i + 2 && is_aspect_adverb(forms.form(drafts[next].form))) ++next;
    if (next >= drafts.size() || drafts[next].kind != TokenKind::word) continue;
    const std::string_view form = forms.form(drafts[next].form);
    if (drafts[i].contracted == 'd' && (form == "better" || is_participle(form))) drafts[i].form = forms.intern("had", true);
    if (drafts[i].contracted == 's' && (form == "been" || form == "got")) drafts[i].form = forms.intern("has", true);
  }
}

constexpr std::string_view kAbbreviations[] = {"eg", "ie", "etc", "vs", "approx", "mr", "mrs", "dr", "no", "fig", "incl"};

bool is_mark(const Draft& draft, std::string_view form, const Forms& forms) { return draft.kind == TokenKind::mark && forms.form(draft.form) == form; }

/// Whether the full stop at `at` ends a sentence: not in "e.g.", "v1.2", "Node.js".
bool ends_sentence(const std::vector<Draft>& drafts, std::size_t at, const Forms& forms, const std::string& source) {
  const std::string_view form = forms.form(drafts[at].form);
  if (form == "?" || form == "!") return true;
  if (form != ".") return false;
  const std::uint32_t end = drafts[at].span.end;
  if (end < source.size() && !is_space(static_cast<unsigned char>(source[end])) && source[end] != '"' && source[end] != ')' && static_cast<unsigned char>(source[end]) < 0x80) return false;
  if (at == 0 || drafts[at - 1].span.end != drafts[at].span.begin) return true;
  const std::string_view before = forms.form(drafts[at - 1].form);
  // The last stop of "e.g." and "i.e.", whose first one is followed by no space.
  if ((before == "g" || before == "e") && at >= 2 && is_mark(drafts[at - 2], ".", forms) && drafts[at - 2].span.end == drafts[at - 1].span.begin) return false;
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
  std::vector<Draft> tokens = tokenise(document.source_, forms);
  settle_contractions(tokens, forms);
  const std::vector<Draft> drafts = join_numbers(std::move(tokens), forms);

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
