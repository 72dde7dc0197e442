// Progress on this machine's disk: a folder with two alternating snapshot slots and, for each open window, a journal and the answer in hand.
// A window holds a lock on its own journal for as long as it lives, so that the others know whose journal has been left behind.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "progress/storage.h"

namespace dryrun::native {

class FileStore {
 public:
  /// Makes the folder where it is missing. Null when it can't be used: `problem` says why, with the path.
  [[nodiscard]] static std::unique_ptr<FileStore> open(const std::string& folder, std::string& problem);
  /// What this window journalled stays for whoever comes next.
  ~FileStore();
  FileStore(const FileStore&) = delete;
  FileStore& operator=(const FileStore&) = delete;

  /// On the disk when this returns. The reason when it can't be, else empty.
  [[nodiscard]] std::string journal(const progress::Change& change);
  void erase_journal();

  /// Keeps other windows out of the slots while it lives; for one read() and the write() that follows.
  class Lock {
   public:
    explicit Lock(const FileStore& store);
    ~Lock();
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

   private:
    int handle_;
  };

  /// Slots, and the journals of windows that are gone. Of their drafts the newest is in `running`; until it is taken over, all stay.
  [[nodiscard]] progress::Recovered read() const;
  /// This window has journalled the draft that read() gave under the same lock: what doesn't wait goes from the windows that are gone.
  void take_over(const progress::Recovered& recovered);
  /// Writes a snapshot of `progress` without its running attempt, then drops the journals that it covers. `recovered` is what read() gave
  /// under the same lock, merged into `progress` already. The reason when it failed, else empty.
  [[nodiscard]] std::string write(const progress::Progress& progress, const progress::Recovered& recovered);

  /// Differs from what it was when another window has written.
  [[nodiscard]] std::string state_of_slots() const;

 private:
  explicit FileStore(std::string folder);
  /// The journals of windows that are gone, always in one order.
  [[nodiscard]] std::vector<std::string> left_behind() const;
  [[nodiscard]] std::string path(const std::string& name) const { return folder_ + "/" + name; }
  [[nodiscard]] std::string slot(int index) const { return path(index == 0 ? "slot-a.json" : "slot-b.json"); }

  std::string folder_;
  std::string window_;       ///< name of this window's files
  int journal_handle_ = -1;  ///< open and locked
};

}  // namespace dryrun::native
