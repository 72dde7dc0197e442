#include <random>

#include "app/world.h"

using namespace dryrun;
using namespace dryrun::app;
using headless::Headless;
using headless::MemoryStore;

namespace {

/// Everything of the Model that screens show and storage keeps, but for the clock.
std::string print(const Model& model) {
  std::string text = progress::write_progress(model.progress);
  if (model.progress.running)
    text += std::string(session::to_id(model.progress.running->phase)) + model.progress.running->draft +
            model.progress.running->notes;
  text += std::to_string(static_cast<int>(model.screen)) + model.shown_attempt + model.free_text_prompt +
          std::to_string(model.history_page);
  text += std::to_string(model.selected_row.value_or(-1)) + (model.is_strong_example_open ? "open" : "") +
          (model.dialog ? "dialog" : "");
  return text;
}

}  // namespace

TEST_CASE("messages that don't fit the state change nothing and have no effects") {
  Model model = world::model();
  const std::string before = print(model);
  const std::vector<Message> unfit{SkipPreparation{},
                                   EditAnswer{"x"},
                                   EditNotes{"x"},
                                   ToggleStep{"x"},
                                   StartRewording{},
                                   EditRewording{"x"},
                                   EndRewording{},
                                   TakeSecondLook{},
                                   CheckHonesty{},
                                   PauseHonestyCheck{},
                                   GoOnWithHonestyCheck{},
                                   Pause{},
                                   Resume{},
                                   Finish{},
                                   ContinueInterrupted{},
                                   SubmitAsItIs{},
                                   DiscardRunning{},
                                   OpenAttempt{"x"},
                                   SelectLedgerRow{0},
                                   ToggleStrongExample{},
                                   EraseAttempt{"x"},
                                   ConfirmDialog{},
                                   CancelDialog{},
                                   Tick{},
                                   RandomArrived{4},
                                   StartQuestion{"no such question", {}},
                                   Navigate{Screen::practice},
                                   Navigate{Screen::verdict},
                                   SetTextSize{7},
                                   SetLevel{bank::Level::senior},
                                   HistoryPage{3}};
  for (const Message& message : unfit) {
    CAPTURE(message.index());
    CHECK(update(model, message, {5, 5}).empty());
    CHECK(print(model) == before);
  }
}

TEST_CASE("behind an open dialog nothing can be pressed") {
  MemoryStore store;
  Headless app(world::model(), store);
  (void)world::answer(app);
  app.send(EraseAll{});
  const std::string before = print(app.model());
  for (const Message& message :
       std::vector<Message>{Navigate{Screen::home}, StartQuestion{}, ExportProgress{}, SetTheme{progress::Theme::dark},
                            EraseAttempt{app.model().shown_attempt}, ToggleStrongExample{}, SelectLedgerRow{0}}) {
    app.send(message);
    CHECK(print(app.model()) == before);
  }
  CHECK(app.downloads.empty());
  app.send(CancelDialog{});
  app.send(Navigate{Screen::home});
  CHECK(app.model().screen == Screen::home);
}

TEST_CASE("the next deadline is the running attempt's and nothing else's") {
  MemoryStore store;
  Headless app(world::model(), store);
  CHECK_FALSE(next_deadline_ms(app.model()));
  app.send(StartQuestion{"first", {}});
  CHECK(next_deadline_ms(app.model()) == app.now().monotonic_ms + 30'000);
  app.send(Pause{});
  CHECK_FALSE(next_deadline_ms(app.model()));
}

TEST_CASE("a changed bank is taken when it is good, else the old one stays and the findings are shown") {
  MemoryStore store;
  Headless app(world::model(), store);
  app.send(BankChanged{{}, {"bank.json:3:1 B003 unknown key"}});
  CHECK(app.model().bank.questions.size() == 2);
  CHECK(app.model().bank_diagnostics.size() == 1);
  bank::Bank changed;
  changed.questions = {world::question("third")};
  world::start(app);
  app.send(BankChanged{changed, {}});
  CHECK(app.model().bank_diagnostics.empty());
  CHECK(question_of(app.model(), "third") != nullptr);
  CHECK(question_of(app.model(), "second") == nullptr);
  REQUIRE(question_of(app.model(), "first") != nullptr);  // being answered
  app.send(EditAnswer{world::kAnswer});
  app.send(Finish{});
  CHECK(app.model().progress.attempts.front().question_title == "Title of first");
}

TEST_CASE("a draft whose question is gone from the bank is still judged and kept") {
  MemoryStore store;
  Headless app(world::model(), store);
  world::start(app, "second");
  app.send(EditAnswer{world::kAnswer});
  store.kill_tab("tab");
  Model smaller = world::model();
  smaller.bank.questions.pop_back();
  Headless other(std::move(smaller), store, "other");
  REQUIRE(other.model().progress.running);
  other.send(SubmitAsItIs{});
  REQUIRE(other.model().progress.attempts.size() == 1);
  CHECK(other.model().progress.attempts.front().report.input.answer == world::kAnswer);
}

TEST_CASE("any sequence of messages keeps every recorded attempt and the history in order") {
  std::mt19937 random(11);
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  for (int round = 0; round < 20; ++round) {
    MemoryStore store;
    Headless app(world::model(), store);
    app.saves_at_once = below(2) == 0;
    std::size_t recorded = 0;
    for (int i = 0; i < 120; ++i) {
      const std::string some = app.model().progress.attempts.empty() ? "" : app.model().progress.attempts.front().id;
      const std::vector<Message> messages{StartQuestion{below(2) == 0 ? "first" : "", {}},
                                          SkipPreparation{},
                                          EditAnswer{"words " + std::to_string(i)},
                                          Pause{},
                                          Resume{},
                                          Finish{},
                                          Tick{},
                                          ContinueInterrupted{},
                                          SubmitAsItIs{},
                                          OpenAttempt{some},
                                          Navigate{static_cast<Screen>(below(5))},
                                          SetTheme{static_cast<progress::Theme>(below(3))},
                                          ConfirmDialog{},
                                          CancelDialog{},
                                          HistoryPage{below(4)},
                                          ToggleStrongExample{},
                                          SelectLedgerRow{below(5)},
                                          EditFreeText{"Why?"},
                                          StartFreeText{}};
      app.send(messages[static_cast<std::size_t>(below(static_cast<int>(messages.size())))]);
      if (below(3) == 0) app.advance(below(100'000));
      const std::size_t attempts = app.model().progress.attempts.size();
      CHECK(attempts >= recorded);
      recorded = attempts;
      if (below(25) == 0) {
        const std::string before = progress::write_progress(app.model().progress);
        const std::string draft = app.model().progress.running ? app.model().progress.running->draft : "";
        app.kill_and_restart();
        CHECK(progress::write_progress(app.model().progress) == before);
        CHECK((app.model().progress.running ? app.model().progress.running->draft : "") == draft);
      }
    }
  }
}

TEST_CASE("measuring the judge runs to its end in slices, and a changed bank forgets its figures") {
  Model model = world::model();
  auto pairs = std::make_shared<std::vector<selftest::Pair>>(3);
  for (std::size_t i = 0; i < 3; ++i) {
    selftest::Pair& pair = (*pairs)[i];
    pair.id = std::string(1, static_cast<char>('a' + i)) + "-1";
    pair.is_untouched = i == 2;
    pair.strong.question_id = pair.weak.question_id = i == 0 ? "not-in-this-bank" : "first";
    pair.strong.answer = world::kAnswer;
    pair.weak.answer = "I used modern tools and best practice all day, since everybody knows that this is how it is done well.";
  }
  model.derived.pairs = pairs;
  MemoryStore store;
  Headless app(model, store);
  app.send(Navigate{Screen::honesty});
  app.send(CheckHonesty{});
  REQUIRE(app.model().honesty_check);
  // The pair of a question that isn't there is left out.
  CHECK(next_deadline_ms(app.model()));
  app.advance(5'000);
  const HonestyCheck& check = *app.model().honesty_check;
  CHECK_FALSE(check.is_running);
  CHECK(check.done() == check.total());
  CHECK(check.looked_at.measured().pairs == 1);
  CHECK(check.untouched.measured().pairs == 1);
  CHECK_FALSE(next_deadline_ms(app.model()));
  CHECK(app.announcements.back().text == "The judge is measured. The figures are on the page.");
  // Nothing is left to go on with, and measuring again begins anew.
  app.send(GoOnWithHonestyCheck{});
  CHECK_FALSE(app.model().honesty_check->is_running);
  app.send(CheckHonesty{});
  CHECK(app.model().honesty_check->done() == 0);

  app.send(BankChanged{model.bank, {}});
  CHECK_FALSE(app.model().honesty_check);
}
