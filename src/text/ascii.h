// The classes of ASCII bytes, without the locale that <cctype> asks. Bytes of other characters are in none of them.
#pragma once

namespace dryrun::text {

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace dryrun::text
