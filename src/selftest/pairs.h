// Pairs of answers to one question, a strong and a weak one of about the same length, written without sight of the rules (data/selftest).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scoring/report.h"

namespace dryrun::selftest {

struct Pair {
  std::string id;
  bool is_untouched = false;  ///< of the third that nobody tunes on
  std::string length;         ///< "short", "middling", "long"
  std::string weak_kind;      ///< what is wrong with the weak one, such as "solo-hero"
  scoring::Input strong;
  scoring::Input weak;
};

/// Reads one file of data/selftest. Empty when it is not one: these files are part of the program, and a test reads them all.
[[nodiscard]] std::optional<std::vector<Pair>> read_pairs(std::string_view bytes);

}  // namespace dryrun::selftest
