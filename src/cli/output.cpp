#include "cli/output.h"

#include <cerrno>
#include <cstdio>

namespace dryrun::cli {
namespace {

/// A pipe that is set not to block takes what fits and says EAGAIN: the rest is offered again.
bool write_all(std::FILE* stream, std::string_view text) {
  while (!text.empty()) {
    errno = 0;
    const std::size_t written = std::fwrite(text.data(), 1, text.size(), stream);
    text.remove_prefix(written);
    if (text.empty()) break;
    if (errno != EAGAIN && errno != EINTR) return false;
    std::clearerr(stream);
  }
  return true;
}

}  // namespace

bool print(std::string_view text) {
  // Unbuffered, so that a short write is seen here and not at exit, and so that each line of a batch leaves at once.
  static const bool is_unbuffered = std::setvbuf(stdout, nullptr, _IONBF, 0) == 0;
  (void)is_unbuffered;
  return write_all(stdout, text);
}

int fail(std::string_view message) {
  (void)write_all(stderr, "dryrun: " + std::string(message) + "\n");
  return kCouldNotRun;
}

void complain(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) (void)write_all(stderr, to_string(diagnostic) + "\n");
}

}  // namespace dryrun::cli
