#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "dryrun_data/embedded.h"
#include "files/pack.h"
#include "selftest/attacks.h"
#include "selftest/changes.h"
#include "selftest/measure.h"
#include "text/document.h"

using namespace dryrun;
using namespace dryrun::selftest;

namespace {

std::vector<Pair> all_pairs() {
  const std::optional<files::Pack> pack = files::Pack::open(data::embedded_pack());
  REQUIRE(pack);
  std::vector<Pair> all;
  for (const std::string_view path : pack->list("selftest/")) {
    const std::optional<std::vector<Pair>> pairs = read_pairs(*pack->file(path));
    INFO(path);
    REQUIRE(pairs);
    all.insert(all.end(), pairs->begin(), pairs->end());
  }
  return all;
}

std::uint32_t words_in(const std::string& text) { return text::make_document(text).word_count(); }

}  // namespace

TEST_CASE("a hundred and forty-four pairs, each a strong and a weak answer of about the same length, a third of them untouched") {
  const std::vector<Pair> pairs = all_pairs();
  CHECK(pairs.size() == 144);
  std::set<std::string> ids, lengths;
  int untouched = 0;
  for (const Pair& pair : pairs) {
    INFO(pair.id);
    CHECK(ids.insert(pair.id).second);
    lengths.insert(pair.length);
    untouched += pair.is_untouched ? 1 : 0;
    const double ratio = static_cast<double>(words_in(pair.strong.answer)) / words_in(pair.weak.answer);
    CHECK(ratio > 0.85);
    CHECK(ratio < 1.18);
  }
  CHECK(untouched * 3 == static_cast<int>(pairs.size()));
  CHECK(lengths == std::set<std::string>{"long", "middling", "short"});
}

TEST_CASE("an attack does to a text what its name says") {
  const Material material{"We froze the release. I told the shop why.", "What did you do?", "I told the shop why.", "Bread is baked at night here."};
  std::map<std::string_view, std::string> by_id;
  for (const Attack& attack : attacks()) by_id[attack.id] = attack.apply(material);
  CHECK(by_id.size() == attacks().size());
  CHECK(by_id["doubled"] == "We froze the release. I told the shop why. We froze the release. I told the shop why.");
  CHECK(by_id["best-repeated"].size() == material.answer.size() + 4 * (material.best_sentence.size() + 1));
  CHECK(by_id["question-copied"] == "What did you do? We froze the release. I told the shop why.");
  CHECK(by_id["padded"] == "We froze the release. I told the shop why. Bread is baked");
  CHECK(by_id["keywords-appended"].find("idempotency") != std::string::npos);
  CHECK(by_id["numbers-appended"].find("99.99") != std::string::npos);
  CHECK(by_id["denial"].find("I never thought about rollback") != std::string::npos);
  const auto letters = [](std::string text) {
    std::sort(text.begin(), text.end());
    return text;
  };
  for (const std::string_view id : {"words-shuffled", "sentences-shuffled"}) CHECK(letters(by_id[id]) == letters(std::string(material.answer)));
  CHECK(by_id["words-shuffled"] != material.answer);
}

TEST_CASE("a change does to a text what its name says") {
  std::map<std::string_view, std::string> by_id;
  for (const Change& change : changes()) by_id[change.id] = change.apply("We didn't wait, three of us; the catalogue (old) was Ada's. Nine ten eleven.");
  CHECK(by_id["lower-case"] == "we didn't wait, three of us; the catalogue (old) was ada's. nine ten eleven.");
  CHECK(by_id["no-marks"] == "We didn't wait three of us the catalogue old was Ada's Nine ten eleven");
  CHECK(by_id["long-forms"] == "We did not wait, three of us; the catalogue (old) was Ada's. Nine ten eleven.");
  CHECK(by_id["digits"] == "We didn't wait, 3 of us; the catalogue (old) was Ada's. Nine 10 eleven.");
  CHECK(by_id["american"] == "We didn't wait, three of us; the catalog (old) was Ada's. Nine ten eleven.");
  CHECK(by_id["dropped"] == "We didn't wait, three of us; the catalogue (old) Ada's. Nine ten eleven.");
  CHECK(by_id["misheard"] == "We didn't wait, three of us; the catalogue (old) there Ada's. Nine ten eleven.");
}

TEST_CASE("measuring goes on from where it stopped, and a pause or a copy changes no figure") {
  auto pairs = std::make_shared<std::vector<Pair>>(3);
  for (std::size_t i = 0; i < 3; ++i) {
    Pair& pair = (*pairs)[i];
    pair.id = std::string(1, static_cast<char>('a' + i)) + "-1";
    pair.strong.question_text = pair.weak.question_text = pair.id;
    pair.strong.answer = std::string(30 + 20 * i, 'x') + " is strong.";
    pair.weak.answer = std::string(10 + 25 * i, 'y') + " is weak.";
  }
  const auto judge = [](const scoring::Input& input) {
    scoring::Report report;
    report.input = input;
    report.score = static_cast<int>(input.answer.size());
    report.verdict = *report.score >= 60 ? scoring::Verdict::pass : scoring::Verdict::fail;
    return report;
  };
  const auto prompt = [](const scoring::Input& input) { return input.question_text; };
  Measurement measurement(pairs);
  CHECK(measurement.done() == 0);
  CHECK(measurement.measured().pairs == 0);
  // Two steps a pair as given: after four, two pairs are compared and no attack was run.
  for (int i = 0; i < 4; ++i) measurement.step(judge, prompt);
  CHECK(measurement.measured().pairs == 2);
  CHECK(measurement.measured().strong_passed.hits == 1);
  CHECK(measurement.measured().attacks.front().passed.of == 0);
  Measurement copy = measurement;
  while (!copy.is_done()) copy.step(judge, prompt);
  CHECK(copy.done() == copy.total());
  copy.step(judge, prompt);
  CHECK(copy.done() == copy.total());
  CHECK(json::dump(to_json(copy.measured()), 0) == json::dump(to_json(measure(*pairs, judge, prompt)), 0));
  CHECK(measurement.done() == 4);
}

TEST_CASE("measuring tells order, passes and gains") {
  std::vector<Pair> pairs(2);
  for (std::size_t i = 0; i < 2; ++i) {
    pairs[i].id = i == 0 ? "a-1" : "b-1";
    pairs[i].strong.question_text = pairs[i].weak.question_text = pairs[i].id;
    pairs[i].strong.answer = "A strong answer that is long enough to be told apart.";
    pairs[i].weak.answer = "Weak.";
  }
  // A judge that is fooled by length.
  const auto judge = [](const scoring::Input& input) {
    scoring::Report report;
    report.input = input;
    report.score = static_cast<int>(input.answer.size());
    report.verdict = *report.score >= 50 ? scoring::Verdict::pass : scoring::Verdict::fail;
    return report;
  };
  const Measured measured = measure(pairs, judge, [](const scoring::Input& input) { return input.question_text; });
  CHECK(measured.auc_milli == 1000);
  CHECK(measured.pair_order.hits == 2);
  CHECK(measured.strong_passed.percent() == 100);
  CHECK(measured.weak_passed.percent() == 0);
  const auto of = [&](std::string_view id) { return *std::find_if(measured.attacks.begin(), measured.attacks.end(), [&](const AttackResult& one) { return one.id == id; }); };
  CHECK(of("numbers-appended").passed.percent() == 100);
  CHECK(of("doubled").gain_milli() == 6000);
  CHECK(of("other-question").passed.of == 2);
  CHECK(of("other-question").passed.hits == 2);
  CHECK_FALSE(of("keyword-list").gain_milli());
}
