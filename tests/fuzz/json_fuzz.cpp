// Any bytes as JSON: what is read prints and reads again as the same tree, what isn't is told at a place inside the text, and the
// reader and the search for faults agree on what is JSON.
#include "fuzz/fuzz.h"
#include "text/json.h"
#include "text/json_syntax.h"
#include "text/utf8.h"

namespace dryrun::fuzz {
namespace {

/// Small limits, so that short inputs reach them.
constexpr json::Limits kLimits{.max_bytes = 1u << 16, .max_depth = 12, .max_values = 2000};

void check_offsets(const json::Value& value, std::uint32_t begin, std::uint32_t end) {
  require(begin <= value.begin && value.begin < value.end && value.end <= end, "a value lies inside the one that holds it");
  for (const json::Value& item : value.items) check_offsets(item, value.begin, value.end);
  for (const json::Member& member : value.members) {
    require(value.begin < member.key_begin && member.key_begin < member.value.begin, "a name stands before its value");
    check_offsets(member.value, value.begin, value.end);
  }
}

void check_tree(const json::Value& value) {
  for (const int indent : {-1, 2}) {
    const std::string printed = json::dump(value, indent);
    const json::Parsed again = json::parse(printed, "printed", {.max_bytes = kLimits.max_bytes * 100});
    require(again.value.has_value() && again.diagnostics.empty(), "what was printed can be read");
    require(json::same(value, *again.value), "what is printed and read again is the same");
    require_equal(json::dump(*again.value, indent), printed, "printing has one spelling");
  }
}

void check_refusal(const Diagnostics& diagnostics, std::string_view bytes) {
  require(has_errors(diagnostics), "what isn't read is told why");
  const int last_line = json::position_of(bytes, bytes.size()).line;
  for (const Diagnostic& diagnostic : diagnostics) {
    require(!diagnostic.message.empty() && text::is_valid_utf8(diagnostic.message), "a finding says something");
    require(diagnostic.line >= 0 && diagnostic.line <= last_line, "a finding lies in the text");
  }
}

}  // namespace
}  // namespace dryrun::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dryrun;
  const std::string_view bytes = fuzz::bytes_of(data, size);
  const json::Parsed parsed = json::parse(bytes, "fuzz", fuzz::kLimits);
  if (parsed.value) {
    fuzz::require(parsed.diagnostics.empty(), "what was read has no findings");
    fuzz::check_offsets(*parsed.value, 0, static_cast<std::uint32_t>(bytes.size()));
    fuzz::check_tree(*parsed.value);
  } else {
    fuzz::check_refusal(parsed.diagnostics, bytes);
  }
  if (bytes.size() <= fuzz::kLimits.max_bytes && text::is_valid_utf8(bytes)) {
    const bool is_json = !json::find_syntax_fault(bytes).has_value();
    const bool is_refused_as_none = !parsed.value && parsed.diagnostics.back().code == "J001";
    if (is_json) fuzz::require(!is_refused_as_none, "the reader takes what has no fault");
    if (!is_json) fuzz::require(!parsed.value, "the reader takes nothing with a fault");
  }
  return 0;
}
