// Closed word classes of English that negation, mood and the gates read: which words are determiners, negators, past forms and so on.
// Holds no words of the trade (those are concepts in data). Built once; immutable.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "scoring/vocabulary.h"

namespace dryrun::scoring {

using WordFlags = std::uint32_t;

inline constexpr WordFlags kFunction = 1u << 0;        ///< any function word
inline constexpr WordFlags kDeterminer = 1u << 1;
inline constexpr WordFlags kPronounSelf = 1u << 2;     ///< I
inline constexpr WordFlags kPronounTeam = 1u << 3;     ///< we
inline constexpr WordFlags kPronounOther = 1u << 4;    ///< he, she, they, who
inline constexpr WordFlags kPronounThing = 1u << 5;    ///< it, this, that, there, you
inline constexpr WordFlags kPersonNoun = 1u << 6;      ///< engineer, team, manager
inline constexpr WordFlags kNegator = 1u << 7;
inline constexpr WordFlags kNegationEnd = 1u << 8;     ///< but, until, because: ends a negation's scope
inline constexpr WordFlags kHypothetical = 1u << 9;    ///< would, might, should, will, may
inline constexpr WordFlags kCould = 1u << 10;
inline constexpr WordFlags kIf = 1u << 11;             ///< if, suppose, imagine, unless
inline constexpr WordFlags kBe = 1u << 12;
inline constexpr WordFlags kHave = 1u << 13;
inline constexpr WordFlags kDo = 1u << 14;
inline constexpr WordFlags kPast = 1u << 15;           ///< a past form and nothing else: went, wrote, had, was
inline constexpr WordFlags kParticiple = 1u << 16;     ///< done, seen, taken; also regular -ed
inline constexpr WordFlags kSameForm = 1u << 17;       ///< past equals base: put, set, cut, read
inline constexpr WordFlags kVerb = 1u << 18;           ///< a verb form of any kind, as far as known
inline constexpr WordFlags kPreposition = 1u << 19;
inline constexpr WordFlags kConjunction = 1u << 20;
inline constexpr WordFlags kAdverb = 1u << 21;         ///< small adverbs that stand between a modal and its verb
inline constexpr WordFlags kPossessive = 1u << 22;     ///< my, our: a determiner that tells whose
inline constexpr WordFlags kRareAfterDeterminer = 1u << 23;  ///< never follows "the" in a sentence that was not shuffled
inline constexpr WordFlags kPlain = 1u << 24;          ///< a common word of plain English that is no function word

class Lexicon {
 public:
  Lexicon();
  /// Class bits of a folded form; regular past forms are told by their ending.
  [[nodiscard]] WordFlags flags(std::string_view form) const;

 private:
  void add(std::string_view words, WordFlags flags);
  Vocabulary vocabulary_;
  std::vector<WordFlags> flags_;
};

}  // namespace dryrun::scoring
