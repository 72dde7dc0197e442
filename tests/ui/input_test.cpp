#include <doctest/doctest.h>

#include "ui/stage.h"

using namespace dryrun;
using ui::Node;
using ui::Rect;

namespace {

void click(Stage& stage, const Rect& rect) {
  const float x = rect.x + rect.width / 2, y = rect.y + rect.height / 2;
  stage.ui.pointer_move(x, y);
  stage.settle();
  stage.ui.pointer_button(true);
  stage.settle();
  stage.ui.pointer_button(false);
  stage.settle();
}

}  // namespace

TEST_CASE("a press by id sends exactly one message, whichever control it is") {
  for (const NamedModel& one : all_models()) {
    Stage stage(one.model);
    const ui::Tree tree = stage.settle();
    std::vector<bool> in_dialog(tree.nodes.size(), tree.dialog.empty());
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
      const Node& node = tree.nodes[i];
      if (!tree.dialog.empty()) in_dialog[i] = node.id == tree.dialog || (node.parent >= 0 && in_dialog[static_cast<std::size_t>(node.parent)]);
      if (node.role == ui::Role::text_area || node.role == ui::Role::text_field) continue;
      CAPTURE(one.name);
      CAPTURE(node.id);
      stage.messages.clear();
      stage.ui.activate(node.id);
      stage.settle();
      const bool acts = node.is_focusable && in_dialog[i] && !(node.role == ui::Role::radio && node.is_checked);
      CHECK(stage.messages.size() == (acts ? 1u : 0u));
    }
  }
}

TEST_CASE("a click sends exactly one message, on release inside") {
  Stage stage(samples::empty_model());
  const Rect rect = stage.settle().find("start")->rect;
  click(stage, rect);
  REQUIRE(stage.messages.size() == 1);
  CHECK(std::holds_alternative<app::StartQuestion>(stage.messages[0]));
  stage.messages.clear();
  stage.ui.pointer_button(true);
  stage.settle();
  stage.ui.pointer_move(5, 5);
  stage.settle();
  stage.ui.pointer_button(false);
  stage.settle();
  CHECK(stage.messages.empty());
}

TEST_CASE("a press and release between two frames still counts once") {
  Stage stage(samples::empty_model());
  const Rect rect = stage.settle().find("start")->rect;
  stage.ui.pointer_move(rect.x + 10, rect.y + 10);
  stage.ui.pointer_button(true);
  stage.ui.pointer_button(false);
  stage.settle();
  CHECK(stage.messages.size() == 1);
}

TEST_CASE("evidence that wraps is pressed on each of its lines") {
  app::Model model = samples::model_with_attempts();
  model.screen = app::Screen::verdict;
  model.shown_attempt = "a1";
  Stage stage(model);
  stage.viewport.width = 390;
  stage.viewport.height = 2400;
  const Rect rect = stage.settle().find("evidence:2")->rect;
  click(stage, rect);
  REQUIRE(stage.messages.size() == 1);
  stage.messages.clear();
  // The second line begins at the left edge of the text.
  const Rect group = stage.ui.tree().find("answer:evidence")->rect;
  click(stage, {group.x, rect.y + rect.height, 40, rect.height});
  REQUIRE(stage.messages.size() == 1);
  CHECK(std::get<app::SelectLedgerRow>(stage.messages[0]).row == 2);
}

TEST_CASE("a field that is set sends its text once, and not when nothing changed") {
  for (const ui::Fields fields : {ui::Fields::external, ui::Fields::drawn}) {
    Stage stage(samples::practice_model(session::Phase::answering), fields);
    stage.settle();
    stage.ui.set_value("answer", "new words");
    stage.settle();
    REQUIRE(stage.messages.size() == 1);
    CHECK(std::get<app::EditAnswer>(stage.messages[0]).text == "new words");
    stage.model.progress.running->draft = "new words";
    stage.messages.clear();
    stage.ui.set_value("answer", "new words");
    stage.settle();
    CHECK(stage.messages.empty());
  }
}

TEST_CASE("what lies behind a dialog takes no press, and the hit test finds only the dialog") {
  app::Model model = samples::model_with_attempts();
  model.screen = app::Screen::settings;
  Stage stage(model);
  const Rect behind = stage.settle().find("export")->rect;
  stage.model.dialog = app::Dialog{};
  const ui::Tree& tree = stage.settle();
  CHECK(tree.dialog == "dialog");
  CHECK(stage.ui.hit_test(behind.x + 5, behind.y + 5).empty());
  click(stage, behind);
  stage.ui.activate("export");
  stage.settle();
  CHECK(stage.messages.empty());
  const Rect cancel = stage.ui.tree().find("dialog:cancel")->rect;
  CHECK(stage.ui.hit_test(cancel.x + 5, cancel.y + 5) == "dialog:cancel");
  click(stage, cancel);
  REQUIRE(stage.messages.size() == 1);
  CHECK(std::holds_alternative<app::CancelDialog>(stage.messages[0]));
}

TEST_CASE("what has the focus scrolls into view; what was pressed does not move") {
  Stage stage(samples::empty_model());
  stage.viewport.height = 600;
  const Node* far = stage.settle().find("own-question");
  REQUIRE(far != nullptr);
  CHECK(far->rect.y > 600);
  stage.ui.focus("own-question");
  far = stage.settle().find("own-question");
  CHECK(far->rect.y >= 0);
  CHECK(far->rect.y + far->rect.height <= 600);
  CHECK(stage.ui.tree().focused == "own-question");
  const float at = far->rect.y;
  stage.ui.pointer_button(true);
  stage.ui.focus("nav:home");
  CHECK(stage.settle().find("own-question")->rect.y == at);
}

TEST_CASE("the wheel scrolls what lies under the pointer and says when it can go no further") {
  Stage stage(samples::empty_model());
  stage.settle();
  CHECK(stage.ui.can_scroll(640, 400, 10));
  CHECK(!stage.ui.can_scroll(640, 400, -10));
  const float before = stage.ui.tree().find("home:title")->rect.y;
  stage.ui.pointer_move(640, 400);
  stage.settle();
  stage.ui.wheel(0, 120);
  CHECK(stage.settle().find("home:title")->rect.y == doctest::Approx(before - 120));
  stage.ui.scroll_by(640, 400, 100'000);
  stage.settle();
  CHECK(!stage.ui.can_scroll(640, 400, 10));
  stage.model.screen = app::Screen::settings;
  CHECK(stage.settle().find("settings:title")->rect.y > 0);
}

TEST_CASE("nothing asks for a frame while nothing happens, and a clock only once a second") {
  Stage still(samples::model_with_attempts());
  still.settle();
  CHECK(!still.redraw_in_ms.has_value());
  Stage ticking(samples::practice_model(session::Phase::answering));
  ticking.settle();
  REQUIRE(ticking.redraw_in_ms.has_value());
  CHECK(*ticking.redraw_in_ms > 0);
  CHECK(*ticking.redraw_in_ms <= 1'010);
  Stage paused(samples::practice_model(session::Phase::paused));
  paused.settle();
  CHECK(!paused.redraw_in_ms.has_value());
}

TEST_CASE("the content hash changes with what is shown and with nothing else") {
  Stage stage(samples::practice_model(session::Phase::answering));
  const std::uint64_t before = stage.settle().content_hash;
  CHECK(stage.settle().content_hash == before);
  stage.model.progress.running->checklist[2].by_hand = true;
  CHECK(stage.settle().content_hash != before);
}

TEST_CASE("two faces can live side by side") {
  Stage one(samples::empty_model()), two(samples::practice_model(session::Phase::answering));
  one.settle();
  two.settle();
  one.ui.activate("start");
  two.ui.activate("pause");
  one.settle();
  two.settle();
  CHECK(one.messages.size() == 1);
  CHECK(two.messages.size() == 1);
}
