#include "bank/list_gatherer.h"

#include <algorithm>

#include "bank/codes.h"
#include "bank/fields.h"
#include "bank/ids.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace dryrun::bank {

namespace {

/// Enough to tell questions apart, short enough to type.
constexpr std::size_t kIdWords = 6;

}  // namespace

void ListGatherer::add(Question question, std::optional<Group> group, int line) {
  const std::optional<Group> found = group ? group : group_;
  if (!found) {
    error(line, code::kNoGroup,
          "The group of this question is not known: name it in the list, or say one for all with --group. The groups are " + listed({kGroupIds.begin(), kGroupIds.end()}) + ".");
    return;
  }
  question.group = *found;
  if (question.id.empty()) {
    question.id = unused_id(question);
  } else if (!ids_.insert(question.id).second) {
    error(line, code::kDuplicateId, "There is a question \"" + question.id + "\" already: give this one another id.");
    return;
  }
  result_.bank.questions.push_back(std::move(question));
}

BankResult ListGatherer::take() {
  if (result_.bank.questions.empty() && !has_errors(result_.diagnostics)) error(0, code::kNoQuestions, "There is no question in this list.");
  return std::move(result_);
}

void ListGatherer::tell(Severity severity, int line, std::string_view code, std::string message) {
  result_.diagnostics.push_back({severity, std::string(code), std::string(file_), line, line == 0 ? 0 : 1, std::move(message)});
}

std::string ListGatherer::unused_id(const Question& question) {
  std::string id = kebab(question.title.empty() ? question.prompt : question.title, kIdWords);
  if (id.empty()) id = "question";
  const std::string stem = id;
  for (int number = 2; !ids_.insert(id).second; ++number) id = stem + "-" + std::to_string(number);
  return id;
}

/// Tells of a quote that nothing closes; false when there is one.
bool is_whole(const Delimited& table, ListGatherer& out) {
  if (table.unclosed_line == 0) return true;
  out.error(table.unclosed_line, code::kUnclosedQuote, "A quote opens in this line and nothing closes it: close it, or write the quote twice where it is meant.");
  return false;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::string kebab(std::string_view text, std::size_t most_words) {
  std::string out;
  std::size_t words = 1;
  for (const char c : text::fold(text)) {
    if (text::is_ascii_digit(c) || text::is_ascii_letter(c)) {
      out += c;
    } else if (c != '\'' && !out.empty() && out.back() != '-') {
      if (words++ == most_words) break;
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

std::optional<Group> group_called(std::string_view name) {
  std::string asked = kebab(name);
  if (const std::size_t at = asked.find("-and-"); at != std::string::npos) asked.erase(at, 4);
  for (const std::string_view id : kGroupIds) {
    const std::optional<Group> group = group_from_id(id);
    if (asked == id || asked == kebab(to_name(*group))) return group;
  }
  return std::nullopt;
}

std::vector<std::string> parts_of(std::string_view cell, char separator) {
  std::vector<std::string> out;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find(separator), cell.size());
    const std::string part(trimmed(cell.substr(0, end)));
    if (!part.empty() && std::find(out.begin(), out.end(), part) == out.end()) out.push_back(part);
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return out;
}

}  // namespace dryrun::bank
