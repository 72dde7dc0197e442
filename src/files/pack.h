// One archive with everything that the app reads at run time: dryrun.pack. Built by tools/pack_data, embedded in native
// programs (dryrun_data/embedded.h), fetched or inlined on the web. Read-only; the bytes belong to whoever opened it.
//
// Format, integers little-endian:
//   8 bytes   "DRYPACK1"
//   u32       number of entries
//   entry     u32 path length, path bytes (UTF-8, '/' between parts), u32 offset from the start of the archive, u32 size
//   bytes     of the files, one after the other
// Entries are sorted by path, each path once. Paths are relative to data/ ("banks/core.json"); fonts, where the pack has
// them, are "fonts/regular.ttf" and "fonts/semibold.ttf".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dryrun::files {

class Pack {
 public:
  /// Empty when the bytes are not a whole and sound archive. The views handed out later point into `bytes`.
  [[nodiscard]] static std::optional<Pack> open(std::string_view bytes);

  /// The bytes of one file, or empty when there is none of that path.
  [[nodiscard]] std::optional<std::string_view> file(std::string_view path) const;

  /// The paths that begin with `prefix`, sorted by byte value.
  [[nodiscard]] std::vector<std::string_view> list(std::string_view prefix) const;

 private:
  struct Entry {
    std::string_view path;
    std::string_view bytes;
  };
  std::vector<Entry> entries_;
};

/// Writes an archive of (path, bytes), in any order. Empty when two paths are equal or the whole is over 4 GiB.
[[nodiscard]] std::optional<std::string> make_pack(std::vector<std::pair<std::string, std::string>> files);

}  // namespace dryrun::files
