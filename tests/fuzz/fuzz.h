// What the fuzz targets share: ending the run with a sentence when a property doesn't hold, so that the fuzzer keeps the input. Each
// target is a file NAME_fuzz.cpp beside this one, with the one function that libFuzzer calls for every input.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace dryrun::fuzz {

/// `claim` is a whole sentence that was expected to be true.
inline void require(bool is_true, const char* claim) {
  if (is_true) return;
  std::fprintf(stderr, "fuzz: not true: %s\n", claim);
  std::abort();
}

/// The same for two texts that should be equal; both are shown.
inline void require_equal(const std::string& a, const std::string& b, const char* claim) {
  if (a == b) return;
  std::fprintf(stderr, "fuzz: not true: %s\n--- one\n%s\n--- other\n%s\n", claim, a.c_str(), b.c_str());
  std::abort();
}

inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// The bytes between NULs, which stand in no JSON: so one input can hold several files.
inline std::vector<std::string_view> parts_of(std::string_view bytes) {
  std::vector<std::string_view> parts;
  for (std::size_t end = bytes.find('\0'); end != std::string_view::npos; end = bytes.find('\0')) {
    parts.push_back(bytes.substr(0, end));
    bytes.remove_prefix(end + 1);
  }
  parts.push_back(bytes);
  return parts;
}

}  // namespace dryrun::fuzz

/// The name is libFuzzer's.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
