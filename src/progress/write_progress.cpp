#include <utility>

#include "progress/form.h"

namespace dryrun::progress {
namespace {

using json::Kind;
using json::Value;

Value timings_json(const Timings& timings) {
  Value out = Value::object();
  out.set("preparation_ms", Value::of(timings.preparation_ms));
  out.set("answering_ms", Value::of(timings.answering_ms));
  out.set("paused_ms", Value::of(timings.paused_ms));
  out.set("pauses", Value::of(timings.pauses));
  out.set("interruptions", Value::of(timings.interruptions));
  out.set("time_factor", Value::of(session::to_id(timings.time_factor)));
  out.set("ended_by", Value::of(session::to_id(timings.ended_by)));
  Value steps = Value::array();
  for (const auto& [step, at_ms] : timings.steps_first_served_ms) {
    Value item = Value::object();
    item.set("step", Value::of(step)).set("at_ms", Value::of(at_ms));
    steps.push(std::move(item));
  }
  out.set("steps_first_served", std::move(steps));
  return out;
}

}  // namespace

Value extras(const Value& raw, const Value& known) {
  if (raw.is(Kind::object) && known.is(Kind::object)) {
    Value out = Value::object();
    for (const json::Member& member : raw.members) {
      const Value* here = known.find(member.key);
      Value extra = here == nullptr ? member.value : extras(member.value, *here);
      if (here == nullptr || !extra.is(Kind::null)) out.set(member.key, std::move(extra));
    }
    return out.members.empty() ? Value{} : out;
  }
  if (raw.is(Kind::array) && known.is(Kind::array) && raw.items.size() == known.items.size()) {
    Value out = Value::array();
    bool has_any = false;
    for (std::size_t i = 0; i < raw.items.size(); ++i) {
      out.push(extras(raw.items[i], known.items[i]));
      has_any = has_any || !out.items.back().is(Kind::null);
    }
    return has_any ? out : Value{};
  }
  return Value{};
}

Value overlay(Value known, const Value& extra) {
  if (known.is(Kind::object) && extra.is(Kind::object)) {
    for (const json::Member& member : extra.members) {
      const Value* here = known.find(member.key);
      known.set(member.key, here == nullptr ? member.value : overlay(*here, member.value));
    }
  } else if (known.is(Kind::array) && extra.is(Kind::array) && known.items.size() == extra.items.size()) {
    for (std::size_t i = 0; i < known.items.size(); ++i)
      known.items[i] = overlay(std::move(known.items[i]), extra.items[i]);
  }
  return known;
}

Value attempt_json(const Attempt& attempt) {
  Value out = Value::object();
  out.set("id", Value::of(attempt.id));
  out.set("started_wall_ms", Value::of(attempt.started_wall_ms));
  out.set("question_id", Value::of(attempt.question_id));
  out.set("question_title", Value::of(attempt.question_title));
  out.set("question_prompt", Value::of(attempt.question_prompt));
  if (!attempt.retry_of.empty()) out.set("retry_of", Value::of(attempt.retry_of));
  if (attempt.prediction) {
    Value prediction = Value::object();
    prediction.set("verdict", Value::of(scoring::to_id(attempt.prediction->verdict)));
    if (attempt.prediction->score) prediction.set("score", Value::of(*attempt.prediction->score));
    out.set("prediction", std::move(prediction));
  }
  out.set("timings", timings_json(attempt.timings));
  out.set("report", scoring::to_json(attempt.report));
  return overlay(std::move(out), attempt.unknown);
}

Value settings_json(const Settings& settings) {
  Value out = Value::object();
  out.set("level", Value::of(bank::to_id(settings.level)));
  out.set("time_factor", Value::of(session::to_id(settings.time_factor)));
  out.set("theme", Value::of(to_id(settings.theme)));
  out.set("text_size_percent", Value::of(settings.text_size_percent));
  out.set("stamp_wall_ms", Value::of(settings.stamp_wall_ms));
  return overlay(std::move(out), settings.unknown);
}

Value progress_json(const Progress& progress, bool with_running) {
  Value out = Value::object();
  out.set("format", Value::of("dryrun-progress"));
  out.set("version", Value::of(kProgressVersion));
  out.set("settings", settings_json(progress.settings));
  out.set("erased_before_ms", Value::of(progress.erased_before_ms));
  Value erased = Value::array();
  for (const std::string& id : progress.erased) erased.push(Value::of(id));
  out.set("erased", std::move(erased));
  Value attempts = Value::array();
  for (const Attempt& attempt : progress.attempts) attempts.push(attempt_json(attempt));
  out.set("attempts", std::move(attempts));
  if (with_running && progress.running) out.set("running", session::to_json(*progress.running));
  return overlay(std::move(out), progress.unknown);
}

std::string write_progress(const Progress& progress) {
  return json::dump(progress_json(progress, false), 2) + "\n";
}

}  // namespace dryrun::progress
