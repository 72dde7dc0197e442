// A small pseudo-random sequence that is the same on every target, for tests that try many inputs. Owns its state; not for anything else.
#pragma once

#include <cstdint>
#include <string>

namespace dryrun::test {

/// SplitMix64.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31);
  }
  /// 0 to `limit` - 1; `limit` is at least 1.
  std::uint32_t below(std::uint64_t limit) { return static_cast<std::uint32_t>(next() % limit); }
  std::string bytes(std::size_t size) {
    std::string all;
    for (std::size_t i = 0; i < size; ++i) all += static_cast<char>(next() >> 56);
    return all;
  }

 private:
  std::uint64_t state_;
};

}  // namespace dryrun::test
