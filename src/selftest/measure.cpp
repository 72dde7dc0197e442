#include "selftest/measure.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "selftest/attacks.h"
#include "selftest/changes.h"
#include "text/document.h"

namespace dryrun::selftest {
namespace {

using scoring::Input;
using scoring::Report;

/// Under how many other questions each strong answer is judged.
constexpr std::size_t kOtherQuestions = 20;

int score_of(const Report& report) { return report.score.value_or(0); }
bool is_pass(const Report& report) { return report.verdict == scoring::Verdict::pass; }

void count(Share& share, bool is_hit) {
  ++share.of;
  if (is_hit) ++share.hits;
}

bool is_same_question(const Input& a, const Input& b) { return a.question_id == b.question_id && a.question_text == b.question_text; }

/// The sentence in which the row with most points lies.
std::string best_sentence(const Report& report) {
  const scoring::LedgerRow* best = nullptr;
  for (const scoring::LedgerRow& row : report.ledger)
    if (row.span && (best == nullptr || row.points > best->points)) best = &row;
  if (best == nullptr) return "";
  const text::Document document = text::make_document(report.input.answer);
  for (const text::Stretch& sentence : document.sentences())
    if (sentence.span.begin <= best->span->begin && best->span->begin < sentence.span.end) return std::string(document.quote(sentence.span));
  return "";
}

/// The weak answer of the first pair after `index` whose question belongs to another group.
const std::string& elsewhere(const std::vector<Pair>& pairs, std::size_t index) {
  const auto group = [](const Pair& pair) { return pair.id.substr(0, pair.id.find('-')); };
  for (std::size_t step = 1; step < pairs.size(); ++step) {
    const Pair& other = pairs[(index + step) % pairs.size()];
    if (group(other) != group(pairs[index])) return other.weak.answer;
  }
  return pairs[index].weak.answer;
}

/// The answer without the words of its three rows with most points; words that two of them share go once.
std::string without_best_evidence(const Report& report) {
  constexpr std::size_t kCutSpans = 3;
  std::vector<const scoring::LedgerRow*> rows;
  for (const scoring::LedgerRow& row : report.ledger)
    if (row.span && row.points > 0) rows.push_back(&row);
  std::stable_sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) { return a->points > b->points; });
  rows.resize(std::min(rows.size(), kCutSpans));
  std::string out;
  const std::string& answer = report.input.answer;
  for (std::size_t at = 0; at < answer.size(); ++at) {
    const bool is_cut = std::any_of(rows.begin(), rows.end(), [&](const scoring::LedgerRow* row) { return row->span->begin <= at && at < row->span->end; });
    if (!is_cut) out += answer[at];
  }
  return out;
}

std::string told(const Share& share) { return std::to_string(share.hits) + " of " + std::to_string(share.of) + " (" + std::to_string(share.percent()) + " %)"; }

std::string line(const std::string& name, const std::string& figure, std::size_t width) {
  return "  " + name + std::string(name.size() < width ? width - name.size() : 1, ' ') + figure + "\n";
}

json::Value to_json(const Share& share) {
  json::Value out = json::Value::object();
  out.set("hits", json::Value::of(share.hits));
  out.set("of", json::Value::of(share.of));
  return out;
}

}  // namespace

std::string decimal(int milli, int digits) {
  const int scale = digits == 2 ? 10 : 100;
  const int rounded = (std::abs(milli) + scale / 2) / scale;
  const int base = 1000 / scale;
  std::string fraction = std::to_string(rounded % base);
  fraction.insert(0, static_cast<std::size_t>(digits) - fraction.size(), '0');
  return (milli < 0 && rounded != 0 ? "-" : "") + std::to_string(rounded / base) + "." + fraction;
}

Measurement::Measurement(std::shared_ptr<const std::vector<Pair>> pairs) : pairs_(std::move(pairs)), strong_(pairs_->size()), weak_(pairs_->size()) { plan(); }

void Measurement::plan() {
  const std::vector<Pair>& pairs = *pairs_;
  for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
    for (const bool is_strong : {true, false}) tasks_.push_back({Kind::as_given, is_strong, pair, 0});
  }
  for (std::size_t index = 0; index < attacks().size(); ++index) {
    const Attack& attack = attacks()[index];
    measured_.attacks.push_back({std::string(attack.id), std::string(attack.what), {}, attack.is_told_by_gain, 0});
    for (std::size_t pair = 0; pair < pairs.size(); ++pair) tasks_.push_back({Kind::attack, attack.is_on_strong, pair, index});
  }
  measured_.attacks.push_back({"other-question", "a strong answer to another question", {}, false, 0});
  for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
    std::vector<const Input*> asked{&pairs[pair].strong};
    for (std::size_t step = 1; step < pairs.size() && asked.size() <= kOtherQuestions; ++step) {
      const std::size_t other = (pair + step) % pairs.size();
      const Input* question = &pairs[other].strong;
      if (std::any_of(asked.begin(), asked.end(), [&](const Input* earlier) { return is_same_question(*earlier, *question); })) continue;
      asked.push_back(question);
      tasks_.push_back({Kind::other_question, true, pair, other});
    }
  }
  measured_.attacks.push_back({"best-evidence-cut", "a strong answer without its three best pieces of evidence", {}, false, 0});
  for (std::size_t pair = 0; pair < pairs.size(); ++pair) tasks_.push_back({Kind::cut, true, pair, 0});
  for (std::size_t index = 0; index < changes().size(); ++index) {
    const Change& change = changes()[index];
    measured_.changes.push_back({std::string(change.id), std::string(change.what), {}, {}, 0});
    for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
      for (const bool is_strong : {true, false}) tasks_.push_back({Kind::change, is_strong, pair, index});
    }
  }
}

void Measurement::step(const JudgeOne& judge, const PromptOf& prompt_of) {
  if (is_done()) return;
  const Task task = tasks_[next_++];
  const Pair& pair = (*pairs_)[task.pair];
  Case& given = case_of(task);
  const Report& before = given.report;
  Input input = before.input;
  switch (task.kind) {
    case Kind::as_given: {
      const Input& asked = task.is_strong ? pair.strong : pair.weak;
      given = {judge(asked), prompt_of(asked), {}};
      given.best_sentence = best_sentence(given.report);
      if (!task.is_strong) compare_latest();
      break;
    }
    case Kind::attack: {
      const Attack& attack = attacks()[task.index];
      // A weak answer that passes by itself is counted elsewhere.
      if (!attack.is_on_strong && is_pass(before)) break;
      input.answer = attack.apply({before.input.answer, given.prompt, given.best_sentence, elsewhere(*pairs_, task.pair)});
      const Report after = judge(input);
      AttackResult& result = measured_.attacks[task.index];
      count(result.passed, is_pass(after));
      result.gain += score_of(after) - score_of(before);
      break;
    }
    case Kind::other_question: {
      input = (*pairs_)[task.index].strong;
      input.answer = pair.strong.answer;
      count(measured_.attacks[attacks().size()].passed, is_pass(judge(input)));
      break;
    }
    case Kind::cut: {
      if (!is_pass(before)) break;
      input.answer = without_best_evidence(before);
      count(measured_.attacks[attacks().size() + 1].passed, is_pass(judge(input)));
      break;
    }
    case Kind::change: {
      input.answer = changes()[task.index].apply(input.answer);
      const Report after = judge(input);
      const int lost = score_of(before) - score_of(after);
      ChangeResult& result = measured_.changes[task.index];
      count(result.near, std::abs(lost) <= 3);
      count(result.flipped, after.verdict != before.verdict);
      result.drop += lost;
      break;
    }
  }
}

/// After each pair: its answers against each other and against those of the pairs before.
void Measurement::compare_latest() {
  Measured& out = measured_;
  const std::size_t latest = static_cast<std::size_t>(out.pairs++);
  count(out.pair_order, score_of(strong_[latest].report) > score_of(weak_[latest].report));
  count(out.strong_passed, is_pass(strong_[latest].report));
  count(out.weak_passed, is_pass(weak_[latest].report));
  const auto compare = [this](std::size_t strong, std::size_t weak) {
    const int above = score_of(strong_[strong].report), below = score_of(weak_[weak].report);
    above_twice_ += above > below ? 2 : above == below ? 1 : 0;
  };
  for (std::size_t earlier = 0; earlier < latest; ++earlier) {
    compare(latest, earlier);
    compare(earlier, latest);
  }
  compare(latest, latest);
  out.auc_milli = 500 * above_twice_ / (out.pairs * out.pairs);
}

Measured measure(std::vector<Pair> pairs, const JudgeOne& judge, const PromptOf& prompt_of) {
  Measurement measurement(std::make_shared<const std::vector<Pair>>(std::move(pairs)));
  while (!measurement.is_done()) measurement.step(judge, prompt_of);
  return measurement.measured();
}

json::Value to_json(const Measured& measured) {
  json::Value out = json::Value::object();
  out.set("pairs", json::Value::of(measured.pairs));
  out.set("auc_milli", json::Value::of(measured.auc_milli));
  out.set("pair_order", to_json(measured.pair_order));
  out.set("strong_passed", to_json(measured.strong_passed));
  out.set("weak_passed", to_json(measured.weak_passed));
  json::Value list = json::Value::array();
  for (const AttackResult& attack : measured.attacks) {
    json::Value one = json::Value::object();
    one.set("id", json::Value::of(attack.id));
    one.set("passed", to_json(attack.passed));
    if (attack.gain_milli()) one.set("gain_milli", json::Value::of(*attack.gain_milli()));
    list.push(std::move(one));
  }
  out.set("attacks", std::move(list));
  list = json::Value::array();
  for (const ChangeResult& change : measured.changes) {
    json::Value one = json::Value::object();
    one.set("id", json::Value::of(change.id));
    one.set("near", to_json(change.near));
    one.set("flipped", to_json(change.flipped));
    one.set("drop_milli", json::Value::of(change.drop_milli()));
    list.push(std::move(one));
  }
  out.set("changes", std::move(list));
  return out;
}

std::string to_text(const Measured& measured) {
  constexpr std::size_t kWidth = 60;
  std::string out = line("pairs of a strong and a weak answer, of one length", std::to_string(measured.pairs), kWidth);
  out += line("strong above weak, any two (AUC)", decimal(measured.auc_milli, 2), kWidth);
  out += line("strong above its own weak twin", told(measured.pair_order), kWidth);
  out += line("strong answers that pass", told(measured.strong_passed), kWidth);
  out += line("weak answers that pass", told(measured.weak_passed), kWidth);
  out += "\n" + line("attack", "passes, and mean points gained", kWidth);
  for (const AttackResult& attack : measured.attacks)
    out += line(attack.what, told(attack.passed) + (attack.gain_milli() ? ", " + decimal(*attack.gain_milli(), 1) : ""), kWidth);
  out += "\n" + line("change that should not matter", "within 3 points, other verdict, mean points lost", kWidth);
  for (const ChangeResult& change : measured.changes)
    out += line(change.what, told(change.near) + ", " + told(change.flipped) + ", " + decimal(change.drop_milli(), 1), kWidth);
  return out;
}

}  // namespace dryrun::selftest
