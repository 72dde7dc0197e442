#include "scoring/phrase.h"

#include "scoring/fixture.h"
#include "scoring/pattern_set.h"

using namespace dryrun;
using namespace dryrun::scoring;

namespace {

/// How often one phrase is found in a text; -1 when the phrase has a fault.
int found(const std::string& phrase, std::string_view text) {
  const Lexicon lexicon;
  PatternSet set(lexicon);
  std::vector<PhraseProblem> problems;
  set.add_concept("inner", {"red", "dark blue"}, problems);
  set.add_concept("outer", {"{inner} ~ car", "lorry"}, problems);
  const NodeId node = set.add_phrase(phrase, problems);
  set.compile(problems);
  if (!problems.empty()) return -1;
  const text::Document document = text::make_document(text);
  Reading reading;
  read(document, lexicon, reading);
  Matches matches;
  set.match(reading, nullptr, matches);
  return static_cast<int>(matches.end_of(node) - matches.begin_of(node));
}

std::string code_of(const std::string& phrase) {
  std::vector<PhraseProblem> problems;
  (void)parse_phrase(phrase, problems);
  return problems.empty() ? "" : problems.front().code;
}

}  // namespace

TEST_CASE("a word matches by its stem, an exact word only itself") {
  CHECK(found("cache", "We were caching prices.") == 1);
  CHECK(found("=cache", "We were caching prices.") == 0);
  CHECK(found("=cache", "A cache helps.") == 1);
  CHECK(found("net", "The network is down.") == 0);
}

TEST_CASE("a gap is up to its length and never crosses a sentence") {
  CHECK(found("put ~2 cache", "We put a small cache there.") == 1);
  CHECK(found("put ~2 cache", "We put a very small new cache there.") == 0);
  CHECK(found("put ~5 cache", "We put it there. A cache was not needed.") == 0);
  CHECK(found("put ~ cache", "We put cache there.") == 1);
}

TEST_CASE("marks inside a sentence are skipped over") { CHECK(found("first then", "First, then the rest.") == 1); }

TEST_CASE("alternatives, optional words, numbers and any word fill one slot") {
  CHECK(found("fell|dropped to # percent", "It fell to 3 percent.") == 1);
  CHECK(found("fell|dropped to # percent", "It dropped to three %.") == 1);
  CHECK(found("a small? cache", "a cache and a small cache") == 2);
  CHECK(found("not * cache", "It was not the cache.") == 1);
  CHECK(found("not * cache", "It was not cache.") == 0);
  CHECK(found("engineer|of-us", "Two of us went.") == 1);
}

TEST_CASE("one word with an underscore and two words with a hyphen are two phrases") {
  const Lexicon lexicon;
  PatternSet set(lexicon);
  std::vector<PhraseProblem> problems;
  const NodeId one = set.add_phrase("on_call", problems);
  const NodeId two = set.add_phrase("on-call", problems);
  CHECK(problems.empty());
  CHECK(one != two);
  CHECK(found("on_call", "We are on-call.") == 0);
  CHECK(found("on-call", "We are on call.") == 1);
}

TEST_CASE("concepts nest") {
  CHECK(found("{outer}", "A dark blue old car and a lorry.") == 2);
  CHECK(found("my {outer}|bike", "my bike, my lorry") == 2);
}

TEST_CASE("every fault of a phrase has its code") {
  CHECK(code_of("") == "S001");
  CHECK(code_of("a? b?") == "S001");
  CHECK(code_of("a||b") == "S002");
  CHECK(code_of("{a b") == "S002");
  CHECK(code_of("a ~x b") == "S002");
  CHECK(code_of("a ~") == "S006");
  CHECK(code_of("* a") == "S006");
  CHECK(code_of("x a? b? c? d? e? f? y") == "S007");
  CHECK(code_of("a ~99 b") == "S008");
  CHECK(code_of("a ! b") == "S009");
}

TEST_CASE("unknown concepts and circles are told, with the nearest name") {
  const Lexicon lexicon;
  PatternSet set(lexicon);
  std::vector<PhraseProblem> problems;
  set.add_concept("one", {"{two}"}, problems);
  set.add_concept("two", {"{one}"}, problems);
  set.add_concept("three", {"{tow}"}, problems);
  set.compile(problems);
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].code == "S003");
  CHECK(problems[0].message.find("\"two\"") != std::string::npos);
  CHECK(problems[1].code == "S004");
}

TEST_CASE("many alternatives in a row are found as few are") {
  CHECK(found("a1|a2|a3|a4|a5|a6|a7|a8 b1|b2|b3|b4|b5|b6|b7|b8 c1|c2|c3|c4|c5|c6|c7|c8", "see a8 b8 c8 here") == 1);
}

TEST_CASE("deeds are told by the grammar of a clause") {
  CHECK(found("{i-did}", "I triaged the alarms and wrote a runbook.") == 2);
  CHECK(found("{i-did}", "I would triage the alarms.") == 0);
  CHECK(found("{i-did}", "The alarms were triaged.") == 0);
  CHECK(found("{we-did}", "Yesterday we split the service.") == 1);
  CHECK(found("{they-did}", "Ines rewrote the tests.") == 1);
  CHECK(found("{they-did}", "The platform team agreed to it.") == 1);
  CHECK(found("{we-act}", "I would sketch it first.") == 1);
  CHECK(found("{we-act} ~ it", "I would sketch it first.") == 1);
}
