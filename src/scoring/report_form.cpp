// The JSON form of a report, and reading it back.
#include <array>

#include "bank/fields.h"
#include "scoring/report.h"

namespace dryrun::scoring {
namespace {

using json::Value;

constexpr std::array<std::string_view, 3> kVerdicts{"pass", "fail", "cannot-judge"};
constexpr std::array<std::string_view, 2> kModes{"typed", "spoken"};
constexpr std::array<std::string_view, 2> kLevels{"senior", "staff"};
constexpr std::array<std::string_view, bank::kDimensionCount> kDimensions{"technical-depth", "architectural-thinking", "leadership-influence", "pragmatism", "ownership-accountability", "communication-clarity"};

Value text(std::string_view words) { return Value::of(words); }
Value number(std::optional<int> value) { return value ? Value::of(*value) : Value(); }

void set_span(Value& object, const std::optional<Span>& span) {
  object.set("begin", span ? Value::of(static_cast<std::int64_t>(span->begin)) : Value());
  object.set("end", span ? Value::of(static_cast<std::int64_t>(span->end)) : Value());
}

Value facts_value(const std::vector<Fact>& facts) {
  Value list = Value::array();
  for (const Fact& fact : facts) {
    Value item = Value::object();
    item.set("id", text(fact.id)).set("value_milli", Value::of(fact.value_milli)).set("unit", text(fact.unit));
    item.set("usual_min_milli", Value::of(fact.usual_min_milli)).set("usual_max_milli", Value::of(fact.usual_max_milli));
    list.push(std::move(item));
  }
  return list;
}

Value input_value(const Input& input) {
  Value object = Value::object();
  if (!input.question_id.empty()) object.set("question_id", text(input.question_id));
  if (!input.question_text.empty()) object.set("question", text(input.question_text));
  if (input.group) object.set("group", text(bank::to_id(*input.group)));
  object.set("answer", text(input.answer)).set("level", text(bank::to_id(input.level))).set("mode", text(to_id(input.mode)));
  if (input.seconds) object.set("seconds", Value::of(*input.seconds));
  if (!input.words.empty()) {
    Value words = Value::array();
    for (const TimedWord& word : input.words) {
      Value item = Value::array();
      item.push(text(word.word)).push(Value::of(word.begin_ms)).push(Value::of(word.end_ms));
      words.push(std::move(item));
    }
    object.set("words", std::move(words));
  }
  if (!input.without.empty()) {
    Value without = Value::array();
    for (const std::string& rule : input.without) without.push(text(rule));
    object.set("without", std::move(without));
  }
  return object;
}

/// Reads what to_json wrote. A missing field keeps its default: whether the whole is right is for `verify` to say.
class ReportReader {
 public:
  ReportReader(const Value& root, bank::Findings& findings) : root_(root), findings_(findings) {}

  std::optional<Report> read() {
    if (!root_.is(json::Kind::object)) {
      findings_.error(root_.begin, "R001", "A report is a JSON object, as `score --format json` prints it.");
      return std::nullopt;
    }
    const Value* input = root_.find("input");
    if (input == nullptr || !input->is(json::Kind::object)) {
      findings_.error(root_.begin, "R002", "The report has no \"input\", so it can't be judged again; write it with `score --format json`.");
      return std::nullopt;
    }
    Report report;
    read_input(*input, report.input);
    report.input.id = string(root_, "id");
    const std::string verdict = string(root_, "verdict");
    const auto index = index_of(kVerdicts, verdict);
    if (!index) {
      findings_.error(root_.begin, "R003", "The \"verdict\" must be pass, fail or cannot-judge.");
      return std::nullopt;
    }
    report.verdict = static_cast<Verdict>(*index);
    report.score = whole(root_, "score");
    report.threshold = whole(root_, "threshold");
    report.reason = string(root_, "reason");
    if (const Value* dimensions = root_.find("dimensions")) {
      for (std::size_t i = 0; i < kDimensions.size(); ++i) report.dimensions[i] = whole(*dimensions, kDimensions[i]);
    }
    each(root_, "criteria", [&](const Value& item) {
      CriterionMark mark;
      mark.criterion = string(item, "criterion");
      mark.name = string(item, "name");
      mark.dimension = bank::dimension_from_id(string(item, "dimension")).value_or(bank::Dimension::technical_depth);
      mark.mark = whole(item, "mark").value_or(1);
      mark.points = whole(item, "points").value_or(0);
      mark.points_possible = whole(item, "points_possible").value_or(0);
      const Value* primary = item.find("primary");
      mark.primary = primary != nullptr && primary->boolean;
      report.criteria.push_back(std::move(mark));
    });
    each(root_, "ledger", [&](const Value& item) {
      report.ledger.push_back({string(item, "rule"), string(item, "criterion"), whole(item, "points").value_or(0), span(item), string(item, "why")});
    });
    each(root_, "gates", [&](const Value& item) { report.gates.push_back({string(item, "gate"), whole(item, "cap").value_or(0), span(item), string(item, "why")}); });
    if (const Value* delivery = root_.find("delivery")) {
      read_facts(*delivery, "confidence", report.delivery.confidence);
      read_facts(*delivery, "clarity", report.delivery.clarity);
      read_facts(*delivery, "delivery", report.delivery.delivery);
    }
    each(root_, "flip", [&](const Value& item) { report.flip.push_back({string(item, "criterion"), whole(item, "points").value_or(0), string(item, "hint")}); });
    each(root_, "steps", [&](const Value& item) { report.steps.push_back({string(item, "step"), span(item).value_or(Span{})}); });
    if (const Value* hashes = root_.find("hashes")) report.hashes = {string(*hashes, "answer"), string(*hashes, "question"), string(*hashes, "rubric"), whole(*hashes, "engine").value_or(0)};
    return report;
  }

 private:
  template <class Ids>
  static std::optional<std::size_t> index_of(const Ids& ids, std::string_view id) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (ids[i] == id) return i;
    }
    return std::nullopt;
  }
  static std::string string(const Value& object, std::string_view key) {
    const Value* value = object.find(key);
    return value == nullptr ? std::string() : value->string;
  }
  static std::optional<int> whole(const Value& object, std::string_view key) {
    const Value* value = object.find(key);
    if (value == nullptr || !value->is(json::Kind::integer) || value->integer < -1'000'000'000 || value->integer > 1'000'000'000) return std::nullopt;
    return static_cast<int>(value->integer);
  }
  /// Within the answer, or no span at all: what shows quotes relies on it.
  std::optional<Span> span(const Value& object) const {
    const std::optional<int> begin = whole(object, "begin");
    const std::optional<int> end = whole(object, "end");
    if (!begin || !end || *begin < 0 || *end < *begin || static_cast<std::size_t>(*end) > answer_size_) return std::nullopt;
    return Span{static_cast<std::uint32_t>(*begin), static_cast<std::uint32_t>(*end)};
  }
  template <class Use>
  static void each(const Value& object, std::string_view key, const Use& use) {
    const Value* list = object.find(key);
    if (list == nullptr) return;
    for (const Value& item : list->items) use(item);
  }
  static void read_facts(const Value& delivery, std::string_view key, std::vector<Fact>& out) {
    each(delivery, key, [&](const Value& item) {
      const auto milli = [&](std::string_view name) {
        const Value* value = item.find(name);
        return value == nullptr ? std::int64_t{0} : value->integer;
      };
      out.push_back({string(item, "id"), milli("value_milli"), string(item, "unit"), milli("usual_min_milli"), milli("usual_max_milli")});
    });
  }
  void read_input(const Value& value, Input& input) {
    input.question_id = string(value, "question_id");
    input.question_text = string(value, "question");
    input.group = bank::group_from_id(string(value, "group"));
    input.answer = string(value, "answer");
    answer_size_ = input.answer.size();
    const std::string level = string(value, "level");
    if (const auto index = index_of(kLevels, level)) input.level = static_cast<bank::Level>(*index);
    const std::string mode = string(value, "mode");
    if (const auto index = index_of(kModes, mode)) input.mode = static_cast<Mode>(*index);
    input.seconds = whole(value, "seconds");
    each(value, "words", [&](const Value& item) {
      if (item.items.size() == 3) input.words.push_back({item.items[0].string, item.items[1].integer, item.items[2].integer});
    });
    each(value, "without", [&](const Value& item) { input.without.push_back(item.string); });
  }

  const Value& root_;
  bank::Findings& findings_;
  std::size_t answer_size_ = 0;
};

}  // namespace

std::string_view to_id(Verdict verdict) { return kVerdicts[static_cast<std::size_t>(verdict)]; }
std::string_view to_id(Mode mode) { return kModes[static_cast<std::size_t>(mode)]; }

json::Value to_json(const Report& report) {
  Value root = Value::object();
  root.set("id", text(report.input.id)).set("verdict", text(to_id(report.verdict)));
  root.set("score", number(report.score)).set("threshold", number(report.threshold)).set("reason", text(report.reason));
  Value dimensions = Value::object();
  for (std::size_t i = 0; i < kDimensions.size(); ++i) dimensions.set(kDimensions[i], number(report.dimensions[i]));
  root.set("dimensions", std::move(dimensions));
  Value ledger = Value::array();
  for (const LedgerRow& row : report.ledger) {
    Value item = Value::object();
    item.set("rule", text(row.rule)).set("criterion", text(row.criterion)).set("points", Value::of(row.points));
    set_span(item, row.span);
    item.set("why", text(row.why));
    ledger.push(std::move(item));
  }
  root.set("ledger", std::move(ledger));
  Value gates = Value::array();
  for (const GateHit& gate : report.gates) {
    Value item = Value::object();
    item.set("gate", text(gate.gate)).set("cap", Value::of(gate.cap));
    set_span(item, gate.span);
    item.set("why", text(gate.why));
    gates.push(std::move(item));
  }
  root.set("gates", std::move(gates));
  Value delivery = Value::object();
  delivery.set("confidence", facts_value(report.delivery.confidence)).set("clarity", facts_value(report.delivery.clarity)).set("delivery", facts_value(report.delivery.delivery));
  root.set("delivery", std::move(delivery));
  Value flip = Value::array();
  for (const Flip& each : report.flip) {
    Value item = Value::object();
    item.set("criterion", text(each.criterion)).set("points", Value::of(each.points)).set("hint", text(each.hint));
    flip.push(std::move(item));
  }
  root.set("flip", std::move(flip));
  Value hashes = Value::object();
  hashes.set("answer", text(report.hashes.answer)).set("question", text(report.hashes.question)).set("rubric", text(report.hashes.rubric)).set("engine", Value::of(report.hashes.engine));
  root.set("hashes", std::move(hashes));
  Value criteria = Value::array();
  for (const CriterionMark& mark : report.criteria) {
    Value item = Value::object();
    item.set("criterion", text(mark.criterion)).set("name", text(mark.name)).set("dimension", text(bank::to_id(mark.dimension))).set("mark", Value::of(mark.mark));
    item.set("points", Value::of(mark.points)).set("points_possible", Value::of(mark.points_possible)).set("primary", Value::of(mark.primary));
    criteria.push(std::move(item));
  }
  root.set("criteria", std::move(criteria));
  Value steps = Value::array();
  for (const StepServed& step : report.steps) {
    Value item = Value::object();
    item.set("step", text(step.step));
    set_span(item, step.span);
    steps.push(std::move(item));
  }
  root.set("steps", std::move(steps));
  root.set("input", input_value(report.input));
  return root;
}

std::optional<Report> read_report(const json::Value& value, std::string_view bytes, std::string_view file, Diagnostics& diagnostics) {
  bank::Findings findings(bytes, file);
  std::optional<Report> report = ReportReader(value, findings).read();
  findings.move_to(diagnostics);
  return report;
}

}  // namespace dryrun::scoring
