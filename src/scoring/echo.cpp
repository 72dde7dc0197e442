#include "scoring/echo.h"

#include <algorithm>

namespace dryrun::scoring {

namespace {

constexpr std::uint32_t kRunWords = 4;
/// Words in a row that are surely not said anew: shorter runs are common turns of phrase.
constexpr std::uint32_t kCopiedWords = 8;

std::uint64_t hash_word(std::string_view word) {
  std::uint64_t hash = 14695981039346656037ull;
  for (const char c : word) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211ull;
  }
  return hash;
}

std::uint64_t combine(const std::uint64_t* words) {
  std::uint64_t hash = 0;
  for (std::uint32_t i = 0; i < kRunWords; ++i) hash = (hash ^ words[i]) * 0x9E3779B97F4A7C15ull + 0x7F4A7C15ull;
  return hash ^ (hash >> 31);
}

/// Marks the words of stretches where `is_run(i)` holds for enough runs in a row, and finds the longest.
template <typename IsRun>
void mark_stretches(Reading& reading, std::uint32_t runs, IsRun is_run, std::uint32_t& first, std::uint32_t& last) {
  std::uint32_t begin = 0;
  std::uint32_t longest = 0;
  for (std::uint32_t i = 0; i <= runs; ++i) {
    if (i < runs && is_run(i)) continue;
    if (i > begin) {
      const std::uint32_t words = i - begin + kRunWords - 1;
      if (words > longest) {
        longest = words;
        first = begin;
        last = begin + words - 1;
      }
      if (words >= kCopiedWords) {
        for (std::uint32_t at = begin; at < begin + words; ++at) reading.words[at].copied = true;
      }
    }
    begin = i + 1;
  }
}

}  // namespace

RunHashes run_hashes(const text::Document& document) {
  std::vector<std::uint64_t> words;
  for (const text::Token& token : document.tokens()) {
    if (token.kind != text::TokenKind::mark) words.push_back(hash_word(token.form));
  }
  RunHashes hashes;
  for (std::size_t i = 0; i + kRunWords <= words.size(); ++i) hashes.push_back(combine(words.data() + i));
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

void mark_echo(Reading& reading, const RunHashes& question, EchoBuffers& buffers, Echo& echo) {
  echo = Echo{};
  std::vector<std::uint64_t>& words = buffers.seen;
  words.clear();
  for (std::uint32_t at = 0; at < reading.size(); ++at) words.push_back(hash_word(reading.form(at)));
  buffers.hashes.clear();
  for (std::size_t i = 0; i + kRunWords <= words.size(); ++i) buffers.hashes.push_back(combine(words.data() + i));
  echo.runs = static_cast<std::uint32_t>(buffers.hashes.size());
  buffers.order.clear();
  for (std::uint32_t i = 0; i < echo.runs; ++i) buffers.order.emplace_back(buffers.hashes[i], i);
  std::sort(buffers.order.begin(), buffers.order.end());

  // From here on a hash is replaced by what is known of its run: bit 0 said before, bit 1 in the question.
  for (std::size_t i = 0; i < buffers.order.size(); ++i) {
    const auto [hash, at] = buffers.order[i];
    const bool repeated = i > 0 && buffers.order[i - 1].first == hash;
    const bool copied = std::binary_search(question.begin(), question.end(), hash);
    if (repeated) ++echo.repeated;
    if (copied) ++echo.from_question;
    if (copied && !repeated) ++echo.question_covered;
    buffers.hashes[at] = (repeated ? 1u : 0u) | (copied ? 2u : 0u);
  }
  mark_stretches(reading, echo.runs, [&](std::uint32_t i) { return (buffers.hashes[i] & 1u) != 0; }, echo.first_repeated, echo.last_repeated);
  mark_stretches(reading, echo.runs, [&](std::uint32_t i) { return (buffers.hashes[i] & 2u) != 0; }, echo.first_copied, echo.last_copied);
}

}  // namespace dryrun::scoring
