// The phrase language of docs/phrases.md as a syntax tree: what a person wrote in a concept or an evidence pattern, taken apart
// into slots. Knows nothing of vocabularies or matching (pattern_set does that).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dryrun::scoring {

inline constexpr int kDefaultGap = 3;
inline constexpr int kLongestGap = 12;
inline constexpr int kMostOptionalSlots = 5;

/// One word as text::make_document sees it.
struct PhraseWord {
  std::string stem;
  std::string form;
  bool exact = false;      ///< `=word`: the form has to match, not only the stem
  bool is_number = false;  ///< a literal number
  bool any_number = false; ///< `#`
};

/// One alternative of a slot: usually one word, several when the word is a contraction or has a hyphen; or a concept.
struct PhraseAlternative {
  std::vector<PhraseWord> words;
  std::string concept_id;  ///< `{id}`; words is empty then
};

struct PhraseSlot {
  enum class Kind { alternatives, gap, any_word };
  Kind kind = Kind::alternatives;
  std::vector<PhraseAlternative> alternatives;
  bool optional = false;
  int gap = 0;  ///< for Kind::gap: up to so many tokens
};

struct PhraseProblem {
  std::string code;
  std::string message;
};

struct Phrase {
  std::vector<PhraseSlot> slots;
};

/// Takes a phrase apart. All problems are appended; the phrase is usable only when none was.
/// S001 empty, S002 malformed slot, S006 gap at an end, S007 too many optional slots, S008 gap too long, S009 no word in a slot.
[[nodiscard]] Phrase parse_phrase(std::string_view text, std::vector<PhraseProblem>& problems);

}  // namespace dryrun::scoring
