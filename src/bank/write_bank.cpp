#include "bank/bank.h"
#include "bank/ids.h"

namespace dryrun::bank {
namespace {

using json::Value;

Value texts(const std::vector<std::string>& list) {
  Value out = Value::array();
  for (const std::string& text : list) out.push(Value::of(std::string_view(text)));
  return out;
}

template <class Enum>
Value ids(const std::vector<Enum>& list) {
  Value out = Value::array();
  for (const Enum value : list) out.push(Value::of(to_id(value)));
  return out;
}

/// What is empty is left out: reading gives the same back, and a file stays readable.
void set_text(Value& object, std::string_view key, const std::string& text) {
  if (!text.empty()) object.set(key, Value::of(std::string_view(text)));
}

void set_texts(Value& object, std::string_view key, const std::vector<std::string>& list) {
  if (!list.empty()) object.set(key, texts(list));
}

Value to_json(const WorkedAnswer& worked) {
  Value out = Value::object();
  out.set("answer", Value::of(std::string_view(worked.answer)));
  out.set("why", Value::of(std::string_view(worked.why)));
  return out;
}

}  // namespace

json::Value to_json(const EvidencePattern& pattern) {
  const EvidencePattern usual;
  Value out = Value::object();
  out.set("mark", Value::of(pattern.mark));
  set_texts(out, "all", pattern.all);
  set_texts(out, "any", pattern.any);
  set_texts(out, "none", pattern.none);
  if (pattern.within != usual.within)
    out.set("within", Value::of(kWithinIds[static_cast<std::size_t>(pattern.within)]));
  if (pattern.mood != usual.mood) out.set("mood", Value::of(kMoodIds[static_cast<std::size_t>(pattern.mood)]));
  if (pattern.negated_counts) out.set("negated_counts", Value::of(true));
  set_text(out, "why", pattern.why);
  return out;
}

json::Value to_json(const Criterion& criterion, bool author_fields) {
  Value out = Value::object();
  out.set("id", Value::of(std::string_view(criterion.id)));
  out.set("name", Value::of(std::string_view(criterion.name)));
  out.set("points", Value::of(criterion.points));
  out.set("dimension", Value::of(to_id(criterion.dimension)));
  if (criterion.primary) out.set("primary", Value::of(true));
  set_text(out, "hint", criterion.hint);
  Value evidence = Value::array();
  for (const EvidencePattern& pattern : criterion.evidence) evidence.push(to_json(pattern));
  out.set("evidence", std::move(evidence));
  if (author_fields) {
    set_text(out, "must_earn", criterion.must_earn);
    set_text(out, "must_not", criterion.must_not);
  }
  return out;
}

json::Value to_json(const Question& question, bool author_fields) {
  Value out = Value::object();
  out.set("id", Value::of(std::string_view(question.id)));
  set_text(out, "title", question.title);
  out.set("prompt", Value::of(std::string_view(question.prompt)));
  set_text(out, "looks_for", question.looks_for);
  out.set("group", Value::of(to_id(question.group)));
  if (!question.rounds.empty()) out.set("rounds", ids(question.rounds));
  if (!question.levels.empty()) out.set("levels", ids(question.levels));
  out.set("difficulty", Value::of(question.difficulty));
  set_texts(out, "topics", question.topics);
  out.set("seconds", Value::of(question.seconds));
  set_text(out, "framework", question.framework);
  if (!question.criteria.empty()) {
    Value criteria = Value::array();
    for (const Criterion& criterion : question.criteria) criteria.push(to_json(criterion, author_fields));
    out.set("criteria", std::move(criteria));
  }
  if (question.strong) out.set("strong", to_json(*question.strong));
  if (question.weak) out.set("weak", to_json(*question.weak));
  set_text(out, "why_not", question.why_not);
  if (!question.follow_ups.empty()) {
    Value follow_ups = Value::array();
    for (const FollowUp& follow_up : question.follow_ups) {
      Value item = Value::object();
      item.set("ask", Value::of(std::string_view(follow_up.ask)));
      set_text(item, "criterion", follow_up.criterion);
      follow_ups.push(std::move(item));
    }
    out.set("follow_ups", std::move(follow_ups));
  }
  if (author_fields) set_text(out, "notes", question.notes);
  return out;
}

std::string write_bank(const Bank& bank, bool author_fields) {
  Value out = Value::object();
  out.set("format", Value::of("dryrun-bank"));
  out.set("version", Value::of(kBankVersion));
  set_text(out, "title", bank.title);
  Value questions = Value::array();
  for (const Question& question : bank.questions) questions.push(to_json(question, author_fields));
  out.set("questions", std::move(questions));
  return json::dump(out, author_fields ? 2 : -1) + "\n";
}

}  // namespace dryrun::bank
