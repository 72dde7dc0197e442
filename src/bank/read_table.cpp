#include "bank/list_gatherer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "bank/codes.h"
#include "bank/fields.h"
#include "bank/ids.h"

namespace dryrun::bank {
namespace {

struct Column {
  std::string_view name;
  std::string_view meaning;
};
constexpr Column kColumns[] = {{"prompt", "prompt"}, {"question", "prompt"},     {"front", "prompt"},     {"id", "id"},           {"title", "title"},
                               {"group", "group"},   {"looks-for", "looks_for"}, {"answer", "looks_for"}, {"back", "looks_for"},  {"rounds", "rounds"},
                               {"levels", "levels"}, {"topics", "topics"},       {"tags", "topics"},      {"seconds", "seconds"}, {"difficulty", "difficulty"}};

/// One row as its named cells.
class Row {
 public:
  Row(ListGatherer& out, std::map<std::string_view, std::string> cells, int line) : out_(out), cells_(std::move(cells)), line_(line) {}

  [[nodiscard]] std::string text(std::string_view name) const {
    const auto at = cells_.find(name);
    return at != cells_.end() ? std::string(trimmed(at->second)) : "";
  }

  [[nodiscard]] int whole(std::string_view name, int fallback, int low, int high) {
    const std::string cell = text(name);
    int value = fallback;
    if (cell.empty()) return fallback;
    const std::from_chars_result read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (read.ec == std::errc() && read.ptr == cell.data() + cell.size() && value >= low && value <= high) return value;
    out_.error(line_, code::kOutOfRange, "\"" + std::string(name) + "\" is \"" + cell + "\": it must be a whole number from " + std::to_string(low) + " to " + std::to_string(high) + ".");
    return fallback;
  }

  template <class Id, std::size_t kCount>
  [[nodiscard]] std::vector<Id> some_of(std::string_view name, const std::array<std::string_view, kCount>& ids) {
    std::vector<Id> out;
    for (const std::string& part : parts_of(text(name), ';')) {
      const auto at = std::find(ids.begin(), ids.end(), kebab(part, 9));
      if (at != ids.end())
        out.push_back(static_cast<Id>(at - ids.begin()));
      else
        out_.error(line_, code::kUnknownValue, "\"" + std::string(name) + "\" can't be \"" + part + "\": use " + listed({ids.begin(), ids.end()}) + ".");
    }
    return out;
  }

 private:
  ListGatherer& out_;
  std::map<std::string_view, std::string> cells_;
  int line_;
};

void add_row(ListGatherer& out, Row row, int line) {
  Question question;
  question.id = row.text("id");
  question.title = row.text("title");
  question.prompt = row.text("prompt");
  question.looks_for = row.text("looks_for");
  question.rounds = row.some_of<Round>("rounds", kRoundIds);
  question.levels = row.some_of<Level>("levels", kLevelIds);
  question.topics = parts_of(row.text("topics"), ';');
  question.difficulty = row.whole("difficulty", question.difficulty, 1, kHighestDifficulty);
  question.seconds = row.whole("seconds", question.seconds, kShortestSeconds, kLongestSeconds);
  const std::string name = row.text("group");
  const std::optional<Group> group = group_called(name);
  if (question.prompt.empty()) {
    out.error(line, code::kEmptyText, "The prompt of this row is empty: write the question, or take the row out.");
  } else if (!name.empty() && !group) {
    out.error(line, code::kUnknownValue, "\"group\" can't be \"" + name + "\": use " + listed({kGroupIds.begin(), kGroupIds.end()}) + ".");
  } else {
    out.add(std::move(question), group, line);
  }
}

/// The separator that a spreadsheet of this country uses: whichever the first line has most of.
char separator_of(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, bytes.find('\n'));
  const auto count = [&](char c) { return std::count(head.begin(), head.end(), c); };
  char best = ',';
  for (const char c : {';', '\t'})
    if (count(c) > count(best)) best = c;
  return best;
}

}  // namespace

void read_table(std::string_view valid, ListGatherer& out) {
  const Delimited table = read_delimited(valid, separator_of(valid));
  if (!is_whole(table, out) || table.rows.empty()) return;
  std::vector<std::string_view> meanings;
  for (const std::string& name : table.rows.front().cells) {
    const std::string asked = kebab(name, 9);
    const auto* const known = std::find_if(std::begin(kColumns), std::end(kColumns), [&](const Column& one) { return one.name == asked; });
    meanings.push_back(known != std::end(kColumns) ? known->meaning : "");
    if (known == std::end(kColumns) && !is_blank(name))
      out.warning(table.rows.front().line, code::kUnknownColumn, "The column \"" + name + "\" has no meaning here and is passed over.");
  }
  if (std::find(meanings.begin(), meanings.end(), "prompt") == meanings.end()) {
    out.error(table.rows.front().line, code::kNoPromptColumn, "No column is called \"prompt\": the first row names the columns, and one of them must hold the questions.");
    return;
  }
  for (std::size_t at = 1; at < table.rows.size(); ++at) {
    std::map<std::string_view, std::string> cells;
    for (std::size_t i = 0; i < std::min(meanings.size(), table.rows[at].cells.size()); ++i)
      if (!meanings[i].empty()) cells.emplace(meanings[i], table.rows[at].cells[i]);
    add_row(out, Row(out, std::move(cells), table.rows[at].line), table.rows[at].line);
  }
}

}  // namespace dryrun::bank
