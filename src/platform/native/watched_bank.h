// Question files that are read again when they change, so that an author sees a question as it grows. Reads files; shows nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/message.h"
#include "scoring/judge.h"

namespace dryrun::native {

class WatchedBank {
 public:
  /// `paths`: bank files, or folders of them.
  explicit WatchedBank(std::vector<std::string> paths) : paths_(std::move(paths)) {}

  /// The bank as it is now, when any file differs from the last look (in name, size or time of change). With an error in it the bank is
  /// empty and all diagnostics come instead.
  [[nodiscard]] std::optional<app::BankChanged> look(const scoring::Judge& judge);

 private:
  std::vector<std::string> paths_;
  std::string state_;
};

}  // namespace dryrun::native
