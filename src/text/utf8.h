// UTF-8 at the border: everything further in may assume valid text whose byte offsets are those of the bytes received.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dryrun::text {

/// The same text with each invalid byte replaced by one '?', so that every byte offset stays what it was.
[[nodiscard]] std::string to_valid_utf8(std::string_view bytes);

[[nodiscard]] bool is_valid_utf8(std::string_view bytes);

/// Decodes the code point at `offset` and moves `offset` past it. Precondition: valid UTF-8, offset < size.
[[nodiscard]] char32_t decode(std::string_view valid, std::uint32_t& offset);

/// Lower case and without accents for Latin letters; curly quotes and dashes to their ASCII twins; without what no reader sees (soft
/// hyphens, accents as marks of their own). Never longer than `valid`; may be empty. For comparing only.
[[nodiscard]] std::string fold(std::string_view valid);
/// The same into a string that is used again: no allocation once it is long enough.
void fold(std::string_view valid, std::string& folded);

}  // namespace dryrun::text
