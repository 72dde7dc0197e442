// A small world for the tests of app and platform/headless: two questions made here, the judge of the real data.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>

#include "app/load_data.h"
#include "app/present.h"
#include "dryrun_data/embedded.h"
#include "platform/headless/headless.h"

namespace dryrun::app::world {

inline const LoadedData& data() {
  static const LoadedData loaded = load_data(*files::Pack::open(data::embedded_pack()));
  return loaded;
}

inline bank::Question question(const std::string& id) {
  bank::Question made;
  made.id = id;
  made.title = "Title of " + id;
  made.prompt = "Tell me about a release that went wrong. What did you do?";
  made.group = bank::Group::problem_solving_production_ownership;
  made.seconds = 180;
  bank::Criterion criterion;
  criterion.id = "rolls-back";
  criterion.name = "Rolls back first";
  criterion.points = 85;
  criterion.primary = true;
  criterion.hint = "Say what stopped the harm.";
  bank::EvidencePattern pattern;
  pattern.all = {"rolled back"};
  criterion.evidence = {pattern};
  made.criteria = {criterion};
  made.strong = bank::WorkedAnswer{"I rolled back.", "It stops the harm."};
  made.follow_ups = {{"What would you do next time?", ""}, {"Why roll back?", "rolls-back"}};
  return made;
}

inline Model model(Environment environment = {}) {
  bank::Bank bank;
  bank.title = "Two questions";
  bank.questions = {question("first"), question("second")};
  return make_model(data().judge, std::move(bank), std::move(environment));
}

inline const std::string kAnswer =
    "An alert told us that orders failed after the release. I rolled back the release within five minutes because "
    "customers could not pay. Then I told support and sales what had happened, "
    "and we found that a migration had locked the orders table. Afterwards I added a check to the pipeline, so that a "
    "migration which locks a large table no longer reaches production.";

/// Starts `id` and goes to the answering phase.
inline void start(headless::Headless& app, const std::string& id = "first") {
  app.send(StartQuestion{id, {}});
  app.send(SkipPreparation{});
}

/// Answers `id` and returns the id of the recorded attempt.
inline std::string answer(headless::Headless& app, const std::string& id = "first", const std::string& text = kAnswer) {
  start(app, id);
  app.send(EditAnswer{text});
  app.send(Finish{});
  return app.model().shown_attempt;
}

template <class T>
int count(const Effects& effects) {
  int found = 0;
  for (const Effect& effect : effects) found += std::holds_alternative<T>(effect) ? 1 : 0;
  return found;
}

inline bool was_announced(const headless::Headless& app, const std::string& beginning, bool is_urgent) {
  for (const Announce& words : app.announcements) {
    if (words.is_urgent == is_urgent && words.text.rfind(beginning, 0) == 0) return true;
  }
  return false;
}

}  // namespace dryrun::app::world
