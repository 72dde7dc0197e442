// A report as a JSON tree, and as text for people. The reading half is report_read.cpp.
#include "scoring/report.h"

namespace dryrun::scoring {

namespace {

using json::Value;

Value optional_number(const std::optional<int>& number) { return number ? Value::of(*number) : Value{}; }

void set_span(Value& out, const std::optional<Span>& span) {
  out.set("begin", span ? Value::of(static_cast<std::int64_t>(span->begin)) : Value{});
  out.set("end", span ? Value::of(static_cast<std::int64_t>(span->end)) : Value{});
}

/// What is empty is left out: most answers have neither timed words nor rules switched off.
Value input_json(const Input& input) {
  Value out = Value::object();
  if (!input.question_id.empty()) out.set("question_id", Value::of(input.question_id));
  if (!input.question_text.empty()) out.set("question", Value::of(input.question_text));
  if (input.group) out.set("group", Value::of(bank::to_id(*input.group)));
  out.set("answer", Value::of(input.answer)).set("level", Value::of(bank::to_id(input.level))).set("mode", Value::of(to_id(input.mode)));
  if (input.seconds) out.set("seconds", Value::of(*input.seconds));
  if (!input.words.empty()) {
    Value words = Value::array();
    for (const TimedWord& word : input.words) {
      Value item = Value::array();
      item.push(Value::of(word.word)).push(Value::of(word.begin_ms)).push(Value::of(word.end_ms));
      words.push(std::move(item));
    }
    out.set("words", std::move(words));
  }
  if (!input.without.empty()) {
    Value without = Value::array();
    for (const std::string& rule : input.without) without.push(Value::of(rule));
    out.set("without", std::move(without));
  }
  return out;
}

Value facts_json(const std::vector<Fact>& facts) {
  Value out = Value::array();
  for (const Fact& fact : facts) {
    Value item = Value::object();
    item.set("id", Value::of(fact.id)).set("value_milli", Value::of(fact.value_milli)).set("unit", Value::of(fact.unit));
    item.set("usual_min_milli", Value::of(fact.usual_min_milli)).set("usual_max_milli", Value::of(fact.usual_max_milli));
    out.push(std::move(item));
  }
  return out;
}

Value criteria_json(const std::vector<CriterionMark>& criteria) {
  Value out = Value::array();
  for (const CriterionMark& mark : criteria) {
    Value item = Value::object();
    item.set("criterion", Value::of(mark.criterion)).set("name", Value::of(mark.name)).set("dimension", Value::of(bank::to_id(mark.dimension)));
    item.set("mark", Value::of(mark.mark)).set("points", Value::of(mark.points)).set("points_possible", Value::of(mark.points_possible));
    item.set("primary", Value::of(mark.primary));
    out.push(std::move(item));
  }
  return out;
}

Value causes_json(const std::vector<Cause>& causes) {
  Value out = Value::array();
  for (const Cause& cause : causes) {
    Value item = Value::object();
    item.set("cause", Value::of(cause.cause)).set("name", Value::of(cause.name));
    set_span(item, cause.span);
    item.set("why", Value::of(cause.why)).set("hint", Value::of(cause.hint));
    out.push(std::move(item));
  }
  return out;
}

Value next_level_json(const NextLevel& next) {
  Value out = Value::object();
  out.set("level", Value::of(bank::to_id(bank::Level::staff))).set("threshold", Value::of(next.threshold)).set("reached", Value::of(next.reached));
  out.set("signal", next.signal.empty() ? Value{} : Value::of(next.signal)).set("name", Value::of(next.name)).set("hint", Value::of(next.hint));
  return out;
}

std::string quote_of(const Report& report, const std::optional<Span>& span) {
  if (!span || span->end > report.input.answer.size()) return {};
  std::string quote = report.input.answer.substr(span->begin, span->end - span->begin);
  for (char& c : quote) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return quote;
}

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.insert(0, width - text.size(), ' ');
  return text;
}

std::string in_units(std::int64_t milli) {
  const std::int64_t tenths = (milli + 50) / 100;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

void append_facts(std::string& text, const std::vector<Fact>& facts) {
  for (const Fact& fact : facts) {
    text += "  " + fact.id + ": " + in_units(fact.value_milli) + " " + fact.unit + " (usual " + in_units(fact.usual_min_milli) + " to " +
            in_units(fact.usual_max_milli) + ")\n";
  }
}

}  // namespace

std::string_view to_id(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass:
      return "pass";
    case Verdict::fail:
      return "fail";
    case Verdict::cannot_judge:
      break;
  }
  return "cannot-judge";
}

std::string_view to_id(Mode mode) { return mode == Mode::spoken ? "spoken" : "typed"; }

Value to_json(const Report& report) {
  Value out = Value::object();
  out.set("id", Value::of(report.input.id)).set("verdict", Value::of(to_id(report.verdict)));
  out.set("score", optional_number(report.score)).set("threshold", optional_number(report.threshold));
  out.set("reason", Value::of(report.reason));
  Value dimensions = Value::object();
  for (int i = 0; i < bank::kDimensionCount; ++i) {
    dimensions.set(bank::to_id(static_cast<bank::Dimension>(i)), optional_number(report.dimensions[static_cast<std::size_t>(i)]));
  }
  out.set("dimensions", std::move(dimensions)).set("criteria", criteria_json(report.criteria));
  Value ledger = Value::array();
  for (const LedgerRow& row : report.ledger) {
    Value item = Value::object();
    item.set("rule", Value::of(row.rule)).set("criterion", Value::of(row.criterion)).set("points", Value::of(row.points));
    set_span(item, row.span);
    item.set("why", Value::of(row.why));
    ledger.push(std::move(item));
  }
  out.set("ledger", std::move(ledger));
  Value gates = Value::array();
  for (const GateHit& gate : report.gates) {
    Value item = Value::object();
    item.set("gate", Value::of(gate.gate)).set("cap", Value::of(gate.cap));
    set_span(item, gate.span);
    item.set("why", Value::of(gate.why));
    gates.push(std::move(item));
  }
  out.set("gates", std::move(gates));
  Value delivery = Value::object();
  delivery.set("confidence", facts_json(report.delivery.confidence));
  delivery.set("clarity", facts_json(report.delivery.clarity));
  delivery.set("delivery", facts_json(report.delivery.delivery));
  out.set("delivery", std::move(delivery));
  Value flip = Value::array();
  for (const Flip& one : report.flip) {
    Value item = Value::object();
    item.set("criterion", Value::of(one.criterion)).set("points", Value::of(one.points)).set("hint", Value::of(one.hint));
    flip.push(std::move(item));
  }
  out.set("flip", std::move(flip)).set("causes", causes_json(report.causes));
  if (report.next_level) out.set("next_level", next_level_json(*report.next_level));
  Value steps = Value::array();
  for (const StepServed& step : report.steps) {
    Value item = Value::object();
    item.set("step", Value::of(step.step));
    set_span(item, step.span);
    steps.push(std::move(item));
  }
  out.set("steps", std::move(steps));
  Value hashes = Value::object();
  hashes.set("answer", Value::of(report.hashes.answer)).set("question", Value::of(report.hashes.question));
  hashes.set("rubric", Value::of(report.hashes.rubric)).set("engine", Value::of(report.hashes.engine));
  out.set("hashes", std::move(hashes)).set("input", input_json(report.input));
  return out;
}

std::string to_text(const Report& report) {
  std::string text;
  switch (report.verdict) {
    case Verdict::pass:
      text += "PASS";
      break;
    case Verdict::fail:
      text += "FAIL, for now";
      break;
    case Verdict::cannot_judge:
      return "CANNOT JUDGE\n" + report.reason + "\n";
  }
  text += "  " + std::to_string(report.score.value_or(0)) + " of 100, the mark is " + std::to_string(report.threshold.value_or(0)) + " (" +
          std::string(bank::to_name(report.input.level)) + ")\n" + report.reason + "\n\nWhere each point comes from\n";
  for (const LedgerRow& row : report.ledger) {
    text += padded((row.points > 0 ? "+" : "") + std::to_string(row.points), 5) + "  " + row.criterion + " [" + row.rule + "] " + row.why + "\n";
    const std::string quote = quote_of(report, row.span);
    if (!quote.empty()) text += "         \"" + quote + "\"\n";
  }
  text += padded(std::to_string(report.score.value_or(0)), 5) + "  in all\n\nDimensions\n";
  for (int i = 0; i < bank::kDimensionCount; ++i) {
    const std::optional<int>& mark = report.dimensions[static_cast<std::size_t>(i)];
    text += "  " + std::string(bank::to_name(static_cast<bank::Dimension>(i))) + ": " + (mark ? std::to_string(*mark) + " of 5" : "not asked for") + "\n";
  }
  if (!report.flip.empty()) {
    text += report.verdict == Verdict::pass ? "\nWhat carried it\n" : "\nWhat would turn it into a pass\n";
    for (const Flip& flip : report.flip) {
      text += "  " + flip.criterion + " (" + std::to_string(flip.points) + " points)" + (flip.hint.empty() ? "" : ": " + flip.hint) + "\n";
    }
  }
  if (!report.causes.empty()) text += "\nWhy senior candidates fail, and where it shows here\n";
  for (const Cause& cause : report.causes) {
    text += "  " + cause.name + ": " + cause.why + "\n";
    const std::string quote = quote_of(report, cause.span);
    if (!quote.empty()) text += "         \"" + quote + "\"\n";
  }
  if (report.next_level) {
    const NextLevel& next = *report.next_level;
    text += "\nStaff\n  The staff mark is " + std::to_string(next.threshold) + (next.reached ? "; this answer reaches it.\n" : "; this answer doesn't reach it yet.\n");
    if (!next.signal.empty()) text += "  First signal missing: " + next.name + ". " + next.hint + "\n";
  }
  text += "\nHow it was said\n";
  append_facts(text, report.delivery.confidence);
  append_facts(text, report.delivery.clarity);
  append_facts(text, report.delivery.delivery);
  text += "\nThis is a practice verdict: rules judge what an answer contains, not whether it is true.\n";
  return text;
}

}  // namespace dryrun::scoring
