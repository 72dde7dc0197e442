#include "cli/batch_line.h"

#include <cmath>

#include "cli/input_fields.h"
#include "text/utf8.h"

namespace dryrun::cli {
namespace {

/// What collections of questions call one that fits none of the four; it is judged like one without a group.
constexpr std::string_view kNoneOfTheGroups = "other";

using json::Kind;
using json::Value;

constexpr std::size_t kMaxQuestionBytes = 256u << 10;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r") == std::string_view::npos;
}

std::optional<std::int64_t> whole(const Value& value) {
  if (value.is(Kind::integer)) return value.integer;
  // 90.0 is a whole number to everybody who writes JSON.
  if (value.is(Kind::number) && std::floor(value.number) == value.number && std::fabs(value.number) < 1e15)
    return static_cast<std::int64_t>(value.number);
  return std::nullopt;
}

/// Reads the fields of one line; the first problem is kept, in a form that says what is legal.
class LineReader {
 public:
  LineReader(const Value& object, std::string& problem) : object_(object), problem_(problem) {}

  /// The text at `key`; null counts as absent.
  [[nodiscard]] std::optional<std::string> text(std::string_view key) {
    const Value* value = find(key);
    if (value == nullptr) return std::nullopt;
    if (value->is(Kind::string)) return value->string;
    refuse("\"" + std::string(key) + "\" must be text.");
    return std::nullopt;
  }

  [[nodiscard]] std::optional<int> seconds() {
    const Value* value = find("seconds");
    if (value == nullptr) return std::nullopt;
    const std::optional<std::int64_t> number = whole(*value);
    if (number && *number >= 0 && *number <= kMaxSeconds) return static_cast<int>(*number);
    refuse("\"seconds\" must be a whole number from 0 to " + std::to_string(kMaxSeconds) + ".");
    return std::nullopt;
  }

  [[nodiscard]] std::vector<scoring::TimedWord> words() {
    std::vector<scoring::TimedWord> out;
    const Value* list = find("words");
    if (list == nullptr) return out;
    if (!list->is(Kind::array)) {
      refuse("\"words\" must be a list of [word, begin_ms, end_ms].");
      return out;
    }
    out.reserve(list->items.size());
    for (const Value& item : list->items) {
      const bool is_triple = item.is(Kind::array) && item.items.size() == 3 && item.items[0].is(Kind::string);
      const std::optional<std::int64_t> begin = is_triple ? whole(item.items[1]) : std::nullopt;
      const std::optional<std::int64_t> end = is_triple ? whole(item.items[2]) : std::nullopt;
      if (!begin || !end || *begin < 0 || *end < *begin) {
        refuse(
            "each of \"words\" must be [word, begin_ms, end_ms] with whole numbers, the end not before the beginning.");
        return {};
      }
      out.push_back({item.items[0].string, *begin, *end});
    }
    return out;
  }

  [[nodiscard]] bool has(std::string_view key) const { return find(key) != nullptr; }

  void refuse(std::string message) {
    if (problem_.empty()) problem_ = std::move(message);
  }

 private:
  [[nodiscard]] const Value* find(std::string_view key) const {
    const Value* value = object_.find(key);
    return value != nullptr && !value->is(Kind::null) ? value : nullptr;
  }
  const Value& object_;
  std::string& problem_;
};

scoring::Input input_of(const Value& object, std::string id, std::string& problem) {
  LineReader line(object, problem);
  scoring::Input input;
  input.id = std::move(id);
  if (line.has("question_id") == line.has("question"))
    line.refuse("give either \"question_id\" (of the bank) or \"question\" (its text).");
  input.question_id = line.text("question_id").value_or("");
  input.question_text = line.text("question").value_or("");
  if (input.question_id.empty() && is_blank(input.question_text)) line.refuse("the question is empty.");
  if (input.question_text.size() > kMaxQuestionBytes) line.refuse("the question is longer than the limit of 256 KiB.");
  std::string not_legal;
  if (const std::optional<std::string> group = line.text("group"); group && input.question_id.empty() && *group != kNoneOfTheGroups)
    input.group = group_of("\"group\"", *group, not_legal);
  if (const std::optional<std::string> level = line.text("level"))
    input.level = level_of("\"level\"", *level, not_legal).value_or(input.level);
  if (const std::optional<std::string> mode = line.text("mode"))
    input.mode = mode_of("\"mode\"", *mode, not_legal).value_or(input.mode);
  if (!not_legal.empty()) line.refuse(not_legal);
  input.seconds = line.seconds();
  input.words = line.words();
  if (!line.has("answer")) line.refuse("there is no \"answer\".");
  input.answer = line.text("answer").value_or("");
  if (input.answer.size() > kMaxAnswerBytes) line.refuse("the answer is longer than the limit of 1 MiB.");
  return input;
}

}  // namespace

std::string judged_line(const BatchLine& line, int number, Workspace& workspace) {
  if (is_blank(line.bytes)) return {};
  Value id = Value();
  std::string problem;
  const auto error = [&](const std::string& message) {
    Value out = Value::object();
    out.set("id", id);
    out.set("error", Value::of("line " + std::to_string(number) + ": " + message));
    return json::dump(out) + "\n";
  };
  if (line.is_too_long) return error("longer than the limit of 16 MiB.");

  json::Limits limits;
  limits.max_bytes = kMaxBatchLineBytes;
  const json::Parsed parsed = json::parse(text::to_valid_utf8(line.bytes), "", limits);
  if (!parsed.value || has_errors(parsed.diagnostics)) {
    if (parsed.diagnostics.empty()) return error("not JSON.");
    const Diagnostic& first = parsed.diagnostics.front();
    return error("not JSON that can be read, at column " + std::to_string(first.column) + ": " + first.code + " " +
                 first.message);
  }
  const Value& object = *parsed.value;
  if (!object.is(Kind::object)) return error("must be a JSON object.");
  if (const Value* given = object.find("id")) {
    id = *given;
    if (!id.is(Kind::string) && !id.is(Kind::integer)) return error("\"id\" must be text or a whole number.");
  }
  std::string name = id.is(Kind::integer) ? std::to_string(id.integer) : id.string;
  scoring::Input input = input_of(object, std::move(name), problem);
  if (!problem.empty()) return error(problem);
  const std::optional<scoring::Report> report = workspace.judge(std::move(input), problem);
  return report ? json::dump(scoring::to_json(*report)) + "\n" : error(problem);
}

}  // namespace dryrun::cli
