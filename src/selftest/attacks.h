// Ways to get points without a better answer: each turns a text into one that must not gain by it. Pure, and the same everywhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dryrun::selftest {

/// What an attack may use.
struct Material {
  std::string_view answer;         ///< what it works on
  std::string_view prompt;         ///< of the question
  std::string_view best_sentence;  ///< of the answer, the one that earned most; may be empty
  std::string_view elsewhere;      ///< a weak answer to a question of another group
};

struct Attack {
  std::string_view id;
  std::string_view what;    ///< for people, a few words
  bool is_on_strong;        ///< works on strong answers (else on weak ones)
  bool is_told_by_gain;     ///< the text stays in it, so that a gain of points can be told
  std::string (*apply)(const Material& material);
};

[[nodiscard]] const std::vector<Attack>& attacks();

}  // namespace dryrun::selftest
