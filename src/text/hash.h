// XXH3-128 in the printed form that reports and saved files use.
#pragma once

#include <string>
#include <string_view>

namespace dryrun::text {

/// 32 lower-case hexadecimal digits, high half first, the canonical form of XXH3-128.
[[nodiscard]] std::string xxh3_128_hex(std::string_view bytes);

}  // namespace dryrun::text
