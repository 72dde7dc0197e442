#include "bank/list_gatherer.h"

#include <algorithm>
#include <utility>

#include "bank/codes.h"
#include "text/ascii.h"

namespace dryrun::bank {
namespace {

/// What stands behind "- ", "* ", "+ ", "1. " or "1) "; a box to tick is no part of it. Empty for any other line.
std::string_view list_item(std::string_view line) {
  line = trimmed(line);
  std::size_t mark = 0;
  if (!line.empty() && std::string_view("-*+").find(line[0]) != std::string_view::npos) {
    mark = 1;
  } else {
    while (mark < line.size() && text::is_ascii_digit(line[mark])) ++mark;
    if (mark == 0 || mark >= line.size() || (line[mark] != '.' && line[mark] != ')')) return {};
    ++mark;
  }
  if (mark >= line.size() || line[mark] != ' ') return {};
  line = trimmed(line.substr(mark));
  for (const std::string_view box : {"[ ] ", "[x] ", "[X] "})
    if (line.substr(0, box.size()) == box) line = trimmed(line.substr(box.size()));
  return line;
}

/// Headings, paragraphs and items in a row, each a line or the lines that belong together.
class MarkdownReader {
 public:
  explicit MarkdownReader(ListGatherer& out) : out_(out) {}

  void read(std::string_view bytes) {
    for (int number = 1; !bytes.empty(); ++number) {
      const std::size_t end = std::min(bytes.find('\n'), bytes.size());
      line(bytes.substr(0, end), number);
      bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    close();
  }

 private:
  enum class Open { nothing, paragraph, item };

  void line(std::string_view text, int number) {
    const std::string_view words = trimmed(text);
    const std::string_view item = list_item(text);
    if (words.empty()) {
      close();
    } else if (words[0] == '#') {
      close();
      heading(trimmed(words.substr(std::min(words.find_first_not_of('#'), words.size()))));
    } else if (!item.empty()) {
      close();
      open(Open::item, item, number);
    } else if (open_ == Open::nothing) {
      open(Open::paragraph, words, number);
    } else {
      text_ += ' ';
      text_ += words;
    }
  }

  void open(Open what, std::string_view words, int number) {
    open_ = what;
    text_ = words;
    line_ = number;
  }

  void heading(std::string_view words) {
    if (const std::optional<Group> group = group_called(words)) {
      group_ = group;
      title_.clear();
    } else {
      title_ = words;
    }
  }

  void close() {
    if (open_ == Open::paragraph && title_.empty())
      out_.warning(line_, code::kNotAQuestion, "This paragraph has no heading of its own and is no item of a list, so it is left out.");
    else if (open_ != Open::nothing)
      add();
    open_ = Open::nothing;
  }

  void add() {
    Question question;
    question.prompt = text_;
    // A heading above a list names the list; only the first paragraph below a heading is its question.
    if (open_ == Open::paragraph) question.title = std::exchange(title_, {});
    out_.add(std::move(question), group_, line_);
  }

  ListGatherer& out_;
  Open open_ = Open::nothing;
  std::string text_;
  int line_ = 0;
  std::string title_;
  std::optional<Group> group_;
};

}  // namespace

void read_markdown(std::string_view valid, ListGatherer& out) { MarkdownReader(out).read(valid); }

}  // namespace dryrun::bank
