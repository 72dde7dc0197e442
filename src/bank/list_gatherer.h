// What the readers of lists share: gathering minimal questions with an id and a group each, and what is wrong with the list, by line.
// Private to this room.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "bank/bank.h"
#include "bank/delimited.h"

namespace dryrun::bank {

class ListGatherer {
 public:
  /// Keeps a view of `file`. `group` is that of a question whose own is not told.
  ListGatherer(std::string_view file, std::optional<Group> group) : file_(file), group_(group) {}

  /// Lines are counted from 1; 0 means the list as a whole.
  void error(int line, std::string_view code, std::string message) { tell(Severity::error, line, code, std::move(message)); }
  void warning(int line, std::string_view code, std::string message) { tell(Severity::warning, line, code, std::move(message)); }

  /// Adds a question, whose id is made of its title or prompt when it has none.
  void add(Question question, std::optional<Group> group, int line);
  /// The questions and findings so far. A list without any is a finding too.
  [[nodiscard]] BankResult take();

 private:
  void tell(Severity severity, int line, std::string_view code, std::string message);
  [[nodiscard]] std::string unused_id(const Question& question);

  std::string_view file_;
  std::optional<Group> group_;
  std::set<std::string> ids_;
  BankResult result_;
};

/// One reader a format, each in its own file.
void read_markdown(std::string_view valid, ListGatherer& out);
void read_table(std::string_view valid, ListGatherer& out);
void read_cards(std::string_view valid, ListGatherer& out);

/// False, and told, when a quote of the table is never closed.
[[nodiscard]] bool is_whole(const Delimited& table, ListGatherer& out);

[[nodiscard]] std::string_view trimmed(std::string_view text);
/// Letters and digits of at most so many words, small, with dashes between: "What's next, Zoë?" -> "whats-next-zoe".
[[nodiscard]] std::string kebab(std::string_view text, std::size_t most_words = 99);
/// By id or by name: "System design & architecture" and "system_design_architecture" alike.
[[nodiscard]] std::optional<Group> group_called(std::string_view name);
/// The parts between separators, trimmed, none empty and none twice.
[[nodiscard]] std::vector<std::string> parts_of(std::string_view cell, char separator);

}  // namespace dryrun::bank
