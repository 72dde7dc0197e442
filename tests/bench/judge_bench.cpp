// Times judging from inside, so that neither the start of the program nor the loading of data counts: the part of ./run bench
// (bench.mjs) that is built natively and as WebAssembly. `dryrun-bench QUESTION FILE...` prints one line of JSON for each file:
// nanoseconds for a verdict, for the live checklist and for a plain scan of the bytes, and what a verdict allocates. One run of
// the program is one round: bench.mjs calls it again and again, between the other contestants.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bank/bank.h"
#include "cli/arguments.h"
#include "cli/output.h"
#include "cli/workspace.h"
#include "scoring/judge.h"

namespace {

struct Allocations {
  std::uint64_t count = 0;
  std::uint64_t bytes = 0;
};
Allocations allocations;

}  // namespace

// Every allocation of C++ in this program comes by here (only the stemmer, which is C, has a few of its own).
void* operator new(std::size_t size) {
  ++allocations.count;
  allocations.bytes += size;
  void* memory = std::malloc(size);
  if (memory == nullptr) std::abort();
  return memory;
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace dryrun {
namespace {

using Clock = std::chrono::steady_clock;

/// A shorter stretch would measure the clock.
constexpr std::chrono::milliseconds kShortestStretch{2};
/// So long stretches are taken, of which the quickest counts: where the machine has other work, some are cut up.
constexpr std::chrono::milliseconds kMeasured{20};

constexpr int kWarmingScans = 100;

/// What is measured ends here, so that no compiler may leave it out.
volatile std::uint64_t sink = 0;

/// Nanoseconds that one call takes, in the quickest stretch.
template <typename Call>
double nanoseconds(Call&& call) {
  constexpr double kNone = std::numeric_limits<double>::max();
  double best = kNone;
  std::uint64_t times = 1;
  for (const Clock::time_point start = Clock::now(); best == kNone || Clock::now() - start < kMeasured;) {
    const Clock::time_point begin = Clock::now();
    for (std::uint64_t i = 0; i < times; ++i) call();
    const Clock::duration took = Clock::now() - begin;
    if (took < kShortestStretch) {
      times *= 2;
    } else {
      best = std::min(best, std::chrono::duration<double, std::nano>(took).count() / static_cast<double>(times));
    }
  }
  return best;
}

/// The least that reading a text can cost: each byte once, and its spaces counted. A function of its own, since WebAssembly is
/// compiled the second time by function.
[[gnu::noinline]] std::uint64_t scan(std::string_view text) {
  std::uint64_t sum = 0;
  std::uint64_t spaces = 0;
  for (const char c : text) {
    sum += static_cast<unsigned char>(c);
    spaces += c == ' ' ? 1u : 0u;
  }
  return sum + spaces;
}

class Bench {
 public:
  Bench(const scoring::Judge& judge, const scoring::PreparedQuestion& question) : judge_(judge), question_(question) {}

  /// One call takes its own copy of the answer and throws the report away, as the page does.
  void verdict(const std::string& text) const {
    scoring::Input input;
    input.answer = text;
    sink = sink + judge_.judge(question_, std::move(input)).ledger.size();
  }
  void live(const std::string& text) const { sink = sink + judge_.steps_served(question_, text).size(); }

  void print(const std::string& text) const {
    // The text is read anew through a pointer that may have changed, so that scans aren't done once for all.
    const std::string* volatile at = &text;
    const double scan_ns = nanoseconds([&] { sink = sink + scan(*at); });
    const double live_ns = nanoseconds([&] { live(text); });
    const double verdict_ns = nanoseconds([&] { verdict(text); });
    const Allocations before = allocations;
    verdict(text);
    const Allocations after = allocations;
    std::printf("{\"scan_ns\":%.1f,\"live_ns\":%.1f,\"verdict_ns\":%.1f,\"allocations\":%.0f,\"allocated_bytes\":%.0f}\n", scan_ns, live_ns, verdict_ns,
                static_cast<double>(after.count - before.count), static_cast<double>(after.bytes - before.bytes));
  }

 private:
  const scoring::Judge& judge_;
  const scoring::PreparedQuestion& question_;
};

int run(const std::vector<std::string>& words) {
  if (words.size() < 2) return cli::fail("usage: dryrun-bench QUESTION FILE...");
  const std::unique_ptr<cli::Workspace> workspace = cli::Workspace::load({});
  if (workspace == nullptr) return cli::kCouldNotRun;
  const scoring::Judge* judge = &workspace->judge();
  const bank::Question* question = workspace->bank().find(words[0]);
  if (question == nullptr) return cli::fail("unknown question " + words[0]);
  const scoring::PreparedQuestionPtr prepared = judge->prepare(*question);

  std::vector<std::string> texts;
  for (std::size_t i = 1; i < words.size(); ++i) {
    std::string problem;
    std::optional<std::string> text = cli::read_input(words[i], cli::kMaxAnswerBytes, problem);
    if (!text) return cli::fail(problem);
    texts.push_back(std::move(*text));
  }
  const Bench bench(*judge, *prepared);
  // Warm-up: buffers grow to their size, and the engine of WebAssembly compiles what is used much a second time.
  for (const std::string& text : texts) bench.verdict(text);
  for (int i = 0; i < kWarmingScans; ++i) sink = sink + scan(texts.back());
  for (const std::string& text : texts) bench.print(text);
  return cli::kDone;
}

}  // namespace
}  // namespace dryrun

int main(int argc, char** argv) { return dryrun::run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc)); }
