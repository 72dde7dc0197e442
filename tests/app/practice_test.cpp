#include "app/world.h"

using namespace dryrun;
using namespace dryrun::app;
using headless::Headless;
using headless::MemoryStore;
using world::kAnswer;

TEST_CASE("an answered question becomes an attempt with its verdict, timings and report") {
  MemoryStore store;
  Headless app(world::model(), store);
  app.send(StartQuestion{"first", {}});
  CHECK(app.model().screen == Screen::practice);
  REQUIRE(app.model().progress.running);
  CHECK(app.model().progress.running->phase == session::Phase::preparing);
  app.advance(10'000);
  app.send(SkipPreparation{});
  CHECK(world::was_announced(app, "Answer now. You have 3 minutes.", false));
  app.advance(60'000);
  app.send(EditAnswer{kAnswer});
  app.advance(30'000);
  app.send(Finish{});

  CHECK(app.model().screen == Screen::verdict);
  CHECK_FALSE(app.model().progress.running);
  REQUIRE(app.model().progress.attempts.size() == 1);
  const progress::Attempt& attempt = app.model().progress.attempts.front();
  CHECK(app.model().shown_attempt == attempt.id);
  CHECK(attempt.id.size() == 32);
  CHECK(attempt.question_id == "first");
  CHECK(attempt.question_title == "Title of first");
  CHECK(attempt.report.input.answer == kAnswer);
  CHECK(attempt.timings.preparation_ms == 10'000);
  CHECK(attempt.timings.answering_ms == 90'000);
  CHECK(attempt.timings.ended_by == session::EndedBy::candidate);
  CHECK(world::was_announced(app, verdict_sentence(attempt.report), false));
}

TEST_CASE("an empty id lets the app choose: the question answered least, then the bank's order") {
  MemoryStore store;
  Headless app(world::model(), store);
  CHECK(next_question_id(app.model()) == "first");
  (void)world::answer(app, "");
  CHECK(app.model().progress.attempts.front().question_id == "first");
  CHECK(next_question_id(app.model()) == "second");
  (void)world::answer(app, "");
  CHECK(next_question_id(app.model()) == "first");
}

TEST_CASE("the checklist ticks while one types, and by hand") {
  MemoryStore store;
  Headless app(world::model(), store);
  world::start(app);
  REQUIRE(app.model().progress.running);
  REQUIRE_FALSE(app.model().progress.running->checklist.empty());
  const session::ChecklistStep* next = next_step(*app.model().progress.running);
  REQUIRE(next != nullptr);
  const std::string id = next->id;
  app.advance(20'000);
  app.send(EditAnswer{kAnswer});
  int served = 0;
  for (const session::ChecklistStep& step : app.model().progress.running->checklist) {
    served += step.served ? 1 : 0;
    if (step.served) CHECK(step.first_served_ms == 20'000);
  }
  CHECK(served > 0);
  const bool was_ticked = app.model().progress.running->checklist.front().ticked();
  app.send(ToggleStep{app.model().progress.running->checklist.front().id});
  CHECK(app.model().progress.running->checklist.front().ticked() != was_ticked);
}

TEST_CASE("at zero the answer is submitted by itself, after one urgent warning") {
  MemoryStore store;
  Headless app(world::model(), store);
  world::start(app);
  app.send(EditAnswer{kAnswer});
  app.advance(149'999);
  CHECK_FALSE(world::was_announced(app, "30 seconds left.", true));
  app.advance(1);
  CHECK(world::was_announced(app, "30 seconds left.", true));
  app.advance(30'000);
  CHECK(app.model().screen == Screen::verdict);
  REQUIRE(app.model().progress.attempts.size() == 1);
  CHECK(app.model().progress.attempts.front().timings.ended_by == session::EndedBy::time);
  CHECK(app.model().progress.attempts.front().timings.answering_ms == 180'000);
  CHECK(world::was_announced(app, "Time is up. Your answer was submitted.", false));
}

TEST_CASE("a tab that drew nothing and fired late still records the deadline as the end") {
  MemoryStore store;
  Headless app(world::model(), store);
  world::start(app);
  app.send(EditAnswer{kAnswer});
  app.stall(3'600'000);
  app.send(Tick{});
  REQUIRE(app.model().progress.attempts.size() == 1);
  CHECK(app.model().progress.attempts.front().timings.answering_ms == 180'000);
}

TEST_CASE("an attempt waits for its random bits and is not lost") {
  MemoryStore store;
  Headless app(world::model(), store);
  app.answers_random = false;
  (void)world::answer(app);
  CHECK(app.model().progress.attempts.empty());
  REQUIRE(app.model().progress.running);
  CHECK(app.model().progress.running->phase == session::Phase::submitted);
  app.send(StartQuestion{"second", {}});  // nothing is left behind for it
  CHECK_FALSE(app.model().dialog);
  CHECK(app.model().progress.running->question_id == "first");

  SUBCASE("they arrive") {
    app.deliver_random();
    CHECK(app.model().progress.attempts.size() == 1);
    CHECK(app.model().screen == Screen::verdict);
  }
  SUBCASE("the app is killed before they arrive") {
    app.answers_random = true;
    app.kill_and_restart();
    REQUIRE(app.model().progress.attempts.size() == 1);
    CHECK(app.model().progress.attempts.front().report.input.answer == kAnswer);
    CHECK_FALSE(app.model().progress.running);
  }
}

TEST_CASE("an empty answer is submitted and can't be judged, with a reason") {
  MemoryStore store;
  Headless app(world::model(), store);
  world::start(app);
  app.send(Finish{});
  REQUIRE(app.model().progress.attempts.size() == 1);
  const scoring::Report& report = app.model().progress.attempts.front().report;
  CHECK(report.verdict == scoring::Verdict::cannot_judge);
  CHECK_FALSE(report.reason.empty());
  CHECK_FALSE(report.score);
}

TEST_CASE("a pause is recorded and stops the clock") {
  MemoryStore store;
  Headless app(world::model(), store);
  world::start(app);
  app.send(Pause{});
  app.advance(500'000);
  app.send(ContinueInterrupted{});
  CHECK(app.model().progress.running->phase == session::Phase::paused);
  app.send(Resume{});
  CHECK(app.model().progress.running->remaining_ms(app.now()) == 180'000);
  app.send(Finish{});
  CHECK(app.model().progress.attempts.front().timings.pauses == 1);
  CHECK(app.model().progress.attempts.front().timings.paused_ms == 500'000);
}

TEST_CASE("a killed app comes back to the draft with the clock standing still") {
  MemoryStore store;
  Headless app(world::model(), store);
  world::start(app);
  app.advance(40'000);
  app.send(EditAnswer{kAnswer});
  app.sleep(10'000'000);
  app.kill_and_restart();
  CHECK(app.model().screen == Screen::practice);
  REQUIRE(app.model().progress.running);
  CHECK(app.model().progress.running->phase == session::Phase::interrupted);
  CHECK(app.model().progress.running->draft == kAnswer);
  CHECK(world::was_announced(app, "Your unfinished answer is here", false));
  app.advance(1'000'000);
  CHECK(app.model().progress.attempts.empty());

  SUBCASE("continued") {
    app.send(Resume{});
    CHECK(app.model().progress.running->phase == session::Phase::interrupted);
    app.send(ContinueInterrupted{});
    CHECK(app.model().progress.running->remaining_ms(app.now()) == 140'000);
    app.send(Finish{});
    CHECK(app.model().progress.attempts.front().timings.interruptions == 1);
    CHECK(app.model().progress.attempts.front().report.input.answer == kAnswer);
  }
  SUBCASE("submitted as it is") {
    app.send(Finish{});
    CHECK(app.model().progress.attempts.empty());
    app.send(SubmitAsItIs{});
    REQUIRE(app.model().progress.attempts.size() == 1);
    CHECK(app.model().screen == Screen::verdict);
  }
  SUBCASE("discarded") {
    app.send(DiscardRunning{});
    REQUIRE(app.model().dialog);
    app.send(CancelDialog{});
    CHECK(app.model().progress.running);
    app.send(DiscardRunning{});
    app.send(ConfirmDialog{});
    CHECK_FALSE(app.model().progress.running);
    CHECK(app.model().screen == Screen::home);
    app.kill_and_restart();
    CHECK_FALSE(app.model().progress.running);
  }
  SUBCASE("killed again") {
    app.kill_and_restart();
    CHECK(app.model().progress.running->draft == kAnswer);
  }
}

TEST_CASE("starting another question asks before it leaves the one in hand") {
  MemoryStore store;
  Headless app(world::model(), store);
  world::start(app);
  app.send(EditAnswer{"half"});
  app.send(StartQuestion{"second", {}});
  REQUIRE(app.model().dialog);
  CHECK(app.model().dialog->kind == Dialog::Kind::leave_running);
  CHECK(app.model().dialog->subject == "second");
  SUBCASE("no") {
    app.send(CancelDialog{});
    CHECK(app.model().progress.running->draft == "half");
  }
  SUBCASE("yes") {
    app.send(ConfirmDialog{});
    CHECK(app.model().progress.running->question_id == "second");
    CHECK(app.model().progress.running->draft.empty());
    CHECK(app.model().screen == Screen::practice);
  }
  SUBCASE("time runs out meanwhile") {
    app.advance(180'000);
    CHECK_FALSE(app.model().dialog);
    CHECK(app.model().screen == Screen::verdict);
    CHECK(app.model().progress.attempts.size() == 1);
  }
}

TEST_CASE("a retry names the attempt that it tries again, also after a kill") {
  MemoryStore store;
  Headless app(world::model(), store);
  const std::string earlier = world::answer(app);
  app.send(StartQuestion{"first", earlier});
  CHECK(app.model().retry_of == earlier);
  app.kill_and_restart();
  CHECK(app.model().retry_of == earlier);
  app.send(SubmitAsItIs{});
  REQUIRE(app.model().progress.attempts.size() == 2);
  CHECK(find_attempt(app.model(), app.model().shown_attempt)->retry_of == earlier);
  CHECK(app.model().retry_of.empty());
}

TEST_CASE("a question of one's own is practised and kept with its prompt") {
  MemoryStore store;
  Headless app(world::model(), store);
  app.send(StartFreeText{});
  CHECK(app.model().screen == Screen::home);
  app.send(EditFreeText{"How do you decide what not to build?"});
  app.send(StartFreeText{});
  app.send(SkipPreparation{});
  app.send(EditAnswer{kAnswer});
  app.send(Finish{});
  REQUIRE(app.model().progress.attempts.size() == 1);
  const std::string id = app.model().shown_attempt;
  CHECK(find_attempt(app.model(), id)->question_id.empty());
  CHECK(find_attempt(app.model(), id)->question_prompt == "How do you decide what not to build?");
  app.send(EditFreeText{""});
  app.send(StartQuestion{"", id});
  REQUIRE(app.model().progress.running);
  CHECK(app.model().progress.running->free_text == "How do you decide what not to build?");
}

TEST_CASE("level and time factor of the settings go into the attempt") {
  MemoryStore store;
  Headless app(world::model(), store);
  app.send(SetLevel{bank::Level::staff});
  app.send(SetTimeFactor{session::TimeFactor::twice});
  world::start(app);
  CHECK(app.model().progress.running->remaining_ms(app.now()) == 360'000);
  app.send(SetTimeFactor{session::TimeFactor::normal});
  CHECK(app.model().progress.running->remaining_ms(app.now()) == 360'000);
  app.send(Finish{});
  CHECK(app.model().progress.attempts.front().report.input.level == bank::Level::staff);
  CHECK(app.model().progress.attempts.front().timings.time_factor == session::TimeFactor::twice);
}

TEST_CASE("an answer over the limit is refused whole, and said so") {
  MemoryStore store;
  Headless app(world::model(), store);
  world::start(app);
  app.send(EditAnswer{"kept"});
  app.send(EditAnswer{std::string(kMaxAnswerBytes + 1, 'a')});
  CHECK(app.model().progress.running->draft == "kept");
  CHECK(world::was_announced(app, "The answer is longer than 1 MiB", true));
}

TEST_CASE("the page around an embedded question gets its result") {
  MemoryStore store;
  Environment environment;
  environment.is_embedded = true;
  environment.embedded_question_id = "second";
  Headless app(world::model(environment), store);
  app.send(Navigate{Screen::settings});
  app.send(Navigate{Screen::history});
  CHECK(app.model().screen == Screen::home);
  app.send(StartQuestion{"first", {}});
  CHECK(app.model().screen == Screen::home);
  const std::string id = world::answer(app, "");
  CHECK(app.model().progress.attempts.front().question_id == "second");
  REQUIRE(app.posted.size() == 1);
  const json::Parsed message = json::parse(app.posted.front(), "message");
  REQUIRE(message.value);
  CHECK(message.value->find("type")->string == "dryrun.result");
  CHECK(message.value->find("version")->integer == 1);
  CHECK(message.value->find("attempt_id")->string == id);
  CHECK(json::same(*message.value->find("report"), scoring::to_json(app.model().progress.attempts.front().report)));
}

TEST_CASE("with a clock set back behind the last erasing, a new attempt is still kept") {
  MemoryStore store;
  Headless app(world::model(), store);
  (void)world::answer(app);
  app.send(EraseAll{});
  app.send(ConfirmDialog{});
  app.sleep(-86'400'000);
  (void)world::answer(app);
  CHECK(app.model().progress.attempts.size() == 1);
}

TEST_CASE("a question that is asked for before the rules are there waits for them, and starts by itself") {
  MemoryStore store;
  Model model = world::model();
  model.derived.judge = nullptr;
  Headless app(std::move(model), store);
  app.send(StartQuestion{"first", {}});
  CHECK(app.model().screen == Screen::home);
  CHECK(world::was_announced(app, "One moment: the rules for judging are still loading", true));
  const Model whole = world::model();
  app.send(DataArrived{whole.derived.judge, whole.bank});
  REQUIRE(app.model().progress.running);
  CHECK(app.model().progress.running->question_id == "first");
  CHECK(app.model().screen == Screen::practice);
  CHECK(!app.model().awaited_start);
}

TEST_CASE("an own question that is asked for before the rules are there starts with them too") {
  MemoryStore store;
  Model model = world::model();
  model.derived.judge = nullptr;
  Headless app(std::move(model), store);
  app.send(EditFreeText{"How would you retire a service that others call?"});
  app.send(StartFreeText{});
  CHECK(!app.model().progress.running);
  const Model whole = world::model();
  app.send(DataArrived{whole.derived.judge, whole.bank});
  REQUIRE(app.model().progress.running);
  CHECK(app.model().progress.running->free_text == "How would you retire a service that others call?");
}
