// Models made by hand for the ui tests and for the pictures of tools/render_screens.cpp: a small bank and attempts with
// every kind of verdict, so that no engine is needed to see a screen.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/model.h"

namespace dryrun::samples {

inline constexpr std::int64_t kNowWall = 1'795'494'360'000;  // 24 Nov 2026, 04:26 UTC

inline bank::Question question(std::string id, std::string title, std::string prompt, bank::Group group, bank::Round round,
                               std::vector<bank::Level> levels = {bank::Level::senior, bank::Level::staff}) {
  bank::Question made;
  made.id = std::move(id);
  made.title = std::move(title);
  made.prompt = std::move(prompt);
  made.looks_for =
      "Judgement before knowledge: what really hurts, the shape that this team can run, and the sign at which it would change.";
  made.group = group;
  made.rounds = {round};
  made.levels = std::move(levels);
  const auto add = [&](std::string criterion, std::string name, int points, bool primary, std::string hint) {
    bank::Criterion added;
    added.id = std::move(criterion);
    added.name = std::move(name);
    added.points = points;
    added.primary = primary;
    added.hint = std::move(hint);
    made.criteria.push_back(std::move(added));
  };
  add("asks-what-hurts", "Finds out what hurts before choosing a shape", 15, false,
      "Which pain is it really: load, releases, or people waiting for each other?");
  add("keeps-one-deployable", "Keeps one deployable with boundaries inside", 20, true,
      "Which shape would you choose, and how would its boundaries hold?");
  add("counts-the-team", "Ties the shape to what eight people can carry", 20, true,
      "What would each further service ask of eight people, day and night?");
  add("names-the-cost", "Names what is given up", 15, false, "Every choice loses something. What does yours lose?");
  add("plans-the-way-back", "Says how it would be rolled back", 15, false, "What happens on the night when it goes wrong?");
  made.strong = bank::WorkedAnswer{
      "Before I draw anything I would read the last ten release notes and ask what failed, because sixty invoices a second is nothing "
      "for one PostgreSQL. With eight of us I would keep one deployable and cut modules inside it, each with its own schema, and let "
      "the build fail on a forbidden import. The price is one shared release, so I would pay it down with feature flags and a rollback "
      "in five minutes. The first part to leave would be rating, on the day when its load or its team differs from the rest.",
      "It asks first, ties the shape to the people who must run it, names the price, and gives the sign at which it would change."};
  made.follow_ups = {{"Your first module now needs data of the second in the same transaction. What do you do?", "names-the-cost"}};
  return made;
}

inline bank::Bank bank() {
  using bank::Group;
  using bank::Round;
  bank::Bank made;
  made.title = "Samples";
  made.questions = {
      question("disagree-and-lift", "A staff engineer who blocks every review",
               "A respected colleague blocks nearly every review of a younger team. Tell me about a time like that: what did you do, and "
               "what was different three months later?",
               Group::behavioural_leadership, Round::behavioural),
      question("ambiguous-quarter", "A quarter with no clear goal", "Tell me of a quarter that began without a goal.",
               Group::behavioural_leadership, Round::leadership, {bank::Level::staff}),
      question("mentor-to-senior", "Somebody you helped become senior", "Whom did you help to grow, and how could one tell?",
               Group::behavioural_leadership, Round::phone_screening),
      question("billing-monolith-team-of-eight", "Eight people and a billing monolith",
               "Eight of us run an eleven-year-old billing application: a single PostgreSQL of 900 GB, sixty invoices a second at month "
               "end, and a release every two weeks that everybody fears. The head of engineering wants it cut into services this year. "
               "What would you do, in which order, and where would the first cut run, if there is one?",
               Group::system_design_architecture, Round::system_design),
      question("rate-limits", "Rate limits for a public API", "Design rate limits for a public API.", Group::system_design_architecture,
               Round::architectural, {bank::Level::senior}),
      question("move-a-database", "Moving a busy service to a new database", "Move a busy service to a new database without stopping it.",
               Group::system_design_architecture, Round::architectural),
      question("standards-across-teams", "One standard, six teams", "How would you bring one standard to six teams?",
               Group::technical_leadership_code_quality, Round::leadership),
      question("debt-that-stays", "Debt that you would leave alone", "Which debt would you leave alone, and why?",
               Group::technical_leadership_code_quality, Round::phone_screening),
      question("checkout-at-night", "Checkout fails at 02:10", "Checkout fails for one customer in twenty since 02:10. Lead it.",
               Group::problem_solving_production_ownership, Round::phone_screening),
      question("slow-memory-leak", "A leak that takes nine days", "A service dies every nine days. Find out why.",
               Group::problem_solving_production_ownership, Round::system_design)};
  return made;
}

inline scoring::Report report(const bank::Question& question, bool passes) {
  scoring::Report made;
  made.input.question_id = question.id;
  made.input.answer =
      "I'd first ask which pain hurts most, releases or load, because sixty invoices a second is small for one PostgreSQL. With eight "
      "engineers I would not split it yet: nobody here could run nine services at night.\n\nSo I would keep one deployable and cut "
      "modules inside it, each with its own schema, and the build fails when one reaches into another. ";
  if (passes) {
    made.input.answer +=
        "What we give up is independent releases, and I would accept that for a year. If a release goes wrong we roll back within five "
        "minutes by a flag.";
  } else {
    made.input.answer += "That is best practice and it will obviously scale, so I see no downside at all.";
  }
  made.verdict = passes ? scoring::Verdict::pass : scoring::Verdict::fail;
  made.score = passes ? 74 : 51;
  made.threshold = 65;
  made.reason = passes ? "You tied the shape to the eight people who run it, and you said what it costs."
                       : "You named the shape well; no cost of it, and nothing on how it would be taken back.";
  const auto span = [&](std::string_view words) {
    const std::size_t at = made.input.answer.find(words);
    return std::optional<Span>(Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())});
  };
  const auto row = [&](std::string criterion, int points, std::optional<Span> where, std::string why) {
    made.ledger.push_back({criterion + "/1", criterion, points, where, std::move(why)});
  };
  row("asks-what-hurts", 9, span("ask which pain hurts most"), "asks what hurts first");
  row("asks-what-hurts", 3, span("sixty invoices a second is small"), "tells the pain from the load");
  row("counts-the-team", 17, span("With eight engineers I would not split it yet"), "ties the shape to the team");
  row("keeps-one-deployable", 14, span("keep one deployable and cut modules inside it"), "keeps one deployable");
  if (passes) {
    row("names-the-cost", 12, span("What we give up is independent releases"), "names what is given up");
    row("plans-the-way-back", 11, span("we roll back within five minutes by a flag"), "says how it is taken back");
    row("delivery:clarity", 8, std::nullopt, "short sentences with one thought each");
  } else {
    row("names-the-cost", 0, std::nullopt, "no cost or losing side is named");
    row("plans-the-way-back", 0, std::nullopt, "no way back is named");
    row("delivery:clarity", 12, std::nullopt, "short sentences with one thought each");
    row("gate:no-trade-off", -4, span("I see no downside at all"), "a design without a trade-off is held down");
    made.gates.push_back({"no-trade-off", 60, span("I see no downside at all"), "a design without a trade-off is held down"});
    made.flip = {{"names-the-cost", 9, "Every choice loses something. What does yours lose?"},
                 {"plans-the-way-back", 7, "What happens on the night when it goes wrong?"}};
  }
  if (passes) made.flip = {{"counts-the-team", 17, ""}};
  if (!passes) {
    made.causes = {{"trade-off-unsaid", "Trade-offs left unsaid", span("I see no downside at all"), "The choice is said to cost nothing.", "Name what gets worse, and for whom."},
                   {"no-constraints-asked", "Designed without asking for constraints", std::nullopt, "Nothing is asked about load, cost or who runs it.", "Begin with the two limits that would change your design most."}};
  }
  made.next_level = scoring::NextLevel{72, false, "beyond-one-team", "Reaches beyond one team", "Say which other teams it touches, and what you did with them."};
  const auto mark = [&](std::string criterion, int value, int points) {
    for (const bank::Criterion& known : question.criteria) {
      if (known.id == criterion) made.criteria.push_back({known.id, known.name, known.dimension, value, points, known.points, known.primary});
    }
  };
  mark("asks-what-hurts", 4, 12);
  mark("keeps-one-deployable", 3, 14);
  mark("counts-the-team", 4, 17);
  mark("names-the-cost", passes ? 4 : 1, passes ? 12 : 0);
  mark("plans-the-way-back", passes ? 3 : 1, passes ? 11 : 0);
  made.dimensions = {3, 4, std::nullopt, passes ? 4 : 2, passes ? 3 : 1, 4};
  made.delivery.clarity = {{"words-per-sentence", 17'400, "words", 12'000, 22'000}, {"hedges", 1'200, "in 100 words", 0, 3'000}};
  return made;
}

inline progress::Attempt attempt(const bank::Question& question, bool passes, int days_ago, std::string id) {
  progress::Attempt made;
  made.id = std::move(id);
  made.started_wall_ms = kNowWall - days_ago * 86'400'000ll - 600'000;
  made.question_id = question.id;
  made.question_title = question.title;
  made.question_prompt = question.prompt;
  made.timings.answering_ms = passes ? 171'000 : 152'000;
  made.timings.preparation_ms = 21'000;
  made.timings.steps_first_served_ms = {{"clarify", 9'000}, {"propose", 48'000}, {"decide", 83'000}, {"trade-offs", 128'000}};
  made.report = report(question, passes);
  return made;
}

inline app::Model empty_model() {
  app::Model model;
  model.bank = bank();
  model.storage.state = app::SaveState::saved;
  return model;
}

/// With three attempts: a fail, a pass elsewhere, and a retry of the fail that passes. Oldest first, as kept.
inline app::Model model_with_attempts() {
  app::Model model = empty_model();
  const bank::Question& billing = *model.bank.find("billing-monolith-team-of-eight");
  model.progress.attempts.push_back(attempt(*model.bank.find("disagree-and-lift"), true, 3, "a0"));
  model.progress.attempts.push_back(attempt(billing, false, 1, "a1"));
  progress::Attempt again = attempt(billing, true, 0, "a2");
  again.retry_of = "a1";
  model.progress.attempts.push_back(std::move(again));
  return model;
}

inline session::State running(const bank::Question& question, session::Phase phase) {
  session::State state;
  state.question_id = question.id;
  state.phase = phase;
  state.started = {1'000, kNowWall};
  state.last = {1'000, kNowWall};
  state.preparation_used_ms = phase == session::Phase::preparing ? 8'000 : 22'000;
  state.answering_used_ms = phase == session::Phase::preparing ? 0 : 63'000;
  const auto step = [&](std::string id, std::string name, std::string hint, std::optional<std::int64_t> at) {
    session::ChecklistStep made;
    made.id = std::move(id);
    made.name = std::move(name);
    made.hint = std::move(hint);
    made.first_served_ms = at;
    made.served = at.has_value();
    state.checklist.push_back(std::move(made));
  };
  const bool has_begun = phase != session::Phase::preparing;
  const auto at = [&](std::int64_t ms) { return has_begun ? std::optional<std::int64_t>(ms) : std::nullopt; };
  step("clarify", "Clarify constraints", "Scale, latency, consistency, cost, operations", at(12'000));
  step("propose", "Propose the shape", "Components and data flow, each for a reason", at(48'000));
  step("decide", "Deep-dive the decisions", "Stores, caching, interfaces, failover", std::nullopt);
  step("trade-offs", "Address trade-offs", "What each choice costs", std::nullopt);
  step("operate", "Plan growth and operations", "Scaling, alerts, recovery", std::nullopt);
  step("alternatives", "Discuss alternatives", "What else, and why yours is better here", std::nullopt);
  if (has_begun) {
    state.draft =
        "I'd first ask which pain hurts most, releases or load, because sixty invoices a second is small for one PostgreSQL.\n\nWith "
        "eight engineers I would not split it yet: nobody here could run nine services at night. So I would keep one deployable and cut "
        "modules inside it, each with its own schema, and the build fails when one reaches into another.";
  }
  return state;
}

inline app::Model practice_model(session::Phase phase) {
  app::Model model = empty_model();
  model.screen = app::Screen::practice;
  model.progress.running = running(*model.bank.find("billing-monolith-team-of-eight"), phase);
  return model;
}

/// The judge not yet measured, half measured, and measured, by a judge that goes by length.
inline std::vector<app::Model> honesty_models() {
  auto pairs = std::make_shared<std::vector<selftest::Pair>>();
  for (int i = 0; i < 9; ++i) {
    selftest::Pair pair;
    pair.id = std::string(1, static_cast<char>('a' + i % 4)) + "-" + std::to_string(i);
    pair.is_untouched = i % 3 == 2;
    pair.strong.question_text = pair.weak.question_text = "What would you do about " + std::to_string(i) + "?";
    pair.strong.answer = std::string(static_cast<std::size_t>(40 + 9 * i), 's') + ". I would ask.";
    pair.weak.answer = std::string(static_cast<std::size_t>(70 - 7 * i), 'w') + ". It depends.";
    pairs->push_back(std::move(pair));
  }
  const auto only = [&](bool is_untouched) {
    auto some = std::make_shared<std::vector<selftest::Pair>>();
    for (const selftest::Pair& pair : *pairs) {
      if (pair.is_untouched == is_untouched) some->push_back(pair);
    }
    return selftest::Measurement(std::move(some));
  };
  const auto judge = [](const scoring::Input& input) {
    scoring::Report report;
    report.input = input;
    report.score = static_cast<int>(std::min<std::size_t>(100, input.answer.size()));
    report.verdict = *report.score >= 80 ? scoring::Verdict::pass : scoring::Verdict::fail;
    return report;
  };
  const auto prompt = [](const scoring::Input& input) { return input.question_text; };
  std::vector<app::Model> made(3, model_with_attempts());
  for (app::Model& model : made) {
    model.screen = app::Screen::honesty;
    model.derived.pairs = pairs;
  }
  app::HonestyCheck check{only(false), only(true), true, 0};
  while (!check.untouched.is_done()) check.untouched.step(judge, prompt);
  made[1].honesty_check = check;
  while (!check.looked_at.is_done()) check.looked_at.step(judge, prompt);
  check.is_running = false;
  made[2].honesty_check = check;
  return made;
}

}  // namespace dryrun::samples
