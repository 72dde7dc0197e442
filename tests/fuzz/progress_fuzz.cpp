// Any bytes as what is kept of a person's work: progress files between NULs, each also as the content of a snapshot and of a journal
// line (with the checksum that these need). What is read is written and read again unchanged; merging and replaying keep their laws.
#include <algorithm>

#include "fuzz/report.h"
#include "progress/storage.h"
#include "text/hash.h"
#include "text/json.h"

namespace dryrun::fuzz {
namespace {

using progress::Progress;

/// All that a Progress holds, the draft too.
std::string whole(const Progress& progress) { return progress::write_snapshot(progress, 0); }

/// The part as the content of a frame, or nothing when it is no JSON.
std::string framed(std::string_view part, std::string_view before, std::string_view name) {
  const json::Parsed parsed = json::parse(part, "part");
  if (!parsed.value) return {};
  const std::string content = json::dump(*parsed.value);
  return "{" + std::string(before) + "\"checksum\":\"" + text::xxh3_128_hex(content) + "\",\"" + std::string(name) + "\":" + content + "}";
}
std::string as_line(std::string_view part) { return framed(part, "", "change"); }
std::string as_slot(std::string_view part, std::size_t sequence) {
  return framed(part, "\"schema\":1,\"sequence\":" + std::to_string(sequence) + ",", "payload");
}

/// Whether `whole` holds everything that `part` does, at its place; it may hold more.
bool holds(const json::Value& whole, const json::Value& part) {
  if (part.is(json::Kind::object) && whole.is(json::Kind::object))
    return std::all_of(part.members.begin(), part.members.end(), [&](const json::Member& member) {
      const json::Value* found = whole.find(member.key);
      return found != nullptr && holds(*found, member.value);
    });
  if (part.is(json::Kind::array) && whole.is(json::Kind::array))
    return std::equal(whole.items.begin(), whole.items.end(), part.items.begin(), part.items.end(), holds);
  return json::same(whole, part);
}

/// Reading and writing again takes nothing away, not even what this version doesn't know.
void check_holds(const json::Value* written, const json::Value* read, const char* claim) {
  if (read == nullptr) return;
  if (written != nullptr && holds(*written, *read)) return;
  require_equal(written != nullptr ? json::dump(*written) : "", json::dump(*read), claim);
}

void check_nothing_lost(const Progress& progress, const json::Value& read) {
  const json::Value written = *json::parse(progress::write_progress(progress), "written").value;
  check_holds(written.find("settings"), read.find("settings"), "all settings of a file are written again");
  const json::Value* attempts = read.find("attempts");
  for (const json::Value& attempt : attempts != nullptr ? attempts->items : std::vector<json::Value>()) {
    for (const json::Value& other : written.find("attempts")->items)
      if (json::same(*other.find("id"), *attempt.find("id"))) check_holds(&other, &attempt, "all of an attempt is written again");
  }
}

void check_file(const Progress& read) {
  const std::string written = progress::write_progress(read);
  const progress::ProgressResult again = progress::read_progress(written, "again");
  require(again.progress.has_value() && !has_errors(again.diagnostics), "a progress file that was written can be read");
  require_equal(progress::write_progress(*again.progress), written, "progress that is written and read again is the same");
  for (std::size_t i = 1; i < read.attempts.size(); ++i)
    require(read.attempts[i - 1].started_wall_ms <= read.attempts[i].started_wall_ms, "attempts stand in the order of their beginning");
  for (const progress::Attempt& attempt : read.attempts) {
    require(read.erased.count(attempt.id) == 0 && attempt.started_wall_ms > read.erased_before_ms, "what was erased stays erased");
    require(text::is_valid_utf8(scoring::to_text(attempt.report)), "a stored report can be shown");
  }
}

void check_merge(const Progress& a, const Progress& b, const Progress& c) {
  const auto file = [](const Progress& progress) { return progress::write_progress(progress); };
  const Progress both = progress::merge(a, b);
  require_equal(file(both), file(progress::merge(b, a)), "merging is commutative");
  require_equal(file(both), file(progress::merge(both, both)), "merging with itself changes nothing");
  require_equal(file(both), file(progress::merge(both, b)), "merging the same again changes nothing");
  require_equal(file(progress::merge(both, c)), file(progress::merge(a, progress::merge(b, c))), "merging is associative");
  check_file(both);
}

void check_snapshot(const std::string& slot) {
  const std::optional<progress::Snapshot> snapshot = progress::read_snapshot(slot);
  if (!snapshot || !snapshot->is_understood) return;
  const std::string written = progress::write_snapshot(snapshot->progress, snapshot->sequence);
  const std::optional<progress::Snapshot> again = progress::read_snapshot(written);
  require(again && again->is_understood && again->sequence == snapshot->sequence, "a snapshot that was written can be read");
  require_equal(whole(again->progress), whole(snapshot->progress), "a snapshot that is written and read again is the same");
}

void check_line(const std::string& line) {
  const std::optional<progress::Change> change = progress::read_change(line);
  if (!change) return;
  const std::string written = progress::write_change(*change);
  require(written.find('\n') == std::string::npos, "a journal line is one line");
  const std::optional<progress::Change> again = progress::read_change(written);
  require(again.has_value(), "a journal line that was written can be read");
  require_equal(progress::write_change(*again), written, "a change that is written and read again is the same");
}

/// Two slots and a journal, and the journal replayed once more over what they gave.
void check_recovery(const std::vector<std::string>& slots, const std::vector<std::string>& lines) {
  const progress::Recovered once = progress::recover(slots[0], slots[1], lines);
  const std::string snapshot = progress::write_snapshot(once.progress, once.sequence);
  require(once.next_slot == 0 || once.next_slot == 1, "there are two slots");
  const std::optional<progress::Snapshot> stored = progress::read_snapshot(snapshot);
  require(stored && stored->is_understood, "what was recovered can be stored and read");
  require(progress::knows_what_was_erased(snapshot, once.progress), "what was recovered knows what was erased from it");
  const progress::Recovered twice = progress::recover(snapshot, "", lines);
  require_equal(progress::write_progress(twice.progress), progress::write_progress(once.progress), "replaying the journal changes nothing");
}

}  // namespace
}  // namespace dryrun::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dryrun;
  std::vector<progress::Progress> files;
  std::vector<std::string> slots;
  std::vector<std::string> lines;
  for (const std::string_view part : fuzz::parts_of(fuzz::bytes_of(data, size))) {
    const progress::ProgressResult read = progress::read_progress(part, "fuzz");
    fuzz::require(read.progress.has_value() || has_errors(read.diagnostics), "what isn't read is told why");
    if (read.progress) {
      fuzz::check_nothing_lost(*read.progress, *json::parse(part, "fuzz").value);
      fuzz::check_file(*read.progress);
      files.push_back(*read.progress);
    }
    slots.push_back(fuzz::as_slot(part, slots.size()));
    fuzz::check_snapshot(slots.back());
    lines.push_back(fuzz::as_line(part));
    fuzz::check_line(lines.back());
    (void)progress::read_snapshot(part);
    (void)progress::read_change(part);
  }
  slots.resize(2);
  fuzz::check_recovery(slots, lines);
  if (files.empty()) return 0;
  files.resize(3);
  fuzz::check_merge(files[0], files[1], files[2]);
  return 0;
}
