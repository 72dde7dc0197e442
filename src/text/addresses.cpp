#include "text/addresses.h"

#include <cstddef>
#include <cstdint>

#include "text/ascii.h"

namespace dryrun::text {
namespace {

bool is_alphanumeric(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }
bool is_host(char c) { return is_alphanumeric(c) || c == '.' || c == '-'; }
bool is_mailbox(char c) { return is_host(c) || c == '_' || c == '+' || c == '%'; }

/// Up to a quote, an angle bracket or a typographic mark, less the closing marks of the sentence.
std::size_t web_end(std::string_view chunk, std::size_t begin) {
  constexpr std::string_view kTypographic = "\xE2";  // lead byte of curly quotes and dashes
  std::size_t end = chunk.find_first_of("\"<>`", begin);
  end = end < chunk.size() ? end : chunk.size();
  const std::size_t curly = chunk.find(kTypographic, begin);
  if (curly < end) end = curly;
  while (end > begin && std::string_view(".,;:!?)]}'*_").find(chunk[end - 1]) != std::string_view::npos) --end;
  return end;
}

}  // namespace

Span find_address(std::string_view source, Span span) {
  const std::string_view chunk = source.substr(span.begin, span.size());
  std::size_t begin = 0;
  std::size_t end = 0;
  const std::size_t scheme = chunk.find("://");
  const std::size_t host = chunk.find("www.");
  const std::size_t at_sign = chunk.find('@');
  if (scheme != std::string_view::npos && scheme > 0 && scheme + 3 < chunk.size() && is_ascii_letter(chunk[scheme - 1]) && is_alphanumeric(chunk[scheme + 3])) {
    begin = scheme;
    while (begin > 0 && is_ascii_letter(chunk[begin - 1])) --begin;
    end = web_end(chunk, scheme + 3);
  } else if (host != std::string_view::npos && (host == 0 || !is_alphanumeric(chunk[host - 1])) && host + 4 < chunk.size() && is_alphanumeric(chunk[host + 4])) {
    begin = host;
    end = web_end(chunk, host + 4);
  } else if (at_sign != std::string_view::npos) {
    begin = at_sign;
    while (begin > 0 && is_mailbox(chunk[begin - 1])) --begin;
    end = at_sign + 1;
    while (end < chunk.size() && is_host(chunk[end])) ++end;
    while (end > at_sign && !is_alphanumeric(chunk[end - 1])) --end;
    // "@team" and "x@y" are no addresses; only what has a host of two names is one.
    if (begin == at_sign || end <= at_sign + 1 || chunk.substr(at_sign + 1, end - at_sign - 1).find('.') == std::string_view::npos) return {};
    while (!is_alphanumeric(chunk[begin]) && begin < at_sign) ++begin;
    if (begin == at_sign) return {};
  }
  return {span.begin + static_cast<std::uint32_t>(begin), span.begin + static_cast<std::uint32_t>(end)};
}

}  // namespace dryrun::text
