// Other words for an answer that was judged: edited in its place, with the verdict that they would get beside each keystroke.
#include "app/present.h"
#include "ui/screens.h"

namespace dryrun::ui {

void verdict_rewording(Frame& frame, const app::Rewording& rewording) {
  const scoring::Report& report = rewording.report;
  const Container region(frame, Role::region, "rewording", "Other words");
  const DecorCard card(frame, Paper::card, frame.is_wide() ? rhythm::kBlock + rhythm::kUnit : rhythm::kPair);
  heading(frame, "rewording:title", 2, "Other words", type::kLarge);
  space(frame, rhythm::kHalf);
  text(frame, "rewording:about", "A copy to try things on. Your attempt and its verdict stay as they are.", kSmallLook);
  space(frame, rhythm::kText);
  Field field;
  field.id = "rewording:field";
  field.name = "Other words for your answer";
  field.value = rewording.text;
  field.height = type::kBody * type::kTextLine * 12 * frame.scale + 24;
  if (std::optional<std::string> words = text_area(frame, field)) frame.send(app::EditRewording{*words});
  space(frame, rhythm::kPair);
  const std::string headline = report.verdict == scoring::Verdict::pass ? "This would pass." : report.verdict == scoring::Verdict::fail ? "This would not pass yet." : "This can't be judged.";
  text(frame, "rewording:verdict", headline, {type::kLarge, true, ink_of(report.verdict), type::kTextLine});
  if (report.score && report.threshold) {
    text(frame, "rewording:score", app::score_sentence(report), kMutedLook);
    space(frame, rhythm::kText);
    score_bar(frame, "rewording:bar", *report.score, *report.threshold, ink_of(report.verdict), app::score_sentence(report));
  } else {
    text(frame, "rewording:reason", report.reason, kMutedLook);
  }
  if (!report.flip.empty()) {
    space(frame, rhythm::kPair);
    verdict_flips(frame, report, "rewording:flip");
  }
  space(frame, rhythm::kPair);
  flow(frame, rhythm::kText, frame.control_height(), [&] {
    if (button(frame, {"rewording:end", "Back to your answer", ButtonKind::secondary, false, false, {}})) frame.send(app::EndRewording{});
  });
}

}  // namespace dryrun::ui
