// The answer with its evidence, and the ledger beside it: each row names its rule and its words, and each tinted word its row.
#include <algorithm>
#include <map>

#include "app/present.h"
#include "ui/screens.h"

namespace dryrun::ui {
namespace {

/// What a row is about; the ledger is shown in these parts.
enum class Part : std::uint8_t { said, how, cost, condition };

Part part_of(const scoring::LedgerRow& row) {
  if (row.criterion.starts_with("delivery:")) return Part::how;
  if (row.points < 0) return Part::cost;
  if (row.rule == "primary" || row.criterion.starts_with("gate:")) return Part::condition;
  return Part::said;
}

std::string_view title_of(Part part) {
  switch (part) {
    case Part::said: return "What was said";
    case Part::how: return "How it was said";
    case Part::cost: return "What was taken away";
    case Part::condition: return "Conditions of passing";
  }
  return {};
}

struct Shown {
  int number = 0;  ///< of the words in the answer; 0: not marked there until the row is chosen
  int hue = 0;
};

/// Numbers run in the order of the words; each criterion keeps one hue. Rows about the manner span whole sentences and would bury the
/// rest, so they and bare conditions get no mark.
std::vector<Shown> shown_rows(const scoring::Report& report) {
  std::vector<Shown> shown(report.ledger.size());
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < report.ledger.size(); ++i) {
    const Part part = part_of(report.ledger[i]);
    if (has_words(report, report.ledger[i].span) && (part == Part::said || part == Part::cost)) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const Span x = *report.ledger[a].span, y = *report.ledger[b].span;
    return x.begin != y.begin ? x.begin < y.begin : x.end < y.end;
  });
  std::map<std::string, int> hues;
  int number = 0;
  for (const std::size_t i : order) {
    const auto [found, is_new] = hues.try_emplace(report.ledger[i].criterion, static_cast<int>(hues.size()));
    shown[i] = {++number, found->second};
  }
  return shown;
}

std::string criterion_name(const scoring::Report& report, const std::string& id) {
  for (const scoring::CriterionMark& mark : report.criteria) {
    if (mark.criterion == id) return mark.name;
  }
  return {};
}

struct Words {
  std::string title;
  std::string detail;
};

/// A criterion's first row bears its name; what was earned on top of it says why.
Words words_of(const scoring::Report& report, std::size_t index) {
  const scoring::LedgerRow& row = report.ledger[index];
  const std::string name = criterion_name(report, row.criterion);
  const std::string quote = quoted(report, row.span);
  const Part part = part_of(row);
  if (part == Part::how) return {readable(row.rule), sentence(row.why)};
  const bool is_first = index == 0 || report.ledger[index - 1].criterion != row.criterion;
  if (part == Part::said && !name.empty() && is_first) {
    if (quote.empty()) return {name, "Not found in your answer."};
    return {name, row.why.empty() ? quote : quote + " " + row.why};
  }
  const std::string title = row.why.empty() ? (name.empty() ? readable(row.rule) : name) : sentence(row.why);
  return {title, quote};
}

void gates(Frame& frame, const scoring::Report& report) {
  for (std::size_t i = 0; i < report.gates.size(); ++i) {
    const scoring::GateHit& gate = report.gates[i];
    const std::string id = "gate:" + std::to_string(i);
    space(frame, rhythm::kPair);
    const DecorCard card(frame, Paper::edge_fail, rhythm::kPair);
    text(frame, id, sentence(gate.why.empty() ? readable(gate.gate) : gate.why), kStrongLook);
    text(frame, id + ":cap", "While this stands, no answer scores above " + std::to_string(gate.cap) + ".", kSmallLook);
  }
}

}  // namespace

void verdict_answer(Frame& frame, const app::Model& model, const progress::Attempt& attempt) {
  if (model.rewording) return verdict_rewording(frame, *model.rewording);
  const scoring::Report& report = attempt.report;
  const std::vector<Shown> shown = shown_rows(report);
  const Container region(frame, Role::region, "answer", "Your answer");
  const DecorCard card(frame, Paper::card, frame.is_wide() ? rhythm::kBlock + rhythm::kUnit : rhythm::kPair);
  heading(frame, "answer:title", 2, "Your answer", type::kLarge);
  space(frame, rhythm::kText);
  if (report.input.answer.empty()) {
    text(frame, "answer:empty", "Nothing was written.", kMutedLook);
    return;
  }
  std::vector<EvidenceMark> marks;
  for (std::size_t i = 0; i < report.ledger.size(); ++i) {
    const scoring::LedgerRow& row = report.ledger[i];
    const bool is_chosen = model.selected_row == static_cast<int>(i);
    if (!has_words(report, row.span) || (shown[i].number == 0 && !is_chosen)) continue;
    marks.push_back({*row.span, static_cast<int>(i), shown[i].number, shown[i].hue, row.points < 0, signed_points(row.points) + " " + words_of(report, i).title});
  }
  // The first mark wins where two meet: a chosen one without a number, then what cost points, then the closer words.
  std::stable_sort(marks.begin(), marks.end(), [](const EvidenceMark& a, const EvidenceMark& b) {
    if ((a.number == 0) != (b.number == 0)) return a.number == 0;
    if (a.is_cost != b.is_cost) return a.is_cost;
    return a.span.size() != b.span.size() ? a.span.size() < b.span.size() : a.number < b.number;
  });
  if (const std::optional<int> row = evidence_text(frame, "answer:evidence", report.input.answer, marks, model.selected_row)) {
    frame.memory->reveal_next = "row:" + std::to_string(*row);
    frame.send(app::SelectLedgerRow{model.selected_row == *row ? std::nullopt : row});
  }
  if (model.derived.judge == nullptr) return;
  space(frame, rhythm::kPair);
  flow(frame, rhythm::kText, frame.control_height(), [&] {
    if (button(frame, {"reword", "Try other words", ButtonKind::secondary, false, false, "Edits a copy of your answer and judges it as you type"})) frame.send(app::StartRewording{});
  });
}

void verdict_ledger(Frame& frame, const app::Model& model, const progress::Attempt& attempt) {
  const scoring::Report& report = attempt.report;
  if (report.ledger.empty()) return;
  const std::vector<Shown> shown = shown_rows(report);
  const Container region(frame, Role::region, "ledger", "Ledger");
  heading(frame, "ledger:title", 2, "Where the points come from", type::kLarge);
  space(frame, rhythm::kHalf);
  text(frame, "ledger:about", "Each row is a rule and the words it found. They add up to the score; nothing else enters.", kSmallLook);
  for (std::size_t begin = 0; begin < report.ledger.size();) {
    const Part part = part_of(report.ledger[begin]);
    std::size_t end = begin;
    int sum = 0;
    while (end < report.ledger.size() && part_of(report.ledger[end]) == part) sum += report.ledger[end++].points;
    const std::string id = "ledger:" + std::to_string(begin);
    space(frame, rhythm::kPair);
    std::string title(title_of(part));
    if (part != Part::condition) title += ", " + signed_points(sum);
    heading(frame, id + ":title", 3, title, type::kBody);
    space(frame, rhythm::kHalf);
    frame.box().x -= rhythm::kUnit;
    frame.box().width += 2 * rhythm::kUnit;
    {
      const Container list(frame, Role::list, id + ":list", title);
      for (std::size_t i = begin; i < end; ++i) {
        const scoring::LedgerRow& row = report.ledger[i];
        const auto index = static_cast<int>(i);
        const Container item(frame, Role::list_item, "ledger:item:" + std::to_string(i));
        const Words words = words_of(report, i);
        LedgerLine line;
        line.id = "row:" + std::to_string(i);
        line.points = signed_points(row.points);
        line.title = words.title;
        line.quote = words.detail;
        line.number = shown[i].number;
        line.has_words = has_words(report, row.span);
        line.hue = shown[i].hue;
        line.ink = row.points < 0 ? Ink::fail : row.points == 0 ? Ink::muted : Ink::normal;
        line.is_cost = row.points < 0;
        line.is_selected = model.selected_row == index;
        if (ledger_line(frame, line)) {
          frame.memory->reveal_next = "evidence:" + std::to_string(i);
          frame.send(app::SelectLedgerRow{line.is_selected ? std::nullopt : std::optional<int>(index)});
        }
      }
    }
    frame.box().x += rhythm::kUnit;
    frame.box().width -= 2 * rhythm::kUnit;
    begin = end;
  }
  if (report.score) {
    space(frame, rhythm::kUnit);
    decor_hairline(frame);
    space(frame, rhythm::kText);
    text(frame, "ledger:sum", std::to_string(*report.score) + " points in all, of 100", kStrongLook);
  }
  gates(frame, report);
}

}  // namespace dryrun::ui
