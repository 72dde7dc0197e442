// What a person has done and how they like it: an append-only history of attempts and the settings. Plain values with pure
// functions: reading (with a version ladder), writing, merging. It does not store anything itself.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "scoring/report.h"
#include "session/session.h"
#include "text/diagnostic.h"
#include "text/json.h"

namespace dryrun::progress {

inline constexpr int kProgressVersion = 1;
inline constexpr std::size_t kMaxProgressBytes = 32u << 20;

struct Prediction {
  scoring::Verdict verdict = scoring::Verdict::pass;
  std::optional<int> score;
};

struct Timings {
  std::int64_t preparation_ms = 0;
  std::int64_t answering_ms = 0;
  std::int64_t paused_ms = 0;
  int pauses = 0;
  int interruptions = 0;
  session::TimeFactor time_factor = session::TimeFactor::normal;
  session::EndedBy ended_by = session::EndedBy::candidate;
  std::vector<std::pair<std::string, std::int64_t>> steps_first_served_ms;  ///< step id, answering time
};

struct Attempt {
  std::string id;  ///< XXH3-128 of question, start and 64 random bits
  std::int64_t started_wall_ms = 0;
  std::string question_id;
  std::string question_title;   ///< as shown then: the question may be gone from a later bank
  std::string question_prompt;
  Timings timings;
  std::optional<Prediction> prediction;
  std::string retry_of;  ///< id of the attempt this one tries again; empty otherwise
  scoring::Report report;
  json::Value unknown = json::Value::object();  ///< fields of a newer writer, at any depth of the attempt, kept as they are
};

enum class Theme : std::uint8_t { system, light, dark };

struct Settings {
  bank::Level level = bank::Level::senior;
  session::TimeFactor time_factor = session::TimeFactor::normal;
  Theme theme = Theme::system;
  int text_size_percent = 100;  ///< 100, 115, 130, 150, 200
  std::int64_t stamp_wall_ms = 0;  ///< of the last change: the later one wins a merge, ties by bytes
  json::Value unknown = json::Value::object();
  friend bool operator==(const Settings& a, const Settings& b);
};

/// The whole truth that is kept. Attempts sorted by (started, id).
struct Progress {
  std::vector<Attempt> attempts;
  std::set<std::string> erased;       ///< tombstones: attempt ids that stay erased
  std::int64_t erased_before_ms = 0;  ///< epoch of the last "erase all": attempts started before or at it stay erased
  Settings settings;
  std::optional<session::State> running;  ///< never exported; the draft of this tab's attempt
  json::Value unknown = json::Value::object();
};

/// 32 hex digits.
[[nodiscard]] std::string attempt_id(std::string_view question_id, std::int64_t started_wall_ms, std::uint64_t random);

/// Adds an attempt at its place; one that is there already or was erased changes nothing.
void append(Progress& progress, Attempt attempt);
void erase_attempt(Progress& progress, std::string_view id);
void erase_all(Progress& progress, std::int64_t now_wall_ms);

/// Union less tombstones; commutative, associative, idempotent. `running` is the left one's.
[[nodiscard]] Progress merge(const Progress& a, const Progress& b);

/// The one readable file: {"format":"dryrun-progress","version":1,...}, indented.
[[nodiscard]] std::string write_progress(const Progress& progress);

struct ProgressResult {
  std::optional<Progress> progress;
  bool is_newer_version = false;  ///< written by a later Dry Run: readable at best, never written over
  Diagnostics diagnostics;        ///< codes P001.. (progress/form.h), J001.., R001..; all of them; with an error `progress` is empty
};
[[nodiscard]] ProgressResult read_progress(std::string_view bytes, std::string_view file);

[[nodiscard]] std::string_view to_id(Theme theme);
[[nodiscard]] std::optional<Theme> theme_from_id(std::string_view id);

}  // namespace dryrun::progress
