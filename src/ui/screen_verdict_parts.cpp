// Below the ledger: criteria, dimensions, time, delivery, what changed, and what comes after.
#include <algorithm>
#include <map>

#include "app/present.h"
#include "ui/screens.h"

namespace dryrun::ui {
namespace {

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
    if (fact.unit == "yes") {
      text(frame, "delivery:" + id + ":" + fact.id, readable(fact.id) + (fact.value_milli > 0 ? ": yes." : ": no."), kMutedLook);
      continue;
    }
    std::string words = readable(fact.id) + ": " + number_words(fact.value_milli) + (fact.unit.empty() ? "" : " " + fact.unit);
    if (fact.usual_max_milli > 0) words += " (usually " + number_words(fact.usual_min_milli) + " to " + number_words(fact.usual_max_milli) + ")";
    text(frame, "delivery:" + id + ":" + fact.id, words + ".", kMutedLook);
  }
  space(frame, rhythm::kPair);
}

}  // namespace

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
    const float width = dots_width(frame);
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

void verdict_causes(Frame& frame, const progress::Attempt& attempt) {
  const scoring::Report& report = attempt.report;
  if (report.causes.empty()) return;
  space(frame, rhythm::kSection);
  const bool is_pass = report.verdict == scoring::Verdict::pass;
  const std::string title = is_pass ? "What could still cost you elsewhere" : "Why answers like this fail";
  const Container region(frame, Role::region, "causes", title);
  heading(frame, "causes:title", 2, title, type::kLarge);
  space(frame, rhythm::kUnit);
  text(frame, "causes:about", "Of the five reasons for which senior candidates are most often turned down. They give and take no points.", kSmallLook);
  space(frame, rhythm::kPair);
  const Container list(frame, Role::list, "causes:list", title);
  for (const scoring::Cause& cause : report.causes) {
    const std::string id = "cause:" + cause.cause;
    const Container item(frame, Role::list_item, id);
    decor_hairline(frame);
    space(frame, rhythm::kText);
    text(frame, id + ":name", cause.name, kStrongLook);
    const std::string quote = quoted(report, cause.span);
    text(frame, id + ":why", quote.empty() ? cause.why : quote + " " + cause.why, kSmallLook);
    space(frame, rhythm::kHalf);
    text(frame, id + ":hint", cause.hint, kBodyLook);
    space(frame, rhythm::kText);
  }
}

void verdict_next_level(Frame& frame, const progress::Attempt& attempt) {
  const std::optional<scoring::NextLevel>& next = attempt.report.next_level;
  if (!next) return;
  space(frame, rhythm::kSection);
  const Container region(frame, Role::region, "next-level", "The staff bar");
  heading(frame, "next-level:title", 2, "The staff bar", type::kLarge);
  space(frame, rhythm::kUnit);
  const std::string mark = "The same answer is held against a second mark, " + std::to_string(next->threshold) + " points";
  text(frame, "next-level:mark", mark + (next->reached ? ", and reaches it." : ", and doesn't reach it yet."), kBodyLook);
  if (next->signal.empty()) {
    text(frame, "next-level:all", "Every signal of that level that rules can see is in it.", kMutedLook);
    return;
  }
  space(frame, rhythm::kText);
  text(frame, "next-level:signal", "First to add: " + next->name + ".", kStrongLook);
  text(frame, "next-level:hint", next->hint, kBodyLook);
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
