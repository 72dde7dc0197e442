#include "files/pack.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace dryrun::files {
namespace {

constexpr std::string_view kMagic = "DRYPACK1";

/// Reads forwards through untrusted bytes; once anything is missing, it stays failed.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::string_view take(std::size_t count) {
    if (failed_ || count > bytes_.size() - at_) {
      failed_ = true;
      return {};
    }
    const std::string_view taken = bytes_.substr(at_, count);
    at_ += count;
    return taken;
  }

  std::uint32_t take_u32() {
    const std::string_view four = take(4);
    if (four.size() != 4) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;) value = (value << 8) | static_cast<unsigned char>(four[i]);
    return value;
  }

  [[nodiscard]] bool failed() const { return failed_; }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

void append_u32(std::string& out, std::size_t value) {
  for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>((value >> shift) & 0xff));
}

}  // namespace

std::optional<Pack> Pack::open(std::string_view bytes) {
  Reader reader(bytes);
  if (reader.take(kMagic.size()) != kMagic) return std::nullopt;
  const std::uint32_t count = reader.take_u32();
  Pack pack;
  for (std::uint32_t i = 0; i < count && !reader.failed(); ++i) {
    const std::string_view path = reader.take(reader.take_u32());
    const std::size_t offset = reader.take_u32();
    const std::size_t size = reader.take_u32();
    if (reader.failed() || offset > bytes.size() || size > bytes.size() - offset) return std::nullopt;
    if (!pack.entries_.empty() && pack.entries_.back().path >= path) return std::nullopt;
    pack.entries_.push_back({path, bytes.substr(offset, size)});
  }
  if (reader.failed()) return std::nullopt;
  return pack;
}

std::optional<std::string_view> Pack::file(std::string_view path) const {
  const auto found = std::lower_bound(entries_.begin(), entries_.end(), path,
                                      [](const Entry& entry, std::string_view wanted) { return entry.path < wanted; });
  if (found == entries_.end() || found->path != path) return std::nullopt;
  return found->bytes;
}

std::vector<std::string_view> Pack::list(std::string_view prefix) const {
  std::vector<std::string_view> paths;
  for (const Entry& entry : entries_) {
    if (entry.path.substr(0, prefix.size()) == prefix) paths.push_back(entry.path);
  }
  return paths;
}

std::optional<std::string> make_pack(std::vector<std::pair<std::string, std::string>> files) {
  std::sort(files.begin(), files.end());
  std::size_t offset = kMagic.size() + 4;
  std::size_t total = offset;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (i > 0 && files[i].first == files[i - 1].first) return std::nullopt;
    offset += 12 + files[i].first.size();
    total += 12 + files[i].first.size() + files[i].second.size();
  }
  if (total > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;

  std::string out(kMagic);
  out.reserve(total);
  append_u32(out, files.size());
  for (const auto& [path, bytes] : files) {
    append_u32(out, path.size());
    out += path;
    append_u32(out, offset);
    append_u32(out, bytes.size());
    offset += bytes.size();
  }
  for (const auto& file : files) out += file.second;
  return out;
}

}  // namespace dryrun::files
