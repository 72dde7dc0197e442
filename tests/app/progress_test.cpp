#include "app/world.h"

using namespace dryrun;
using namespace dryrun::app;
using headless::Headless;
using headless::MemoryStore;

namespace {

/// Everything that lies in the store.
std::string all_bytes(const MemoryStore& store) {
  std::string everything = store.slots[0] + store.slots[1];
  for (const auto& [tab, journal] : store.journals) {
    everything += journal.running;
    for (const std::string& line : journal.lines) everything += line;
  }
  return everything;
}

}  // namespace

TEST_CASE("history shows twenty attempts a page, newest first") {
  MemoryStore store;
  Headless app(world::model(), store);
  app.saves_at_once = false;
  for (int i = 0; i < 45; ++i) {
    (void)world::answer(app, i % 2 == 0 ? "first" : "second");
    app.advance(60'000);
  }
  app.send(Navigate{Screen::history});
  HistoryView view = history_view(app.model());
  CHECK(view.total == 45);
  CHECK(view.page_count == 3);
  REQUIRE(view.attempts.size() == 20);
  CHECK(view.attempts[0]->started_wall_ms > view.attempts[1]->started_wall_ms);
  app.send(HistoryPage{99});
  CHECK(app.model().history_page == 2);
  CHECK(history_view(app.model()).attempts.size() == 5);
  app.send(HistoryPage{-4});
  CHECK(app.model().history_page == 0);
}

TEST_CASE("an attempt reopens its verdict, with rows that can be selected") {
  MemoryStore store;
  Headless app(world::model(), store);
  const std::string id = world::answer(app);
  app.send(Navigate{Screen::history});
  app.send(OpenAttempt{"no such"});
  CHECK(app.model().screen == Screen::history);
  app.send(OpenAttempt{id});
  CHECK(app.model().screen == Screen::verdict);
  const int rows = static_cast<int>(shown_attempt(app.model())->report.ledger.size());
  REQUIRE(rows > 0);
  app.send(SelectLedgerRow{0});
  CHECK(app.model().selected_row == 0);
  app.send(SelectLedgerRow{rows});
  CHECK(app.model().selected_row == 0);
  app.send(SelectLedgerRow{});
  CHECK_FALSE(app.model().selected_row);
  app.send(ToggleStrongExample{});
  CHECK(app.model().is_strong_example_open);
  app.send(Navigate{Screen::home});
  CHECK_FALSE(app.model().is_strong_example_open);
}

TEST_CASE("an attempt is erased only after being asked, and stays erased") {
  MemoryStore store;
  Headless app(world::model(), store);
  const std::string first = world::answer(app);
  const std::string second = world::answer(app);
  app.send(EraseAttempt{second});
  CHECK(app.model().progress.attempts.size() == 2);
  app.send(CancelDialog{});
  app.send(EraseAttempt{second});
  app.send(ConfirmDialog{});
  CHECK(app.model().progress.attempts.size() == 1);
  CHECK(app.model().screen == Screen::history);
  app.kill_and_restart();
  REQUIRE(app.model().progress.attempts.size() == 1);
  CHECK(app.model().progress.attempts.front().id == first);
}

TEST_CASE("an erased attempt leaves no word in the store, also when a kill comes before the snapshot") {
  for (const bool is_killed : {false, true}) {
    MemoryStore store;
    Headless app(world::model(), store);
    const std::string id = world::answer(app);
    app.send(SetTheme{progress::Theme::dark});  // so that both slots hold the attempt
    REQUIRE(all_bytes(store).find("rolled back") != std::string::npos);
    app.saves_at_once = !is_killed;
    app.send(EraseAttempt{id});
    app.send(ConfirmDialog{});
    if (is_killed) app.kill_and_restart();
    CHECK(all_bytes(store).find("rolled back") == std::string::npos);
    CHECK(app.model().progress.settings.theme == progress::Theme::dark);
  }
}

TEST_CASE("erasing all asks, takes the settings too, and leaves no word of an answer in the store") {
  MemoryStore store;
  Headless app(world::model(), store);
  app.send(SetTheme{progress::Theme::dark});
  (void)world::answer(app);
  world::start(app);
  app.send(EditAnswer{"a private draft"});
  app.send(EraseAll{});
  CHECK(app.model().progress.attempts.size() == 1);
  app.send(ConfirmDialog{});
  CHECK(app.model().progress.attempts.empty());
  CHECK_FALSE(app.model().progress.running);
  CHECK(app.model().progress.settings.theme == progress::Theme::system);
  CHECK(all_bytes(store).find("rolled back") == std::string::npos);
  CHECK(all_bytes(store).find("private draft") == std::string::npos);
  app.kill_and_restart();
  CHECK(app.model().progress.attempts.empty());
  CHECK(app.model().progress.settings.theme == progress::Theme::system);
}

TEST_CASE("erasing all survives a kill before the snapshot") {
  MemoryStore store;
  Headless app(world::model(), store);
  (void)world::answer(app);
  app.send(SetTheme{progress::Theme::light});
  app.saves_at_once = false;
  app.send(EraseAll{});
  app.send(ConfirmDialog{});
  app.kill_and_restart();
  CHECK(app.model().progress.attempts.empty());
  CHECK(app.model().progress.settings.theme == progress::Theme::system);
}

TEST_CASE("an exported file is named by its UTC day and imports into an empty history") {
  MemoryStore store;
  Headless app(world::model(), store);
  (void)world::answer(app);
  app.send(ExportProgress{});
  REQUIRE(app.downloads.size() == 1);
  CHECK(app.downloads[0].file_name == "dry-run-progress-2026-11-24.json");
  CHECK(app.downloads[0].mime_type == "application/json");

  MemoryStore elsewhere;
  Headless other(world::model(), elsewhere);
  (void)world::answer(other, "second");
  other.send(ImportProgress{});
  CHECK(other.file_choosers == 1);
  other.send(FileArrived{"mine.json", app.downloads[0].bytes});
  CHECK(other.model().progress.attempts.size() == 2);
  REQUIRE(other.model().dialog);
  CHECK(other.model().dialog->kind == Dialog::Kind::import_result);
  CHECK_FALSE(other.model().dialog->is_failure);
  CHECK(other.model().dialog->details.front() == "1 attempt was added.");
  other.send(ConfirmDialog{});
  other.send(FileArrived{"mine.json", app.downloads[0].bytes});
  CHECK(other.model().progress.attempts.size() == 2);
  CHECK(other.model().dialog->details == std::vector<std::string>{"0 attempts were added.", "1 was here already."});
  other.kill_and_restart();
  CHECK(other.model().progress.attempts.size() == 2);
}

TEST_CASE("imported attempts are journalled, so that a kill before the snapshot keeps them") {
  MemoryStore store;
  Headless app(world::model(), store);
  (void)world::answer(app);
  app.send(ExportProgress{});
  MemoryStore elsewhere;
  Headless other(world::model(), elsewhere);
  other.saves_at_once = false;
  other.send(FileArrived{"mine.json", app.downloads[0].bytes});
  other.kill_and_restart();
  CHECK(other.model().progress.attempts.size() == 1);
}

TEST_CASE("a bad file changes nothing and says where it is bad") {
  MemoryStore store;
  Headless app(world::model(), store);
  (void)world::answer(app);
  const std::string before = progress::write_progress(app.model().progress);
  app.send(FileArrived{"notes.json", "{\n  \"format\": \"shopping\"\n}"});
  REQUIRE(app.model().dialog);
  CHECK(app.model().dialog->is_failure);
  REQUIRE(app.model().dialog->details.size() == 1);
  CHECK(app.model().dialog->details[0].rfind("notes.json:2:13 P001 ", 0) == 0);
  CHECK(progress::write_progress(app.model().progress) == before);
  app.send(ConfirmDialog{});
  app.send(FileRefused{"huge.json", "It is larger than 32 MiB."});
  CHECK(app.model().dialog->details == std::vector<std::string>{"It is larger than 32 MiB."});
}

TEST_CASE("a file of a newer version is refused") {
  MemoryStore store;
  Headless app(world::model(), store);
  (void)world::answer(app);
  app.send(ExportProgress{});
  std::string newer = app.downloads[0].bytes;
  newer.replace(newer.find("\"version\": 1"), 12, "\"version\": 9");
  Headless other(world::model(), store, "other");
  other.send(FileArrived{"newer.json", newer});
  REQUIRE(other.model().dialog);
  CHECK(other.model().dialog->is_failure);
}

TEST_CASE("settings are stamped with the wall clock and always move forward") {
  MemoryStore store;
  Headless app(world::model(), store);
  app.send(SetTextSize{130});
  CHECK(app.model().progress.settings.stamp_wall_ms == app.now().wall_ms);
  app.send(SetTextSize{131});
  CHECK(app.model().progress.settings.text_size_percent == 130);
  const std::int64_t before = app.model().progress.settings.stamp_wall_ms;
  app.send(SetTextSize{130});
  CHECK(app.model().progress.settings.stamp_wall_ms == before);
  app.sleep(-1'000'000);
  app.send(SetTheme{progress::Theme::light});
  CHECK(app.model().progress.settings.stamp_wall_ms == before + 1);
}

TEST_CASE("two tabs never lose each other's attempts, and erased stays erased from both") {
  MemoryStore store;
  Headless one(world::model(), store, "one");
  Headless two(world::model(), store, "two");
  const std::string first = world::answer(one);
  two.stall(5'000);
  const std::string second = world::answer(two, "second");
  one.save();
  CHECK(one.model().progress.attempts.size() == 2);
  CHECK(two.model().progress.attempts.size() == 2);
  one.send(EraseAttempt{second});
  one.send(ConfirmDialog{});
  two.save();
  CHECK(two.model().progress.attempts.size() == 1);
  CHECK(two.model().screen == Screen::history);
  one.save();
  one.kill_and_restart();
  REQUIRE(one.model().progress.attempts.size() == 1);
  CHECK(one.model().progress.attempts.front().id == first);
}

TEST_CASE("a second tab does not take over the draft of one that lives, but of one that died") {
  MemoryStore store;
  Headless one(world::model(), store, "one");
  world::start(one);
  one.send(EditAnswer{"mine"});
  Headless two(world::model(), store, "two");
  CHECK_FALSE(two.model().progress.running);
  store.kill_tab("one");
  Headless three(world::model(), store, "three");
  REQUIRE(three.model().progress.running);
  CHECK(three.model().progress.running->draft == "mine");
  three.kill_and_restart();
  CHECK(three.model().progress.running->draft == "mine");
}

TEST_CASE("the drafts of two killed tabs come back one after the other, the newest first") {
  MemoryStore store;
  Headless older(world::model(), store, "older");
  Headless newer(world::model(), store, "newer");
  world::start(older);
  older.send(EditAnswer{"the older draft"});
  newer.stall(5'000);
  world::start(newer, "second");
  newer.send(EditAnswer{"the newer draft"});
  store.kill_tab("older");
  store.kill_tab("newer");

  Headless app(world::model(), store, "again");
  REQUIRE(app.model().progress.running);
  CHECK(app.model().progress.running->draft == "the newer draft");
  CHECK(app.model().storage_notes.size() == 1);
  app.send(ContinueInterrupted{});
  app.send(Finish{});
  app.kill_and_restart();
  REQUIRE(app.model().progress.running);
  CHECK(app.model().progress.running->draft == "the older draft");
  CHECK(app.model().storage_notes.empty());
  app.send(DiscardRunning{});
  app.send(ConfirmDialog{});
  app.kill_and_restart();
  CHECK_FALSE(app.model().progress.running);
}

TEST_CASE("erasing all takes the drafts of killed tabs, and leaves the answer that another tab has in hand") {
  MemoryStore store;
  Headless killed(world::model(), store, "killed");
  Headless one(world::model(), store, "one");
  world::start(killed);
  killed.send(EditAnswer{"a draft of a killed tab"});
  Headless two(world::model(), store, "two");
  world::start(two);
  store.kill_tab("killed");
  one.send(EraseAll{});
  one.send(ConfirmDialog{});
  CHECK(all_bytes(store).find("killed tab") == std::string::npos);
  two.save();
  two.send(EditAnswer{world::kAnswer});
  two.send(Finish{});
  CHECK(two.model().progress.attempts.size() == 1);
  one.save();
  CHECK(one.model().progress.attempts.size() == 1);
}

TEST_CASE("a store that refuses is said, and export still works") {
  MemoryStore store;
  Headless app(world::model(), store);
  store.is_refusing = true;
  (void)world::answer(app);
  CHECK(app.model().storage.state == SaveState::not_saved);
  CHECK(world::was_announced(app, "The storage refused.", true));
  app.send(ExportProgress{});
  CHECK(app.downloads.size() == 1);
  store.is_refusing = false;
  app.save();
  CHECK(app.model().storage.state == SaveState::saved);
}

TEST_CASE("a newer version's store is left untouched") {
  MemoryStore store;
  store.slots[0] = R"({"schema":2,"sequence":5,"body":"of another shape"})";
  const std::string before = store.slots[0];
  Headless app(world::model(), store);
  CHECK(app.model().storage.state == SaveState::read_only);
  (void)world::answer(app);
  CHECK(store.slots[0] == before);
  CHECK(store.slots[1].empty());
  CHECK(app.model().progress.attempts.size() == 1);
}
