// Whether a word is in one of the short lists that the files of this room keep as arrays.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace dryrun::text {

template <std::size_t kSize>
[[nodiscard]] constexpr bool contains(const std::string_view (&words)[kSize], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace dryrun::text
