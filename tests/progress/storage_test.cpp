#include "progress/storage.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>

#include "progress/samples.h"

using namespace dryrun;
using namespace dryrun::progress;
using samples::attempt;
using samples::kWall;
using samples::replaced;

namespace {

Progress with_attempts(std::initializer_list<std::uint64_t> numbers) {
  Progress progress;
  for (const std::uint64_t number : numbers) append(progress, attempt(number));
  return progress;
}

std::string print(const Progress& progress) {
  return write_progress(progress);
}

}  // namespace

TEST_CASE("each kind of change survives its journal line") {
  Settings settings;
  settings.theme = Theme::dark;
  settings.stamp_wall_ms = 5;
  settings.unknown.set("later", json::Value::of(1));
  for (const Change& change :
       std::vector<Change>{Added{attempt(1)}, Erased{attempt(2).id}, ErasedAll{kWall}, SettingsChanged{settings},
                           RunningChanged{samples::running()}, RunningChanged{}}) {
    const std::string line = write_change(change);
    CHECK(line.find('\n') == std::string::npos);
    const std::optional<Change> read = read_change(line);
    REQUIRE(read);
    CHECK(read->index() == change.index());
    CHECK(write_change(*read) == line);
  }
}

TEST_CASE("a journal line cut or changed at any byte is noticed") {
  const std::string line = write_change(Added{attempt(1)});
  for (std::size_t size = 0; size < line.size(); ++size)
    CHECK_FALSE(read_change(std::string_view(line).substr(0, size)));
  for (std::size_t i = 0; i < line.size(); ++i) {
    std::string changed = line;
    changed[i] = changed[i] == 'x' ? 'y' : 'x';
    CHECK_FALSE(read_change(changed));
  }
  CHECK_FALSE(read_change("null"));
  CHECK_FALSE(read_change("{}"));
}

TEST_CASE("a journal line whose change no snapshot could be read with is not taken") {
  for (const Change& change : std::vector<Change>{Erased{"2222"}, Erased{""}, ErasedAll{session::kLongestMs + 1},
                                                  ErasedAll{std::numeric_limits<std::int64_t>::min()}}) {
    CHECK_FALSE(read_change(write_change(change)));
    const Recovered recovered = recover("", "", {write_change(Added{attempt(1)}), write_change(change)});
    CHECK(recovered.notes.size() == 1);
    const std::optional<Snapshot> stored = read_snapshot(write_snapshot(recovered.progress, 1));
    REQUIRE(stored);
    CHECK(stored->is_understood);
    CHECK(stored->progress.attempts.size() == 1);
  }
}

TEST_CASE("a snapshot reads back with its sequence and the running attempt") {
  Progress progress = with_attempts({1, 2});
  progress.running = samples::running();
  const std::optional<Snapshot> read = read_snapshot(write_snapshot(progress, 17));
  REQUIRE(read);
  CHECK(read->sequence == 17);
  CHECK(print(read->progress) == print(progress));
  REQUIRE(read->progress.running);
  CHECK(read->progress.running->draft == "half an ans\"wer\n");
}

TEST_CASE("a snapshot cut or changed at any byte is either noticed or means the same") {
  const Progress progress = with_attempts({1});
  const std::string good = write_snapshot(progress, 3);
  for (std::size_t size = 0; size < good.size(); ++size)
    CHECK_FALSE(read_snapshot(std::string_view(good).substr(0, size)));
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string changed = good;
    changed[i] = changed[i] == '7' ? '8' : '7';
    const std::optional<Snapshot> read = read_snapshot(changed);
    if (read && read->is_understood) CHECK(print(read->progress) == print(progress));
  }
}

TEST_CASE("nothing stored gives an empty progress and the first slot") {
  const Recovered recovered = recover("", "", {});
  CHECK(recovered.progress.attempts.empty());
  CHECK(recovered.sequence == 0);
  CHECK(recovered.next_slot == 0);
  CHECK_FALSE(recovered.is_read_only);
  CHECK(recovered.notes.empty());
}

TEST_CASE("the newest valid snapshot and the journal are the truth") {
  const std::string older = write_snapshot(with_attempts({1}), 4);
  const std::string newer = write_snapshot(with_attempts({1, 2}), 5);
  const std::vector<std::string> journal{write_change(Added{attempt(3)}), write_change(Erased{attempt(1).id})};
  for (const bool is_swapped : {false, true}) {
    const Recovered recovered = is_swapped ? recover(newer, older, journal) : recover(older, newer, journal);
    CHECK(recovered.sequence == 5);
    CHECK(recovered.next_slot == (is_swapped ? 1 : 0));
    REQUIRE(recovered.progress.attempts.size() == 2);
    CHECK(recovered.progress.attempts[0].id == attempt(2).id);
    CHECK(recovered.progress.attempts[1].id == attempt(3).id);
    CHECK(recovered.notes.empty());
  }
}

TEST_CASE("a snapshot torn at any byte costs nothing that the other slot and the journal hold") {
  const std::string older = write_snapshot(with_attempts({1}), 4);
  const std::string newer = write_snapshot(with_attempts({1, 2}), 5);
  const std::vector<std::string> journal{write_change(Added{attempt(2)}), write_change(Added{attempt(3)})};
  for (std::size_t size = 0; size < newer.size(); ++size) {
    const Recovered recovered = recover(older, std::string_view(newer).substr(0, size), journal);
    CHECK(recovered.progress.attempts.size() == 3);
    CHECK(recovered.sequence == 4);
    CHECK(recovered.next_slot == 1);
    CHECK_FALSE(recovered.is_read_only);
    CHECK(recovered.notes.size() == (size == 0 ? 0 : 1));
  }
}

TEST_CASE("a journal whose last line is torn at any byte keeps all lines before it") {
  const std::string last = write_change(Added{attempt(9)});
  for (std::size_t size = 0; size < last.size(); ++size) {
    const Recovered recovered = recover("", "", {write_change(Added{attempt(1)}), last.substr(0, size)});
    CHECK(recovered.progress.attempts.size() == 1);
    CHECK(recovered.notes.size() == 1);
  }
}

TEST_CASE("two damaged slots still give what the journal holds, and say so") {
  const Recovered recovered = recover("{", "x", {write_change(Added{attempt(1)})});
  CHECK(recovered.progress.attempts.size() == 1);
  CHECK(recovered.notes.size() == 1);
}

TEST_CASE("replaying a journal twice changes nothing") {
  Progress once;
  Progress twice;
  Settings settings;
  settings.theme = Theme::light;
  settings.stamp_wall_ms = 3;
  const std::vector<Change> changes{Added{attempt(1)}, Added{attempt(2)}, Erased{attempt(1).id},
                                    SettingsChanged{settings}, ErasedAll{kWall + 90'000}};
  for (const Change& change : changes) apply(once, change);
  for (int i = 0; i < 2; ++i) {
    for (const Change& change : changes) apply(twice, change);
  }
  CHECK(print(once) == print(twice));
  CHECK(once.attempts.size() == 1);
}

TEST_CASE("an old line that erased all leaves attempts alone that were made after it") {
  const Recovered recovered =
      recover(write_snapshot(with_attempts({5}), 2), "", {write_change(ErasedAll{kWall + 60'000})});
  CHECK(recovered.progress.attempts.size() == 1);
  CHECK(recovered.progress.erased_before_ms == kWall + 60'000);
}

TEST_CASE("older settings in a journal don't undo the snapshot's") {
  Progress progress;
  progress.settings.theme = Theme::dark;
  progress.settings.stamp_wall_ms = 10;
  Settings older;
  older.theme = Theme::light;
  older.stamp_wall_ms = 9;
  apply(progress, SettingsChanged{older});
  CHECK(progress.settings.theme == Theme::dark);
}

TEST_CASE("a draft survives a kill, unless its attempt is recorded already") {
  Attempt recorded = attempt(0);
  const session::State running = samples::running();
  CHECK(recover("", "", {write_change(RunningChanged{running})}).progress.running);
  recorded.started_wall_ms = running.started.wall_ms;
  recorded.report.input.answer = running.draft;
  const Recovered recovered = recover("", "", {write_change(RunningChanged{running}), write_change(Added{recorded})});
  CHECK_FALSE(recovered.progress.running);
  CHECK(recovered.progress.attempts.size() == 1);
}

TEST_CASE("of several drafts the one touched last is in hand, and the others wait and are told of") {
  const auto draft = [](const std::string& question, std::int64_t last_wall_ms) {
    session::State state = samples::running();
    state.question_id = question;
    state.last.wall_ms = last_wall_ms;
    return write_change(RunningChanged{state});
  };
  const std::string newest = draft("newest", kWall + 30'000);
  const Recovered recovered =
      recover("", "", {}, {draft("older", kWall + 10'000), newest, "{\"of\":\"a later version\"}", draft("oldest", kWall + 5'000)});
  REQUIRE(recovered.progress.running);
  CHECK(recovered.progress.running->question_id == "newest");
  std::vector<std::size_t> waiting = recovered.waiting_drafts;
  std::sort(waiting.begin(), waiting.end());
  CHECK(waiting == std::vector<std::size_t>{0, 2, 3});
  REQUIRE(recovered.notes.size() == 1);
  CHECK(recovered.notes.front().find("more than one answer unfinished") != std::string::npos);
  CHECK(recover("", "", {}, {newest}).notes.empty());
  CHECK(recover("", "", {}, {newest}).waiting_drafts.empty());
}

TEST_CASE("a draft that was erased with everything else neither comes back nor waits") {
  Progress progress;
  erase_all(progress, samples::running().started.wall_ms);
  const Recovered recovered = recover(write_snapshot(progress, 1), "", {}, {write_change(RunningChanged{samples::running()})});
  CHECK_FALSE(recovered.progress.running);
  CHECK(recovered.waiting_drafts.empty());
}

TEST_CASE("a stored copy knows what was erased, or is told from one that does") {
  Progress progress = with_attempts({1, 2});
  const std::string before = write_snapshot(progress, 1);
  CHECK(knows_what_was_erased(before, progress));
  erase_attempt(progress, attempt(1).id);
  CHECK_FALSE(knows_what_was_erased(before, progress));
  CHECK_FALSE(knows_what_was_erased(before.substr(0, before.size() / 2), progress));
  CHECK(knows_what_was_erased("", progress));
  const std::string between = write_snapshot(progress, 2);
  CHECK(knows_what_was_erased(between, progress));
  erase_all(progress, kWall + 600'000);
  CHECK_FALSE(knows_what_was_erased(between, progress));
  CHECK(knows_what_was_erased(write_snapshot(progress, 3), progress));
}

TEST_CASE("a newer version in either slot makes everything read-only") {
  const std::string known = write_snapshot(with_attempts({1}), 4);
  const std::string newer_schema = R"({"schema":2,"sequence":5,"body":"of another shape"})";
  const Recovered recovered = recover(known, newer_schema, {});
  CHECK(recovered.is_read_only);
  CHECK(recovered.progress.attempts.size() == 1);
  CHECK(recovered.notes.size() == 1);
  CHECK(recover(newer_schema, "", {}).is_read_only);
  CHECK(recover(newer_schema, write_snapshot(with_attempts({1}), 9), {}).is_read_only);
}

TEST_CASE("a damaged attempt inside a whole snapshot is left untouched rather than written over") {
  // Built by hand: the checksum is right, the content isn't what this version reads.
  Progress progress = with_attempts({1});
  progress.attempts.front().id = "not-an-id";
  const Recovered recovered = recover(write_snapshot(progress, 4), write_snapshot(with_attempts({2}), 3), {});
  CHECK(recovered.is_read_only);
  REQUIRE(recovered.progress.attempts.size() == 1);
  CHECK(recovered.progress.attempts.front().id == attempt(2).id);
}

TEST_CASE("a progress file of a newer version inside a snapshot is told") {
  const std::optional<Snapshot> read = read_snapshot(write_snapshot(with_attempts({1}), 4));
  REQUIRE(read);
  CHECK_FALSE(read->is_newer_version);
  CHECK_FALSE(read_snapshot(replaced(write_snapshot(with_attempts({1}), 4), "\"version\":1", "\"version\":2")));
}
