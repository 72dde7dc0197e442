// What a rule is, in words for people, from the same data that judges.
#include <algorithm>

#include "scoring/judge_impl.h"

namespace dryrun::scoring {

namespace {

void append_examples(std::string& text, const Examples& examples) {
  for (const std::string& hit : examples.hit) text += "\n  counts:         " + hit;
  for (const std::string& miss : examples.miss) text += "\n  doesn't count:  " + miss;
}

void append_source(std::string& text, const std::string& source) {
  if (!source.empty()) text += "\nSource: " + source;
}

std::string of_criterion(const Rubric& rubric, const CompiledCriterion& criterion) {
  const bank::Criterion& written = criterion.written;
  std::string text = written.name + "\nA criterion of the rubric \"" + rubric.name + "\": " + std::to_string(written.points) + " points, " +
                     std::string(bank::to_name(written.dimension)) + (written.primary ? "; primary: without it an answer can't pass." : ".");
  if (!written.hint.empty()) text += "\n" + written.hint;
  for (const CompiledPattern& pattern : criterion.evidence) {
    if (!pattern.why.empty()) text += "\n  mark " + std::to_string(pattern.mark) + ": " + pattern.why;
  }
  if (!written.must_earn.empty()) text += "\n  counts:         " + written.must_earn;
  if (!written.must_not.empty()) text += "\n  doesn't count:  " + written.must_not;
  return text;
}

std::string of_delivery(const DeliveryRule& rule) {
  std::string text = rule.name + "\nHow it was said; at most " + std::to_string(rule.worth()) + " points.";
  if (!rule.why.empty()) text += "\n" + rule.why;
  append_source(text, rule.source);
  return text;
}

}  // namespace

std::string Judge::explain(std::string_view rule) const {
  const RuleBook& book = impl_->book;
  if (rule.substr(0, 6) == "group:") rule.remove_prefix(6);
  if (rule.substr(0, 5) == "gate:") rule.remove_prefix(5);
  if (rule.substr(0, 9) == "delivery:") rule.remove_prefix(9);
  if (rule == "evidence") return "Evidence\nWords of the answer that meet one of a criterion's own patterns. They give mark 2 (said) or 3 (specific), and more where the pattern itself holds a reason.";
  if (rule == "absent") return "Absent\nNothing in the answer meets this criterion. A row of 0 points, so that what is missing is named.";
  if (rule == "primary") return "Primary\nA condition of passing: a primary criterion below mark 2 can't be made good by points elsewhere. A row of 0 points.";
  for (const Lift& lift : book.lifts) {
    if (lift.id != rule) continue;
    std::string text = lift.name + "\nRaises a criterion from mark " + std::to_string(lift.from) + " to " + std::to_string(lift.from + 1) +
                       " when it stands beside its evidence. " + lift.why;
    append_examples(text, lift.examples);
    append_source(text, lift.source);
    return text;
  }
  if (const Penalty* penalty = book.penalty(rule)) {
    std::string text = penalty->name + "\nTakes " + std::to_string(-penalty->points) + " points. " + penalty->why;
    append_examples(text, penalty->examples);
    append_source(text, penalty->source);
    return text;
  }
  if (const Gate* gate = book.gate(rule)) {
    std::string text = gate->name + "\nA gate: " + gate->why;
    if (gate->cap > 0) text += "\nCaps the score at " + std::to_string(gate->cap) + " points.";
    append_source(text, gate->source);
    return text;
  }
  for (const CauseRule& cause : book.causes) {
    if (cause.id != rule) continue;
    std::string text = cause.name + "\nA cause for which senior candidates fail; it gives and takes no points.";
    if (!cause.why_found.empty()) text += "\nBy words: " + cause.why_found;
    if (!cause.why_missing.empty()) text += "\nBy absence: " + cause.why_missing;
    text += "\n" + cause.hint;
    append_examples(text, cause.examples);
    append_source(text, cause.source);
    return text;
  }
  for (const LevelSignal& signal : book.level_signals) {
    if (signal.id != rule) continue;
    std::string text = signal.name + "\nA signal of the staff level; it gives no points. " + signal.hint;
    append_examples(text, signal.examples);
    append_source(text, signal.source);
    return text;
  }
  for (const std::vector<DeliveryRule>* rules : {&book.typed, &book.spoken}) {
    for (const DeliveryRule& one : *rules) {
      if (one.id == rule) return of_delivery(one);
    }
  }
  const auto found = book.concepts.find(rule);
  if (found != book.concepts.end()) {
    std::string text = found->second.name + "\nA concept, found in these forms:";
    for (const std::string& phrase : found->second.phrases) text += "\n  " + phrase;
    append_examples(text, found->second.examples);
    append_source(text, found->second.source);
    return text;
  }
  std::string text;
  for (const auto& [id, rubric] : book.rubrics) {
    for (const CompiledCriterion& criterion : rubric.criteria) {
      if (criterion.written.id != rule) continue;
      if (!text.empty()) text += "\n\n";
      text += of_criterion(rubric, criterion);
    }
  }
  return text;
}

std::vector<std::string> Judge::rule_ids() const {
  const RuleBook& book = impl_->book;
  std::vector<std::string> ids{"absent", "evidence", "primary"};
  for (const Lift& lift : book.lifts) ids.push_back(lift.id);
  for (const Penalty& penalty : book.penalties) ids.push_back(penalty.id);
  for (const Gate& gate : book.gates) ids.push_back(gate.id);
  for (const CauseRule& cause : book.causes) ids.push_back(cause.id);
  for (const LevelSignal& signal : book.level_signals) ids.push_back(signal.id);
  for (const DeliveryRule& rule : book.typed) ids.push_back(rule.id);
  for (const DeliveryRule& rule : book.spoken) ids.push_back(rule.id);
  for (const auto& [id, entry] : book.concepts) ids.push_back(id);
  for (const auto& [id, rubric] : book.rubrics) {
    for (const CompiledCriterion& criterion : rubric.criteria) ids.push_back(criterion.written.id);
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

}  // namespace dryrun::scoring
