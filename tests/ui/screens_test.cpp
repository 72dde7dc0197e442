#include <doctest/doctest.h>

#include <algorithm>

#include <set>

#include "text/json.h"
#include "ui/stage.h"

using namespace dryrun;
using ui::Node;
using ui::Role;

namespace {

bool needs_name(Role role) {
  switch (role) {
    case Role::main:
    case Role::list_item:
    case Role::group: return false;
    default: return true;
  }
}

bool is_pressable(Role role) { return role == Role::button || role == Role::link || role == Role::checkbox || role == Role::radio; }

}  // namespace

TEST_CASE("each screen records unique ids, names for all that is read, and headings in order") {
  for (const NamedModel& one : all_models()) {
    CAPTURE(one.name);
    Stage stage(one.model);
    const ui::Tree& tree = stage.settle();
    CHECK(stage.is_settled);
    CHECK(!tree.title.empty());
    std::set<std::string> ids;
    int level = 0, first_level_headings = 0, mains = 0;
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
      const Node& node = tree.nodes[i];
      CAPTURE(node.id);
      CHECK(!node.id.empty());
      CHECK(ids.insert(node.id).second);
      CHECK(node.parent < static_cast<int>(i));
      if (needs_name(node.role)) CHECK(!node.name.empty());
      if (is_pressable(node.role)) CHECK((node.is_focusable || node.is_disabled));
      if (node.role == Role::heading) {
        CHECK(node.level >= 1);
        const bool is_in_dialog = node.id.starts_with("dialog:");
        if (!is_in_dialog) CHECK(node.level <= level + 1);
        level = node.level;
        first_level_headings += node.level == 1 ? 1 : 0;
      }
      mains += node.role == Role::main ? 1 : 0;
    }
    CHECK(first_level_headings == 1);
    CHECK(mains == 1);
  }
}

TEST_CASE("nothing is cut off at the sides, from 320 pixels up and at the largest text") {
  struct Size {
    float width, height;
    int percent;
  };
  for (const NamedModel& one : all_models()) {
    for (const Size size : {Size{320, 640, 100}, Size{390, 844, 100}, Size{700, 900, 115}, Size{899, 700, 100}, Size{1280, 800, 100}, Size{1280, 800, 200}, Size{320, 640, 200}, Size{1800, 900, 150}}) {
      CAPTURE(one.name);
      CAPTURE(size.width);
      CAPTURE(size.percent);
      Stage stage(one.model);
      stage.viewport.width = size.width;
      stage.viewport.height = size.height;
      stage.model.progress.settings.text_size_percent = size.percent;
      for (const Node& node : stage.settle().nodes) {
        CAPTURE(node.id);
        CAPTURE(node.rect.x);
        CAPTURE(node.rect.width);
        CHECK(node.rect.x >= -0.5f);
        CHECK(node.rect.x + node.rect.width <= size.width + 0.5f);
        CHECK(node.rect.width > 0);
        if (is_pressable(node.role) || node.role == Role::text_area) CHECK(node.rect.height >= 24);
      }
    }
  }
}

TEST_CASE("a screen has at most one filled button, and it is where one presses on") {
  // Ids of what is primary on each screen; the draw test of pictures is by eye.
  for (const NamedModel& one : all_models()) {
    CAPTURE(one.name);
    for (const float width : {1280.0f, 390.0f}) {
      Stage stage(one.model);
      stage.viewport.width = width;
      int found = 0;
      for (const Node& node : stage.settle().nodes) {
        for (const char* id : {"start", "continue", "retry", "finish", "begin", "resume"}) found += node.id == id ? 1 : 0;
      }
      CHECK(found <= 2);  // "Finish" beside "Resume" is no filled one
    }
  }
}

TEST_CASE("home says what this is and starts a question with one press") {
  Stage stage(samples::empty_model());
  const ui::Tree& tree = stage.settle();
  const Node* title = tree.find("home:title");
  REQUIRE(title != nullptr);
  CHECK(title->level == 1);
  REQUIRE(tree.find(Role::button, "Start a question") != nullptr);
  CHECK(tree.find(Role::button, "Eight people and a billing monolith") != nullptr);
  CHECK(tree.find("question:rate-limits")->description.find("Not tried yet") != std::string::npos);
  CHECK(tree.find("own-start")->is_disabled);
  CHECK(tree.find("storage")->name.find("Saved on this machine") == 0);
}

TEST_CASE("the time to think is told as it is, whatever the time factor") {
  struct Case {
    std::int64_t limit_ms;
    const char* words;
  };
  for (const Case one : {Case{30'000, "30 seconds to think."}, Case{45'000, "45 seconds to think."}, Case{60'000, "1 minute to think."}, Case{0, "Take your time to think."}}) {
    CAPTURE(one.words);
    Stage stage(samples::practice_model(session::Phase::preparing));
    stage.model.progress.running->preparation_limit_ms = one.limit_ms;
    const Node* next = stage.settle().find("next");
    REQUIRE(next != nullptr);
    CHECK(next->name.rfind(one.words, 0) == 0);
  }
}

TEST_CASE("the verdict links words and ledger rows both ways") {
  app::Model model = samples::model_with_attempts();
  model.screen = app::Screen::verdict;
  model.shown_attempt = "a1";
  Stage stage(model);
  const ui::Tree& tree = stage.settle();
  const scoring::Report& report = model.progress.attempts[1].report;
  for (std::size_t i = 0; i < report.ledger.size(); ++i) {
    const Node* row = tree.find("row:" + std::to_string(i));
    REQUIRE(row != nullptr);
    const Node* words = tree.find("evidence:" + std::to_string(i));
    CHECK((words != nullptr) == report.ledger[i].span.has_value());
    CHECK((row->role == Role::button) == report.ledger[i].span.has_value());
    if (words == nullptr) continue;
    const Span span = *report.ledger[i].span;
    CHECK(words->name == report.input.answer.substr(span.begin, span.size()));
    CHECK(row->description.find(words->name) != std::string::npos);
  }
  stage.ui.activate("evidence:2");
  stage.settle();
  REQUIRE(stage.messages.size() == 1);
  CHECK(std::get<app::SelectLedgerRow>(stage.messages[0]).row == 2);
  stage.model.selected_row = 2;
  stage.messages.clear();
  CHECK(stage.settle().find("row:2")->is_pressed);
  CHECK(stage.ui.tree().find("evidence:2")->is_pressed);
  stage.ui.activate("row:2");
  stage.settle();
  REQUIRE(stage.messages.size() == 1);
  CHECK(!std::get<app::SelectLedgerRow>(stage.messages[0]).row.has_value());
}

TEST_CASE("the words of a marked answer, read in order, are the answer") {
  app::Model model = samples::model_with_attempts();
  model.screen = app::Screen::verdict;
  model.shown_attempt = "a1";
  for (const float width : {1280.0f, 320.0f}) {
    Stage stage(model);
    stage.viewport.width = width;
    const ui::Tree& tree = stage.settle();
    int group = -1;
    std::string words;
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
      if (tree.nodes[i].id == "answer:evidence") group = static_cast<int>(i);
      if (group >= 0 && tree.nodes[i].parent == group) words += tree.nodes[i].name;
    }
    const auto squeeze = [](const std::string& text) {
      std::string result;
      for (const char c : text) {
        if (c != ' ' && c != '\n') result += c;
      }
      return result;
    };
    CHECK(squeeze(words) == squeeze(model.progress.attempts[1].report.input.answer));
  }
}

TEST_CASE("the strong example is there only after it was asked for, on the verdict screen") {
  app::Model model = samples::model_with_attempts();
  model.screen = app::Screen::verdict;
  model.shown_attempt = "a1";
  Stage stage(model);
  CHECK(stage.settle().find("strong:answer") == nullptr);
  CHECK(!stage.ui.tree().find("strong")->is_expanded);
  stage.model.is_strong_example_open = true;
  CHECK(stage.settle().find("strong:answer") != nullptr);
  Stage practice(samples::practice_model(session::Phase::answering));
  const std::string json = to_json(practice.settle());
  CHECK(json.find(model.bank.questions[0].strong->answer.substr(0, 40)) == std::string::npos);
}

TEST_CASE("the verdict tells the causes of failure with their words or as an absence, and what the staff bar still wants") {
  app::Model model = samples::model_with_attempts();
  const auto failed = std::find_if(model.progress.attempts.begin(), model.progress.attempts.end(), [](const auto& attempt) { return !attempt.report.causes.empty(); });
  REQUIRE(failed != model.progress.attempts.end());
  model.screen = app::Screen::verdict;
  model.shown_attempt = failed->id;
  Stage stage(model);
  const ui::Tree& tree = stage.settle();
  const auto name_of = [&](const char* id) {
    const Node* node = tree.find(id);
    return node == nullptr ? std::string("(none)") : node->name;
  };
  CHECK(name_of("cause:trade-off-unsaid:why") == "\xE2\x80\x9CI see no downside at all\xE2\x80\x9D The choice is said to cost nothing.");
  CHECK(name_of("cause:no-constraints-asked:why") == "Nothing is asked about load, cost or who runs it.");
  CHECK(name_of("next-level:signal") == "First to add: Reaches beyond one team.");
}

TEST_CASE("a retry shows what changed since the try before") {
  app::Model model = samples::model_with_attempts();
  model.screen = app::Screen::verdict;
  model.shown_attempt = "a2";
  Stage stage(model);
  const Node* words = stage.settle().find("change:words");
  REQUIRE(words != nullptr);
  CHECK(words->name.find("+23 points") != std::string::npos);
}

TEST_CASE("an embedded question has no navigation") {
  app::Model model = samples::empty_model();
  model.environment.is_embedded = true;
  model.environment.embedded_question_id = "rate-limits";
  Stage stage(model);
  for (const Node& node : stage.settle().nodes) {
    CHECK(node.role != Role::navigation);
    CHECK(node.role != Role::link);
  }
  CHECK(stage.ui.tree().find("start") != nullptr);
}

TEST_CASE("people's words in any script pass through the tree unharmed") {
  const std::string words = "\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7 \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E \xF0\x9F\x99\x82 e\xCC\x81";
  app::Model model = samples::practice_model(session::Phase::answering);
  model.progress.running->draft = words;
  Stage stage(model);
  CHECK(stage.settle().find("answer")->value == words);
  const json::Parsed parsed = json::parse(to_json(stage.ui.tree()), "tree");
  CHECK(parsed.value.has_value());
  stage.model.progress.running->phase = session::Phase::paused;
  CHECK(stage.settle().find("kept")->name == words);
}

TEST_CASE("the tree as JSON says where each node is and leaves defaults out") {
  Stage stage(samples::empty_model());
  const ui::Tree& tree = stage.settle();
  const json::Parsed parsed = json::parse(to_json(tree), "tree");
  REQUIRE(parsed.value.has_value());
  const json::Value* nodes = parsed.value->find("nodes");
  REQUIRE(nodes != nullptr);
  REQUIRE(nodes->items.size() == tree.nodes.size());
  for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
    const json::Value& node = nodes->items[i];
    CHECK(node.find("id")->string == tree.nodes[i].id);
    CHECK(node.find("role")->string == to_id(tree.nodes[i].role));
    CHECK(node.find("rect")->items.size() == 4);
    CHECK((node.find("disabled") != nullptr) == tree.nodes[i].is_disabled);
  }
}
