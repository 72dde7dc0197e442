// Where a sentence falls into clauses. Written text has marks; spoken text has only a conjunction, then a subject, then a verb. Works on
// folded forms; no positions in bytes, no state.
#pragma once

#include <cstdint>
#include <vector>

#include "text/document.h"

namespace dryrun::text {

/// Sets Token::clause and returns the clauses of `sentences`, in order. A mark belongs to the clause before it.
[[nodiscard]] std::vector<Stretch> cut_clauses(std::vector<Token>& tokens, const std::vector<Stretch>& sentences);

}  // namespace dryrun::text
