// Numbers in words and in digits, brought to digits: "two hundred and fifty" -> 250, "3.5 million" -> 3500000. English only.
// Whole numbers below 10^15; no state.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/forms.h"
#include "text/tokenise.h"

namespace dryrun::text {

/// The value of one number word ("eight", "forty", "hundred", "million"), or -1. Plurals ("hundreds") are no number.
[[nodiscard]] std::int64_t number_word(std::string_view word);

/// Digits with at most one point between them, what `scaled` takes.
[[nodiscard]] bool is_plain_number(std::string_view digits);
/// `digits` times `scale`, a power of ten: ("1.5", 1000) -> "1500".
[[nodiscard]] std::string scaled(std::string_view digits, std::int64_t scale);

/// Joins what is one number ("twenty five", "a hundred", "3 thousand", "ninety nine point nine") into one draft. "one" and "zero" alone stay
/// words, since they mostly count nothing ("the one", "no one"). "per cent" becomes "percent".
[[nodiscard]] std::vector<Draft> join_numbers(std::vector<Draft> drafts, Forms& forms);

}  // namespace dryrun::text
