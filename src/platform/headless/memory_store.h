// A store in memory that keeps the rules of the real ones: two alternating snapshot slots and a journal a tab, shared by all tabs that
// are given the same store. For tests and for running without any storage. Owns bytes only.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "progress/storage.h"

namespace dryrun::headless {

class MemoryStore {
 public:
  /// The journal of a tab: changes since the last snapshot, and the attempt in hand apart from them.
  struct TabJournal {
    std::vector<std::string> lines;
    std::string running;
    bool is_alive = true;
  };

  void open_tab(const std::string& tab);
  /// The tab was killed: its journal stays for whoever comes next.
  void kill_tab(const std::string& tab);

  /// False when the store refuses (full or blocked).
  [[nodiscard]] bool journal(const std::string& tab, const progress::Change& change);
  void erase_journal(const std::string& tab);

  /// Slots and the journals of dead tabs. Of several drafts the newest is in `running`; until a tab takes it over, all stay.
  [[nodiscard]] progress::Recovered read() const;
  /// A tab has journalled as its own what read() gave it: drafts that don't wait go from the journals of dead tabs.
  void take_over(const progress::Recovered& recovered);

  /// Writes a snapshot of `progress` without its running attempt, then drops the journals it covers. `recovered` is what read() gave
  /// just before (under the lock that a real platform holds), already merged into `progress`. False when refused or read-only.
  [[nodiscard]] bool write(const std::string& tab, const progress::Progress& progress, const progress::Recovered& recovered);

  // For tests to look at and to damage.
  std::array<std::string, 2> slots;
  std::map<std::string, TabJournal> journals;
  bool is_refusing = false;

 private:
  /// The journals of dead tabs that hold a draft, in the order in which read() gives them to recover().
  [[nodiscard]] std::vector<std::string> tabs_with_drafts() const;
};

}  // namespace dryrun::headless
