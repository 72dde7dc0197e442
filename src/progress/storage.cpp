#include "progress/storage.h"

#include <algorithm>
#include <array>
#include <utility>

#include "progress/form.h"
#include "text/hash.h"
#include "text/overloaded.h"

namespace dryrun::progress {
namespace {

using json::Kind;
using json::Value;

constexpr int kSnapshotSchema = 1;

/// Our own frames add up to three levels and some bytes to what an imported file may have.
constexpr json::Limits kFrameLimits{.max_bytes = 2 * kMaxProgressBytes, .max_depth = 68};

std::string checksum_of(const Value& value) {
  return text::xxh3_128_hex(json::dump(value));
}

Value change_json(const Change& change) {
  Value out = Value::object();
  std::visit(
      Overloaded{
          [&](const Added& added) { out.set("kind", Value::of("added")).set("attempt", attempt_json(added.attempt)); },
          [&](const Erased& erased) { out.set("kind", Value::of("erased")).set("id", Value::of(erased.id)); },
          [&](const ErasedAll& all) {
            out.set("kind", Value::of("erased-all")).set("wall_ms", Value::of(all.wall_ms));
          },
          [&](const SettingsChanged& changed) {
            out.set("kind", Value::of("settings")).set("settings", settings_json(changed.settings));
          },
          [&](const RunningChanged& changed) {
            out.set("kind", Value::of("running"));
            if (changed.running) out.set("running", session::to_json(*changed.running));
          },
      },
      change);
  return out;
}

/// Takes nothing that a snapshot, once it holds the change, couldn't be read with.
std::optional<Change> change_from(Findings& findings, const Value& value) {
  const Value* kind = value.find("kind");
  if (kind == nullptr || !kind->is(Kind::string)) return std::nullopt;
  if (kind->string == "added") {
    const Value* attempt = value.find("attempt");
    if (attempt == nullptr) return std::nullopt;
    std::optional<Attempt> read = read_attempt(findings, *attempt);
    if (read) return Added{*std::move(read)};
  } else if (kind->string == "erased") {
    const Value* id = value.find("id");
    if (id != nullptr && id->is(Kind::string) && is_id(id->string)) return Erased{id->string};
  } else if (kind->string == "erased-all") {
    const Value* wall = value.find("wall_ms");
    if (wall != nullptr && wall->is(Kind::integer) && wall->integer >= -session::kLongestMs &&
        wall->integer <= session::kLongestMs)
      return ErasedAll{wall->integer};
  } else if (kind->string == "settings") {
    const Value* settings = value.find("settings");
    if (settings == nullptr) return std::nullopt;
    std::optional<Settings> read = read_settings(findings, *settings);
    if (read) return SettingsChanged{*std::move(read)};
  } else if (kind->string == "running") {
    const Value* running = value.find("running");
    if (running == nullptr) return RunningChanged{};
    std::optional<session::State> read = session::read_state(*running);
    if (read) return RunningChanged{std::move(read)};
  }
  return std::nullopt;
}

/// Only what had begun by then: the line may be replayed over a snapshot that holds attempts made after the erasing.
void apply_epoch(Progress& progress, std::int64_t wall_ms) {
  progress.erased_before_ms = std::max(progress.erased_before_ms, wall_ms);
  normalise(progress);
  if (progress.running && progress.running->started.wall_ms <= wall_ms) progress.running.reset();
}

bool is_recorded(const Progress& progress, const session::State& running) {
  return std::any_of(progress.attempts.begin(), progress.attempts.end(), [&](const Attempt& attempt) {
    return attempt.question_id == running.question_id && attempt.started_wall_ms == running.started.wall_ms &&
           attempt.report.input.answer == running.draft;
  });
}

/// Recorded in the history already, or erased with it.
bool is_over(const Progress& progress, const session::State& running) {
  return running.started.wall_ms <= progress.erased_before_ms || is_recorded(progress, running);
}

/// One draft can be in hand: the one that was touched last. A line that can't be read waits too, for a version that can.
void take_newest_draft(const std::vector<std::string>& lines, Recovered& recovered) {
  struct Draft { std::size_t line; session::State state; };
  std::vector<Draft> drafts;
  Progress& progress = recovered.progress;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::optional<Change> change = read_change(lines[i]);
    auto* draft = change ? std::get_if<RunningChanged>(&*change) : nullptr;
    if (draft == nullptr || !draft->running) {
      recovered.waiting_drafts.push_back(i);
    } else if (!is_over(progress, *draft->running)) {
      drafts.push_back({i, *std::move(draft->running)});
    }
  }
  const auto newest = std::max_element(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
    return a.state.last.wall_ms < b.state.last.wall_ms;
  });
  if (newest != drafts.end() && !progress.running) {
    progress.running = std::move(newest->state);
    drafts.erase(newest);
  }
  for (const Draft& draft : drafts) recovered.waiting_drafts.push_back(draft.line);
  if (!drafts.empty())
    recovered.notes.emplace_back(
        "You left more than one answer unfinished. The others are kept: when this one is done, open Dry Run again.");
}

/// The two stored copies, judged.
struct Slots {
  std::array<std::optional<Snapshot>, 2> snapshots;
  std::array<bool, 2> is_damaged{};
  [[nodiscard]] int newest() const {
    if (!snapshots[0]) return snapshots[1] ? 1 : -1;
    if (!snapshots[1]) return 0;
    return snapshots[1]->sequence > snapshots[0]->sequence ? 1 : 0;
  }
};

void take_newest(const Slots& slots, Recovered& recovered) {
  const int newest = slots.newest();
  if (newest < 0) return;
  const auto index = static_cast<std::size_t>(newest);
  recovered.sequence = slots.snapshots[index]->sequence;
  recovered.next_slot = 1 - newest;
  const std::size_t source = slots.snapshots[index]->is_understood || !slots.snapshots[1 - index] ? index : 1 - index;
  recovered.progress = slots.snapshots[source]->progress;
}

void add_notes(const Slots& slots, Recovered& recovered) {
  const bool is_newer = std::any_of(slots.snapshots.begin(), slots.snapshots.end(),
                                    [](const auto& s) { return s && s->is_newer_version; });
  const bool is_foreign =
      std::any_of(slots.snapshots.begin(), slots.snapshots.end(), [](const auto& s) { return s && !s->is_understood; });
  recovered.is_read_only = is_newer || is_foreign;
  if (is_newer) {
    recovered.notes.emplace_back(
        "Your progress was written by a later version of Dry Run. It is left untouched, and nothing new is saved here: "
        "open the later version, or export a file.");
  } else if (is_foreign) {
    recovered.notes.emplace_back(
        "Your stored progress is whole, but this version of Dry Run can't read it. It is left untouched, and nothing "
        "new is saved here: export a file to keep what you do now.");
  }
  if (slots.is_damaged[0] && slots.is_damaged[1]) {
    recovered.notes.emplace_back(
        "Both stored copies of your progress are damaged. What the journal holds was kept; if you have an exported "
        "file, import it.");
  } else if (slots.is_damaged[0] || slots.is_damaged[1]) {
    recovered.notes.emplace_back("One of the two stored copies of your progress was damaged; the other was used.");
  }
}

}  // namespace

void apply(Progress& progress, const Change& change) {
  std::visit(Overloaded{
                 [&](const Added& added) { append(progress, added.attempt); },
                 [&](const Erased& erased) { erase_attempt(progress, erased.id); },
                 [&](const ErasedAll& all) { apply_epoch(progress, all.wall_ms); },
                 [&](const SettingsChanged& changed) {
                   // A journal may be older than the snapshot that it is replayed over: the same rule as in a merge.
                   Progress mine;
                   Progress theirs;
                   mine.settings = progress.settings;
                   theirs.settings = changed.settings;
                   progress.settings = merge(mine, theirs).settings;
                 },
                 [&](const RunningChanged& changed) { progress.running = changed.running; },
             },
             change);
}

std::string write_change(const Change& change) {
  Value body = change_json(change);
  Value line = Value::object();
  line.set("checksum", Value::of(checksum_of(body)));
  line.set("change", std::move(body));
  return json::dump(line);
}

std::optional<Change> read_change(std::string_view line) {
  const json::Parsed parsed = json::parse(line, "journal", kFrameLimits);
  if (!parsed.value) return std::nullopt;
  const Value* checksum = parsed.value->find("checksum");
  const Value* body = parsed.value->find("change");
  if (checksum == nullptr || body == nullptr || !checksum->is(Kind::string) || checksum->string != checksum_of(*body))
    return std::nullopt;
  Diagnostics diagnostics;
  Findings findings(line, "journal", diagnostics);
  return change_from(findings, *body);
}

std::string write_snapshot(const Progress& progress, std::int64_t sequence) {
  Value payload = progress_json(progress, true);
  Value out = Value::object();
  out.set("schema", Value::of(kSnapshotSchema));
  out.set("sequence", Value::of(sequence));
  out.set("checksum", Value::of(checksum_of(payload)));
  out.set("payload", std::move(payload));
  return json::dump(out);
}

std::optional<Snapshot> read_snapshot(std::string_view bytes) {
  json::Parsed parsed = json::parse(bytes, "snapshot", kFrameLimits);
  if (!parsed.value) return std::nullopt;
  const Value* schema = parsed.value->find("schema");
  const Value* sequence = parsed.value->find("sequence");
  const Value* checksum = parsed.value->find("checksum");
  const Value* payload = parsed.value->find("payload");
  if (schema == nullptr || !schema->is(Kind::integer) || sequence == nullptr || !sequence->is(Kind::integer))
    return std::nullopt;
  Snapshot snapshot;
  snapshot.sequence = sequence->integer;
  if (schema->integer > kSnapshotSchema) {
    snapshot.is_newer_version = true;
    snapshot.is_understood = false;
    return snapshot;
  }
  if (checksum == nullptr || payload == nullptr || !checksum->is(Kind::string) ||
      checksum->string != checksum_of(*payload))
    return std::nullopt;
  Diagnostics diagnostics;
  Findings findings(bytes, "snapshot", diagnostics);
  Payload read = read_payload(findings, *payload, true);
  snapshot.is_newer_version = read.is_newer_version;
  snapshot.is_understood = read.progress.has_value();
  if (read.progress) snapshot.progress = *std::move(read.progress);
  return snapshot;
}

bool knows_what_was_erased(std::string_view slot, const Progress& progress) {
  if (slot.empty() || (progress.erased.empty() && progress.erased_before_ms == 0)) return true;
  const std::optional<Snapshot> stored = read_snapshot(slot);
  if (!stored || !stored->is_understood) return false;
  const std::set<std::string>& known = stored->progress.erased;
  return stored->progress.erased_before_ms >= progress.erased_before_ms &&
         std::includes(known.begin(), known.end(), progress.erased.begin(), progress.erased.end());
}

bool Recovered::is_waiting(std::size_t draft) const {
  return std::find(waiting_drafts.begin(), waiting_drafts.end(), draft) != waiting_drafts.end();
}

Recovered recover(std::string_view slot_a, std::string_view slot_b, const std::vector<std::string>& journal,
                  const std::vector<std::string>& drafts) {
  Slots slots;
  const std::array<std::string_view, 2> bytes{slot_a, slot_b};
  for (std::size_t i = 0; i < 2; ++i) {
    if (!bytes[i].empty()) slots.snapshots[i] = read_snapshot(bytes[i]);
    slots.is_damaged[i] = !bytes[i].empty() && !slots.snapshots[i];
  }
  Recovered recovered;
  take_newest(slots, recovered);
  add_notes(slots, recovered);

  bool has_torn_line = false;
  for (const std::string& line : journal) {
    const std::optional<Change> change = read_change(line);
    if (change) apply(recovered.progress, *change);
    has_torn_line = has_torn_line || !change;
  }
  if (has_torn_line)
    recovered.notes.emplace_back("The last change before Dry Run closed was only half written and could not be used.");
  // Killed between recording the attempt and forgetting its draft: the draft is in the history already.
  if (recovered.progress.running && is_recorded(recovered.progress, *recovered.progress.running))
    recovered.progress.running.reset();
  take_newest_draft(drafts, recovered);
  return recovered;
}

}  // namespace dryrun::progress
