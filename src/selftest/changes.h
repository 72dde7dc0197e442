// Changes that leave an answer as good as it was: other typing, other spelling, a transcript that misheard. Pure, and the same everywhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dryrun::selftest {

struct Change {
  std::string_view id;
  std::string_view what;  ///< for people, a few words
  std::string (*apply)(std::string_view answer);
};

[[nodiscard]] const std::vector<Change>& changes();

}  // namespace dryrun::selftest
