// Plain cutting and joining of texts, for attacks and changes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dryrun::selftest {

/// What stands between blanks.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);

/// With one space between.
template <class Parts>
[[nodiscard]] std::string joined(const Parts& parts) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : " ") + std::string(part);
  return out;
}

}  // namespace dryrun::selftest
