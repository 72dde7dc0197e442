// A half-open range of UTF-8 byte offsets into one text. Owns nothing; the text it speaks of is known from context.
#pragma once

#include <cstdint>

namespace dryrun {

/// Byte offsets, `begin <= end`, half-open, into the text as received.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(const Span&, const Span&) = default;
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin == end; }
};

}  // namespace dryrun
