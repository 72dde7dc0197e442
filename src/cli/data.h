// The data that a command works with: what this program carries inside, or a folder of the same make, so that somebody who writes
// rules sees what they do without building anything. Read-only; views point into it.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.h"
#include "files/pack.h"
#include "scoring/judge.h"

namespace dryrun::cli {

class Data {
 public:
  /// What is inside, or the folder of --data; empty, told on standard error, when that can't be read.
  [[nodiscard]] static std::optional<Data> load(const Arguments& arguments);
  [[nodiscard]] static Data inside();

  /// Path and bytes of each file whose path begins with one of `prefixes`, in their order.
  [[nodiscard]] std::vector<scoring::DataFile> files(std::initializer_list<std::string_view> prefixes) const;
  /// Those that the judge is made of.
  [[nodiscard]] std::vector<scoring::DataFile> rules() const { return files({"concepts/", "rubrics/"}); }
  /// One file by its path, such as "docs/diagnostics.md"; empty when it isn't there.
  [[nodiscard]] std::string_view text(std::string_view path) const { return pack_.file(path).value_or(std::string_view()); }
  /// What a path is called in a message: with the folder before it.
  [[nodiscard]] std::string name_of(std::string_view path) const { return folder_ + "/" + std::string(path); }

 private:
  std::vector<std::string> bytes_;  ///< the archive made of a folder; at most one, so that a move keeps its address
  files::Pack pack_;
  std::string folder_ = "data";
};

}  // namespace dryrun::cli
