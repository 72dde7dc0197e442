// The app without a window, a browser or a real clock: holds a Model, runs update() and carries out its effects on a store in memory.
// Tests and tools drive it by messages; HeadlessUi (headless_ui.h) adds the screens. It draws nothing and reads no clock.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/message.h"
#include "app/update.h"
#include "platform/headless/memory_store.h"

namespace dryrun::headless {

class Headless {
 public:
  /// `store` outlives this; tabs that share one behave like tabs of one browser. The store is read at once.
  Headless(app::Model model, MemoryStore& store, std::string tab = "tab");
  virtual ~Headless() = default;

  [[nodiscard]] const app::Model& model() const { return model_; }
  [[nodiscard]] Now now() const { return now_; }

  void send(const app::Message& message);
  /// Lets time pass; each deadline on the way fires at its moment, as a timer would.
  void advance(std::int64_t ms);
  /// The machine sleeps: the wall clock goes on, the monotonic one and all timers stand still.
  void sleep(std::int64_t ms) { now_.wall_ms += ms; }
  /// Time passes while no timer fires (a throttled tab).
  void stall(std::int64_t ms);

  /// Kills the process and starts a new one on the same store: the journal is replayed, monotonic time begins anew.
  void kill_and_restart();
  /// Exchanges with the store what a real platform does soon after a change: reads, merges, writes.
  void save();

  // How the world behaves
  bool saves_at_once = true;     ///< save() after each message that journalled something
  bool answers_random = true;    ///< RequestRandom is answered at once; else deliver_random() does it
  void deliver_random();

  // What came out, oldest first
  std::vector<app::Download> downloads;
  std::vector<app::Announce> announcements;
  std::vector<std::string> posted;
  int file_choosers = 0;

 private:
  void open();
  void carry_out(const app::Effect& effect);
  void journal(const progress::Change& change);

  app::Model fresh_;  ///< as it was given, for restarts
  app::Model model_;
  MemoryStore& store_;
  std::string tab_;
  Now now_{1'000, 1'795'494'360'000};  // 24 Nov 2026, 04:26 UTC
  std::uint64_t next_random_ = 1;
  int random_waiting_ = 0;
  bool must_save_ = false;
};

}  // namespace dryrun::headless
