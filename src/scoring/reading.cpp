// Words of an answer with negation, mood and actors. The tables are in lexicon; here is how they combine.
#include "scoring/reading.h"

namespace dryrun::scoring {

namespace {

/// A longer quotation is no longer taken in at a glance.
constexpr std::uint32_t kMostQuotedWords = 20;

/// A negation reaches so far and no farther: spoken text has no marks that would end it.
constexpr std::uint32_t kNegationReach = 12;
/// Quotation marks farther apart than this are not a pair.
constexpr std::uint32_t kLongestQuote = 60;

bool is_past_verb(const Reading& reading, std::uint32_t at, std::uint32_t first) {
  const WordFlags flags = reading.words[at].flags;
  if ((flags & kPast) == 0) return false;
  if ((flags & (kBe | kHave | kDo)) != 0) return true;
  if (at == first) return true;
  // "the shared library", "of distributed systems": an -ed word after these is an adjective.
  const WordFlags before = reading.words[at - 1].flags;
  return (before & (kDeterminer | kPreposition)) == 0;
}

/// "I'd seen": a contraction that reads as would, but is had.
bool is_really_had(const Reading& reading, std::uint32_t at, std::uint32_t last) {
  const Word& word = reading.words[at];
  if (at + 1 >= last || reading.form(at) != "would" || word.span.size() >= 5) return false;
  std::uint32_t next = at + 1;
  while (next < last && (reading.words[next].flags & (kAdverb | kNegator)) != 0) ++next;
  if (next >= last) return false;
  const WordFlags flags = reading.words[next].flags;
  return (flags & kParticiple) != 0 && (flags & kSameForm) == 0;
}

Actor actor_of(WordFlags flags) {
  if ((flags & kPronounSelf) != 0) return Actor::self;
  if ((flags & kPronounTeam) != 0) return Actor::team;
  if ((flags & (kPronounOther | kPersonNoun)) != 0) return Actor::other;
  if ((flags & kPronounThing) != 0) return Actor::none;
  return Actor::none;
}

bool is_capitalised_name(const Reading& reading, std::uint32_t at) {
  const Word& word = reading.words[at];
  const char c = reading.document->source()[word.span.begin];
  return c >= 'A' && c <= 'Z' && word.flags == 0 && word.span.size() > 2;
}

/// The full verb after the subject. After "I" and "we" the place tells it, whatever the word; after others only its form does.
void find_verb(const Reading& reading, ClauseFact& fact) {
  if (fact.actor == Actor::none || fact.actor == Actor::passive) return;
  const bool by_place = fact.subject != kNoWord && (reading.words[fact.subject].flags & (kPronounSelf | kPronounTeam)) != 0;
  const std::uint32_t from = fact.subject == kNoWord ? fact.first : fact.subject + 1;
  const WordFlags helpers = kAdverb | kNegator | kHypothetical | kCould | kDo | kHave | kBe;
  for (std::uint32_t at = from; at < fact.last; ++at) {
    const WordFlags flags = reading.words[at].flags;
    if ((flags & helpers) != 0) continue;
    if (by_place) {
      if ((flags & kFunction) == 0) fact.verb = at;
      return;
    }
    if (is_past_verb(reading, at, fact.first) || (flags & kVerb) != 0) {
      fact.verb = at;
      return;
    }
  }
}

void read_clause(const Reading& reading, ClauseFact& fact) {
  bool plain_past = false;
  bool would_have = false;
  bool be_before = false;
  bool passive = false;
  bool subject_seen = false;
  bool person_noun = false;
  for (std::uint32_t at = fact.first; at < fact.last; ++at) {
    const WordFlags flags = reading.words[at].flags;
    if ((flags & kVerb) != 0) fact.has_verb = true;
    if ((flags & kHypothetical) != 0 && !is_really_had(reading, at, fact.last)) would_have = true;
    if ((flags & kIf) != 0 && at <= fact.first + 2) would_have = true;
    if ((flags & kCould) != 0 && at + 1 < fact.last && (reading.words[at + 1].flags & kHave) != 0) would_have = true;
    if ((flags & kHypothetical) != 0 && is_really_had(reading, at, fact.last)) plain_past = true;
    if (reading.form(at) == "going" && at + 1 < fact.last && reading.form(at + 1) == "to" && at > fact.first &&
        (reading.words[at - 1].flags & kBe) != 0 && (reading.words[at - 1].flags & kPast) == 0) {
      would_have = true;
    }
    if (!subject_seen) {
      const Actor actor = actor_of(flags);
      if (actor == Actor::self || actor == Actor::team || (flags & kPronounOther) != 0) {
        fact.actor = actor;
        fact.subject = at;
        subject_seen = true;
      } else if ((flags & kPersonNoun) != 0 || is_capitalised_name(reading, at)) {
        person_noun = true;
        fact.subject = at;
      } else if (is_past_verb(reading, at, fact.first)) {
        subject_seen = true;
        if (person_noun) fact.actor = Actor::other;
      }
    }
    if (is_past_verb(reading, at, fact.first)) {
      plain_past = true;
      if (be_before && (flags & kParticiple) != 0) passive = true;
    }
    // "has moved", "have been": perfect.
    if ((flags & kHave) != 0 && at + 1 < fact.last) {
      for (std::uint32_t next = at + 1; next < fact.last && next <= at + 3; ++next) {
        if ((reading.words[next].flags & (kParticiple | kSameForm)) != 0) plain_past = true;
        if ((reading.words[next].flags & (kAdverb | kNegator)) == 0) break;
      }
    }
    if ((flags & kSameForm) != 0 && subject_seen) plain_past = plain_past || (fact.actor != Actor::none && !would_have);
    if ((flags & kBe) != 0) {
      be_before = true;
    } else if ((flags & (kAdverb | kNegator)) == 0) {
      be_before = false;
    }
  }
  fact.is_past = plain_past;
  fact.hypothetical = would_have;
  if (passive && fact.actor == Actor::none) fact.actor = Actor::passive;
  if (fact.actor == Actor::none) fact.subject = kNoWord;
  find_verb(reading, fact);
}

/// "then moved it", "and wrote it down": the subject of the clause before still acts.
void inherit_actors(Reading& reading) {
  const std::vector<text::Stretch>& clauses = reading.document->clauses();
  for (std::size_t i = 1; i < reading.clauses.size(); ++i) {
    ClauseFact& fact = reading.clauses[i];
    const ClauseFact& before = reading.clauses[i - 1];
    if (fact.actor != Actor::none || clauses[i].sentence != clauses[i - 1].sentence || fact.first >= fact.last) continue;
    std::uint32_t at = fact.first;
    while (at < fact.last && (reading.words[at].flags & (kConjunction | kAdverb)) != 0) ++at;
    if (at < fact.last && (reading.words[at].flags & kVerb) != 0 && (reading.words[at].flags & kBe) == 0) {
      fact.actor = before.actor;
      find_verb(reading, fact);
      fact.hypothetical = fact.hypothetical || before.hypothetical;
    }
  }
}

/// "not only", "no doubt": they assert rather than deny.
bool asserts_anyway(const Reading& reading, std::uint32_t at) {
  if (at + 1 >= reading.size()) return false;
  const std::string_view form = reading.form(at);
  const std::string_view next = reading.form(at + 1);
  if (form == "not") return next == "only" || next == "just" || next == "least" || next == "until" || next == "necessarily" || next == "surprisingly";
  if (form == "no") return next == "doubt" || next == "matter" || next == "wonder" || next == "surprise" || next == "question";
  return false;
}

/// Two-word triggers whose first word is none by itself: "failed to", "instead of", "rather than".
bool is_phrasal_trigger(const Reading& reading, std::uint32_t at) {
  if (at + 1 >= reading.size()) return false;
  const std::string_view stem = reading.stem(at);
  const std::string_view next = reading.form(at + 1);
  if (stem == "fail" || stem == "refus" || stem == "declin" || stem == "forgot") return next == "to" && reading.form(at) != "fail";
  if (stem == "instead" || stem == "lack") return next == "of";
  if (stem == "rather") return next == "than";
  return false;
}

void mark_negation(Reading& reading) {
  std::uint32_t trigger = kNoWord;
  for (std::uint32_t at = 0; at < reading.size(); ++at) {
    Word& word = reading.words[at];
    if (trigger != kNoWord) {
      const Word& source = reading.words[trigger];
      const bool ended = word.clause != source.clause || at - trigger > kNegationReach ||
                         ((word.flags & kNegationEnd) != 0 && at > trigger + 1);
      if (ended) {
        trigger = kNoWord;
      } else {
        word.negated_by = trigger;
      }
    }
    if (((word.flags & kNegator) != 0 && !asserts_anyway(reading, at)) || is_phrasal_trigger(reading, at)) trigger = at;
  }
}

void mark_quotes(const text::Document& document, Reading& reading, const std::vector<std::uint32_t>& word_of_token) {
  std::uint32_t open = kNoWord;
  const std::vector<text::Token>& tokens = document.tokens();
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != text::TokenKind::mark || tokens[i].form != "\"") continue;
    const std::uint32_t at = word_of_token[i];
    if (open == kNoWord || at - open > kLongestQuote) {
      open = at;
      continue;
    }
    for (std::uint32_t word = open; word < at; ++word) reading.words[word].quoted = true;
    open = kNoWord;
  }
}

}  // namespace

Span Reading::span(std::uint32_t first, std::uint32_t last) const {
  while (first > 0 && words[first - 1].span.end == words[first].span.begin) --first;
  while (last + 1 < size() && words[last].span.end == words[last + 1].span.begin) ++last;
  return {words[first].span.begin, words[last].span.end};
}

Span Reading::quote(std::uint32_t first, std::uint32_t last) const {
  std::uint32_t begin = clauses[words[first].clause].first, end = clauses[words[last].clause].last - 1;
  const std::uint32_t found = last - first + 1, spare = kMostQuotedWords - std::min(found, kMostQuotedWords);
  // Before the words come those who act, so these go last.
  end = std::min(end, last + spare / 2);
  begin = std::max(begin, first - std::min(first, spare - std::min(spare, end - last)));
  return span(begin, end);
}

void read(const text::Document& document, const Lexicon& lexicon, Reading& reading) {
  reading.document = &document;
  reading.words.clear();
  reading.clauses.assign(document.clauses().size(), ClauseFact{});
  reading.sentences.assign(document.sentences().size(), Range{});
  const std::vector<text::Token>& tokens = document.tokens();
  bool has_quotes = false;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const text::Token& token = tokens[i];
    if (token.kind == text::TokenKind::mark && token.form != "%") {
      has_quotes = has_quotes || token.form == "\"";
      continue;
    }
    Word word;
    word.token = i;
    word.sentence = token.sentence;
    word.clause = token.clause;
    word.flags = lexicon.flags(token.form);
    word.span = token.span;
    const std::uint32_t at = reading.size();
    reading.words.push_back(word);
    ClauseFact& clause = reading.clauses[token.clause];
    if (clause.last == 0) clause.first = at;
    clause.last = at + 1;
    Range& sentence = reading.sentences[token.sentence];
    if (sentence.last == 0) sentence.first = at;
    sentence.last = at + 1;
  }
  for (ClauseFact& fact : reading.clauses) read_clause(reading, fact);
  inherit_actors(reading);
  mark_negation(reading);
  if (has_quotes) {
    std::vector<std::uint32_t> word_of_token(tokens.size(), 0);
    std::uint32_t next = 0;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      word_of_token[i] = next;
      if (tokens[i].kind != text::TokenKind::mark || tokens[i].form == "%") ++next;
    }
    mark_quotes(document, reading, word_of_token);
  }
}

}  // namespace dryrun::scoring
