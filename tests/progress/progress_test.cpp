#include "progress/progress.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "progress/samples.h"

using namespace dryrun;
using namespace dryrun::progress;
using samples::attempt;
using samples::kWall;
using samples::replaced;

namespace {

Progress history() {
  Progress progress;
  append(progress, attempt(2));
  append(progress, attempt(1, "Ωmega \"quoted\" \xF0\x9F\x8E\x88\n\ttabbed"));
  erase_attempt(progress, attempt(3).id);
  progress.settings.level = bank::Level::staff;
  progress.settings.text_size_percent = 130;
  progress.settings.stamp_wall_ms = kWall;
  return progress;
}

Progress read_well(const std::string& bytes) {
  ProgressResult result = read_progress(bytes, "p.json");
  for (const Diagnostic& diagnostic : result.diagnostics) MESSAGE(to_string(diagnostic));
  REQUIRE(result.progress);
  CHECK(result.diagnostics.empty());
  return *result.progress;
}

bool has(const Diagnostics& diagnostics, const std::string& line) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [&](const Diagnostic& d) { return to_string(d).rfind(line, 0) == 0; });
}

}  // namespace

TEST_CASE("an attempt's id depends on its question, its start and the random bits") {
  const std::string id = attempt_id("a", 1, 2);
  CHECK(id.size() == 32);
  CHECK(id == attempt_id("a", 1, 2));
  CHECK(id != attempt_id("b", 1, 2));
  CHECK(id != attempt_id("a", 2, 2));
  CHECK(id != attempt_id("a", 1, 3));
  CHECK(attempt_id("a1", 1, 2) != attempt_id("a", 11, 2));
}

TEST_CASE("a progress file is indented and reads back to the same bytes") {
  const std::string written = write_progress(history());
  CHECK(written.rfind("{\n  \"format\": \"dryrun-progress\",\n  \"version\": 1,\n", 0) == 0);
  CHECK(written.back() == '\n');
  CHECK(write_progress(read_well(written)) == written);
}

TEST_CASE("every setting comes back as it was chosen, and a change of any one is a change") {
  Settings settings;
  settings.stamp_wall_ms = kWall;
  const auto check = [&](auto Settings::*field, auto value) {
    Progress progress;
    progress.settings = settings;
    progress.settings.*field = value;
    CHECK_FALSE(progress.settings == settings);
    CHECK(read_well(write_progress(progress)).settings == progress.settings);
    CHECK(read_well(write_progress(progress)).settings.*field == value);
  };
  check(&Settings::level, bank::Level::staff);
  check(&Settings::time_factor, session::TimeFactor::untimed);
  check(&Settings::theme, Theme::dark);
  check(&Settings::text_size_percent, 150);
  check(&Settings::stamp_wall_ms, kWall + 1);
}

TEST_CASE("attempts are kept by their start, each once") {
  Progress progress = history();
  REQUIRE(progress.attempts.size() == 2);
  CHECK(progress.attempts[0].id == attempt(1).id);
  append(progress, attempt(2));
  CHECK(progress.attempts.size() == 2);
}

TEST_CASE("the running attempt is never exported") {
  Progress progress = history();
  progress.running = samples::running();
  CHECK(write_progress(progress).find("half an ans") == std::string::npos);
}

TEST_CASE("unknown fields are kept at every level") {
  std::string text = write_progress(history());
  text = replaced(text, "\"version\": 1,", "\"version\": 1, \"of_file\": {\"a\": [1, 2.5, null]},");
  text = replaced(text, "\"level\": \"staff\",", "\"level\": \"staff\", \"of_settings\": true,");
  text = replaced(text, "\"question_id\": \"late-page\",", "\"question_id\": \"late-page\", \"of_attempt\": \"x\",");
  text = replaced(text, "\"pauses\": 1,", "\"pauses\": 1, \"of_timings\": 7,");
  text = replaced(text, "\"step\": \"mitigate\",", "\"step\": \"mitigate\", \"of_step\": 8,");
  text = replaced(text, "\"verdict\":", "\"of_report\": [], \"verdict\":");
  const Progress read = read_well(text);
  const std::string written = write_progress(read);
  for (const char* field : {"of_file", "of_settings", "of_attempt", "of_timings", "of_step", "of_report"}) {
    CAPTURE(field);
    CHECK(written.find(field) != std::string::npos);
  }
  CHECK(write_progress(read_well(written)) == written);
  CHECK(write_progress(merge(read, read)) == written);
}

TEST_CASE("a newer version is told and left alone") {
  const std::string text = replaced(write_progress(history()), "\"version\": 1", "\"version\": 2");
  const ProgressResult result = read_progress(text, "p.json");
  CHECK(result.is_newer_version);
  CHECK_FALSE(has_errors(result.diagnostics));
  CHECK(has(result.diagnostics, "p.json:3:14 P003 "));
  CHECK(result.progress);
}

TEST_CASE("everything wrong with a file is told at its place") {
  std::string text = write_progress(history());
  text = replaced(text, "\"level\": \"staff\"", "\"level\": \"principal\"");
  text = replaced(text, "\"text_size_percent\": 130", "\"text_size_percent\": 1000");
  text = replaced(text, "\"preparation_ms\": 12000", "\"preparation_ms\": \"long\"");
  const ProgressResult result = read_progress(text, "p.json");
  CHECK_FALSE(result.progress);
  CHECK(result.diagnostics.size() == 3);
  CHECK(has(result.diagnostics, "p.json:5:14 P006 "));
  CHECK(has(result.diagnostics, "p.json:8:26 P007 "));
  CHECK(std::count_if(result.diagnostics.begin(), result.diagnostics.end(),
                      [](const Diagnostic& d) { return d.code == "P004"; }) == 1);
}

TEST_CASE("each diagnostic has its cause") {
  const auto code_of = [](const std::string& text) {
    const ProgressResult result = read_progress(text, "p.json");
    CHECK_FALSE(result.progress);
    REQUIRE_FALSE(result.diagnostics.empty());
    return result.diagnostics.front().code;
  };
  const std::string good = write_progress(history());
  CHECK(code_of("{}") == "P001");
  CHECK(code_of("[]") == "P001");
  CHECK(code_of("{\"format\": \"dryrun-bank\", \"version\": 1}") == "P001");
  CHECK(code_of("{\"format\": \"dryrun-progress\"}") == "P002");
  CHECK(code_of("{\"format\": \"dryrun-progress\", \"version\": 0}") == "P002");
  CHECK(code_of("{\"format\": \"dryrun-progress\", \"version\": 1, \"attempts\": [3]}") == "P004");
  CHECK(code_of("{\"format\": \"dryrun-progress\", \"version\": 1, \"attempts\": [{}]}") == "P005");
  CHECK(code_of(replaced(good, attempt(1).id, "short")) == "P008");
  CHECK(code_of(replaced(good, attempt(2).id, attempt(1).id)) == "P009");
  CHECK(code_of(std::string(kMaxProgressBytes + 1, ' ')) == "P010");
  CHECK(code_of("{\"format\"") == "J001");
  CHECK(code_of("") == "J001");
}

TEST_CASE("a truncated file never gives a progress and never crashes") {
  const std::string good = write_progress(history());
  for (std::size_t size = 0; size + 1 < good.size(); ++size) {
    const ProgressResult result = read_progress(std::string_view(good).substr(0, size), "p.json");
    CHECK_FALSE(result.progress);
    CHECK(has_errors(result.diagnostics));
  }
}

TEST_CASE("merging is a union without duplicates, commutative, associative and idempotent") {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const Progress a = samples::random_history(random);
    const Progress b = samples::random_history(random);
    const Progress c = samples::random_history(random);
    const std::string ab = write_progress(merge(a, b));
    CHECK(ab == write_progress(merge(b, a)));
    CHECK(write_progress(merge(merge(a, b), c)) == write_progress(merge(a, merge(b, c))));
    CHECK(write_progress(merge(a, a)) == write_progress(a));
    CHECK(write_progress(merge(merge(a, b), b)) == ab);
    const Progress both = merge(a, b);
    for (const Progress* side : {&a, &b}) {
      for (const Attempt& one : side->attempts) {
        const bool is_erased = both.erased.count(one.id) != 0 || one.started_wall_ms <= both.erased_before_ms;
        const auto same = [&](const Attempt& other) { return other.id == one.id; };
        CHECK(std::count_if(both.attempts.begin(), both.attempts.end(), same) == (is_erased ? 0 : 1));
      }
    }
  }
}

TEST_CASE("what was erased stays erased, also when another history still has it") {
  Progress mine = history();
  const Progress theirs = history();
  erase_attempt(mine, attempt(1).id);
  CHECK(mine.attempts.size() == 1);
  CHECK(merge(theirs, mine).attempts.size() == 1);
  append(mine, attempt(1));
  CHECK(mine.attempts.size() == 1);

  erase_all(mine, kWall + 3'600'000);
  CHECK(mine.attempts.empty());
  CHECK(merge(mine, theirs).attempts.empty());
  Attempt later = attempt(90);
  append(mine, later);
  CHECK(merge(theirs, mine).attempts.size() == 1);
}

TEST_CASE("erasing all also erases attempts that a wrong clock dates in the future") {
  Progress progress = history();
  const Progress before = progress;
  erase_all(progress, kWall - 1);
  CHECK(progress.attempts.empty());
  CHECK(merge(before, progress).attempts.empty());
}

TEST_CASE("the later settings win a merge, and equal stamps are settled by bytes") {
  Progress a;
  Progress b;
  a.settings.theme = Theme::dark;
  a.settings.stamp_wall_ms = 2;
  b.settings.theme = Theme::light;
  b.settings.stamp_wall_ms = 1;
  CHECK(merge(b, a).settings.theme == Theme::dark);
  b.settings.stamp_wall_ms = 2;
  CHECK(merge(a, b).settings == merge(b, a).settings);
}

TEST_CASE("a merge keeps the left one's running attempt") {
  Progress a;
  Progress b;
  b.running = samples::running();
  CHECK_FALSE(merge(a, b).running);
  CHECK(merge(b, a).running);
}

TEST_CASE("themes keep their ids") {
  for (const Theme theme : {Theme::system, Theme::light, Theme::dark}) CHECK(theme_from_id(to_id(theme)) == theme);
  CHECK_FALSE(theme_from_id("sepia"));
}
