// How one written word becomes the forms that are compared: contractions taken apart, possessives dropped, spelling
// brought to one variant. Tables and rules of English only; no positions in the text, no state.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dryrun::text {

/// One of the words that a contraction holds.
struct ContractionPart {
  std::string_view form;        ///< lives as long as the word that was split
  std::size_t folded_size = 0;  ///< bytes of the folded word that are this part's; they add up to the whole
  bool is_guess = false;        ///< "would" of "'d", "is" of "'s": the next words may tell otherwise
};

/// "didn't", "didnt", "i'd", "cannot", "let's", "it's", "shouldn't've"; empty for everything else, also for a possessive ("team's").
[[nodiscard]] std::vector<ContractionPart> split_contraction(std::string_view folded);

/// Words that may stand between "'d" and its verb without saying which it is: "already", "never", "just".
[[nodiscard]] bool is_aspect_adverb(std::string_view form);
/// A past participle that is not also the verb's base form: "written", "measured", but not "run".
[[nodiscard]] bool is_participle(std::string_view form);

/// The word without a possessive: "team's" -> "team".
[[nodiscard]] std::string_view without_possessive(std::string_view folded);

/// British and American spelling to one form: "prioritise" -> "prioritize", "behaviour" -> "behavior", "cancelled" -> "canceled".
[[nodiscard]] std::string one_spelling(std::string word);

}  // namespace dryrun::text
