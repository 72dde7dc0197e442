// Runs of words that are not the answer's own: taken from the question, or said before in the same answer. They earn nothing, and the
// gates count them. One hash table of four-word runs; linear in the text.
#pragma once

#include <cstdint>
#include <vector>

#include "scoring/reading.h"

namespace dryrun::scoring {

/// Hashes of each run of four words of a text, sorted.
using RunHashes = std::vector<std::uint64_t>;
[[nodiscard]] RunHashes run_hashes(const text::Document& document);

struct Echo {
  std::uint32_t runs = 0;               ///< four-word runs of the answer
  std::uint32_t repeated = 0;           ///< of these, seen before in the answer
  std::uint32_t from_question = 0;      ///< of these, in the question
  std::uint32_t question_covered = 0;   ///< distinct runs of the question that the answer has
  std::uint32_t first_repeated = kNoWord;  ///< the longest repeated stretch, both ends included
  std::uint32_t last_repeated = 0;
  std::uint32_t first_copied = kNoWord;
  std::uint32_t last_copied = 0;
};

/// Buffers that are reused from answer to answer.
struct EchoBuffers {
  std::vector<std::uint64_t> hashes;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
  std::vector<std::uint64_t> seen;
};

/// Marks words of copied runs of at least eight words in `reading` and counts.
void mark_echo(Reading& reading, const RunHashes& question, EchoBuffers& buffers, Echo& echo);

}  // namespace dryrun::scoring
