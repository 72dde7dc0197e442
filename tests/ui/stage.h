// A Ui with the program's own fonts and no renderer, drawn until it settles.
#pragma once

#include <string>
#include <vector>

#include "dryrun_data/embedded.h"
#include "files/pack.h"
#include "ui/samples.h"
#include "ui/drawn_field.h"
#include "ui/ui.h"

namespace dryrun {

inline ui::Fonts test_fonts() {
  static const files::Pack pack = *files::Pack::open(data::embedded_pack());
  return {*pack.file("fonts/regular.ttf"), *pack.file("fonts/semibold.ttf")};
}

struct Stage {
  explicit Stage(app::Model shown, ui::Fields fields = ui::Fields::external) : ui(test_fonts(), fields, fields == ui::Fields::drawn ? ui::edit_drawn_field : nullptr), model(std::move(shown)) {
    viewport.width = 1280;
    viewport.height = 800;
    viewport.pixel_ratio = 1;
  }

  /// Draws until nothing asks for another frame at once, at most `limit` frames; gathers what was sent.
  const ui::Tree& settle(int limit = 12) {
    for (int i = 0; i < limit; ++i) {
      const ui::FrameResult result = ui.frame(model, now, viewport);
      now.monotonic_ms += 16;
      messages.insert(messages.end(), result.messages.begin(), result.messages.end());
      redraw_in_ms = result.redraw_in_ms;
      is_settled = !result.redraw_in_ms || *result.redraw_in_ms > 0;
      if (is_settled) break;
    }
    return ui.tree();
  }

  ui::Ui ui;
  app::Model model;
  ui::Viewport viewport;
  Now now{1'000, samples::kNowWall};
  std::vector<app::Message> messages;
  std::optional<int> redraw_in_ms;
  bool is_settled = false;
};

struct NamedModel {
  std::string name;
  app::Model model;
};

/// Every screen in every state worth looking at.
inline std::vector<NamedModel> all_models() {
  std::vector<NamedModel> all;
  const app::Model full = samples::model_with_attempts();
  all.push_back({"home, new", samples::empty_model()});
  all.push_back({"home", full});
  for (const session::Phase phase : {session::Phase::preparing, session::Phase::answering, session::Phase::paused, session::Phase::interrupted}) {
    all.push_back({"practice " + std::string(session::to_id(phase)), samples::practice_model(phase)});
  }
  app::Model untimed = samples::practice_model(session::Phase::answering);
  untimed.progress.running->answer_limit_ms = 0;
  all.push_back({"practice untimed", untimed});
  for (const char* id : {"a1", "a2"}) {
    app::Model verdict = full;
    verdict.screen = app::Screen::verdict;
    verdict.shown_attempt = id;
    verdict.is_strong_example_open = true;
    all.push_back({std::string("verdict ") + id, verdict});
  }
  app::Model reworded = full;
  reworded.screen = app::Screen::verdict;
  reworded.shown_attempt = "a1";
  reworded.rewording = app::Rewording{app::find_attempt(full, "a1")->report.input.answer, app::find_attempt(full, "a1")->report};
  all.push_back({"verdict, other words", reworded});
  app::Model cannot = full;
  cannot.screen = app::Screen::verdict;
  cannot.shown_attempt = "a0";
  scoring::Report& report = cannot.progress.attempts[0].report;
  report = {};
  report.input.answer = "asdf asdf";
  report.reason = "There are too few words to judge.";
  all.push_back({"verdict, can't judge", cannot});
  app::Model history = full;
  history.screen = app::Screen::history;
  all.push_back({"history", history});
  history.second_look = app::SecondLook{{}, {{"a1", app::find_attempt(full, "a2")->report}}, 3, 0, 0};
  all.push_back({"history, judged again", history});
  app::Model none = samples::empty_model();
  none.screen = app::Screen::history;
  all.push_back({"history, empty", none});
  app::Model settings = full;
  settings.screen = app::Screen::settings;
  all.push_back({"settings", settings});
  for (const app::Model& model : samples::honesty_models()) all.push_back({"honesty", model});
  app::Model asked = settings;
  asked.dialog = app::Dialog{};
  all.push_back({"dialog", asked});
  app::Model embedded = samples::empty_model();
  embedded.environment.is_embedded = true;
  embedded.environment.embedded_question_id = "rate-limits";
  all.push_back({"embedded", embedded});
  return all;
}

}  // namespace dryrun
