#include "platform/headless/memory_store.h"

#include <iterator>
#include <variant>

namespace dryrun::headless {

void MemoryStore::open_tab(const std::string& tab) {
  journals[tab].is_alive = true;
}

void MemoryStore::kill_tab(const std::string& tab) {
  journals[tab].is_alive = false;
}

bool MemoryStore::journal(const std::string& tab, const progress::Change& change) {
  if (is_refusing) return false;
  TabJournal& own = journals[tab];
  if (const auto* running = std::get_if<progress::RunningChanged>(&change); running != nullptr) {
    own.running = running->running ? progress::write_change(change) : std::string();
  } else {
    own.lines.push_back(progress::write_change(change));
  }
  return true;
}

void MemoryStore::erase_journal(const std::string& tab) {
  journals[tab].lines.clear();
  journals[tab].running.clear();
  for (auto& [other, journal] : journals) {
    if (!journal.is_alive) journal.running.clear();
  }
}

std::vector<std::string> MemoryStore::tabs_with_drafts() const {
  std::vector<std::string> tabs;
  for (const auto& [tab, journal] : journals) {
    if (!journal.is_alive && !journal.running.empty()) tabs.push_back(tab);
  }
  return tabs;
}

progress::Recovered MemoryStore::read() const {
  std::vector<std::string> lines;
  for (const auto& [tab, journal] : journals) {
    if (journal.is_alive) continue;
    lines.insert(lines.end(), journal.lines.begin(), journal.lines.end());
  }
  std::vector<std::string> drafts;
  for (const std::string& tab : tabs_with_drafts()) drafts.push_back(journals.at(tab).running);
  return progress::recover(slots[0], slots[1], lines, drafts);
}

void MemoryStore::take_over(const progress::Recovered& recovered) {
  if (is_refusing) return;
  const std::vector<std::string> tabs = tabs_with_drafts();
  for (std::size_t i = 0; i < tabs.size(); ++i)
    if (!recovered.is_waiting(i)) journals[tabs[i]].running.clear();
}

bool MemoryStore::write(const std::string& tab, const progress::Progress& progress,
                        const progress::Recovered& recovered) {
  if (is_refusing || recovered.is_read_only) return false;
  progress::Progress kept = progress;
  kept.running.reset();
  const auto slot = static_cast<std::size_t>(recovered.next_slot);
  slots[slot] = progress::write_snapshot(kept, recovered.sequence + 1);
  // What was erased must not lie on in the older copy.
  if (!progress::knows_what_was_erased(slots[1 - slot], kept))
    slots[1 - slot] = progress::write_snapshot(kept, recovered.sequence + 2);
  journals[tab].lines.clear();
  for (auto journal = journals.begin(); journal != journals.end();) {
    if (!journal->second.is_alive) journal->second.lines.clear();
    const bool is_spent = !journal->second.is_alive && journal->second.running.empty();
    journal = is_spent ? journals.erase(journal) : std::next(journal);
  }
  return true;
}

}  // namespace dryrun::headless
