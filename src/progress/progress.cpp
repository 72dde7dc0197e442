#include "progress/progress.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "progress/form.h"
#include "text/hash.h"

namespace dryrun::progress {
namespace {

constexpr std::array<std::string_view, 3> kThemeIds{"system", "light", "dark"};

bool comes_before(const Attempt& a, const Attempt& b) {
  return std::tie(a.started_wall_ms, a.id) < std::tie(b.started_wall_ms, b.id);
}

bool is_erased(const Progress& progress, const Attempt& attempt) {
  return attempt.started_wall_ms <= progress.erased_before_ms || progress.erased.count(attempt.id) != 0;
}

std::string bytes_of(const Attempt& attempt) {
  return json::dump(attempt_json(attempt));
}

const Settings& later(const Settings& a, const Settings& b) {
  if (a.stamp_wall_ms != b.stamp_wall_ms) return a.stamp_wall_ms > b.stamp_wall_ms ? a : b;
  return json::dump(settings_json(a)) >= json::dump(settings_json(b)) ? a : b;
}

/// Fields of later writers from both sides. Sorted by key, so that either order gives the same bytes.
json::Value union_of_unknown(const json::Value& a, const json::Value& b) {
  std::map<std::string, const json::Value*> members;
  for (const json::Value* side : {&a, &b}) {
    for (const json::Member& member : side->members) {
      const json::Value*& kept = members[member.key];
      if (kept == nullptr || json::dump(*kept) < json::dump(member.value)) kept = &member.value;
    }
  }
  json::Value out = json::Value::object();
  for (const auto& [key, value] : members) out.set(key, *value);
  return out;
}

}  // namespace

bool operator==(const Settings& a, const Settings& b) {
  return a.level == b.level && a.time_factor == b.time_factor && a.theme == b.theme &&
         a.text_size_percent == b.text_size_percent && a.stamp_wall_ms == b.stamp_wall_ms &&
         json::same(a.unknown, b.unknown);
}

std::string_view to_id(Theme theme) {
  return kThemeIds[static_cast<std::size_t>(theme)];
}

std::optional<Theme> theme_from_id(std::string_view id) {
  const auto found = std::find(kThemeIds.begin(), kThemeIds.end(), id);
  if (found == kThemeIds.end()) return std::nullopt;
  return static_cast<Theme>(found - kThemeIds.begin());
}

std::string attempt_id(std::string_view question_id, std::int64_t started_wall_ms, std::uint64_t random) {
  // A byte that no id holds keeps the three parts apart.
  std::string parts(question_id);
  parts += '\0';
  parts += std::to_string(started_wall_ms);
  parts += '\0';
  parts += std::to_string(random);
  return text::xxh3_128_hex(parts);
}

void append(Progress& progress, Attempt attempt) {
  if (is_erased(progress, attempt)) return;
  const auto same_id = [&](const Attempt& other) { return other.id == attempt.id; };
  if (std::any_of(progress.attempts.begin(), progress.attempts.end(), same_id)) return;
  const auto place = std::upper_bound(progress.attempts.begin(), progress.attempts.end(), attempt, comes_before);
  progress.attempts.insert(place, std::move(attempt));
}

void erase_attempt(Progress& progress, std::string_view id) {
  progress.erased.emplace(id);
  normalise(progress);
}

void erase_all(Progress& progress, std::int64_t now_wall_ms) {
  // Attempts that a wrong clock dates after now are named one by one, so that the epoch needn't reach into the future.
  for (const Attempt& attempt : progress.attempts) {
    if (attempt.started_wall_ms > now_wall_ms) progress.erased.insert(attempt.id);
  }
  progress.erased_before_ms = std::max(progress.erased_before_ms, now_wall_ms);
  progress.attempts.clear();
  progress.running.reset();
  progress.unknown = json::Value::object();
}

void normalise(Progress& progress) {
  std::vector<Attempt>& attempts = progress.attempts;
  attempts.erase(std::remove_if(attempts.begin(), attempts.end(),
                                [&](const Attempt& attempt) { return is_erased(progress, attempt); }),
                 attempts.end());
  std::stable_sort(attempts.begin(), attempts.end(), comes_before);
}

Progress merge(const Progress& a, const Progress& b) {
  Progress merged;
  merged.erased = a.erased;
  merged.erased.insert(b.erased.begin(), b.erased.end());
  merged.erased_before_ms = std::max(a.erased_before_ms, b.erased_before_ms);
  merged.settings = later(a.settings, b.settings);
  merged.unknown = union_of_unknown(a.unknown, b.unknown);
  merged.running = a.running;

  std::map<std::string_view, const Attempt*> by_id;
  for (const Progress* side : {&a, &b}) {
    for (const Attempt& attempt : side->attempts) {
      const Attempt*& kept = by_id[attempt.id];
      // One id with two contents means a damaged or edited file: the larger bytes win, whichever side they came from.
      if (kept == nullptr || bytes_of(*kept) < bytes_of(attempt)) kept = &attempt;
    }
  }
  merged.attempts.reserve(by_id.size());
  for (const auto& [id, attempt] : by_id) merged.attempts.push_back(*attempt);
  normalise(merged);
  return merged;
}

}  // namespace dryrun::progress
