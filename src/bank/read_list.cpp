#include "bank/read_list.h"

#include "bank/list_gatherer.h"
#include "text/utf8.h"

namespace dryrun::bank {
namespace {

bool ends_in(std::string_view name, std::string_view end) { return name.size() >= end.size() && name.substr(name.size() - end.size()) == end; }

}  // namespace

std::optional<ListFormat> list_format_of(std::string_view bytes, std::string_view file) {
  if (bytes.substr(0, 11) == "#separator:") return ListFormat::anki;
  const std::string name = text::fold(file);
  if (ends_in(name, ".csv") || ends_in(name, ".tsv")) return ListFormat::csv;
  if (ends_in(name, ".md") || ends_in(name, ".markdown")) return ListFormat::markdown;
  return std::nullopt;
}

BankResult read_list(std::string_view bytes, std::string_view file, ListFormat format, std::optional<Group> group) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (bytes.substr(0, kByteOrderMark.size()) == kByteOrderMark) bytes.remove_prefix(kByteOrderMark.size());
  const std::string valid = text::to_valid_utf8(bytes);
  ListGatherer out(file, group);
  switch (format) {
    case ListFormat::markdown: read_markdown(valid, out); break;
    case ListFormat::csv: read_table(valid, out); break;
    case ListFormat::anki: read_cards(valid, out); break;
  }
  return out.take();
}

}  // namespace dryrun::bank
