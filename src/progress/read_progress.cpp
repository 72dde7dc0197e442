#include <algorithm>
#include <set>
#include <utility>

#include "progress/form.h"

namespace dryrun::progress {
namespace {

using json::Kind;
using json::Value;

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::null:
      return "null";
    case Kind::boolean:
      return "true or false";
    case Kind::integer:
      return "a whole number";
    case Kind::number:
      return "a number";
    case Kind::string:
      return "a text";
    case Kind::array:
      return "a list";
    case Kind::object:
      return "an object";
  }
  return "something else";
}

std::optional<scoring::Verdict> verdict_from_id(std::string_view id) {
  for (const scoring::Verdict verdict :
       {scoring::Verdict::pass, scoring::Verdict::fail, scoring::Verdict::cannot_judge}) {
    if (scoring::to_id(verdict) == id) return verdict;
  }
  return std::nullopt;
}

constexpr std::string_view kTimeFactors = R"("1", "1.5", "2" or "untimed")";
constexpr int kMostTimes = 1'000'000;

Timings read_timings(Findings& findings, const Value& value) {
  Members members(findings, value, "the timings of an attempt");
  Timings timings;
  timings.preparation_ms = members.whole("preparation_ms", 0, 0, session::kLongestMs);
  timings.answering_ms = members.whole("answering_ms", 0, 0, session::kLongestMs);
  timings.paused_ms = members.whole("paused_ms", 0, 0, session::kLongestMs);
  timings.pauses = static_cast<int>(members.whole("pauses", 0, 0, kMostTimes));
  timings.interruptions = static_cast<int>(members.whole("interruptions", 0, 0, kMostTimes));
  timings.time_factor =
      members.one_of("time_factor", session::TimeFactor::normal, session::time_factor_from_id, kTimeFactors);
  timings.ended_by =
      members.one_of("ended_by", session::EndedBy::candidate, session::ended_by_from_id, R"("candidate" or "time")");
  if (const Value* steps = members.list("steps_first_served"); steps != nullptr) {
    for (const Value& item : steps->items) {
      Members step(findings, item, "a framework step's moment");
      std::string id = step.text("step", true);
      timings.steps_first_served_ms.emplace_back(std::move(id), step.whole("at_ms", 0, 0, session::kLongestMs));
    }
  }
  return timings;
}

Prediction read_prediction(Findings& findings, const Value& value) {
  Members members(findings, value, "a prediction");
  Prediction prediction;
  prediction.verdict =
      members.one_of("verdict", scoring::Verdict::pass, verdict_from_id, R"("pass", "fail" or "cannot-judge")");
  if (value.find("score") != nullptr) prediction.score = static_cast<int>(members.whole("score", 0, 0, 100));
  return prediction;
}

/// The version ladder. When the format changes: raise kProgressVersion, write `void migrate_1_to_2(Value& root)` that
/// turns the older tree into the newer one, and add its case here; each case falls through to the next. The readers
/// below then only know the newest form.
void migrate(Value& root, std::int64_t from) {
  switch (from) {
    // case 1: migrate_1_to_2(root); [[fallthrough]];
    case kProgressVersion:
      break;
    default:
      break;
  }
  root.set("version", Value::of(kProgressVersion));
}

}  // namespace

bool is_id(std::string_view id) {
  return id.size() == 32 &&
         std::all_of(id.begin(), id.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

void Findings::add(Severity severity, std::size_t offset, std::string_view code, std::string message) {
  const json::Position at = json::position_of(bytes_, offset);
  out_.push_back({severity, std::string(code), std::string(file_), at.line, at.column, std::move(message)});
}

void Findings::error(std::size_t offset, std::string_view code, std::string message) {
  ++errors_;
  add(Severity::error, offset, code, std::move(message));
}

void Findings::warning(std::size_t offset, std::string_view code, std::string message) {
  add(Severity::warning, offset, code, std::move(message));
}

void Findings::add_errors(const Diagnostics& found) {
  ++errors_;
  for (const Diagnostic& diagnostic : found) {
    if (diagnostic.severity == Severity::error) out_.push_back(diagnostic);
  }
}

Members::Members(Findings& findings, const Value& object, std::string_view what)
    : findings_(findings), object_(object), what_(what) {
  if (!object.is(Kind::object)) {
    findings.error(object.begin, code::kWrongType,
                   "expected an object for " + what_ + ", found " + std::string(name_of(object.kind)));
  }
}

const Value* Members::find(std::string_view key, Kind kind, bool is_required) {
  const Value* found = object_.find(key);
  if (found == nullptr) {
    if (is_required && object_.is(Kind::object)) {
      findings_.error(object_.begin, code::kMissingKey, "\"" + std::string(key) + "\" is missing from " + what_);
    }
    return nullptr;
  }
  if (found->is(kind)) return found;
  findings_.error(found->begin, code::kWrongType,
                  "\"" + std::string(key) + "\" of " + what_ + " must be " + std::string(name_of(kind)) + ", not " +
                      std::string(name_of(found->kind)));
  return nullptr;
}

void Members::unknown_value(const Value& found, std::string_view key, std::string_view choices) {
  findings_.error(found.begin, code::kUnknownValue,
                  "\"" + std::string(key) + "\" of " + what_ + " must be " + std::string(choices));
}

std::string Members::text(std::string_view key, bool is_required) {
  const Value* found = find(key, Kind::string, is_required);
  return found == nullptr ? std::string() : found->string;
}

std::int64_t Members::whole(std::string_view key, std::int64_t fallback, std::int64_t low, std::int64_t high,
                            bool is_required) {
  const Value* found = find(key, Kind::integer, is_required);
  if (found == nullptr) return fallback;
  if (found->integer >= low && found->integer <= high) return found->integer;
  findings_.error(found->begin, code::kOutOfRange,
                  "\"" + std::string(key) + "\" of " + what_ + " must lie between " + std::to_string(low) + " and " +
                      std::to_string(high));
  return fallback;
}

const Value* Members::object(std::string_view key, bool is_required) {
  return find(key, Kind::object, is_required);
}
const Value* Members::list(std::string_view key) {
  return find(key, Kind::array, false);
}

std::optional<Attempt> read_attempt(Findings& findings, const Value& value) {
  const std::size_t errors_before = findings.error_count();
  Members members(findings, value, "an attempt");
  Attempt attempt;
  attempt.id = members.text("id", true);
  if (const Value* id = value.find("id"); id != nullptr && id->is(Kind::string) && !is_id(attempt.id)) {
    findings.error(id->begin, code::kBadId, "an attempt's \"id\" must be 32 hexadecimal digits in lower case");
  }
  attempt.started_wall_ms = members.whole("started_wall_ms", 0, -session::kLongestMs, session::kLongestMs, true);
  attempt.question_id = members.text("question_id", true);
  attempt.question_title = members.text("question_title");
  attempt.question_prompt = members.text("question_prompt");
  attempt.retry_of = members.text("retry_of");
  if (const Value* prediction = members.object("prediction"); prediction != nullptr)
    attempt.prediction = read_prediction(findings, *prediction);
  if (const Value* timings = members.object("timings"); timings != nullptr)
    attempt.timings = read_timings(findings, *timings);
  if (const Value* report = members.object("report", true); report != nullptr) {
    // Its warnings are of keys that the report reader leaves out: here they are kept, as unknown fields.
    Diagnostics found;
    std::optional<scoring::Report> read = scoring::read_report(*report, findings.bytes(), findings.file(), found);
    if (read) attempt.report = *std::move(read);
    if (!read) findings.add_errors(found);
  }
  if (findings.error_count() != errors_before) return std::nullopt;
  Value unknown = extras(value, attempt_json(attempt));
  if (unknown.is(Kind::object)) attempt.unknown = std::move(unknown);
  return attempt;
}

std::optional<Settings> read_settings(Findings& findings, const Value& value) {
  const std::size_t errors_before = findings.error_count();
  Members members(findings, value, "the settings");
  Settings settings;
  settings.level = members.one_of("level", settings.level, bank::level_from_id, R"("senior" or "staff")");
  settings.time_factor =
      members.one_of("time_factor", settings.time_factor, session::time_factor_from_id, kTimeFactors);
  settings.theme = members.one_of("theme", settings.theme, theme_from_id, R"("system", "light" or "dark")");
  settings.text_size_percent =
      static_cast<int>(members.whole("text_size_percent", settings.text_size_percent, 100, 200));
  settings.stamp_wall_ms = members.whole("stamp_wall_ms", 0, -session::kLongestMs, session::kLongestMs);
  if (findings.error_count() != errors_before) return std::nullopt;
  Value unknown = extras(value, settings_json(settings));
  if (unknown.is(Kind::object)) settings.unknown = std::move(unknown);
  return settings;
}

Payload read_payload(Findings& findings, Value root, bool with_running) {
  Payload result;
  const Value* format = root.find("format");
  if (!root.is(Kind::object) || format == nullptr || !format->is(Kind::string) || format->string != "dryrun-progress") {
    findings.error(format != nullptr ? format->begin : root.begin, code::kNotProgress,
                   "this is not a Dry Run progress file: it has to begin with \"format\": \"dryrun-progress\"");
    return result;
  }
  const Value* version = root.find("version");
  if (version == nullptr || !version->is(Kind::integer) || version->integer < 1) {
    findings.error(version != nullptr ? version->begin : root.begin, code::kVersion,
                   "\"version\" must be a whole number from 1 on");
    return result;
  }
  const std::size_t errors_before = findings.error_count();
  if (version->integer > kProgressVersion) {
    result.is_newer_version = true;
    findings.warning(version->begin, code::kNewerVersion,
                     "written by a later Dry Run (version " + std::to_string(version->integer) + ", this one knows " +
                         std::to_string(kProgressVersion) + "): update Dry Run to use it");
  } else {
    migrate(root, version->integer);
  }

  Members members(findings, root, "the progress file");
  Progress progress;
  if (const Value* settings = members.object("settings"); settings != nullptr) {
    if (std::optional<Settings> read = read_settings(findings, *settings)) progress.settings = *std::move(read);
  }
  progress.erased_before_ms = members.whole("erased_before_ms", 0, 0, session::kLongestMs);
  if (const Value* erased = members.list("erased"); erased != nullptr) {
    for (const Value& id : erased->items) {
      if (id.is(Kind::string) && is_id(id.string))
        progress.erased.insert(id.string);
      else
        findings.error(id.begin, code::kBadId, "\"erased\" lists ids of 32 hexadecimal digits in lower case");
    }
  }
  if (const Value* attempts = members.list("attempts"); attempts != nullptr) {
    std::set<std::string> ids;
    for (const Value& item : attempts->items) {
      std::optional<Attempt> attempt = read_attempt(findings, item);
      if (!attempt) continue;
      if (ids.insert(attempt->id).second)
        progress.attempts.push_back(*std::move(attempt));
      else
        findings.error(item.begin, code::kDuplicateId, "a second attempt has the id \"" + attempt->id + "\"");
    }
  }
  if (with_running) {
    // A draft that can't be read must not cost the history.
    if (const Value* running = members.object("running"); running != nullptr)
      progress.running = session::read_state(*running);
  }
  for (const json::Member& member : root.members) {
    const std::set<std::string_view> known{"format", "version",  "settings", "erased_before_ms",
                                           "erased", "attempts", "running"};
    if (known.count(member.key) == 0) progress.unknown.set(member.key, member.value);
  }
  if (findings.error_count() != errors_before) return result;
  normalise(progress);
  result.progress = std::move(progress);
  return result;
}

ProgressResult read_progress(std::string_view bytes, std::string_view file) {
  ProgressResult result;
  if (bytes.size() > kMaxProgressBytes) {
    result.diagnostics.push_back({Severity::error, std::string(code::kTooLarge), std::string(file), 0, 0,
                                  "the file is larger than 32 MiB, the most that a progress file may have"});
    return result;
  }
  json::Parsed parsed = json::parse(bytes, file, {.max_bytes = kMaxProgressBytes});
  result.diagnostics = std::move(parsed.diagnostics);
  if (!parsed.value) return result;
  Findings findings(bytes, file, result.diagnostics);
  Payload payload = read_payload(findings, *std::move(parsed.value), false);
  result.progress = std::move(payload.progress);
  result.is_newer_version = payload.is_newer_version;
  return result;
}

}  // namespace dryrun::progress
