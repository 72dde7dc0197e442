// Bytes to drafts of tokens: words, numbers and marks with their spans and forms, before number words are joined and sentences are
// found. Owns nothing; forms go into the Forms that it is given.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/document.h"
#include "text/forms.h"
#include "text/span.h"

namespace dryrun::text {

/// White space of any kind.
[[nodiscard]] bool is_space(char32_t code);

/// A token before its strings have settled.
struct Draft {
  Span span;
  std::uint32_t form = 0;
  TokenKind kind = TokenKind::word;
  std::uint32_t line = 0;    ///< rises by one at a line break, by three or more at a blank line
  std::int64_t number = -1;  ///< of a number word, to be joined with its neighbours
  bool starts_list_line = false;
  char contracted = '\0';  ///< 'd' or 's' for the second half of "I'd", "it's", whose word depends on what follows
};

/// The drafts of a valid text, in order.
[[nodiscard]] std::vector<Draft> tokenise(const std::string& source, Forms& forms);

}  // namespace dryrun::text
