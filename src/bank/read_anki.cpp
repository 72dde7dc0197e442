#include "bank/list_gatherer.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "bank/codes.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace dryrun::bank {
namespace {

/// The lines "#key:value" that head an export.
struct AnkiHead {
  char separator = '\t';
  std::map<std::string, std::size_t> columns;  ///< "tags", "deck", "guid", "notetype": from 0
  std::size_t size = 0;                        ///< in bytes
  int lines = 0;

  [[nodiscard]] bool is_special(std::size_t column) const {
    return std::any_of(columns.begin(), columns.end(), [column](const auto& one) { return one.second == column; });
  }
};

AnkiHead read_head(std::string_view bytes) {
  constexpr std::pair<std::string_view, char> kSeparators[] = {{"tab", '\t'}, {"comma", ','}, {"semicolon", ';'}, {"pipe", '|'}, {"space", ' '}, {"colon", ':'}};
  constexpr std::string_view kColumnEnd = " column";
  AnkiHead head;
  while (head.size < bytes.size() && bytes[head.size] == '#') {
    const std::size_t end = std::min(bytes.find('\n', head.size), bytes.size());
    const std::string line = text::fold(trimmed(bytes.substr(head.size + 1, end - head.size - 1)));
    const std::size_t colon = std::min(line.find(':'), line.size());
    const std::string key = line.substr(0, colon);
    const std::string value(trimmed(std::string_view(line).substr(std::min(colon + 1, line.size()))));
    if (key == "separator") {
      for (const auto& [name, separator] : kSeparators)
        if (value == name || value == std::string(1, separator)) head.separator = separator;
    } else if (key.size() > kColumnEnd.size() && key.substr(key.size() - kColumnEnd.size()) == kColumnEnd) {
      std::size_t column = 0;
      if (std::from_chars(value.data(), value.data() + value.size(), column).ec == std::errc() && column > 0)
        head.columns[key.substr(0, key.size() - kColumnEnd.size())] = column - 1;
    }
    head.size = std::min(end + 1, bytes.size());
    ++head.lines;
  }
  return head;
}

/// A card's HTML as plain text: breaks and paragraphs become line ends, other tags nothing, the common entities their characters.
std::string without_html(std::string_view html) {
  constexpr std::pair<std::string_view, std::string_view> kEntities[] = {{"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", " "}};
  std::string out;
  while (!html.empty()) {
    std::size_t taken = 1;
    if (html[0] == '<' && html.size() > 1 && (text::is_ascii_letter(html[1]) || html[1] == '/') && html.find('>') != std::string_view::npos) {
      taken = html.find('>') + 1;
      const std::string tag = text::fold(html.substr(0, taken));
      for (const std::string_view breaking : {"<br", "</p", "<div", "<li", "</ul", "</ol"})
        if (tag.substr(0, breaking.size()) == breaking && !out.empty() && out.back() != '\n') out += '\n';
    } else {
      std::string_view text = html.substr(0, 1);
      for (const auto& [entity, character] : kEntities)
        if (html.substr(0, entity.size()) == entity) {
          text = character;
          taken = entity.size();
        }
      out += text;
    }
    html.remove_prefix(taken);
  }
  return std::string(trimmed(out));
}

}  // namespace

void read_cards(std::string_view valid, ListGatherer& out) {
  const AnkiHead head = read_head(valid);
  const Delimited table = read_delimited(valid.substr(head.size), head.separator, head.lines + 1);
  if (!is_whole(table, out)) return;
  const auto special = [&](const DelimitedRow& row, const std::string& name) {
    const auto at = head.columns.find(name);
    return at != head.columns.end() && at->second < row.cells.size() ? row.cells[at->second] : "";
  };
  for (const DelimitedRow& row : table.rows) {
    std::vector<std::string> fields;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (!head.is_special(i)) fields.push_back(without_html(row.cells[i]));
    Question question;
    if (!fields.empty()) question.prompt = fields[0];
    if (fields.size() > 1) question.looks_for = fields[1];
    if (question.prompt.empty()) {
      out.error(row.line, code::kEmptyText, "The first field of this card is empty: it is the question.");
      continue;
    }
    std::optional<Group> group = group_called(special(row, "deck"));
    for (const std::string& tag : parts_of(special(row, "tags"), ' ')) {
      if (const std::optional<Group> named = group_called(tag))
        group = named;
      else
        question.topics.push_back(tag);
    }
    out.add(std::move(question), group, row.line);
  }
}

}  // namespace dryrun::bank
