// Why a text is no JSON: the exact place and a sentence on what to do there. Asked only after the reader has refused a text, so
// that it may take its time; it builds no values, keeps no state, and knows no JSON library.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dryrun::json {

struct SyntaxFault {
  std::size_t offset = 0;  ///< of the byte where the text stops being JSON; the text's size where it ends too early
  std::string message;
};

/// The first fault of the grammar (RFC 8259, a byte order mark allowed), or empty for well-formed JSON. Precondition: valid UTF-8.
/// Does not look at limits, repeated keys or the size of numbers. Memory grows with the nesting, never the call stack.
[[nodiscard]] std::optional<SyntaxFault> find_syntax_fault(std::string_view bytes);

}  // namespace dryrun::json
