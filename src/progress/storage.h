// How progress lies at rest: framed snapshots in two alternating slots and a journal of changes since. Bytes in, bytes out; the
// platform owns files, locks and timing. One rule: the newest valid snapshot plus the journal is the truth.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "progress/progress.h"

namespace dryrun::progress {

/// One journalled change: an added attempt, an erased one, all erased, new settings, or the running attempt (or its end).
struct Added { Attempt attempt; };
struct Erased { std::string id; };
struct ErasedAll { std::int64_t wall_ms = 0; };  ///< attempts dated later need an Erased each
struct SettingsChanged { Settings settings; };
struct RunningChanged { std::optional<session::State> running; };
using Change = std::variant<Added, Erased, ErasedAll, SettingsChanged, RunningChanged>;

/// Replaying is idempotent, and settings older than those in place change nothing.
void apply(Progress& progress, const Change& change);

/// One line of JSON without its line end, self-checking (carries its checksum), so that a torn write is noticed. A RunningChanged stands
/// for all earlier ones of the same tab: a platform may keep only the last, and must keep it until the attempt has ended.
[[nodiscard]] std::string write_change(const Change& change);
[[nodiscard]] std::optional<Change> read_change(std::string_view line);

/// {schema, sequence, checksum, payload} as one JSON document; the payload is the progress file with `running` beside (where tabs share a
/// snapshot, reset `running` before and leave each tab's draft in its journal).
[[nodiscard]] std::string write_snapshot(const Progress& progress, std::int64_t sequence);
struct Snapshot {
  std::int64_t sequence = 0;
  Progress progress;
  bool is_newer_version = false;
  bool is_understood = true;  ///< false: whole, but this version can't read its content (`progress` is empty then)
};
[[nodiscard]] std::optional<Snapshot> read_snapshot(std::string_view bytes);

/// Whether a stored copy (it may be empty) knows of all that was erased from `progress`. One that doesn't may still hold its words, and
/// has to be written over too.
[[nodiscard]] bool knows_what_was_erased(std::string_view slot, const Progress& progress);

/// What was recovered from the two slots (either may be empty or torn) and the journal entries in order.
struct Recovered {
  Progress progress;
  std::int64_t sequence = 0;     ///< of the newest valid snapshot
  int next_slot = 0;             ///< 0 or 1: the slot to write next (never the newest valid one)
  bool is_read_only = false;     ///< a newer version lies there: nothing is written over it
  std::vector<std::string> notes;  ///< what a person should know ("one of the two copies was damaged; the other was used")
  std::vector<std::size_t> waiting_drafts;  ///< which of the drafts have to be kept where they are; the rest is in `progress` or gone
  [[nodiscard]] bool is_waiting(std::size_t draft) const;
};
/// `drafts`: where tabs share the slots, the line of the attempt that each closed tab left in hand. The newest is taken as `running`;
/// the others wait.
[[nodiscard]] Recovered recover(std::string_view slot_a, std::string_view slot_b, const std::vector<std::string>& journal,
                                const std::vector<std::string>& drafts = {});

}  // namespace dryrun::progress
