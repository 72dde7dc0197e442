#include "selftest/words.h"

#include <algorithm>

namespace dryrun::selftest {

std::vector<std::string_view> words_of(std::string_view text) {
  constexpr std::string_view kBlanks = " \n\t\r";
  std::vector<std::string_view> words;
  for (std::size_t at = 0; (at = text.find_first_not_of(kBlanks, at)) != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(kBlanks, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

}  // namespace dryrun::selftest
