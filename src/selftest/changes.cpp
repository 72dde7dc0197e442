#include "selftest/changes.h"

#include <utility>

#include "selftest/words.h"

namespace dryrun::selftest {
namespace {

constexpr std::size_t kEvery = 10;  ///< a transcript that gets one word in ten wrong

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

/// Speech has no marks; apostrophes and hyphens are letters of their words.
std::string without_marks(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (std::string_view(".,;:!?\"()").find(c) == std::string_view::npos) out += c;
  return out;
}

/// Replaces whole words, marks behind them stay.
template <class Replacements>
std::string with_words_replaced(std::string_view text, const Replacements& replacements) {
  std::vector<std::string> words;
  for (const std::string_view word : words_of(text)) {
    const std::string_view core = word.substr(0, word.find_last_not_of(".,;:!?") + 1);
    std::string replaced(word);
    for (const auto& [from, to] : replacements)
      if (core == from) replaced = std::string(to) + std::string(word.substr(core.size()));
    words.push_back(std::move(replaced));
  }
  return joined(words);
}

using Replacement = std::pair<std::string_view, std::string_view>;

std::string long_forms(std::string_view text) {
  constexpr Replacement kForms[] = {{"don't", "do not"},       {"didn't", "did not"},   {"doesn't", "does not"}, {"can't", "cannot"},       {"couldn't", "could not"},
                             {"won't", "will not"},     {"wouldn't", "would not"}, {"wasn't", "was not"},   {"weren't", "were not"},   {"isn't", "is not"},
                             {"aren't", "are not"},     {"hadn't", "had not"},   {"haven't", "have not"}, {"I'm", "I am"},           {"I've", "I have"},
                             {"we've", "we have"},      {"we're", "we are"},     {"they're", "they are"}, {"I'll", "I will"},         {"we'll", "we will"}};
  return with_words_replaced(text, kForms);
}

std::string digits(std::string_view text) {
  constexpr Replacement kSmallNumbers[] = {{"two", "2"}, {"three", "3"}, {"four", "4"}, {"five", "5"},   {"six", "6"},      {"seven", "7"},
                               {"eight", "8"}, {"nine", "9"},  {"ten", "10"}, {"twelve", "12"}, {"twenty", "20"}, {"thirty", "30"}};
  return with_words_replaced(text, kSmallNumbers);
}

std::string american(std::string_view text) {
  constexpr Replacement kSpellings[] = {{"behaviour", "behavior"}, {"favour", "favor"},     {"colour", "color"},     {"catalogue", "catalog"},   {"programme", "program"},
                                 {"organise", "organize"},  {"apologised", "apologized"}, {"realised", "realized"}, {"prioritise", "prioritize"}, {"cancelled", "canceled"},
                                 {"travelled", "traveled"}, {"centre", "center"},    {"licence", "license"},  {"cheque", "check"},        {"grey", "gray"}};
  return with_words_replaced(text, kSpellings);
}

/// One word in ten is gone, or is heard as another.
std::string misheard(std::string_view text, std::string_view as) {
  std::vector<std::string_view> heard;
  std::size_t count = 0;
  for (const std::string_view word : words_of(text)) {
    const bool is_wrong = ++count % kEvery == 0;
    if (!is_wrong) heard.push_back(word);
    if (is_wrong && !as.empty()) heard.push_back(as);
  }
  return joined(heard);
}

}  // namespace

const std::vector<Change>& changes() {
  static const std::vector<Change> all = {
      {"lower-case", "all in lower case", lower_case},
      {"no-marks", "no punctuation", without_marks},
      {"long-forms", "\"did not\" for \"didn't\"", long_forms},
      {"digits", "\"3\" for \"three\"", digits},
      {"american", "American spelling", american},
      {"dropped", "one word in ten left out", [](std::string_view text) { return misheard(text, ""); }},
      {"misheard", "one word in ten heard as another", [](std::string_view text) { return misheard(text, "there"); }},
  };
  return all;
}

}  // namespace dryrun::selftest
