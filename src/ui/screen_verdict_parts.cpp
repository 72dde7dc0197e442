// The working below a verdict: the answer with its ledger, gates, criteria, dimensions, time, delivery, and what comes after.
#include <algorithm>
#include <map>

#include "app/present.h"
#include "ui/screens.h"

namespace dryrun::ui {
namespace {

struct Shown {
  int number = 0;  ///< of the words in the answer; 0: the row has none
  int hue = 0;
};

/// Numbers run in the order of the words; each criterion keeps one hue.
std::vector<Shown> shown_rows(const scoring::Report& report) {
  std::vector<Shown> shown(report.ledger.size());
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < report.ledger.size(); ++i) {
    if (report.ledger[i].span && !report.ledger[i].span->empty()) order.push_back(i);
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

std::string signed_points(int points) { return points > 0 ? "+" + std::to_string(points) : points < 0 ? "\xE2\x88\x92" + std::to_string(-points) : "0"; }

std::string sentence(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

std::string readable(std::string_view id) {
  std::string words(id);
  std::replace(words.begin(), words.end(), '-', ' ');
  std::replace(words.begin(), words.end(), '_', ' ');
  return sentence(words);
}

std::string title_of_row(const scoring::Report& report, const scoring::LedgerRow& row) {
  for (const scoring::CriterionMark& mark : report.criteria) {
    if (mark.criterion == row.criterion) return mark.name;
  }
  if (!row.why.empty()) return sentence(row.why);
  const std::size_t colon = row.criterion.find(':');
  return readable(std::string_view(row.criterion).substr(colon == std::string::npos ? 0 : colon + 1));
}

/// The words behind a row, short enough to be recognised.
std::string quote_of(const scoring::Report& report, const scoring::LedgerRow& row) {
  constexpr std::size_t kLongest = 90;
  if (!row.span || row.span->empty() || row.span->end > report.input.answer.size()) return {};
  std::string words = report.input.answer.substr(row.span->begin, row.span->size());
  std::replace(words.begin(), words.end(), '\n', ' ');
  if (words.size() > kLongest) {
    std::size_t cut = words.rfind(' ', kLongest);
    if (cut == std::string::npos || cut < kLongest / 2) {
      cut = kLongest;
      while (cut > 0 && (static_cast<unsigned char>(words[cut]) & 0xC0) == 0x80) --cut;
    }
    words.resize(cut);
    words += "\xE2\x80\xA6";
  }
  return "\xE2\x80\x9C" + words + "\xE2\x80\x9D";
}

void ledger(Frame& frame, const app::Model& model, const scoring::Report& report, const std::vector<Shown>& shown) {
  const Container region(frame, Role::region, "ledger", "Ledger");
  heading(frame, "ledger:title", 2, "Where the points come from", type::kLarge);
  space(frame, rhythm::kHalf);
  text(frame, "ledger:about", "Each row is a rule and the words it found. They add up to the score; nothing else enters.", kSmallLook);
  space(frame, rhythm::kText);
  frame.box().x -= rhythm::kUnit;
  frame.box().width += 2 * rhythm::kUnit;
  {
    const Container list(frame, Role::list, "ledger:list", "Ledger");
    for (std::size_t i = 0; i < report.ledger.size(); ++i) {
      const scoring::LedgerRow& row = report.ledger[i];
      const auto index = static_cast<int>(i);
      const std::string id = "row:" + std::to_string(i);
      const Container item(frame, Role::list_item, "ledger:item:" + std::to_string(i));
      LedgerLine line;
      line.id = id;
      line.points = signed_points(row.points);
      line.title = title_of_row(report, row);
      line.quote = quote_of(report, row);
      if (line.quote.empty() && sentence(row.why) != line.title) line.quote = sentence(row.why);
      line.number = shown[i].number;
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
  if (report.score) {
    space(frame, rhythm::kUnit);
    decor_hairline(frame);
    space(frame, rhythm::kText);
    text(frame, "ledger:sum", std::to_string(*report.score) + " points in all, of 100", kStrongLook);
  }
  for (std::size_t i = 0; i < report.gates.size(); ++i) {
    const scoring::GateHit& gate = report.gates[i];
    space(frame, rhythm::kPair);
    const DecorCard card(frame, Paper::edge_fail, rhythm::kPair);
    text(frame, "gate:" + std::to_string(i), sentence(gate.why.empty() ? readable(gate.gate) : gate.why), kStrongLook);
    text(frame, "gate:" + std::to_string(i) + ":cap", "While this stands, no answer scores above " + std::to_string(gate.cap) + ".", kSmallLook);
  }
}

void marked_answer(Frame& frame, const app::Model& model, const scoring::Report& report, const std::vector<Shown>& shown) {
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
    if (shown[i].number == 0 || row.span->end > report.input.answer.size()) continue;
    marks.push_back({*row.span, static_cast<int>(i), shown[i].number, shown[i].hue, row.points < 0,
                     signed_points(row.points) + " " + title_of_row(report, row)});
  }
  std::sort(marks.begin(), marks.end(), [](const EvidenceMark& a, const EvidenceMark& b) { return a.number < b.number; });
  if (const std::optional<int> row = evidence_text(frame, "answer:evidence", report.input.answer, marks, model.selected_row)) {
    frame.memory->reveal_next = "row:" + std::to_string(*row);
    frame.send(app::SelectLedgerRow{model.selected_row == *row ? std::nullopt : row});
  }
}

std::string number_words(std::int64_t milli) {
  std::string words = std::to_string(milli / 1000);
  const std::int64_t tenth = (milli < 0 ? -milli : milli) % 1000 / 100;
  if (tenth != 0) words += "." + std::to_string(tenth);
  return words;
}

void facts(Frame& frame, const std::string& id, const std::string& title, const std::vector<scoring::Fact>& facts) {
  if (facts.empty()) return;
  heading(frame, "delivery:" + id, 3, title, type::kBody);
  space(frame, rhythm::kHalf);
  for (const scoring::Fact& fact : facts) {
    std::string words = readable(fact.id) + ": " + number_words(fact.value_milli) + (fact.unit.empty() ? "" : " " + readable(fact.unit));
    if (!fact.unit.empty()) {
      std::string unit = fact.unit;
      std::replace(unit.begin(), unit.end(), '-', ' ');
      words = readable(fact.id) + ": " + number_words(fact.value_milli) + " " + unit;
    }
    if (fact.usual_max_milli > 0) words += " (usually " + number_words(fact.usual_min_milli) + " to " + number_words(fact.usual_max_milli) + ")";
    text(frame, "delivery:" + id + ":" + fact.id, words + ".", kMutedLook);
  }
  space(frame, rhythm::kPair);
}

}  // namespace

void verdict_answer(Frame& frame, const app::Model& model, const progress::Attempt& attempt) {
  marked_answer(frame, model, attempt.report, shown_rows(attempt.report));
}

void verdict_ledger(Frame& frame, const app::Model& model, const progress::Attempt& attempt) {
  ledger(frame, model, attempt.report, shown_rows(attempt.report));
}

void verdict_criteria(Frame& frame, const app::Model& model, const progress::Attempt& attempt) {
  const scoring::Report& report = attempt.report;
  if (report.criteria.empty()) return;
  const bank::Question* question = app::question_of(model, attempt.question_id);
  const Container region(frame, Role::region, "criteria", "What was looked for");
  heading(frame, "criteria:title", 2, "What was looked for", type::kLarge);
  space(frame, rhythm::kUnit);
  if (question != nullptr && !question->looks_for.empty()) {
    text(frame, "criteria:looks-for", question->looks_for, kMutedLook);
    space(frame, rhythm::kPair);
  }
  // Met ones first: what is there comes before what isn't.
  std::vector<const scoring::CriterionMark*> marks;
  for (const scoring::CriterionMark& mark : report.criteria) marks.push_back(&mark);
  std::stable_sort(marks.begin(), marks.end(), [](const auto* a, const auto* b) { return (a->mark >= 2) > (b->mark >= 2); });
  const Container list(frame, Role::list, "criteria:list", "Criteria");
  for (const scoring::CriterionMark* mark : marks) {
    const std::string id = "criterion:" + mark->criterion;
    const bool is_met = mark->mark >= 2;
    const Container item(frame, Role::list_item, id);
    decor_hairline(frame);
    space(frame, rhythm::kText);
    std::string state = is_met ? (mark->mark >= 3 ? "Met" : "Claimed only") : "Missing";
    state += ", " + std::to_string(mark->points) + " of " + std::to_string(mark->points_possible) + " points";
    if (mark->primary) state += is_met ? ". A must for this question" : ". A must for this question: without it no answer passes";
    columns(frame, {20, -1}, rhythm::kText, [&](int column) {
      if (column == 0) {
        decor_state(frame, is_met ? (mark->mark >= 3 ? State::met : State::partly) : State::missing);
        return;
      }
      text(frame, id + ":name", mark->name, kStrongLook);
      text(frame, id + ":state", state + ".", kSmallLook);
      if (!is_met && question != nullptr) {
        for (const bank::Criterion& criterion : question->criteria) {
          if (criterion.id == mark->criterion && !criterion.hint.empty()) {
            space(frame, rhythm::kHalf);
            text(frame, id + ":hint", criterion.hint, kBodyLook);
          }
        }
      }
    });
    space(frame, rhythm::kText);
  }
}

void verdict_dimensions(Frame& frame, const app::Model& model, const progress::Attempt& attempt) {
  const scoring::Report& report = attempt.report;
  if (std::none_of(report.dimensions.begin(), report.dimensions.end(), [](const auto& mark) { return mark.has_value(); })) return;
  const Container region(frame, Role::region, "dimensions", "Dimensions");
  heading(frame, "dimensions:title", 2, "Dimensions", type::kLarge);
  space(frame, rhythm::kUnit);
  text(frame, "dimensions:about", "From 1, absent, to 5, with its alternative and consequence. Only what this question asks for.", kSmallLook);
  space(frame, rhythm::kPair);
  const Container list(frame, Role::list, "dimensions:list", "Dimensions");
  for (int i = 0; i < bank::kDimensionCount; ++i) {
    const std::optional<int> mark = report.dimensions[static_cast<std::size_t>(i)];
    if (!mark) continue;
    const auto dimension = static_cast<bank::Dimension>(i);
    const std::string id = "dimension:" + std::string(bank::to_id(dimension));
    const std::string name(bank::to_name(dimension));
    const Container item(frame, Role::list_item, id);
    decor_hairline(frame);
    space(frame, rhythm::kText);
    const float width = 5 * 10 * frame.scale + 4 * 5 * frame.scale + 8;
    columns(frame, {-1, width}, rhythm::kText, [&](int column) {
      if (column == 0) {
        text(frame, id + ":name", name, kStrongLook);
      } else {
        dots(frame, id + ":mark", std::to_string(*mark) + " of 5", *mark);
      }
    });
    if (model.derived.judge) {
      const std::string_view anchor = model.derived.judge->anchor(dimension, *mark);
      if (!anchor.empty()) text(frame, id + ":anchor", anchor, kSmallLook);
    }
    space(frame, rhythm::kText);
  }
}

void verdict_time(Frame& frame, const app::Model& model, const progress::Attempt& attempt) {
  const auto& served = attempt.timings.steps_first_served_ms;
  const std::int64_t whole = attempt.timings.answering_ms;
  if (served.empty() || whole <= 0) return;
  const bank::Question* question = app::question_of(model, attempt.question_id);
  const scoring::Framework* framework = question != nullptr ? app::framework_of(model, *question) : nullptr;
  const auto name_of = [&](const std::string& id) {
    if (framework != nullptr) {
      for (const scoring::FrameworkStep& step : framework->steps) {
        if (step.id == id) return step.name;
      }
    }
    return readable(id);
  };
  auto sorted = served;
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  std::vector<Stretch> stretches;
  const auto share = [&](std::int64_t ms) { return static_cast<float>(std::clamp<std::int64_t>(ms, 0, whole)) / static_cast<float>(whole); };
  if (sorted.front().second > 0) stretches.push_back({"Before the first", share(sorted.front().second), app::format_duration(sorted.front().second), true});
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const std::int64_t end = i + 1 < sorted.size() ? sorted[i + 1].second : whole;
    stretches.push_back({name_of(sorted[i].first), share(end - sorted[i].second), "from " + app::format_duration(sorted[i].second), false});
  }
  space(frame, rhythm::kSection);
  const Container region(frame, Role::region, "time", "Your time");
  heading(frame, "time:title", 2, "Your time", type::kLarge);
  space(frame, rhythm::kHalf);
  text(frame, "time:about", "When each step of the framework first had words. Any order will do.", kSmallLook);
  space(frame, rhythm::kText);
  time_strip(frame, "time:steps", "Time by step", stretches);
}

void verdict_delivery(Frame& frame, const app::Model&, const progress::Attempt& attempt) {
  const scoring::Delivery& delivery = attempt.report.delivery;
  if (delivery.confidence.empty() && delivery.clarity.empty() && delivery.delivery.empty()) return;
  space(frame, rhythm::kSection);
  const Container region(frame, Role::region, "delivery", "How it was said");
  heading(frame, "delivery:title", 2, "How it was said", type::kLarge);
  space(frame, rhythm::kUnit);
  facts(frame, "confidence", "Confidence", delivery.confidence);
  facts(frame, "clarity", "Clarity", delivery.clarity);
  facts(frame, "delivery", "Delivery", delivery.delivery);
}

void verdict_change(Frame& frame, const app::Model& model, const progress::Attempt& attempt) {
  const progress::Attempt* before = attempt.retry_of.empty() ? nullptr : app::find_attempt(model, attempt.retry_of);
  if (before == nullptr) return;
  const app::ReportChange change = app::compare(before->report, attempt.report);
  space(frame, rhythm::kSection - rhythm::kUnit);
  const Container region(frame, Role::region, "change", "Since your last try");
  const DecorCard card(frame, Paper::card);
  heading(frame, "change:title", 2, "Since your last try", type::kLarge);
  space(frame, rhythm::kHalf);
  std::string words = "Then: " + short_verdict(before->report) + ". Now: " + short_verdict(attempt.report) + ".";
  if (change.score_change) words += " That is " + (*change.score_change == 0 ? std::string("the same score") : signed_points(*change.score_change) + " points") + ".";
  if (!change.is_comparable) words += " The rules or the level changed in between, so points mean different things.";
  text(frame, "change:words", words, kBodyLook);
  if (change.rows.empty()) return;
  space(frame, rhythm::kText);
  const Container list(frame, Role::list, "change:list", "What changed");
  const Look points{type::kBody, true, Ink::normal, type::kTextLine};
  for (const app::RowChange& row : change.rows) {
    const std::string id = "change:" + row.criterion;
    const Container item(frame, Role::list_item, id);
    const int difference = row.new_points - row.old_points;
    columns(frame, {width_of(frame, "+00", points) + 12, -1}, 0, [&](int column) {
      if (column == 0) {
        Look look = points;
        look.ink = difference > 0 ? Ink::pass : difference < 0 ? Ink::fail : Ink::muted;
        text(frame, id + ":points", signed_points(difference), look);
      } else {
        text(frame, id + ":name", row.name + " (mark " + std::to_string(row.old_mark) + ", now " + std::to_string(row.new_mark) + ")", kBodyLook);
      }
    });
  }
}

void verdict_more(Frame& frame, const app::Model& model, const progress::Attempt& attempt) {
  const bank::Question* question = app::question_of(model, attempt.question_id);
  if (question == nullptr) return;
  space(frame, rhythm::kSection);
  const Container region(frame, Role::region, "more", "After the answer");
  if (const bank::FollowUp* next = app::follow_up(*question, attempt.report); next != nullptr) {
    heading(frame, "follow-up:title", 2, "What an interviewer would ask now", type::kLarge);
    space(frame, rhythm::kUnit);
    narrow_to(frame, rhythm::kMeasure * frame.scale, [&] { text(frame, "follow-up", next->ask, kBodyLook); });
    space(frame, rhythm::kBlock);
  }
  if (!question->strong) return;
  decor_hairline(frame);
  space(frame, rhythm::kUnit);
  if (fold_button(frame, "strong", "A strong answer, beside yours", model.is_strong_example_open)) frame.send(app::ToggleStrongExample{});
  if (model.is_strong_example_open) {
    space(frame, rhythm::kUnit);
    narrow_to(frame, 720 * frame.scale, [&] {
      {
        const DecorCard card(frame, Paper::edge_pass, rhythm::kBlock);
        text(frame, "strong:answer", question->strong->answer, kBodyLook);
      }
      space(frame, rhythm::kPair);
      heading(frame, "strong:why:title", 3, "Why it is strong", type::kBody);
      space(frame, rhythm::kHalf);
      text(frame, "strong:why", question->strong->why, kMutedLook);
      if (!question->why_not.empty()) {
        space(frame, rhythm::kPair);
        heading(frame, "strong:why-not:title", 3, "And what not to do", type::kBody);
        space(frame, rhythm::kHalf);
        text(frame, "strong:why-not", question->why_not, kMutedLook);
      }
    });
  }
  space(frame, rhythm::kUnit);
  decor_hairline(frame);
}

}  // namespace dryrun::ui
