// Whole journeys by role and label over the real data, with no window: what a person does, one press after another.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/load_data.h"
#include "app/present.h"
#include "dryrun_data/embedded.h"
#include "platform/headless/headless_ui.h"

using namespace dryrun;
using headless::HeadlessUi;
using headless::MemoryStore;
using ui::Role;

namespace {

const files::Pack& pack() {
  static const files::Pack opened = *files::Pack::open(data::embedded_pack());
  return opened;
}

app::Model real_model(app::Environment environment = {}) {
  static const app::LoadedData loaded = app::load_data(pack());
  return app::make_model(loaded.judge, loaded.bank, std::move(environment), loaded.pairs);
}

ui::Fonts fonts() {
  return {*pack().file("fonts/regular.ttf"), *pack().file("fonts/semibold.ttf")};
}

struct World {
  explicit World(app::Environment environment = {}) : app(real_model(std::move(environment)), store, fonts()) {}
  MemoryStore store;
  HeadlessUi app;

  [[nodiscard]] const bank::Question& question() const {
    return *app::question_of(app.model(), app.model().progress.running->question_id);
  }
  void start() {
    REQUIRE(app.press(Role::button, "Start a question") == 1);
    REQUIRE(app.press(Role::button, "Start answering now") == 1);
  }
  void answer(const std::string& text) {
    start();
    REQUIRE(app.type(Role::text_area, "Your answer", text) == 1);
    REQUIRE(app.press(Role::button, "Finish") == 1);
  }
};

std::string strong_answer(const World& world) {
  const bank::Question& question = world.question();
  return question.strong ? question.strong->answer
                         : "I would ask who depends on it, and I rolled the change back because it hurt customers.";
}

}  // namespace

TEST_CASE("a question is started, answered, judged, found in the history, reopened and tried again") {
  World world;
  HeadlessUi& app = world.app;
  REQUIRE(app.press(Role::button, "Start a question") == 1);
  CHECK(app.find(Role::heading, world.question().title) != nullptr);
  CHECK(app.find(Role::text_area, "Notes for yourself") != nullptr);
  CHECK(app.find(Role::text_area, "Your answer") == nullptr);
  REQUIRE(app.type(Role::text_area, "Notes for yourself", "ask first") == 1);
  REQUIRE(app.press(Role::button, "Start answering now") == 1);

  const std::string words = strong_answer(world);
  REQUIRE(app.type(Role::text_area, "Your answer", words) == 1);
  bool has_tick = false;
  for (const ui::Node& node : app.tree().nodes) has_tick = has_tick || (node.role == Role::checkbox && node.is_checked);
  CHECK(has_tick);
  const std::string step = world.question().id;
  REQUIRE(app.press(Role::button, "Finish") == 1);

  REQUIRE(app.model().progress.attempts.size() == 1);
  const progress::Attempt attempt = app.model().progress.attempts.front();
  CHECK(app.find(Role::heading, app::headline(attempt.report.verdict)) != nullptr);
  CHECK(app.shows(attempt.report.reason));
  CHECK(attempt.report.input.answer == words);

  REQUIRE(app.press(Role::link, "History") == 1);
  CHECK(app.find(Role::heading, "History") != nullptr);
  std::string row;
  for (const ui::Node& node : app.tree().nodes) {
    if (node.id == "attempt:" + attempt.id) row = node.name;
  }
  REQUIRE_FALSE(row.empty());
  REQUIRE(app.press(Role::button, row) == 1);
  CHECK(app.find(Role::heading, app::headline(attempt.report.verdict)) != nullptr);

  REQUIRE(app.press(Role::button, "Try again") == 1);
  REQUIRE(app.model().progress.running);
  CHECK(app.model().progress.running->question_id == attempt.question_id);
  REQUIRE(app.press(Role::button, "Start answering now") == 1);
  REQUIRE(app.type(Role::text_area, "Your answer", "I do not know.") == 1);
  REQUIRE(app.press(Role::button, "Finish") == 1);
  REQUIRE(app.model().progress.attempts.size() == 2);
  CHECK(app::shown_attempt(app.model())->retry_of == attempt.id);
}

TEST_CASE("when time is up, the answer as it stands is judged") {
  World world;
  world.start();
  REQUIRE(world.app.type(Role::text_area, "Your answer", strong_answer(world)) == 1);
  world.app.advance(world.app.model().progress.running->answer_limit_ms);
  CHECK(world.app.model().screen == app::Screen::verdict);
  CHECK(world.app.shows("until time was up"));
  bool was_warned = false;
  for (const app::Announce& words : world.app.announcements)
    was_warned = was_warned || (words.is_urgent && words.text == "30 seconds left.");
  CHECK(was_warned);
}

TEST_CASE("a pause hides the field, shows the words, and goes on where it stopped") {
  World world;
  world.start();
  REQUIRE(world.app.type(Role::text_area, "Your answer", "First I would ask") == 1);
  REQUIRE(world.app.press(Role::button, "Pause") == 1);
  CHECK(world.app.find(Role::text_area, "Your answer") == nullptr);
  CHECK(world.app.shows("First I would ask"));
  CHECK(world.app.find(Role::heading, "Paused") != nullptr);
  world.app.advance(1'000'000);
  REQUIRE(world.app.press(Role::button, "Resume") == 1);
  const ui::Node* field = world.app.find(Role::text_area, "Your answer");
  REQUIRE(field != nullptr);
  CHECK(field->value == "First I would ask");
  CHECK(world.app.model().progress.running->remaining_ms(world.app.now()) ==
        world.app.model().progress.running->answer_limit_ms);
}

TEST_CASE("after a kill the unfinished answer can be continued, submitted or discarded") {
  World world;
  world.start();
  const std::string words = strong_answer(world);
  REQUIRE(world.app.type(Role::text_area, "Your answer", words) == 1);
  world.app.kill_and_restart();
  CHECK(world.app.find(Role::heading, "Here is your unfinished answer") != nullptr);
  CHECK(world.app.shows(words));
  SUBCASE("continue") {
    REQUIRE(world.app.press(Role::button, "Continue") == 1);
    const ui::Node* field = world.app.find(Role::text_area, "Your answer");
    REQUIRE(field != nullptr);
    CHECK(field->value == words);
    REQUIRE(world.app.press(Role::button, "Finish") == 1);
    CHECK(world.app.shows("interrupted once"));
  }
  SUBCASE("submit as it is") {
    REQUIRE(world.app.press(Role::button, "Submit as it is") == 1);
    CHECK(world.app.model().progress.attempts.size() == 1);
  }
  SUBCASE("discard, after being asked") {
    REQUIRE(world.app.press(Role::button, "Discard") == 1);
    CHECK(world.app.find(Role::dialog, "Discard this answer?") != nullptr);
    CHECK(world.app.press(Role::button, "Continue") == 0);  // behind the dialog
    REQUIRE(world.app.press(Role::button, "Discard it") == 1);
    CHECK(world.app.find(Role::button, "Start a question") != nullptr);
    CHECK(world.app.model().progress.attempts.empty());
  }
}

TEST_CASE("progress is exported, erased and imported again") {
  World world;
  world.answer("We rolled it back and told support, because customers could not pay.");
  const std::string before = progress::write_progress(world.app.model().progress);
  REQUIRE(world.app.press(Role::link, "Settings") == 1);
  REQUIRE(world.app.press(Role::button, "Export") == 1);
  REQUIRE(world.app.downloads.size() == 1);
  CHECK(world.app.downloads[0].bytes == before);

  REQUIRE(world.app.press(Role::button, "Erase everything") == 1);
  CHECK(world.app.find(Role::dialog, "Erase everything?") != nullptr);
  REQUIRE(world.app.press(Role::button, "Keep it all") == 1);
  CHECK(world.app.model().progress.attempts.size() == 1);
  REQUIRE(world.app.press(Role::button, "Erase everything") == 1);
  REQUIRE(world.app.press(Role::button, "Erase everything") == 1);
  CHECK(world.app.model().progress.attempts.empty());

  // Erased stays erased here; another machine takes the file.
  World other;
  REQUIRE(other.app.press(Role::link, "Settings") == 1);
  REQUIRE(other.app.press(Role::button, "Import") == 1);
  CHECK(other.app.file_choosers == 1);
  other.app.send(app::FileArrived{"dry-run-progress.json", world.app.downloads[0].bytes});
  CHECK(other.app.find(Role::dialog, "Imported") != nullptr);
  CHECK(other.app.shows("1 attempt was added."));
  REQUIRE(other.app.press(Role::button, "Close") == 1);
  CHECK(other.app.model().progress.attempts.size() == 1);

  other.app.send(app::FileArrived{"other.json", "[]"});
  CHECK(other.app.find(Role::dialog, "That file was not imported") != nullptr);
  CHECK(other.app.shows("P001"));
}

TEST_CASE("one attempt is erased from the history after being asked") {
  World world;
  world.answer("We rolled it back.");
  REQUIRE(world.app.press(Role::link, "History") == 1);
  REQUIRE(world.app.press(Role::button, "Erase") == 1);
  REQUIRE(world.app.press(Role::button, "Erase it") == 1);
  CHECK(world.app.model().progress.attempts.empty());
  CHECK(world.app.shows("Your attempts will be here"));
}

TEST_CASE("settings are chosen by their labels and hold for the next question") {
  World world;
  REQUIRE(world.app.press(Role::link, "Settings") == 1);
  REQUIRE(world.app.press(Role::radio, "Staff") == 1);
  REQUIRE(world.app.press(Role::radio, "Untimed") == 1);
  REQUIRE(world.app.press(Role::link, "Home") == 1);
  world.start();
  CHECK(world.app.model().progress.running->level == bank::Level::staff);
  world.app.advance(3'600'000);
  CHECK(world.app.find(Role::button, "Finish") != nullptr);
}

TEST_CASE("a question of one's own goes the whole way") {
  World world;
  REQUIRE(world.app.type(Role::text_area, "Your own question", "How do you decide what not to build?") == 1);
  REQUIRE(world.app.press(Role::button, "Practise this question") == 1);
  REQUIRE(world.app.press(Role::button, "Start answering now") == 1);
  REQUIRE(world.app.type(Role::text_area, "Your answer", "I ask who would miss it.") == 1);
  REQUIRE(world.app.press(Role::button, "Finish") == 1);
  CHECK(world.app.shows("How do you decide what not to build?"));
  REQUIRE(world.app.press(Role::button, "Try again") == 1);
  CHECK(world.app.model().progress.running->free_text == "How do you decide what not to build?");
}

TEST_CASE("the whole journey works at 320 pixels and at the largest text") {
  World world;
  world.app.viewport.width = 320;
  world.app.viewport.height = 560;
  REQUIRE(world.app.press(Role::link, "Settings") == 1);
  REQUIRE(world.app.press(Role::radio, "200 %") == 1);
  REQUIRE(world.app.press(Role::link, "Home") == 1);
  world.answer("We rolled it back.");
  CHECK(world.app.model().screen == app::Screen::verdict);
}

TEST_CASE("an embedded question has no navigation and posts its result") {
  app::Environment environment;
  environment.is_embedded = true;
  World world(environment);
  CHECK(world.app.find(Role::link, "History") == nullptr);
  world.answer("We rolled it back.");
  CHECK(world.app.posted.size() == 1);
  CHECK(world.app.find(Role::link, "Settings") == nullptr);
}

TEST_CASE("the judge is measured on its screen: begun, paused, left alone, gone on with, and told as the command line tells it") {
  World world;
  HeadlessUi& app = world.app;
  REQUIRE(app.press(Role::button, "How honest is this judge?") == 1);
  CHECK(app.find(Role::heading, "How honest is this judge?") != nullptr);
  const auto& pairs = *app.model().derived.pairs;
  const auto unseen = std::count_if(pairs.begin(), pairs.end(), [](const selftest::Pair& pair) { return pair.is_untouched; });
  CHECK(app.shows(std::to_string(unseen) + " were not"));
  CHECK_FALSE(app.model().honesty_check);
  REQUIRE(app.press(Role::button, "Measure it here") == 1);
  const app::HonestyCheck& check = *app.model().honesty_check;
  const auto pass_ms = [&](int ms) { app.advance(ms); };
  pass_ms(20);
  const int begun = check.done();
  CHECK(begun > 0);
  CHECK(app.find(Role::progress_bar, "Measured so far") != nullptr);

  REQUIRE(app.press(Role::button, "Pause") == 1);
  pass_ms(1000);
  CHECK(check.done() == begun);
  REQUIRE(app.press(Role::button, "Go on") == 1);
  pass_ms(5);
  const int further = check.done();
  CHECK(further > begun);
  // It waits while something else is looked at.
  REQUIRE(app.press(Role::link, "Home") == 1);
  pass_ms(1000);
  CHECK(check.done() == further);
  REQUIRE(app.press(Role::button, "How honest is this judge?") == 1);
  // All of it takes long where memory is checked: two whole pairs tell whether the figures come out.
  while (check.untouched.measured().pairs < 2) pass_ms(1);
  CHECK(app.find(Role::list, "Does it tell strong from weak?") != nullptr);
  std::vector<selftest::Pair> first;
  for (const selftest::Pair& pair : *app.model().derived.pairs) {
    if (pair.is_untouched && first.size() < 2) first.push_back(pair);
  }
  const auto& judge = app.model().derived.judge;
  int strong_passed = 0;
  for (const selftest::Pair& pair : first) {
    const bank::Question* question = app.model().bank.find(pair.strong.question_id);
    const scoring::PreparedQuestionPtr prepared = question != nullptr ? judge->prepare(*question) : judge->prepare_free(pair.strong.question_text, pair.strong.group);
    if (judge->judge(*prepared, pair.strong).verdict == scoring::Verdict::pass) ++strong_passed;
  }
  CHECK(check.untouched.measured().strong_passed.hits >= strong_passed);
  const ui::Node* row = nullptr;
  for (const ui::Node& node : app.tree().nodes) {
    if (node.id == "honesty:strong:words") row = &node;
  }
  REQUIRE(row != nullptr);
  const selftest::Share& passed = check.untouched.measured().strong_passed;
  CHECK(row->name == "Strong answers that pass: unseen " + std::to_string(passed.hits) + " of " + std::to_string(passed.of) + ", seen not measured yet");
}

TEST_CASE("a page around has no way to the test of the judge") {
  app::Environment environment;
  environment.is_embedded = true;
  World world(environment);
  world.app.send(app::Navigate{app::Screen::honesty});
  CHECK(world.app.model().screen == app::Screen::home);
  world.app.send(app::CheckHonesty{});
  CHECK_FALSE(world.app.model().honesty_check);
}

TEST_CASE("other words for an answer are judged as they are typed, and the attempt stays as it was") {
  World world;
  HeadlessUi& app = world.app;
  world.start();
  const std::string strong = strong_answer(world);
  const bank::Question& question = world.question();
  REQUIRE(question.weak);
  REQUIRE(app.type(Role::text_area, "Your answer", question.weak->answer) == 1);
  REQUIRE(app.press(Role::button, "Finish") == 1);
  const progress::Attempt attempt = app.model().progress.attempts.front();
  REQUIRE(attempt.report.verdict == scoring::Verdict::fail);

  REQUIRE(app.press(Role::button, "Try other words") == 1);
  CHECK(app.shows("This would not pass yet."));
  CHECK(app.model().rewording->report.score == attempt.report.score);
  const ui::Node* flip = nullptr;
  for (const ui::Node& node : app.tree().nodes) {
    if (node.id == "rewording:flip") flip = &node;
  }
  REQUIRE(flip != nullptr);
  CHECK(flip->name == "What would flip it");
  const std::size_t said = app.announcements.size();
  REQUIRE(app.type(Role::text_area, "Other words for your answer", strong) == 1);
  CHECK(app.shows("This would pass."));
  // Ears are told when the verdict turns, and not at each keystroke.
  REQUIRE(app.announcements.size() == said + 1);
  REQUIRE(app.type(Role::text_area, "Other words for your answer", strong + " ") == 1);
  CHECK(app.announcements.size() == said + 1);
  app.send(app::EditRewording{std::string(app::kMaxAnswerBytes + 1, 'x')});
  CHECK(app.announcements.back().text == "These words are longer than 1 MiB: the last change was not taken.");
  CHECK(app.model().rewording->text == strong + " ");
  REQUIRE(app.type(Role::text_area, "Other words for your answer", "Well.") == 1);
  CHECK(app.shows("This can't be judged."));

  REQUIRE(app.press(Role::button, "Back to your answer") == 1);
  CHECK(app.find(Role::text_area, "Other words for your answer") == nullptr);
  REQUIRE(app.model().progress.attempts.size() == 1);
  CHECK(scoring::differences(app.model().progress.attempts.front().report, attempt.report).empty());
  // Leaving the screen lets go of it, too.
  REQUIRE(app.press(Role::button, "Try other words") == 1);
  REQUIRE(app.press(Role::link, "Home") == 1);
  CHECK_FALSE(app.model().rewording);
}

TEST_CASE("the whole history is judged by today's rules, old beside new, and nothing that is kept changes") {
  World world;
  HeadlessUi& app = world.app;
  world.start();
  REQUIRE(app.type(Role::text_area, "Your answer", strong_answer(world)) == 1);
  REQUIRE(app.press(Role::button, "Finish") == 1);
  REQUIRE(app.model().progress.attempts.size() == 1);
  const progress::Attempt kept = app.model().progress.attempts.front();
  REQUIRE(app.press(Role::link, "History") == 1);
  REQUIRE(app.press(Role::button, "Judge all by today's rules") == 1);
  app.advance(100);
  CHECK(app.shows("Today's rules say the same of every attempt."));

  // An attempt that other rules judged, and one whose question has gone.
  progress::Attempt old = kept;
  old.id = std::string(32, 'a');
  old.report.score = *old.report.score - 7;
  progress::Attempt gone = kept;
  gone.id = std::string(32, 'b');
  gone.question_id = gone.report.input.question_id = "no-longer-here";
  progress::Progress theirs = app.model().progress;
  theirs.attempts.push_back(old);
  theirs.attempts.push_back(gone);
  app.send(app::OtherTabSaved{theirs});
  REQUIRE(app.press(Role::link, "Home") == 1);
  REQUIRE(app.press(Role::link, "History") == 1);
  REQUIRE(app.press(Role::button, "Judge all by today's rules") == 1);
  app.advance(100);
  CHECK(app.shows("Today's rules say something else of 1 of 2 attempts. The verdicts that you were given stay. For 1 the question is no longer here."));
  bool is_beside = false;
  for (const ui::Node& node : app.tree().nodes) {
    if (node.id == "attempt:" + old.id) is_beside = (node.name + node.description).find("By today's rules: Pass, " + std::to_string(*kept.report.score)) != std::string::npos;
  }
  CHECK(is_beside);
  CHECK(app.model().progress.attempts.size() == 3);
  for (const progress::Attempt& attempt : app.model().progress.attempts) {
    if (attempt.id == old.id) CHECK(attempt.report.score == old.report.score);
  }
}
