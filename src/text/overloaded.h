// One function for each alternative of a variant, for std::visit.
#pragma once

namespace dryrun {

template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

}  // namespace dryrun
