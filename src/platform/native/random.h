// Randomness of this machine.
#pragma once

#include <cstdint>
#include <string>

namespace dryrun::native {

[[nodiscard]] std::uint64_t random_bits();
/// 16 hexadecimal digits.
[[nodiscard]] std::string random_name();

}  // namespace dryrun::native
