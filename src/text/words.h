// How one written word becomes the forms that are compared: contractions taken apart, spelling brought to one variant, number words as
// digits. Tables and rules of English only; no positions, no state. Used by document.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dryrun::text {

/// A contraction: two forms, and how many bytes of the folded word belong to the first.
struct Contraction {
  std::string first;
  std::string second;
  std::size_t first_size = 0;
};

/// "didn't", "didnt", "i'd", "cannot", "let's", "it's"; empty for everything else, also for a possessive ("team's").
[[nodiscard]] std::optional<Contraction> split_contraction(std::string_view folded);

/// The word without a possessive: "team's" -> "team", "teams'" -> "teams".
[[nodiscard]] std::string_view without_possessive(std::string_view folded);

/// British and American spelling to one form: "prioritise" -> "prioritize", "behaviour" -> "behavior", "cancelled" -> "canceled".
[[nodiscard]] std::string one_spelling(std::string word);

/// The value of a number word up to ninety ("eight", "twelve", "forty").
[[nodiscard]] std::optional<std::int64_t> small_number(std::string_view word);
/// 100, 1,000, 1,000,000, 1,000,000,000 for "hundred", "thousand", "million", "billion".
[[nodiscard]] std::optional<std::int64_t> number_scale(std::string_view word);

}  // namespace dryrun::text
