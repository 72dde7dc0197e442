#include "text/clauses.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

#include "text/word_list.h"

namespace dryrun::text {
namespace {

constexpr std::string_view kConjunctions[] = {"and",    "but",  "or",       "so",      "because", "since",  "which", "while",   "although", "though", "if",    "when",    "whenever", "unless",
                                                            "until",  "then", "that",     "whereas", "where",   "before", "after", "once",    "except",   "who",    "yet",   "however", "as",       "till"};
constexpr std::string_view kPronouns[] = {"i", "we", "you", "he", "she", "they", "it", "this", "that", "these", "those", "there", "nobody", "everybody", "someone"};
constexpr std::string_view kDeterminers[] = {"the", "a", "an", "my", "our", "your", "his", "her", "their", "its", "some", "each", "every", "no", "any", "both"};
/// Verbs so common that a subject before them is told by them alone. Regular pasts are told by their ending.
constexpr std::string_view kVerbs[] = {
    "am",    "is",    "are",   "was",   "were",  "be",    "been",   "has",   "have", "had",  "do",    "does",  "did",    "will",  "would", "can",   "could", "should", "might",
    "must",  "may",   "shall", "need",  "needs", "want",  "wants",  "went",  "goes", "go",   "got",   "get",   "gets",   "made",  "make",  "makes", "took",  "take",   "takes",
    "said",  "says",  "say",   "told",  "tell",  "came",  "come",   "comes", "gave", "give", "gives", "kept",  "keep",   "keeps", "knew",  "know",  "knows", "thought", "think",
    "found", "find",  "saw",   "see",   "ran",   "run",   "runs",   "wrote", "write", "put", "let",   "lost",  "left",   "fell",  "grew",  "paid",  "built",  "meant"};

bool is_verb_like(std::string_view form) {
  if (contains(kVerbs, form)) return true;
  return form.size() >= 5 && form.substr(form.size() - 2) == "ed" && form.substr(form.size() - 3) != "eed";
}

/// After a conjunction at `at`: does a subject with its verb begin there?
bool begins_clause(const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t last) {
  constexpr std::uint32_t kSubjectReach = 4;  // "the two teams in Lyon had"
  if (at >= last || tokens[at].kind != TokenKind::word) return false;
  const std::string_view first = tokens[at].form;
  if (first == "i" || first == "we" || first == "he" || first == "she" || first == "they" || first == "you") return true;
  if (contains(kPronouns, first)) {
    return at + 1 < last && tokens[at + 1].kind == TokenKind::word && (is_verb_like(tokens[at + 1].form) || first == "it" || first == "there" || first == "nobody" || first == "everybody" || first == "someone");
  }
  if (!contains(kDeterminers, first)) return false;
  for (std::uint32_t next = at + 2; next < std::min(last, at + 2 + kSubjectReach); ++next) {
    if (tokens[next].kind == TokenKind::mark) return false;
    if (is_verb_like(tokens[next].form)) return true;
  }
  return false;
}

bool is_clause_mark(std::string_view form) { return form == "," || form == ";" || form == ":" || form == "-" || form == "(" || form == ")"; }

}  // namespace

std::vector<Stretch> cut_clauses(std::vector<Token>& tokens, const std::vector<Stretch>& sentences) {
  std::vector<Stretch> clauses;
  for (std::uint32_t index = 0; index < sentences.size(); ++index) {
    const Stretch& sentence = sentences[index];
    std::uint32_t first = sentence.first;
    bool has_word = false;
    const auto close = [&](std::uint32_t last) {
      if (last <= first) return;
      Stretch clause;
      clause.first = first;
      clause.last = last;
      clause.span = {tokens[first].span.begin, tokens[last - 1].span.end};
      clause.sentence = index;
      for (std::uint32_t at = first; at < last; ++at) tokens[at].clause = static_cast<std::uint32_t>(clauses.size());
      clauses.push_back(clause);
      first = last;
      has_word = false;
    };
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
      const Token& token = tokens[at];
      if (token.kind == TokenKind::mark) {
        if (has_word && is_clause_mark(token.form)) close(at + 1);
        continue;
      }
      if (has_word && contains(kConjunctions, token.form) && begins_clause(tokens, at + 1, sentence.last)) close(at);
      has_word = true;
    }
    close(sentence.last);
  }
  return clauses;
}

}  // namespace dryrun::text
