// Practice: the question, what comes next, the answer, a calm clock, the checklist. One layout for all phases; the clock stays on top
// and the main action at the bottom when there is little room.
#include <algorithm>
#include <cmath>

#include "app/present.h"
#include "ui/screens.h"

namespace dryrun::ui {
namespace {

using session::Phase;

struct Scene {
  const app::Model& model;
  const session::State& state;
  const bank::Question* question;
  [[nodiscard]] bool is_running() const { return state.phase == Phase::preparing || state.phase == Phase::answering; }
};

std::string facts(const Scene& scene) {
  std::string words = scene.question == nullptr ? "Your own question" : std::string(bank::to_name(scene.question->group));
  words += kDot + std::string(bank::to_name(scene.state.level));
  words += kDot;
  words += scene.state.answer_limit_ms > 0 ? app::spoken_duration(scene.state.answer_limit_ms) : std::string("untimed");
  return words;
}

Clock clock_of(const Scene& scene, Now now) {
  const session::State& state = scene.state;
  const bool is_preparing = state.phase == Phase::preparing || (state.phase == Phase::paused && state.paused_from == Phase::preparing);
  const std::int64_t limit = is_preparing ? state.preparation_limit_ms : state.answer_limit_ms;
  const std::int64_t used = is_preparing ? state.preparation_used_ms : state.answering_used_ms;
  Clock clock;
  clock.id = "clock";
  if (limit <= 0) {
    const std::int64_t since = state.phase == Phase::answering ? std::max<std::int64_t>(0, now.monotonic_ms - state.last.monotonic_ms) : 0;
    clock.name = "Time used";
    clock.figures = app::format_duration((used + since) / 1000 * 1000);
    clock.caption = "untimed";
    clock.fraction_left = -1;
    return clock;
  }
  const std::int64_t left = state.remaining_ms(now).value_or(std::max<std::int64_t>(0, limit - used));
  clock.name = is_preparing ? "Time to prepare" : "Time left";
  clock.figures = app::format_clock(left);
  clock.caption = is_preparing ? "to think" : "of " + app::format_duration(limit);
  if (state.phase == Phase::paused) clock.caption = "paused";
  if (state.phase == Phase::interrupted) clock.caption = "stopped";
  clock.fraction_left = static_cast<float>(left) / static_cast<float>(limit);
  clock.is_warning = !is_preparing && left <= session::kWarningMs;
  return clock;
}

void prompt(Frame& frame, const Scene& scene) {
  text(frame, "question:facts", facts(scene), kSmallLook);
  space(frame, rhythm::kUnit);
  if (scene.question != nullptr) {
    heading(frame, "question:title", 1, scene.question->title, frame.is_wide() ? type::kTitle : type::kLarge);
    space(frame, rhythm::kText);
  }
  const std::string& words = scene.question != nullptr ? scene.question->prompt : scene.state.free_text;
  const Look look{frame.is_wide() ? 18.0f : type::kBody, false, Ink::normal, type::kTextLine};
  narrow_to(frame, 720 * frame.scale, [&] {
    if (scene.question == nullptr) {
      heading(frame, "question:prompt", 1, words, type::kLarge);
    } else {
      text(frame, "question:prompt", words, look);
    }
  });
}

/// The whole time to prepare, which grows with the chosen time factor.
std::string thinking_words(const Scene& scene) {
  const std::int64_t limit = scene.state.preparation_limit_ms;
  return (limit > 0 ? app::spoken_duration(limit) + " to think." : std::string("Take your time to think.")) + " What would you want to know first?";
}

void next_line(Frame& frame, const Scene& scene) {
  const session::ChecklistStep* next = app::next_step(scene.state);
  if (scene.state.checklist.empty()) return;
  if (next == nullptr) {
    status(frame, "next", "Every step has words. Look over it once, or finish.", {type::kSmall, true, Ink::accent, type::kTextLine});
    return;
  }
  const std::string words = "Next: " + next->name + (next->hint.empty() ? std::string() : ". " + next->hint);
  text(frame, "next", words, {type::kSmall, true, Ink::accent, type::kTextLine});
}

void checklist(Frame& frame, const Scene& scene) {
  const session::ChecklistStep* next = app::next_step(scene.state);
  const Container list(frame, Role::list, "checklist:list", "Steps of a whole answer");
  for (const session::ChecklistStep& step : scene.state.checklist) {
    const Container item(frame, Role::list_item, "checklist:item:" + step.id);
    Tick tick;
    tick.id = "step:" + step.id;
    tick.name = step.name;
    tick.hint = step.hint;
    tick.is_checked = step.ticked();
    tick.is_next = &step == next && scene.state.phase == Phase::answering;
    if (step.first_served_ms) tick.trailing = app::format_duration(*step.first_served_ms);
    if (checkbox(frame, tick)) frame.send(app::ToggleStep{step.id});
  }
}

void answer_field(Frame& frame, const Scene& scene, float height) {
  const bool is_preparing = scene.state.phase == Phase::preparing;
  Field field;
  field.id = is_preparing ? "notes" : "answer";
  field.name = is_preparing ? "Notes for yourself" : "Your answer";
  field.value = is_preparing ? scene.state.notes : scene.state.draft;
  field.placeholder = is_preparing ? "Notes for yourself, never judged" : "Answer as you would say it";
  field.description = is_preparing ? "Never judged" : "";
  field.height = std::max(height, type::kBody * type::kTextLine * 4 * frame.scale + 24);
  if (std::optional<std::string> words = text_area(frame, field)) {
    if (is_preparing) {
      frame.send(app::EditNotes{*words});
    } else {
      frame.send(app::EditAnswer{*words});
    }
  }
}

/// While the clock stands: what was written, to be read and not changed.
void kept_answer(Frame& frame, const Scene& scene) {
  const DecorCard card(frame, Paper::card);
  if (scene.state.draft.empty()) {
    text(frame, "kept", "Nothing is written yet.", kMutedLook);
  } else {
    text(frame, "kept", scene.state.draft, kBodyLook);
  }
}

void phase_words(Frame& frame, const Scene& scene) {
  const std::string left = clock_of(scene, frame.now).figures;
  const bool is_timed = scene.state.answer_limit_ms > 0;
  if (scene.state.phase == Phase::paused) {
    heading(frame, "phase:title", 2, "Paused", type::kLarge);
    space(frame, rhythm::kHalf);
    text(frame, "phase", is_timed ? "The clock stands at " + left + ". Your words are kept. The pause is noted in the result." : "Your words are kept. The pause is noted in the result.", kMutedLook);
  } else if (scene.state.phase == Phase::interrupted) {
    heading(frame, "phase:title", 2, "Here is your unfinished answer", type::kLarge);
    space(frame, rhythm::kHalf);
    text(frame, "phase", is_timed ? "Dry Run was closed while you were answering. Its clock stood still at " + left + " and every word is here." : "Dry Run was closed while you were answering. Every word is here.", kMutedLook);
  } else if (scene.state.phase == Phase::submitted) {
    heading(frame, "phase:title", 2, "Judging your answer", type::kLarge);
  }
}

void main_action(Frame& frame, const Scene& scene, bool fills_width) {
  switch (scene.state.phase) {
    case Phase::preparing:
      if (button(frame, {"begin", "Start answering now", ButtonKind::primary, false, fills_width, {}})) frame.send(app::SkipPreparation{});
      break;
    case Phase::answering:
      if (button(frame, {"finish", "Finish", ButtonKind::primary, false, fills_width, {}})) frame.send(app::Finish{});
      break;
    case Phase::paused:
      if (button(frame, {"resume", "Resume", ButtonKind::primary, false, fills_width, {}})) frame.send(app::Resume{});
      break;
    case Phase::interrupted:
      if (button(frame, {"continue", "Continue", ButtonKind::primary, false, fills_width, {}})) frame.send(app::ContinueInterrupted{});
      break;
    case Phase::submitted: break;
  }
}

void other_actions(Frame& frame, const Scene& scene) {
  const Phase phase = scene.state.phase;
  if (phase == Phase::answering || phase == Phase::preparing) {
    if (button(frame, {"pause", "Pause", ButtonKind::secondary, false, false, {}})) frame.send(app::Pause{});
  }
  if (phase == Phase::paused && scene.state.paused_from == Phase::answering) {
    if (button(frame, {"finish", "Finish", ButtonKind::secondary, false, false, {}})) frame.send(app::Finish{});
  }
  if (phase == Phase::interrupted) {
    if (button(frame, {"submit", "Submit as it is", ButtonKind::secondary, false, false, {}})) frame.send(app::SubmitAsItIs{});
  }
  if (phase == Phase::paused) {
    if (button(frame, {"nav:home", "Home", ButtonKind::secondary, false, false, "The answer waits for you"})) frame.send(app::Navigate{app::Screen::home});
  }
  if (phase != Phase::submitted) {
    if (button(frame, {"discard", "Discard", ButtonKind::quiet, false, false, {}})) frame.send(app::DiscardRunning{});
  }
}

void wide(Frame& frame, const Scene& scene) {
  const float padding = page_padding(frame) + rhythm::kUnit;
  const float height = frame.viewport.height;
  const float content = std::min(frame.viewport.width - 2 * padding, 1200.0f);
  const float left = std::floor((frame.viewport.width - content) / 2);
  const float side = std::min(320 * std::min(frame.scale, 1.25f), content * 0.36f);
  const float gap = rhythm::kSection;
  const Rect left_rect{left - padding, 0, content - side - gap + 2 * padding - rhythm::kUnit, height};
  const Rect right_rect{left + content - side - rhythm::kPair, 0, side + 2 * rhythm::kPair, height};
  {
    const ScrollRegion page(frame, "page", left_rect, padding, content, rhythm::kBlock + rhythm::kUnit);
    const Container main(frame, Role::main, "main");
    prompt(frame, scene);
    space(frame, rhythm::kBlock);
    if (scene.is_running()) {
      if (scene.state.phase == Phase::answering) {
        next_line(frame, scene);
      } else {
        text(frame, "next", thinking_words(scene), {type::kSmall, true, Ink::accent, type::kTextLine});
      }
      space(frame, rhythm::kText);
      const float below = frame.control_height() + rhythm::kPair + padding + rhythm::kUnit;
      const float used = frame.box().y + frame.memory->scrolls["page"].offset;
      answer_field(frame, scene, std::floor(height - used - below));
    } else {
      phase_words(frame, scene);
      space(frame, rhythm::kPair);
      kept_answer(frame, scene);
    }
    space(frame, rhythm::kPair);
    flow(frame, rhythm::kText, frame.control_height(), [&] {
      main_action(frame, scene, false);
      other_actions(frame, scene);
    });
  }
  {
    const ScrollRegion aside(frame, "side", right_rect, rhythm::kPair, side, rhythm::kBlock + rhythm::kUnit);
    const Container region(frame, Role::complementary, "side", "Clock and steps");
    clock_ring(frame, clock_of(scene, frame.now));
    space(frame, rhythm::kSection - rhythm::kUnit);
    if (!scene.state.checklist.empty()) {
      heading(frame, "checklist:title", 2, "A whole answer", type::kBody);
      space(frame, rhythm::kHalf);
      text(frame, "checklist:about", "Ticks itself as you write. Any order will do.", kSmallLook);
      space(frame, rhythm::kUnit);
      checklist(frame, scene);
    }
  }
}

void narrow(Frame& frame, const Scene& scene) {
  const float padding = page_padding(frame);
  const float top = type::kLarge * type::kTextLine * frame.scale + 8 + 2 * rhythm::kUnit;
  const bool has_action = scene.state.phase != Phase::submitted;
  const float bottom = has_action ? frame.control_height() + 2 * rhythm::kText : 0;
  {
    const Bar bar(frame, "top", {0, 0, frame.viewport.width, top}, padding, rhythm::kContentWidth, Edge::none);
    space(frame, rhythm::kUnit);
    clock_bar(frame, clock_of(scene, frame.now));
  }
  {
    const ScrollRegion page(frame, "page", {0, top, frame.viewport.width, frame.viewport.height - top - bottom}, padding, rhythm::kContentWidth, rhythm::kUnit);
    const Container main(frame, Role::main, "main");
    prompt(frame, scene);
    space(frame, rhythm::kPair);
    if (scene.is_running()) {
      if (scene.state.phase == Phase::answering) {
        next_line(frame, scene);
        space(frame, rhythm::kUnit);
      }
      answer_field(frame, scene, std::max(140.0f * frame.scale, frame.viewport.height * 0.34f));
    } else {
      phase_words(frame, scene);
      space(frame, rhythm::kPair);
      kept_answer(frame, scene);
    }
    if (!scene.state.checklist.empty()) {
      space(frame, rhythm::kUnit);
      const bool is_open = frame.memory->open.contains("checklist");
      const auto done = std::count_if(scene.state.checklist.begin(), scene.state.checklist.end(), [](const session::ChecklistStep& step) { return step.ticked(); });
      const std::string label = "Steps: " + std::to_string(done) + " of " + std::to_string(scene.state.checklist.size());
      if (fold_button(frame, "checklist:fold", label, is_open)) {
        if (is_open) {
          frame.memory->open.erase("checklist");
        } else {
          frame.memory->open.insert("checklist");
        }
        frame.redraw_within(0);
      }
      if (is_open) checklist(frame, scene);
    }
    space(frame, rhythm::kPair);
    flow(frame, rhythm::kText, frame.control_height(), [&] { other_actions(frame, scene); });
  }
  if (has_action) {
    const Bar bar(frame, "bottom", {0, frame.viewport.height - bottom, frame.viewport.width, bottom}, padding, rhythm::kContentWidth, Edge::top);
    space(frame, rhythm::kText);
    main_action(frame, scene, true);
  }
}

}  // namespace

void draw_practice(Frame& frame, const app::Model& model) {
  const session::State& state = *model.progress.running;
  const Scene scene{model, state, app::question_of(model, state.question_id)};
  if (scene.is_running()) {
    // Again when the figures change; a little late, so that they surely have.
    const std::optional<std::int64_t> left = state.remaining_ms(frame.now);
    const std::int64_t into = left ? *left % 1000 : 1000 - (state.answering_used_ms + std::max<std::int64_t>(0, frame.now.monotonic_ms - state.last.monotonic_ms)) % 1000;
    if (!left || *left > 0) frame.redraw_within(static_cast<int>(std::clamp<std::int64_t>(into, 0, 1000)) + 4);
  }
  if (frame.is_wide() && frame.viewport.height / frame.scale >= 480) {
    wide(frame, scene);
  } else {
    narrow(frame, scene);
  }
}

}  // namespace dryrun::ui
