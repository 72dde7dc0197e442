#include <set>

#include "scoring/fixture.h"

using namespace dryrun;
using namespace dryrun::scoring;
using namespace dryrun::scoring::test;

namespace {

const char* const kQuestion = "How would you keep the price service of a busy grocery shop fast while its catalogue doubles every month?";
const char* const kGenuine =
    "We put the prices in a cache because the load on the database is mostly reads. I measured it first, and ninety of a hundred requests asked for the same "
    "two thousand goods. The price of that is a minute of stale numbers, which the shop accepted. When the catalogue grows further we split it by country.";

std::string judged(const std::string& answer, bool* passes = nullptr) {
  const auto judge = small_judge();
  const auto prepared = judge->prepare_free(kQuestion, std::nullopt);
  const Report report = judge_text(*judge, *prepared, answer);
  if (passes != nullptr) *passes = report.verdict == Verdict::pass;
  std::string gates;
  for (const GateHit& gate : report.gates) gates += gate.gate + " ";
  return gates;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text + " ") {
    if (c != ' ') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(word);
      word.clear();
    }
  }
  return words;
}

std::string shuffled(const std::string& text, std::uint64_t seed) {
  std::vector<std::string> words = words_of(text);
  Random random(seed);
  for (std::size_t i = words.size(); i > 1; --i) std::swap(words[i - 1], words[random.below(static_cast<std::uint32_t>(i))]);
  std::string out;
  for (const std::string& word : words) out += word + " ";
  return out;
}

}  // namespace

TEST_CASE("a genuine answer meets no gate") {
  CHECK(judged(kGenuine) == "");
}

TEST_CASE("what can't be judged is said to be so, without a number") {
  const auto judge = small_judge();
  const auto prepared = judge->prepare_free(kQuestion, std::nullopt);
  const auto gate_of = [&](const std::string& answer) {
    const Report report = judge_text(*judge, *prepared, answer);
    CHECK(report.verdict == Verdict::cannot_judge);
    CHECK_FALSE(report.score.has_value());
    CHECK_FALSE(report.reason.empty());
    return report.gates.empty() ? std::string() : report.gates.front().gate;
  };
  CHECK(gate_of("") == "empty");
  CHECK(gate_of(" ... !! ") == "empty");
  CHECK(gate_of("We put it in a cache.") == "too-short");
  CHECK(gate_of("Wir haben die Preise in einen Zwischenspeicher gelegt, weil fast alle Anfragen dieselben Waren betreffen und die Datenbank sonst zu langsam geworden ist.") ==
        "not-english");
  CHECK(gate_of("fdsjkl qwrtzp sdfghj klqwrt zxcvbn mnbvcx lkjhgf dsqwrt wrtzpl vbnmqw fghjkl sdfklj qwrtps dfgklm zxcvqw rtplkj hgfdsq mnbvqw rtzplk jhgfds vbcnmx") ==
        "garbled");
}

TEST_CASE("saying it twice earns nothing and is capped") {
  const std::string twice = std::string(kGenuine) + " " + kGenuine;
  CHECK(judged(twice).find("repetition") != std::string::npos);
  CHECK(judged(twice + " " + kGenuine).find("repetition") != std::string::npos);
}

TEST_CASE("the question given back is capped") {
  CHECK(judged(std::string(kQuestion) + " I would keep the price service of a busy grocery shop fast while its catalogue doubles every month with a cache.")
            .find("question-copied") != std::string::npos);
}

TEST_CASE("a list of keywords never passes") {
  const std::string list = "cache queue database postgres shard index replica message broker cache database queue shard index replica postgres cache queue shard index";
  bool passes = true;
  CHECK(judged(list, &passes) != "");
  CHECK_FALSE(passes);
  CHECK(judged(std::string(kGenuine) + " " + list, &passes).find("keyword-window") != std::string::npos);
  CHECK_FALSE(passes);
}

TEST_CASE("words out of order are capped") {
  const std::string longer = std::string(kGenuine) + " The rest of the work was in the tests of the checkout and in the alarms that the team reads at night.";
  CHECK(judged(longer) == "");
  int caught = 0;
  for (std::uint64_t seed = 1; seed <= 10; ++seed) caught += judged(shuffled(longer, seed)).find("word-order") != std::string::npos ? 1 : 0;
  CHECK(caught >= 8);
}

TEST_CASE("an answer to something else is capped") {
  CHECK(judged("My grandmother taught me to bake bread when I was a child. We rose before dawn and kneaded until our arms were tired. She let me paint the crust "
               "with milk, and we ate it warm with butter.")
            .find("off-question") != std::string::npos);
}

TEST_CASE("a word that only this question has tells more than an ordinary one") {
  const std::string other = "My grandmother taught me to bake bread when I was a child. We rose before dawn and kneaded until our arms were tired. ";
  const auto is_off = [&](const std::string& more) { return judged(other + more).find("off-question") != std::string::npos; };
  CHECK(is_off("The price was a tired back, and that was every month."));
  CHECK(is_off("It was a busy house."));
  CHECK_FALSE(is_off("It was a busy little shop."));
  CHECK_FALSE(is_off("The flour came from a grocery down the road."));
}

TEST_CASE("the longer an answer, the more of the question is expected in it") {
  const std::string other = "My grandmother taught me to bake bread when I was a child. We rose before dawn and kneaded until our arms were tired. The flour came from a grocery down the road. ";
  const auto is_off = [&](const std::string& text) {
    std::string common = kCommon;
    const std::string_view even = R"("at":150,"at2":150)";
    common.replace(common.find(even), even.size(), R"("at":150,"at2":400)");
    std::vector<DataFile> files = small_files();
    files[1].bytes = common;
    const Judge::Created created = Judge::create(files);
    REQUIRE(created.judge != nullptr);
    const auto prepared = created.judge->prepare_free(kQuestion, std::nullopt);
    const Report report = judge_text(*created.judge, *prepared, text);
    return std::any_of(report.gates.begin(), report.gates.end(), [](const GateHit& hit) { return hit.gate == "off-question"; });
  };
  CHECK_FALSE(is_off(other));
  std::string longer = other;
  for (const char* rest : {"She let me paint the crust with milk. ", "My brother carried wood from the shed behind the house and lit the oven with old letters. ",
                           "The cat slept in the warm flour bin and nobody was allowed to wake her. ", "On Sundays the neighbours came over and brought plum jam and gossip. ",
                           "One of them had been to sea and told us about whales and storms off Iceland. ", "We listened with our mouths full and forgot to go to bed. ",
                           "When I moved to the city I missed the smell more than anything else. ", "I bought a loaf in a station once and cried on the train. ",
                           "Years afterwards my own daughter asked why I get up so early on holidays. ", "I showed her how to fold the dough and let it rest under a towel. ",
                           "She thinks that the crust is the best part and leaves the middle to the birds. ", "My mother rings every week and asks whether it rose well. "})
    longer += rest;
  CHECK(is_off(longer));
}

TEST_CASE("a gate's cap is a row of the ledger") {
  const auto judge = small_judge();
  const auto prepared = judge->prepare_free(kQuestion, std::nullopt);
  const Report report = judge_text(*judge, *prepared, std::string(kGenuine) + " " + kGenuine);
  REQUIRE(report.score.has_value());
  CHECK(*report.score <= 40);
  CHECK(sum_of(report) == *report.score);
  CHECK(report.verdict == Verdict::fail);
}
