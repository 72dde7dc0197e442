// The causes of failure and the signals of the next level, on the data that ships.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "scoring/fixture.h"

using namespace dryrun;
using namespace dryrun::scoring;

namespace {

Report judged(bank::Group group, const std::string& answer, bank::Level level = bank::Level::senior) {
  const auto prepared = (*test::real_data().judge).prepare_free("What would you do?", group);
  Input input;
  input.answer = answer;
  input.level = level;
  return (*test::real_data().judge).judge(*prepared, input);
}

const Cause* find(const Report& report, std::string_view id) {
  const auto found = std::find_if(report.causes.begin(), report.causes.end(), [&](const Cause& cause) { return cause.cause == id; });
  return found == report.causes.end() ? nullptr : &*found;
}

std::string quote(const Report& report, const Cause& cause) { return report.input.answer.substr(cause.span->begin, cause.span->size()); }

constexpr auto kDesign = bank::Group::system_design_architecture;
constexpr auto kBehavioural = bank::Group::behavioural_leadership;

const std::string kMachinery =
    "I would put Kafka in front and run everything on Kubernetes with Istio. Orders go to Cassandra, sessions to Redis and search to "
    "Elasticsearch, and Flink computes the totals. This is the modern way to build it and it scales without any limit, so there are no downsides to it.";
const std::string kWeighed =
    "First I would ask how many orders a second the peak really has, because eight people carry the pager. I would keep the one database and add a copy "
    "for the reports. The price is that reports are an hour old. If orders pass five thousand a day I would look at it again. I considered splitting the "
    "service, but two teams would have had to change their export.";

}  // namespace

TEST_CASE("each of the five causes of failure is told, with its words or as an absence") {
  const Report machinery = judged(kDesign, kMachinery);
  const Cause* constraints = find(machinery, "no-constraints-asked");
  REQUIRE(constraints != nullptr);
  CHECK_MESSAGE(!constraints->span, "an absence has no words");
  CHECK(!constraints->why.empty());
  CHECK(!constraints->hint.empty());
  const Cause* engineered = find(machinery, "over-engineered");
  REQUIRE(engineered != nullptr);
  REQUIRE(engineered->span);
  const Cause* trade = find(machinery, "trade-off-unsaid");
  REQUIRE(trade != nullptr);
  REQUIRE(trade->span);
  CHECK(quote(machinery, *trade).find("no downsides") != std::string::npos);

  const Report alone = judged(kBehavioural,
                              "The release was late and nobody knew why. I read the code for a week, I rewrote the importer, I fixed the build and I wrote the tests. "
                              "Then I shipped it on a Friday evening and the release went out. I stayed until it was done and then I wrote the next one too.");
  REQUIRE(find(alone, "alone-where-leadership-was-asked") != nullptr);

  const Report waiting = judged(kDesign,
                                "I can't design that without detailed requirements, so I would wait until the requirements are clear and product tells us what they want. "
                                "Then I would pick a database and a queue and start with the first service, since the second depends on it anyway.");
  const Cause* ambiguity = find(waiting, "ambiguity-not-owned");
  REQUIRE(ambiguity != nullptr);
  REQUIRE(ambiguity->span);
  CHECK(quote(waiting, *ambiguity).find("that without detailed") != std::string::npos);
}

TEST_CASE("an answer that weighs its case shows none of the causes") {
  const Report report = judged(kDesign, kWeighed);
  for (const Cause& cause : report.causes) FAIL_CHECK(cause.cause);
}

TEST_CASE("a cause is told only where the kind of question can show it") {
  CHECK(find(judged(kBehavioural, kMachinery), "no-constraints-asked") == nullptr);
  CHECK(find(judged(kDesign, kMachinery), "alone-where-leadership-was-asked") == nullptr);
}

TEST_CASE("the staff mark stands over the same evidence, with the first signal missing") {
  const Report report = judged(kDesign, kWeighed);
  REQUIRE(report.next_level);
  CHECK(report.next_level->threshold > *report.threshold);
  CHECK(report.next_level->reached == (*report.score >= report.next_level->threshold && report.verdict == Verdict::pass));
  CHECK(report.next_level->signal == "others-decide-and-carry-on");
  CHECK(!report.next_level->hint.empty());

  const Report more = judged(kDesign, kWeighed + " The other lead objected, so I asked Lena to run the trial, and two teams copied it without being told.");
  CHECK(more.next_level->signal.empty());

  const Report at_staff = judged(kDesign, kWeighed, bank::Level::staff);
  CHECK(*at_staff.threshold == at_staff.next_level->threshold);
  CHECK(at_staff.score == report.score);
}

TEST_CASE("causes and the next level come back from a saved report") {
  const Report report = judged(kDesign, kMachinery);
  const std::string bytes = json::dump(to_json(report));
  const json::Parsed parsed = json::parse(bytes, "report");
  Diagnostics diagnostics;
  const auto read = read_report(*parsed.value, bytes, "report", diagnostics);
  REQUIRE(read);
  CHECK(diagnostics.empty());
  CHECK(json::dump(to_json(*read)) == bytes);
}
