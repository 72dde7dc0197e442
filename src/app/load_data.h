// The judge, the bank and what the judge is measured with, made from a data pack, for every platform that runs the app. Reads bytes only.
#pragma once

#include <memory>
#include <vector>

#include "bank/bank.h"
#include "files/pack.h"
#include "scoring/judge.h"
#include "selftest/pairs.h"
#include "text/diagnostic.h"

namespace dryrun::app {

struct LoadedData {
  std::shared_ptr<const scoring::Judge> judge;  ///< null when diagnostics hold an error of concepts or rubrics
  bank::Bank bank;                              ///< the pack's banks/, files in order of their paths
  std::shared_ptr<const std::vector<selftest::Pair>> pairs;  ///< the pack's selftest/; never null
  Diagnostics diagnostics;
};

[[nodiscard]] LoadedData load_data(const files::Pack& pack);
/// The banks of a pack alone, where the rules are not there yet.
[[nodiscard]] bank::Bank load_banks(const files::Pack& pack, Diagnostics& diagnostics);

}  // namespace dryrun::app
