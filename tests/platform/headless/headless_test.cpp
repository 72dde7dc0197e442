#include "app/world.h"
#include "platform/headless/memory_store.h"

using namespace dryrun;
using namespace dryrun::app;
using headless::Headless;
using headless::MemoryStore;

TEST_CASE("time that passes in one go still fires each deadline at its moment") {
  MemoryStore store;
  Headless app(world::model(), store);
  app.send(StartQuestion{"first", {}});
  app.advance(500'000);
  CHECK(app.model().screen == Screen::verdict);
  const progress::Timings& timings = app.model().progress.attempts.front().timings;
  CHECK(timings.preparation_ms == 30'000);
  CHECK(timings.answering_ms == 180'000);
  int warnings = 0;
  for (const Announce& words : app.announcements) warnings += words.is_urgent ? 1 : 0;
  CHECK(warnings == 1);
}

TEST_CASE("a sleeping machine loses its sleep from the answer's time") {
  MemoryStore store;
  Headless app(world::model(), store);
  world::start(app);
  app.advance(10'000);
  app.sleep(100'000);
  app.advance(1'000);
  app.send(Tick{});
  CHECK(app.model().progress.running->remaining_ms(app.now()) == 69'000);
}

TEST_CASE("snapshots alternate between two slots and the journal empties behind them") {
  MemoryStore store;
  Headless app(world::model(), store);
  (void)world::answer(app);
  const auto first = store.slots;
  (void)world::answer(app, "second");
  CHECK(((store.slots[0] == first[0]) != (store.slots[1] == first[1])));
  for (const auto& [tab, journal] : store.journals) CHECK(journal.lines.empty());
}

TEST_CASE("with either slot cut at any place nothing that both held is lost") {
  MemoryStore store;
  Headless app(world::model(), store);
  (void)world::answer(app);
  app.send(SetTheme{progress::Theme::dark});
  app.send(SetTheme{progress::Theme::light});
  for (std::size_t slot = 0; slot < 2; ++slot) {
    for (std::size_t size = 0; size < store.slots[slot].size(); size += 97) {
      MemoryStore damaged = store;
      damaged.slots[slot].resize(size);
      Headless again(world::model(), damaged, "again");
      CHECK(again.model().progress.attempts.size() == 1);
    }
  }
}
