#include "scoring/reading.h"
#include "scoring/fixture.h"

using namespace dryrun;
using namespace dryrun::scoring;
using namespace dryrun::scoring::test;

namespace {

int mark(std::string_view criterion, const std::string& sentence) {
  const auto judge = small_judge();
  const auto prepared = judge->prepare_free("How do you go about it?", std::nullopt);
  return mark_of(judge_text(*judge, *prepared, sentence + kPadding), "group:" + std::string(criterion));
}

}  // namespace

TEST_CASE("a negated cue earns nothing") {
  CHECK(mark("decides", "We put the prices in a cache.") == 3);
  CHECK(mark("decides", "We never put the prices in a cache.") == 1);
  CHECK(mark("decides", "We didn't use a queue.") == 1);
  CHECK(mark("decides", "I used no cache.") == 1);
  CHECK(mark("owns", "I failed to measure it.") == 1);
  CHECK(mark("owns", "Nobody saw that we measured it, but we measured it.") == 3);
}

TEST_CASE("a negation ends with its clause and at a contrast") {
  CHECK(mark("decides", "It was not easy, and we put the prices in a cache.") == 3);
  CHECK(mark("decides", "It was not easy but we used a cache.") == 3);
}

TEST_CASE("not only and no doubt assert") {
  CHECK(mark("decides", "No doubt we used a cache.") == 3);
  CHECK(mark("decides", "It is not only that we used a cache.") == 3);
}

TEST_CASE("what would have been done is not done") {
  CHECK(mark("owns", "I mentored two juniors.") == 3);
  CHECK(mark("owns", "I would have mentored two juniors.") == 1);
  CHECK(mark("owns", "I will mentor two juniors.") == 1);
  CHECK(mark("owns", "If I had measured it.") == 1);
  CHECK(mark("owns", "I'd mentor two juniors.") == 1);
  CHECK(mark("owns", "I'd measured it before anybody asked.") == 3);
  CHECK(mark("owns", "I have migrated it.") == 3);
}

TEST_CASE("words of the question and words said before earn nothing again") {
  const auto judge = small_judge();
  const auto prepared = judge->prepare_free("Suppose that we put a cache in front of the old price service of the shop, then what?", std::nullopt);
  const Report copied = judge_text(*judge, *prepared, std::string("Suppose that we put a cache in front of the old price service of the shop.") + kPadding + kPadding);
  CHECK(mark_of(copied, "group:decides") == 1);
}

TEST_CASE("a quotation is the clause around the words, short enough to be taken in, and never half a word") {
  const std::string long_clause = "we moved the orders of the largest customer of all to a database of their own on a machine in the same cellar next door";
  const std::string answer = "We can't take it back after that. I told support, and they agreed. Then " + long_clause + ".";
  const text::Document document = text::make_document(answer);
  const Lexicon lexicon;
  Reading reading;
  read(document, lexicon, reading);
  const auto word = [&](std::string_view form) {
    for (std::uint32_t i = 0; i < reading.size(); ++i) {
      if (document.quote(reading.words[i].span) == form) return i;
    }
    return kNoWord;
  };
  const auto quote = [&](std::string_view first, std::string_view last) { return std::string(document.quote(reading.quote(word(first), word(last)))); };
  CHECK(quote("back", "back") == "We can't take it back after that");
  CHECK(quote("support", "agreed") == "I told support, and they agreed");
  const std::string cut = quote("database", "database");
  CHECK(cut.find("a database of their own") != std::string::npos);
  CHECK(cut.size() < long_clause.size());
  // Half of "can't" brings the other half along.
  const std::uint32_t take = word("take");
  CHECK(std::string(document.quote(reading.span(take - 1, take))) == "can't take");
}
