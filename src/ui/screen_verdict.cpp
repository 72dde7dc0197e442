// Verdict: the word first, then score against the bar, why, what would flip it, and the way on. The working follows below.
#include "app/present.h"
#include "ui/screens.h"

namespace dryrun::ui {
namespace {

std::string bar_words(const scoring::Report& report) {
  return std::to_string(*report.score) + " of 100, the " + (report.input.level == bank::Level::staff ? "staff" : "senior") + " bar is " + std::to_string(*report.threshold);
}

void top(Frame& frame, const app::Model& model, const progress::Attempt& attempt) {
  const scoring::Report& report = attempt.report;
  const auto words = [&] {
    text(frame, "verdict:question", app::title_of(attempt), kSmallLook);
    space(frame, rhythm::kHalf);
    heading(frame, "verdict:title", 1, app::headline(report.verdict), type::kDisplay, ink_of(report.verdict));
    space(frame, rhythm::kText);
    if (report.score && report.threshold) {
      text(frame, "verdict:score", app::score_sentence(report), {type::kLarge, true, Ink::normal, type::kTextLine});
      space(frame, rhythm::kText);
      narrow_to(frame, 520 * frame.scale, [&] { score_bar(frame, "verdict:bar", *report.score, *report.threshold, ink_of(report.verdict), bar_words(report)); });
      space(frame, rhythm::kPair);
    }
    narrow_to(frame, rhythm::kMeasure * frame.scale, [&] {
      text(frame, "verdict:reason", report.reason, {frame.is_wide() ? 18.0f : type::kBody, false, Ink::normal, type::kTextLine});
      space(frame, rhythm::kHalf);
      text(frame, "verdict:timing", app::timing_sentence(attempt.timings), kSmallLook);
    });
    space(frame, rhythm::kBlock);
    flow(frame, rhythm::kText, frame.control_height(), [&] {
      // With little room it is pinned to the bottom instead.
      if (frame.is_wide() && button(frame, {"retry", "Try again", ButtonKind::primary, false, false, {}})) frame.send(app::StartQuestion{attempt.question_id, attempt.id});
      if (!model.environment.is_embedded) {
        if (button(frame, {"another", "Another question", ButtonKind::secondary, false, false, {}})) frame.send(app::StartQuestion{});
      }
    });
  };
  if (frame.is_wide() && !report.flip.empty()) {
    columns(frame, {-1.5f, -1}, rhythm::kSection, [&](int column) {
      if (column == 0) {
        words();
      } else {
        space(frame, rhythm::kBlock);
        verdict_flips(frame, report, "flip");
      }
    });
  } else {
    words();
    if (!report.flip.empty()) {
      space(frame, rhythm::kBlock);
      verdict_flips(frame, report, "flip");
    }
  }
}

}  // namespace

void verdict_flips(Frame& frame, const scoring::Report& report, const std::string& name) {
  if (report.flip.empty()) return;
  const bool is_pass = report.verdict == scoring::Verdict::pass;
  const std::string title = is_pass ? "What carried it" : "What would flip it";
  const Container region(frame, Role::region, name, title);
  const DecorCard card(frame, is_pass ? Paper::edge_pass : Paper::edge_accent, rhythm::kBlock - 4);
  heading(frame, name + ":title", 2, title, type::kBody);
  space(frame, rhythm::kUnit);
  const Container list(frame, Role::list, name + ":list", title);
  const Look points_look{type::kBody, true, is_pass ? Ink::pass : Ink::accent, type::kTextLine};
  for (std::size_t i = 0; i < report.flip.size(); ++i) {
    const scoring::Flip& flip = report.flip[i];
    if (i > 0) space(frame, rhythm::kUnit);
    std::string criterion;
    for (const scoring::CriterionMark& mark : report.criteria) {
      if (mark.criterion == flip.criterion) criterion = mark.name;
    }
    if (criterion.empty()) criterion = flip.criterion;
    const std::string id = name + ":" + std::to_string(i);
    const Container item(frame, Role::list_item, id);
    columns(frame, {width_of(frame, "+00", points_look) + 12, -1}, 0, [&](int column) {
      if (column == 0) {
        text(frame, id + ":points", (flip.points > 0 ? "+" : "") + std::to_string(flip.points), points_look);
      } else {
        text(frame, id + ":name", criterion, kBodyLook);
        if (!flip.hint.empty() && !is_pass) text(frame, id + ":hint", flip.hint, kSmallLook);
      }
    });
  }
}

void draw_verdict(Frame& frame, const app::Model& model) {
  const progress::Attempt* attempt = app::shown_attempt(model);
  if (attempt == nullptr) {
    heading(frame, "verdict:title", 1, "This verdict is gone", type::kTitle);
    space(frame, rhythm::kUnit);
    text(frame, "verdict:gone", "Its attempt was erased, here or in another window.", kMutedLook);
    space(frame, rhythm::kBlock);
    flow(frame, rhythm::kText, frame.control_height(), [&] {
      if (button(frame, {"start", "Start a question", ButtonKind::primary, model.bank.questions.empty(), false, {}})) frame.send(app::StartQuestion{});
    });
    return;
  }
  top(frame, model, *attempt);
  verdict_change(frame, model, *attempt);
  space(frame, rhythm::kSection);
  if (frame.is_wide()) {
    columns(frame, {-1.2f, -1}, rhythm::kSection + rhythm::kUnit, [&](int column) {
      if (column == 0) {
        verdict_answer(frame, model, *attempt);
        space(frame, rhythm::kSection);
        verdict_criteria(frame, model, *attempt);
        verdict_causes(frame, *attempt);
        verdict_next_level(frame, *attempt);
        verdict_time(frame, model, *attempt);
        verdict_delivery(frame, model, *attempt);
      } else {
        space(frame, rhythm::kBlock);
        verdict_ledger(frame, model, *attempt);
        space(frame, rhythm::kSection);
        verdict_dimensions(frame, model, *attempt);
      }
    });
  } else {
    verdict_answer(frame, model, *attempt);
    space(frame, rhythm::kSection - rhythm::kUnit);
    verdict_ledger(frame, model, *attempt);
    space(frame, rhythm::kSection);
    verdict_criteria(frame, model, *attempt);
    verdict_causes(frame, *attempt);
    space(frame, rhythm::kSection);
    verdict_dimensions(frame, model, *attempt);
    verdict_next_level(frame, *attempt);
    verdict_time(frame, model, *attempt);
    verdict_delivery(frame, model, *attempt);
  }
  verdict_more(frame, model, *attempt);
  if (model.environment.is_embedded) return;
  space(frame, rhythm::kBlock);
  honesty_link(frame);
}

}  // namespace dryrun::ui
