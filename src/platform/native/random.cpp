#include "platform/native/random.h"

#include <random>

namespace dryrun::native {

std::uint64_t random_bits() {
  static std::random_device device;
  return static_cast<std::uint64_t>(device()) << 32 | device();
}

std::string random_name() {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string name;
  for (std::uint64_t bits = random_bits(), i = 0; i < 16; ++i, bits >>= 4) name += kDigits[bits & 15];
  return name;
}

}  // namespace dryrun::native
