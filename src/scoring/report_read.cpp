// A stored report back from JSON, for history and verify. Unknown keys are warnings: a newer Dry Run may have written them.
// A missing key keeps its default, so that reports of older versions stay readable; whether the whole is right is for verify to say.
// R001 not an object, R002 unknown key, R003 of the wrong kind, R004 a value that no report has.
#include <algorithm>
#include <initializer_list>
#include <limits>

#include "scoring/report.h"

namespace dryrun::scoring {

namespace {

using json::Kind;
using json::Value;

/// No number of a report lies further from 0: sums and differences of such numbers are safe.
constexpr std::int64_t kFurthest = std::int64_t{1} << 53;

class ReportReader {
 public:
  ReportReader(std::string_view bytes, std::string_view file, Diagnostics& diagnostics) : bytes_(bytes), file_(file), diagnostics_(diagnostics) {}

  std::optional<Report> read(const Value& value) {
    Report report;
    if (!keys(value, "a report",
              {"id", "verdict", "score", "threshold", "reason", "dimensions", "criteria", "ledger", "gates", "delivery", "flip", "causes", "next_level", "steps", "hashes", "input"})) {
      return std::nullopt;
    }
    report.input.id = text(value, "id");
    const std::string verdict = text(value, "verdict");
    if (verdict == "pass") {
      report.verdict = Verdict::pass;
    } else if (verdict == "fail") {
      report.verdict = Verdict::fail;
    } else if (verdict != "cannot-judge") {
      fail(value, "R004", "The verdict must be pass, fail or cannot-judge.");
    }
    report.score = optional_whole(value, "score");
    report.threshold = optional_whole(value, "threshold");
    report.reason = text(value, "reason");
    if (const Value* dimensions = object(value, "dimensions")) {
      for (int i = 0; i < bank::kDimensionCount; ++i) {
        report.dimensions[static_cast<std::size_t>(i)] = optional_whole(*dimensions, bank::to_id(static_cast<bank::Dimension>(i)));
      }
    }
    each(value, "criteria", [&](const Value& item) { report.criteria.push_back(criterion(item)); });
    each(value, "ledger", [&](const Value& item) {
      report.ledger.push_back({text(item, "rule"), text(item, "criterion"), small_whole(item, "points"), span(item), text(item, "why")});
    });
    each(value, "gates", [&](const Value& item) {
      report.gates.push_back({text(item, "gate"), small_whole(item, "cap"), span(item), text(item, "why")});
    });
    if (const Value* delivery = object(value, "delivery")) {
      report.delivery.confidence = facts(*delivery, "confidence");
      report.delivery.clarity = facts(*delivery, "clarity");
      report.delivery.delivery = facts(*delivery, "delivery");
    }
    each(value, "flip", [&](const Value& item) {
      report.flip.push_back({text(item, "criterion"), small_whole(item, "points"), text(item, "hint")});
    });
    each(value, "causes", [&](const Value& item) {
      report.causes.push_back({text(item, "cause"), text(item, "name"), span(item), text(item, "why"), text(item, "hint")});
    });
    if (const Value* next = object(value, "next_level")) report.next_level = next_level(*next);
    each(value, "steps", [&](const Value& item) { report.steps.push_back({text(item, "step"), span(item).value_or(Span{})}); });
    if (const Value* hashes = object(value, "hashes")) {
      report.hashes = {text(*hashes, "answer"), text(*hashes, "question"), text(*hashes, "rubric"), small_whole(*hashes, "engine")};
    }
    if (const Value* input = object(value, "input")) read_input(*input, report.input);
    if (failed_) return std::nullopt;
    return report;
  }

 private:
  void tell(Severity severity, const Value& at, std::string code, std::string message) {
    const json::Position position = json::position_of(bytes_, at.begin);
    diagnostics_.push_back({severity, std::move(code), std::string(file_), position.line, position.column, std::move(message)});
  }
  void fail(const Value& at, std::string code, std::string message) {
    failed_ = true;
    tell(Severity::error, at, std::move(code), std::move(message));
  }

  bool keys(const Value& value, std::string_view what, std::initializer_list<std::string_view> legal) {
    if (!value.is(Kind::object)) {
      fail(value, "R001", "This is not " + std::string(what) + ": an object is expected.");
      return false;
    }
    for (const json::Member& member : value.members) {
      if (std::find(legal.begin(), legal.end(), member.key) != legal.end()) continue;
      tell(Severity::warning, member.value, "R002", "The key \"" + member.key + "\" of " + std::string(what) + " is not known here and is left out.");
    }
    return true;
  }

  const Value* get(const Value& value, std::string_view key, Kind kind) {
    const Value* found = value.find(key);
    if (found == nullptr || found->is(kind)) return found;
    fail(*found, "R003", "\"" + std::string(key) + "\" is of the wrong kind.");
    return nullptr;
  }
  std::string text(const Value& value, std::string_view key) {
    const Value* found = get(value, key, Kind::string);
    return found != nullptr ? found->string : std::string();
  }
  /// The number, or 0 and a finding when it lies outside [low, high].
  std::int64_t within(const Value& number, std::string_view key, std::int64_t low, std::int64_t high) {
    if (number.integer >= low && number.integer <= high) return number.integer;
    fail(number, "R004", "\"" + std::string(key) + "\" must lie between " + std::to_string(low) + " and " + std::to_string(high) + ".");
    return 0;
  }
  std::int64_t whole(const Value& value, std::string_view key) {
    const Value* found = get(value, key, Kind::integer);
    return found != nullptr ? within(*found, key, -kFurthest, kFurthest) : 0;
  }
  int narrow(const Value& number, std::string_view key) {
    return static_cast<int>(within(number, key, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
  }
  int small_whole(const Value& value, std::string_view key) {
    const Value* found = get(value, key, Kind::integer);
    return found != nullptr ? narrow(*found, key) : 0;
  }
  std::optional<int> optional_whole(const Value& value, std::string_view key) {
    const Value* found = value.find(key);
    if (found == nullptr || found->is(Kind::null)) return std::nullopt;
    if (!found->is(Kind::integer)) {
      fail(*found, "R003", "\"" + std::string(key) + "\" must be a whole number or null.");
      return std::nullopt;
    }
    return narrow(*found, key);
  }
  const Value* object(const Value& value, std::string_view key) { return get(value, key, Kind::object); }

  template <typename Each>
  void each(const Value& value, std::string_view key, Each&& read_item) {
    const Value* list = get(value, key, Kind::array);
    if (list == nullptr) return;
    for (const Value& item : list->items) {
      if (item.is(Kind::object)) {
        read_item(item);
      } else {
        fail(item, "R003", "An entry of \"" + std::string(key) + "\" must be an object.");
      }
    }
  }

  std::optional<Span> span(const Value& value) {
    const std::optional<int> begin = optional_whole(value, "begin");
    const std::optional<int> end = optional_whole(value, "end");
    if (!begin && !end) return std::nullopt;
    if (!begin || !end || *begin < 0 || *end < *begin) {
      fail(value, "R004", "A span needs 0 <= begin <= end, or neither of them.");
      return std::nullopt;
    }
    return Span{static_cast<std::uint32_t>(*begin), static_cast<std::uint32_t>(*end)};
  }

  std::vector<Fact> facts(const Value& value, std::string_view key) {
    std::vector<Fact> out;
    each(value, key, [&](const Value& item) {
      out.push_back({text(item, "id"), whole(item, "value_milli"), text(item, "unit"), whole(item, "usual_min_milli"), whole(item, "usual_max_milli")});
    });
    return out;
  }

  CriterionMark criterion(const Value& item) {
    CriterionMark mark;
    mark.criterion = text(item, "criterion");
    mark.name = text(item, "name");
    if (const auto dimension = bank::dimension_from_id(text(item, "dimension"))) {
      mark.dimension = *dimension;
    } else {
      fail(item, "R004", "There is no such dimension.");
    }
    mark.mark = small_whole(item, "mark");
    mark.points = small_whole(item, "points");
    mark.points_possible = small_whole(item, "points_possible");
    const Value* primary = get(item, "primary", Kind::boolean);
    mark.primary = primary != nullptr && primary->boolean;
    return mark;
  }

  NextLevel next_level(const Value& item) {
    NextLevel next;
    next.threshold = static_cast<int>(whole(item, "threshold"));
    const Value* reached = get(item, "reached", Kind::boolean);
    next.reached = reached != nullptr && reached->boolean;
    const Value* signal = item.find("signal");
    if (signal != nullptr && !signal->is(Kind::null)) next.signal = text(item, "signal");
    next.name = text(item, "name");
    next.hint = text(item, "hint");
    return next;
  }

  void read_input(const Value& value, Input& input) {
    if (!keys(value, "an input", {"question_id", "question", "group", "answer", "level", "mode", "seconds", "words", "without"})) return;
    input.question_id = text(value, "question_id");
    input.question_text = text(value, "question");
    input.answer = text(value, "answer");
    if (const Value* group = get(value, "group", Kind::string)) {
      input.group = bank::group_from_id(group->string);
      if (!input.group) fail(*group, "R004", "There is no group \"" + group->string + "\".");
    }
    if (const Value* found = get(value, "level", Kind::string)) {
      const auto level = bank::level_from_id(found->string);
      if (!level) fail(*found, "R004", "The level must be senior or staff.");
      input.level = level.value_or(input.level);
    }
    if (const Value* mode = get(value, "mode", Kind::string)) {
      if (mode->string != "typed" && mode->string != "spoken") fail(*mode, "R004", "The mode must be typed or spoken.");
      input.mode = mode->string == "spoken" ? Mode::spoken : Mode::typed;
    }
    input.seconds = optional_whole(value, "seconds");
    if (const Value* words = get(value, "words", Kind::array)) {
      for (const Value& word : words->items) {
        if (word.items.size() != 3 || !word.items[0].is(Kind::string) || !word.items[1].is(Kind::integer) || !word.items[2].is(Kind::integer)) {
          fail(word, "R004", "A timed word is [word, begin_ms, end_ms].");
          continue;
        }
        if (word.items[1].integer < 0 || word.items[2].integer < word.items[1].integer) {
          fail(word, "R004", "A timed word needs 0 <= begin_ms <= end_ms.");
          continue;
        }
        input.words.push_back({word.items[0].string, word.items[1].integer, word.items[2].integer});
      }
    }
    if (const Value* without = get(value, "without", Kind::array)) {
      for (const Value& rule : without->items) {
        if (!rule.is(Kind::string)) fail(rule, "R003", "An entry of \"without\" must be text.");
        input.without.push_back(rule.string);
      }
    }
  }

  std::string_view bytes_;
  std::string_view file_;
  Diagnostics& diagnostics_;
  bool failed_ = false;
};

}  // namespace

std::optional<Report> read_report(const Value& value, std::string_view bytes, std::string_view file, Diagnostics& diagnostics) {
  return ReportReader(bytes, file, diagnostics).read(value);
}

}  // namespace dryrun::scoring
