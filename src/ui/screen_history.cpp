// History: every attempt, newest first, twenty a page; each reopens its verdict or is erased.
#include "app/present.h"
#include "ui/screens.h"

namespace dryrun::ui {
namespace {

/// The history by the present rules: what it would do, how far it is, or what came of it.
void second_look(Frame& frame, const app::Model& model) {
  const std::optional<app::SecondLook>& look = model.second_look;
  if (!look) {
    if (!model.derived.judge) return;
    flow(frame, rhythm::kText, frame.control_height(), [&] {
      if (button(frame, {"history:again", "Judge all by today's rules", ButtonKind::secondary, false, false, "Shows the new verdicts beside those that are kept; nothing is changed"})) {
        frame.send(app::TakeSecondLook{});
      }
    });
    space(frame, rhythm::kBlock);
    return;
  }
  const std::size_t total = look->waiting.size() + static_cast<std::size_t>(look->judged + look->without_question);
  std::string words;
  if (!look->waiting.empty()) {
    words = "Judging again: " + std::to_string(total - look->waiting.size()) + " of " + std::to_string(total) + ".";
  } else if (look->differs.empty()) {
    words = "Today's rules say the same of every attempt.";
  } else {
    words = "Today's rules say something else of " + std::to_string(look->differs.size()) + " of " + std::to_string(look->judged) + (look->judged == 1 ? " attempt" : " attempts") +
            ". The verdicts that you were given stay.";
  }
  if (look->waiting.empty() && look->without_question > 0) {
    words += " For " + std::to_string(look->without_question) + " the question is no longer here.";
  }
  text(frame, "history:again:words", words, kMutedLook);
  space(frame, rhythm::kBlock);
}

}  // namespace

void draw_history(Frame& frame, const app::Model& model) {
  narrow_to(frame, 860 * frame.scale, [&] {
    heading(frame, "history:title", 1, "History", frame.is_wide() ? type::kDisplay : type::kTitle);
    space(frame, rhythm::kUnit);
    const app::HistoryView view = app::history_view(model);
    if (view.total == 0) {
      text(frame, "history:empty", "Your attempts will be here, newest first, each with its answer and its verdict. Answer one question to begin.", kMutedLook);
      space(frame, rhythm::kBlock);
      flow(frame, rhythm::kText, frame.control_height(), [&] {
        if (button(frame, {"start", "Start a question", ButtonKind::primary, model.bank.questions.empty(), false, {}})) frame.send(app::StartQuestion{});
      });
      return;
    }
    std::string words = std::to_string(view.total) + (view.total == 1 ? " attempt" : " attempts") + ", newest first.";
    if (view.page_count > 1) words += " Page " + std::to_string(view.page + 1) + " of " + std::to_string(view.page_count) + ".";
    text(frame, "history:summary", words, kMutedLook);
    space(frame, rhythm::kBlock);
    second_look(frame, model);
    {
      const Container list(frame, Role::list, "history:list", "Attempts");
      for (const progress::Attempt* attempt : view.attempts) {
        const Container item(frame, Role::list_item, "history:item:" + attempt->id);
        const scoring::Report* now = nullptr;
        if (model.second_look) {
          if (const auto found = model.second_look->differs.find(attempt->id); found != model.second_look->differs.end()) now = &found->second;
        }
        decor_hairline(frame);
        const float erase = button_width(frame, "Erase") - 16;
        const auto erase_button = [&] {
          if (button(frame, {"erase:" + attempt->id, "Erase", ButtonKind::quiet, false, false, "Erase the attempt at " + app::title_of(*attempt)})) {
            frame.send(app::EraseAttempt{attempt->id});
          }
        };
        if (available(frame) > 520 * frame.scale) {
          columns(frame, {-1, erase}, rhythm::kUnit, [&](int column) {
            if (column == 0) {
              frame.box().x -= rhythm::kText;
              frame.box().width += rhythm::kText;
              attempt_row(frame, *attempt, false, now);
            } else {
              space(frame, rhythm::kText);
              erase_button();
            }
          });
        } else {
          frame.box().x -= rhythm::kText;
          frame.box().width += 2 * rhythm::kText;
          attempt_row(frame, *attempt, false, now);
          erase_button();
          frame.box().x += rhythm::kText;
          frame.box().width -= 2 * rhythm::kText;
          space(frame, rhythm::kUnit);
        }
      }
    }
    if (view.page_count > 1) {
      space(frame, rhythm::kBlock);
      flow(frame, rhythm::kText, frame.control_height(), [&] {
        if (button(frame, {"history:newer", "Newer", ButtonKind::secondary, view.page == 0, false, {}})) frame.send(app::HistoryPage{view.page - 1});
        if (button(frame, {"history:older", "Older", ButtonKind::secondary, view.page + 1 >= view.page_count, false, {}})) frame.send(app::HistoryPage{view.page + 1});
      });
    }
  });
}

}  // namespace dryrun::ui
