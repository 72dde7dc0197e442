// The checks of a bank that need the engine: evidence against its own must-earn and must-not sentences, prompts that satisfy a
// criterion, strong answers that fail, weak ones that pass, hit and miss examples of concepts and rules.
#pragma once

#include "bank/bank.h"
#include "scoring/judge.h"

namespace dryrun::scoring {

/// Codes S1xx, positions found in `bytes` by the question's and criterion's ids.
[[nodiscard]] Diagnostics lint_evidence(const Judge& judge, const bank::Bank& bank, std::string_view bytes, std::string_view file);

/// Every concept and rubric rule runs its own hit and miss examples.
[[nodiscard]] Diagnostics lint_data(const Judge& judge, const std::vector<DataFile>& files);

}  // namespace dryrun::scoring
