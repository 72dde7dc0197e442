// Questions that people keep already: a list in Markdown, a table (CSV), or the plain-text export of Anki, read into a bank of minimal
// questions. The rubric of its group judges a minimal question; its author may add criteria later (docs/authoring.md).
#pragma once

#include <optional>
#include <string_view>

#include "bank/bank.h"

namespace dryrun::bank {

enum class ListFormat : std::uint8_t { markdown, csv, anki };

/// By the file's first line ("#separator:" is Anki's) and the end of its name (.csv, .tsv, .md, .markdown); empty where neither tells.
[[nodiscard]] std::optional<ListFormat> list_format_of(std::string_view bytes, std::string_view file);

/// Reads a list. `group` is that of a question whose own can't be told.
///
/// Markdown: an item of a list is a question; so is a heading with a paragraph below, the heading its title. A heading that is the name or
/// id of a group counts for all that follows it.
/// CSV: the first row names the columns: prompt (or question, front), and, where there are any, id, title, group, looks_for (or answer,
/// back), rounds, levels, topics (or tags), difficulty, seconds. Several rounds, levels or topics stand in one cell between semicolons.
/// Anki: the first field is the prompt, the second what the interviewer looks for; HTML becomes text, tags become topics, and a deck or tag
/// that is a group's id gives the group.
///
/// Codes B015-B020, and of reading a bank B006-B009; each at its line.
[[nodiscard]] BankResult read_list(std::string_view bytes, std::string_view file, ListFormat format, std::optional<Group> group);

}  // namespace dryrun::bank
