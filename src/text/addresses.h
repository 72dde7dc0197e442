// Addresses of the web and of mail within a text: each is one word, however many marks it holds. No state.
#pragma once

#include <string_view>

#include "text/span.h"

namespace dryrun::text {

/// The first address within `chunk`, a run of bytes without white space, less the marks of the sentence around it; empty when there is none.
[[nodiscard]] Span find_address(std::string_view source, Span chunk);

}  // namespace dryrun::text
