// Histories for the tests of this room: plausible attempts, and random ones from a seed.
#pragma once

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "progress/storage.h"

namespace dryrun::progress::samples {

inline constexpr std::int64_t kWall = 1'795'000'000'000;

inline Attempt attempt(std::uint64_t number, const std::string& answer = "We rolled back first.") {
  Attempt made;
  made.question_id = "late-page";
  made.started_wall_ms = kWall + static_cast<std::int64_t>(number) * 60'000;
  made.id = attempt_id(made.question_id, made.started_wall_ms, number);
  made.question_title = "The late page";
  made.question_prompt = "Tell me about an incident.\nWhat did you do first?";
  made.timings.preparation_ms = 12'000;
  made.timings.answering_ms = 150'000;
  made.timings.pauses = 1;
  made.timings.paused_ms = 4'000;
  made.timings.steps_first_served_ms = {{"detect", 9'000}, {"mitigate", 20'000}};
  made.report.input.question_id = made.question_id;
  made.report.input.answer = answer;
  made.report.verdict = scoring::Verdict::cannot_judge;
  made.report.reason = "It is too short to judge.";
  return made;
}

/// The text with the first `from`, which it must hold, as `to`.
inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

inline session::State running() {
  session::Start start;
  start.question_id = "late-page";
  start.skip_preparation = true;
  session::State state = session::start(start, {1, kWall});
  (void)session::step(state, session::Edit{"half an ans\"wer\n"}, {500, kWall + 499});
  return state;
}

/// Everything at once: attempts of few distinct numbers (so that histories overlap), erased ones, settings, an epoch.
inline Progress random_history(std::mt19937& random) {
  const auto below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
  Progress progress;
  progress.settings.stamp_wall_ms = below(3);
  progress.settings.level = static_cast<bank::Level>(below(2));
  progress.settings.theme = static_cast<Theme>(below(3));
  if (below(4) == 0)
    progress.unknown.set("later_" + std::to_string(below(2)), json::Value::of(static_cast<int>(below(3))));
  for (unsigned i = below(6); i > 0; --i) {
    Attempt added = attempt(below(8));
    if (below(5) == 0) added.report.input.answer = "edited " + std::to_string(below(2));
    append(progress, added);
  }
  if (below(3) == 0) erase_attempt(progress, attempt(below(8)).id);
  if (below(6) == 0) erase_all(progress, kWall + static_cast<std::int64_t>(below(4)) * 60'000);
  return progress;
}

}  // namespace dryrun::progress::samples
