// Genuine answers that come near a gate must not run into it: typed, and spoken as a transcript has them, without marks, with fillers,
// false starts and misheard words. The rules are the project's own.
#include <set>

#include "scoring/fixture.h"
#include "selftest/changes.h"
#include "selftest/pairs.h"

using namespace dryrun;
using namespace dryrun::scoring;
using namespace dryrun::scoring::test;

namespace {

std::set<std::string> gates_of(const std::string& question, const std::string& answer, Mode mode) {
  const Judge& judge = *real_data().judge;
  const auto prepared = judge.prepare_free(question, std::nullopt);
  const Report report = judge_text(judge, *prepared, answer, mode);
  std::set<std::string> gates;
  for (const GateHit& hit : report.gates) gates.insert(hit.gate);
  return gates;
}

/// What a person says before, between and after the words.
std::string spoken(const std::string& text) {
  std::string plain;
  for (const selftest::Change& change : selftest::changes()) {
    if (change.id == "no-marks") plain = change.apply(text);
  }
  constexpr const char* kFillers[] = {"um ", "so yeah ", "I mean ", "like ", "we we ", "you know "};
  std::string out = "okay so ";
  int word = 0;
  std::size_t filler = 0;
  for (std::size_t at = 0; at < plain.size(); ++at) {
    out += plain[at];
    if (plain[at] == ' ' && ++word % 14 == 0) out += kFillers[filler++ % std::size(kFillers)];
  }
  return out;
}

struct Near {
  const char* gate;
  const char* question;
  const char* answer;
};

constexpr Near kNear[] = {
    {"too-short", "Why did you roll it back?", "It took orders twice, and I had no idea why, so I rolled it back first and asked afterwards, at four in the morning."},
    {"not-prose", "What did you look at, in which order?",
     "Order of looking: the graph of errors first, then the last release, then the queue. Nothing in the first two. In the queue, one message, retried since Tuesday. We took it out and the rest went through."},
    {"not-english", "What does the pipeline look like?",
     "Kafka Connect writes raw events to S3, Airflow starts dbt at two, dbt writes to Snowflake. I kept Airflow although nobody likes it, since Ewa and Piotr know how it breaks, and I know nobody who knows Dagster."},
    {"garbled", "Which build broke?",
     "The nginx config for eu-west-1 had gzip_vary off and an ssl_ciphers line from 2016, so the XML-RPC clients of two banks couldn't connect. I put the old line back and wrote to both banks the same hour."},
    {"repetition", "What did you tell them?",
     "I told them that we didn't know yet. An hour later I told them that we still didn't know, but that no card was charged twice. At noon I could tell them why. I think they trusted the third message because of the first two."},
    {"question-copied", "How would you get a team that is tired of on-call to trust its alerts again?",
     "To trust its alerts again a team has to see one that was right. So I'd switch off everything for a week but the two that mean lost orders, and let the product manager sit beside us for the first page. It costs us the early warnings, and I'd say so."},
    {"keyword-window", "What is in your stack, and what would you throw out?",
     "We have Postgres, Redis, RabbitMQ and Elasticsearch, and I'd throw out the last one. Search is forty thousand rows, Postgres does that in its sleep, and each upgrade of Elasticsearch cost Jonas a weekend. We lose fuzzy matching, which eleven people a day use. I asked three of them."},
    {"bare-list", "What would you check before the launch?",
     "Backups restored once, not only taken. The on-call list, with real phone numbers. Rate limits on login. A page for support that says what is new. I'd skip the load test, since the launch is four hundred invited people, and I'd rather spend the day on the refund flow, which nobody has tried end to end."},
    {"word-order", "What went wrong?",
     "Was my fault, mostly. The both teams, they had agreed on the date, and I, the one who knew that the import was slow, said nothing. We have moved it for two weeks. The customer was not happy and he told it also my boss."},
    {"stuffed-connectives", "Why did you not rewrite it?",
     "It worked, mostly. Also because the two people who understood it were leaving, and therefore any rewrite would have been from guesses. However, I did one thing: we wrote tests around the invoice run, because that's where it hurts if somebody changes it by mistake. As a result we found a bug from 2019."},
    {"off-question", "How would you split a billing system for a team of eight?",
     "I wouldn't, not this year. Eight people can look after one thing well. I'd draw lines inside it, so that invoices never read the tables of the tariffs, and let the compiler complain. If the tariffs change weekly one day, they may go."},
};

}  // namespace

TEST_CASE("a genuine answer that comes near a gate doesn't run into it, typed or spoken") {
  for (const Near& near : kNear) {
    INFO(std::string(near.gate));
    CHECK_FALSE(gates_of(near.question, near.answer, Mode::typed).contains(near.gate));
    CHECK_FALSE(gates_of(near.question, spoken(near.answer), Mode::spoken).contains(near.gate));
    for (const selftest::Change& change : selftest::changes()) {
      if (change.id != "misheard" && change.id != "dropped") continue;
      INFO(std::string(change.id));
      CHECK_FALSE(gates_of(near.question, spoken(change.apply(near.answer)), Mode::spoken).contains(near.gate));
    }
  }
}

TEST_CASE("of the answers written blind, at most one in a hundred runs into a gate that looks at its words") {
  int judged = 0;
  std::string hit;
  int hits = 0;
  for (const std::string& path : RealData::json_files(std::string(DRYRUN_SOURCE_DIR) + "/data/selftest")) {
    const auto pairs = selftest::read_pairs(read_whole(path));
    REQUIRE(pairs);
    for (const selftest::Pair& pair : *pairs) {
      if (!pair.strong.question_id.empty()) continue;
      for (const Input* input : {&pair.strong, &pair.weak}) {
        for (const std::string& text : {input->answer, spoken(input->answer)}) {
          std::set<std::string> gates = gates_of(input->question_text, text, input->mode);
          gates.erase("off-question");
          ++judged;
          if (gates.empty()) continue;
          ++hits;
          hit += pair.id + ": " + *gates.begin() + "\n";
        }
      }
    }
  }
  INFO(hit);
  CHECK(judged > 300);
  CHECK(100 * hits <= judged);
}

TEST_CASE("connectives that connect nothing are capped") {
  const std::string stuffed =
      "Because we use Kafka therefore it is fast however the team because likes it moreover we deploy consequently every day as a result because the "
      "pipeline therefore is green and however nobody because complains moreover.";
  CHECK(gates_of("How do you deploy?", stuffed, Mode::typed).contains("stuffed-connectives"));
}
