// Drawn fields and ImGui's own keyboard navigation, as the desktop window has them.
#include <doctest/doctest.h>
#include <imgui.h>

#include "ui/stage.h"

using namespace dryrun;

namespace {

void key(Stage& stage, ImGuiKey which) {
  stage.settle();
  ImGui::GetIO().AddKeyEvent(which, true);
  stage.settle();
  ImGui::GetIO().AddKeyEvent(which, false);
  stage.settle();
}

}  // namespace

TEST_CASE("on native a focused button answers Enter with one message and reports its id") {
  Stage stage(samples::empty_model(), ui::Fields::drawn);
  stage.settle();
  stage.ui.focus("start");
  stage.settle();
  stage.settle();
  CHECK(stage.ui.tree().focused == "start");
  ImGui::GetIO().AddKeyEvent(ImGuiKey_Enter, true);
  stage.settle();
  ImGui::GetIO().AddKeyEvent(ImGuiKey_Enter, false);
  stage.settle();
  REQUIRE(stage.messages.size() == 1);
  CHECK(std::holds_alternative<app::StartQuestion>(stage.messages[0]));
}

TEST_CASE("on native Tab walks through all that can be pressed on the page, in reading order") {
  app::Model model = samples::model_with_attempts();
  model.screen = app::Screen::settings;
  Stage stage(model, ui::Fields::drawn);
  stage.settle();
  stage.ui.focus("nav:home");
  stage.settle();
  std::vector<std::string> walked, expected;
  for (const ui::Node& node : stage.ui.tree().nodes) {
    if (node.is_focusable) expected.push_back(node.id);
  }
  walked.push_back(stage.ui.tree().focused);
  for (std::size_t i = 1; i < expected.size(); ++i) {
    key(stage, ImGuiKey_Tab);
    stage.settle();
    walked.push_back(stage.ui.tree().focused);
  }
  REQUIRE(walked.size() == expected.size());
  for (std::size_t i = 0; i < walked.size(); ++i) CHECK(walked[i] == expected[i]);
}

TEST_CASE("on native typed words arrive as they are, without the breaks of wrapping") {
  app::Model model = samples::practice_model(session::Phase::answering);
  model.progress.running->draft.clear();
  Stage stage(model, ui::Fields::drawn);
  stage.viewport.width = 390;
  stage.settle();
  stage.ui.focus("answer");
  stage.settle();
  stage.settle();
  const std::string words = "First I would ask which pain hurts most, because the answer decides everything that comes after it.";
  for (const char c : words) {
    stage.messages.clear();
    ImGui::GetIO().AddInputCharacter(static_cast<unsigned>(c));
    stage.settle();
    REQUIRE(stage.messages.size() == 1);
    stage.model.progress.running->draft = std::get<app::EditAnswer>(stage.messages[0]).text;
  }
  CHECK(stage.model.progress.running->draft == words);
  for (int i = 0; i < 90; ++i) {
    stage.messages.clear();
    key(stage, ImGuiKey_Backspace);
    if (!stage.messages.empty()) stage.model.progress.running->draft = std::get<app::EditAnswer>(stage.messages.back()).text;
  }
  CHECK(stage.model.progress.running->draft == words.substr(0, words.size() - 90));
}

TEST_CASE("on native Escape leaves a dialog without doing what it asks") {
  app::Model model = samples::empty_model();
  model.dialog = app::Dialog{};
  Stage stage(model, ui::Fields::drawn);
  stage.settle();
  stage.settle();
  CHECK(stage.ui.tree().focused == "dialog:cancel");
  ImGui::GetIO().AddKeyEvent(ImGuiKey_Escape, true);
  stage.settle();
  REQUIRE(!stage.messages.empty());
  CHECK(std::holds_alternative<app::CancelDialog>(stage.messages[0]));
}
