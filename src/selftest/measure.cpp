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

/// An answer as it was given, and what attacks on it use.
struct Case {
  Report report;
  std::string prompt;
  std::string best_sentence;
};

struct Judged {
  Case strong, weak;
};

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

AttackResult run(const Attack& attack, const std::vector<Pair>& pairs, const std::vector<Judged>& judged, const JudgeOne& judge) {
  AttackResult result{std::string(attack.id), std::string(attack.what), {}, std::nullopt};
  int gain = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const Case& given = attack.is_on_strong ? judged[i].strong : judged[i].weak;
    const Report& before = given.report;
    // A weak answer that passes by itself is counted elsewhere.
    if (!attack.is_on_strong && is_pass(before)) continue;
    Input input = before.input;
    input.answer = attack.apply({before.input.answer, given.prompt, given.best_sentence, elsewhere(pairs, i)});
    const Report after = judge(input);
    count(result.passed, is_pass(after));
    gain += score_of(after) - score_of(before);
  }
  if (attack.is_told_by_gain) result.gain_milli = result.passed.of == 0 ? 0 : 1000 * gain / result.passed.of;
  return result;
}

/// Strong answers under other people's questions.
AttackResult run_swapped(const std::vector<Pair>& pairs, const JudgeOne& judge) {
  AttackResult result{"other-question", "a strong answer to another question", {}, std::nullopt};
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    std::vector<Input> asked{pairs[i].strong};
    for (std::size_t step = 1; step < pairs.size() && asked.size() <= kOtherQuestions; ++step) {
      Input input = pairs[(i + step) % pairs.size()].strong;
      if (std::any_of(asked.begin(), asked.end(), [&](const Input& earlier) { return is_same_question(earlier, input); })) continue;
      asked.push_back(input);
      input.answer = pairs[i].strong.answer;
      count(result.passed, is_pass(judge(input)));
    }
  }
  return result;
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

/// Strong answers that pass, without what they pass by.
AttackResult run_cut(const std::vector<Judged>& judged, const JudgeOne& judge) {
  AttackResult result{"best-evidence-cut", "a strong answer without its three best pieces of evidence", {}, std::nullopt};
  for (const Judged& pair : judged) {
    const Report& before = pair.strong.report;
    if (!is_pass(before)) continue;
    Input input = before.input;
    input.answer = without_best_evidence(before);
    count(result.passed, is_pass(judge(input)));
  }
  return result;
}

ChangeResult run(const Change& change, const std::vector<Judged>& judged, const JudgeOne& judge) {
  ChangeResult result{std::string(change.id), std::string(change.what), {}, {}, 0};
  int drop = 0;
  for (const Judged& pair : judged) {
    for (const Report* before : {&pair.strong.report, &pair.weak.report}) {
      Input input = before->input;
      input.answer = change.apply(input.answer);
      const Report after = judge(input);
      const int lost = score_of(*before) - score_of(after);
      count(result.near, std::abs(lost) <= 3);
      count(result.flipped, after.verdict != before->verdict);
      drop += lost;
    }
  }
  result.drop_milli = result.near.of == 0 ? 0 : 1000 * drop / result.near.of;
  return result;
}

std::string decimal(int milli, int digits) {
  const int scale = digits == 2 ? 10 : 100;
  const int rounded = (std::abs(milli) + scale / 2) / scale;
  const int base = 1000 / scale;
  std::string fraction = std::to_string(rounded % base);
  fraction.insert(0, static_cast<std::size_t>(digits) - fraction.size(), '0');
  return (milli < 0 && rounded != 0 ? "-" : "") + std::to_string(rounded / base) + "." + fraction;
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

Measured measure(const std::vector<Pair>& pairs, const JudgeOne& judge, const PromptOf& prompt_of) {
  Measured out;
  out.pairs = static_cast<int>(pairs.size());
  const auto case_of = [&](const Input& input) {
    Report report = judge(input);
    std::string best = best_sentence(report);
    return Case{std::move(report), prompt_of(input), std::move(best)};
  };
  std::vector<Judged> judged;
  for (const Pair& pair : pairs) judged.push_back({case_of(pair.strong), case_of(pair.weak)});
  int above_twice = 0;
  for (const Judged& pair : judged) {
    const int strong = score_of(pair.strong.report);
    for (const Judged& other : judged) {
      const int weak = score_of(other.weak.report);
      above_twice += strong > weak ? 2 : strong == weak ? 1 : 0;
    }
    count(out.pair_order, strong > score_of(pair.weak.report));
    count(out.strong_passed, is_pass(pair.strong.report));
    count(out.weak_passed, is_pass(pair.weak.report));
  }
  if (out.pairs > 0) out.auc_milli = 500 * above_twice / (out.pairs * out.pairs);
  for (const Attack& attack : attacks()) out.attacks.push_back(run(attack, pairs, judged, judge));
  out.attacks.push_back(run_swapped(pairs, judge));
  out.attacks.push_back(run_cut(judged, judge));
  for (const Change& change : changes()) out.changes.push_back(run(change, judged, judge));
  return out;
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
    if (attack.gain_milli) one.set("gain_milli", json::Value::of(*attack.gain_milli));
    list.push(std::move(one));
  }
  out.set("attacks", std::move(list));
  list = json::Value::array();
  for (const ChangeResult& change : measured.changes) {
    json::Value one = json::Value::object();
    one.set("id", json::Value::of(change.id));
    one.set("near", to_json(change.near));
    one.set("flipped", to_json(change.flipped));
    one.set("drop_milli", json::Value::of(change.drop_milli));
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
    out += line(attack.what, told(attack.passed) + (attack.gain_milli ? ", " + decimal(*attack.gain_milli, 1) : ""), kWidth);
  out += "\n" + line("change that should not matter", "within 3 points, other verdict, mean points lost", kWidth);
  for (const ChangeResult& change : measured.changes)
    out += line(change.what, told(change.near) + ", " + told(change.flipped) + ", " + decimal(change.drop_milli, 1), kWidth);
  return out;
}

}  // namespace dryrun::selftest
