#include "scoring/judge.h"

#include <chrono>

#include "scoring/fixture.h"

using namespace dryrun;
using namespace dryrun::scoring;
using namespace dryrun::scoring::test;

namespace {

/// Under the sanitizers all runs ten times slower: shorter texts show the same.
#ifdef __SANITIZE_ADDRESS__
constexpr bool kIsSanitized = true;
#else
constexpr bool kIsSanitized = false;
#endif

std::string bytes_of(const Report& report) { return json::dump(to_json(report)); }

bool is_boundary(std::string_view text, std::uint32_t at) {
  return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

void check_whole(const Report& report) {
  if (report.score) {
    CHECK(sum_of(report) == *report.score);
    CHECK(*report.score >= 0);
    CHECK(*report.score <= 100);
  } else {
    CHECK(sum_of(report) == 0);
    CHECK_FALSE(report.threshold.has_value());
  }
  for (const LedgerRow& row : report.ledger) {
    CHECK_FALSE(row.why.empty());
    if (!row.span) continue;
    CHECK(row.span->begin <= row.span->end);
    CHECK(is_boundary(report.input.answer, row.span->begin));
    CHECK(is_boundary(report.input.answer, row.span->end));
  }
}

/// Words that meet rules, marks, other scripts and noise, thrown together.
std::string random_text(Random& random) {
  static const char* const kPieces[] = {"we ", "put ", "a ", "cache ", "queue ", "not ", "because ", "team ", ", ", ". ", "? ", "\n- ", "\"", "I ", "mentored ",
                                        "stupid ", "it costs a week ", "the ", "and ", "été ", "日本 ", "🙂 ", "12 % ", "would ", "postgres ", "xkcdqz ", "database ", "measured "};
  std::string text;
  const std::uint32_t count = random.below(120);
  for (std::uint32_t i = 0; i < count; ++i) text += kPieces[random.below(sizeof kPieces / sizeof kPieces[0])];
  return text;
}

}  // namespace

TEST_CASE("scoring twice gives the same bytes, and the ledger sums to the score, for any text") {
  const auto judge = small_judge();
  const auto prepared = judge->prepare_free("How would you build the price service of a shop?", std::nullopt);
  Random random(7);
  for (int i = 0; i < 400; ++i) {
    const std::string text = random_text(random);
    CAPTURE(text);
    const Mode mode = i % 3 == 0 ? Mode::spoken : Mode::typed;
    const Report first = judge_text(*judge, *prepared, text, mode);
    check_whole(first);
    CHECK(bytes_of(first) == bytes_of(judge_text(*judge, *prepared, text, mode)));
  }
}

TEST_CASE("a report printed and read back prints the same") {
  const auto judge = small_judge();
  const auto prepared = judge->prepare_free("How would you build it?", std::nullopt);
  Random random(11);
  for (int i = 0; i < 60; ++i) {
    Input input;
    input.id = "x";
    input.answer = random_text(random);
    input.level = i % 2 == 0 ? bank::Level::senior : bank::Level::staff;
    input.mode = i % 3 == 0 ? Mode::spoken : Mode::typed;
    if (i % 4 == 0) input.seconds = 90;
    if (i % 5 == 0) input.words = {{"we", 0, 200}, {"put", 300, 500}};
    if (i % 7 == 0) input.without = {"blame"};
    const std::string bytes = bytes_of(judge->judge(*prepared, input));
    const json::Parsed parsed = json::parse(bytes, "report");
    REQUIRE(parsed.value.has_value());
    Diagnostics diagnostics;
    const auto report = read_report(*parsed.value, bytes, "report", diagnostics);
    CHECK(diagnostics.empty());
    REQUIRE(report.has_value());
    CHECK(bytes_of(*report) == bytes);
    CHECK(differences(*report, judge->judge(*prepared, report->input)).empty());
  }
}

TEST_CASE("an unknown key of a report is a warning, a wrong kind an error") {
  Diagnostics diagnostics;
  const std::string odd = R"({"id":"","verdict":"fail","score":1,"threshold":2,"reason":"","news":1})";
  CHECK(read_report(*json::parse(odd, "r").value, odd, "r", diagnostics).has_value());
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].severity == Severity::warning);
  CHECK(diagnostics[0].code == "R002");
  diagnostics.clear();
  const std::string wrong = R"({"id":"","verdict":"maybe","score":"1"})";
  CHECK_FALSE(read_report(*json::parse(wrong, "r").value, wrong, "r", diagnostics).has_value());
  CHECK(has_errors(diagnostics));
}

TEST_CASE("a value that no report has is an error, and never another value") {
  for (const char* const fields :
       {R"("score":4294967297)", R"("threshold":-2147483649)", R"("ledger":[{"points":4294967296}])", R"("ledger":[{"begin":4294967296,"end":4294967299}])",
        R"("ledger":[{"begin":3,"end":null}])", R"("delivery":{"clarity":[{"value_milli":9223372036854775807}]})", R"("input":{"words":[["a",-9223372036854775808,9]]})",
        R"("input":{"words":[["a",9,8]]})", R"("input":{"without":[1]})", R"("input":{"level":""})", R"("input":{"mode":""})", R"("input":{"group":1})"}) {
    const std::string bytes = std::string(R"({"verdict":"fail",)") + fields + "}";
    CAPTURE(bytes);
    Diagnostics diagnostics;
    CHECK_FALSE(read_report(*json::parse(bytes, "r").value, bytes, "r", diagnostics).has_value());
    CHECK(has_errors(diagnostics));
  }
}

TEST_CASE("a reason and a cost beside the evidence raise the mark, each with its own row") {
  const auto judge = small_judge();
  const auto prepared = judge->prepare_free("How do you go about it?", std::nullopt);
  const Report plain = judge_text(*judge, *prepared, std::string("We put the prices in a cache.") + kPadding);
  CHECK(mark_of(plain, "group:decides") == 3);
  const Report reasoned = judge_text(*judge, *prepared, std::string("We put the prices in a cache. We did so because the team is small.") + kPadding);
  CHECK(mark_of(reasoned, "group:decides") == 4);
  const Report whole = judge_text(*judge, *prepared, std::string("We put the prices in a cache. We did so because the team is small. It cost us a week.") + kPadding);
  CHECK(mark_of(whole, "group:decides") >= 4);
  const Report full = judge_text(*judge, *prepared, std::string("We put the prices in a cache because the team is small, which cost us a week.") + kPadding);
  CHECK(mark_of(full, "group:decides") == 5);
  check_whole(full);
  int rises = 0;
  for (const LedgerRow& row : full.ledger) rises += row.criterion == "group:decides" && row.points > 0 ? 1 : 0;
  CHECK(rises == 3);
}

TEST_CASE("a missing criterion is named, and an unmet primary fails the answer") {
  const auto judge = small_judge();
  const auto prepared = judge->prepare_free("How do you go about it?", std::nullopt);
  const Report report = judge_text(*judge, *prepared, std::string("I measured it and I mentored them because the load was high. It cost us a week.") + kPadding);
  CHECK(report.verdict == Verdict::fail);
  const auto absent = std::find_if(report.ledger.begin(), report.ledger.end(), [](const LedgerRow& row) { return row.rule == "absent"; });
  REQUIRE(absent != report.ledger.end());
  CHECK_FALSE(absent->span.has_value());
  CHECK(absent->criterion == "group:decides");
  CHECK(std::any_of(report.flip.begin(), report.flip.end(), [](const Flip& flip) { return flip.criterion == "group:decides"; }));
}

TEST_CASE("a fail over an unmet primary names it, with the points over the mark and under it") {
  std::vector<DataFile> files = small_files();
  std::string low = kRubric;
  low.replace(low.find("\"senior\":60"), 11, "\"senior\":40");
  files.back().bytes = low;
  const Judge::Created created = Judge::create(files);
  REQUIRE(created.judge != nullptr);
  const auto prepared = created.judge->prepare_free("How do you go about it?", std::nullopt);
  const std::string owns = std::string("I measured it and I mentored them because the team is small, which cost us a week.") + kPadding;
  const Report over = judge_text(*created.judge, *prepared, owns);
  REQUIRE(over.verdict == Verdict::fail);
  REQUIRE(*over.score >= *over.threshold);
  CHECK(over.reason == "Fail, for now: " + std::to_string(*over.score) + " points reach the mark of 40, but without \"Decides\" no answer passes; strongest was \"Did it\".");
  const Report under = judge_text(*created.judge, *prepared, kPadding);
  REQUIRE(*under.score < 40);
  CHECK(under.reason == "Fail, for now, with " + std::to_string(*under.score) + " points against a mark of 40, and without \"Decides\" no answer passes.");
  const Report met = judge_text(*small_judge(), *small_judge()->prepare_free("How do you go about it?", std::nullopt), std::string("We put the prices in a cache.") + kPadding);
  REQUIRE(met.verdict == Verdict::fail);
  CHECK(met.reason.find("no answer passes") == std::string::npos);
  CHECK(met.reason.find("what is missing most is \"Did it\"") != std::string::npos);
}

TEST_CASE("a penalty never takes more than was won") {
  const auto judge = small_judge();
  const auto prepared = judge->prepare_free("How do you go about it?", std::nullopt);
  const Report clean = judge_text(*judge, *prepared, std::string("It went wrong that year.") + kPadding);
  const Report blaming = judge_text(*judge, *prepared, std::string("It was their fault that year.") + kPadding);
  CHECK(*blaming.score == *clean.score - 6);
  Input input;
  input.answer = std::string("It was their fault that year.") + kPadding;
  input.without = {"sentence-length"};
  const Report nothing_won = judge->judge(*prepared, input);
  CHECK(*nothing_won.score == 0);
  check_whole(nothing_won);
}

TEST_CASE("a rule that is switched off leaves no row") {
  const auto judge = small_judge();
  const auto prepared = judge->prepare_free("How do you go about it?", std::nullopt);
  Input input;
  input.answer = std::string("It was their fault. We put it in a cache.") + kPadding;
  input.without = {"sentence-length", "blame", "decides"};
  const Report report = judge->judge(*prepared, input);
  for (const LedgerRow& row : report.ledger) {
    CHECK(row.rule != "blame");
    CHECK(row.rule != "sentence-length");
    CHECK((row.criterion != "group:decides" || row.points == 0));
  }
}

TEST_CASE("a spoken answer is judged on its pace, a typed one is not") {
  const auto judge = small_judge();
  const auto prepared = judge->prepare_free("How do you go about it?", std::nullopt);
  Input input;
  input.answer = std::string("We put it in a cache.") + kPadding;
  input.mode = Mode::spoken;
  input.seconds = 60;
  const Report slow = judge->judge(*prepared, input);
  REQUIRE(slow.delivery.delivery.size() == 1);
  CHECK(slow.delivery.delivery[0].value_milli < 120000);
  input.mode = Mode::typed;
  CHECK(judge->judge(*prepared, input).delivery.delivery.empty());
}

TEST_CASE("a free question goes to the group that its words show, else to the general rubric") {
  std::vector<DataFile> files = small_files();
  std::string grouped = kRubric;
  grouped.replace(grouped.find("\"id\":\"general\""), 14, "\"id\":\"system-design-architecture\"");
  grouped.insert(grouped.size() - 1, ",\"cues\":[\"how would you build|design\"]");
  files.push_back({"rubrics/system-design-architecture.json", grouped});
  const Judge::Created created = Judge::create(files);
  REQUIRE(created.judge != nullptr);
  const auto design = created.judge->prepare_free("How would you build a shop?", std::nullopt);
  CHECK(judge_text(*created.judge, *design, kPadding).input.group == bank::Group::system_design_architecture);
  const auto other = created.judge->prepare_free("Tell me about your week.", std::nullopt);
  CHECK_FALSE(judge_text(*created.judge, *other, kPadding).input.group.has_value());
}

TEST_CASE("faults of data files are told at their line") {
  std::vector<DataFile> files = small_files();
  const std::string broken = "{\"format\":\"dryrun-concepts\",\"version\":1,\"concepts\":[\n{\"id\":\"a\",\"name\":\"A\",\"phrases\":[\"~ x\"],\"hits\":[]},\n{\"id\":\"b\",\"name\":\"B\",\"phrases\":[\"{cachee}\"]}]}";
  files.push_back({"concepts/broken.json", broken});
  const Judge::Created created = Judge::create(files);
  CHECK(created.judge == nullptr);
  const auto has = [&](std::string_view code, int line) {
    return std::any_of(created.diagnostics.begin(), created.diagnostics.end(), [&](const Diagnostic& d) { return d.code == code && d.line == line; });
  };
  CHECK(has("S006", 2));
  CHECK(has("B003", 2));
  CHECK(has("S003", 3));
}

TEST_CASE("the work grows with the answer's length and no faster") {
  const RealData& data = real_data();
  REQUIRE_FALSE(data.bank.questions.empty());
  const bank::Question& question = data.bank.questions.front();
  const auto prepared = data.judge->prepare(question);
  const std::string& sentence = question.strong->answer;
  const auto microseconds = [&](int copies) {
    std::string text;
    for (int i = 0; i < copies; ++i) text += sentence + " ";
    std::int64_t best = 1'000'000'000;
    for (int run = 0; run < 3; ++run) {
      const auto begin = std::chrono::steady_clock::now();
      (void)judge_text(*data.judge, *prepared, text);
      best = std::min<std::int64_t>(best, std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin).count());
    }
    return best;
  };
  const std::int64_t small = microseconds(kIsSanitized ? 10 : 70);
  const std::int64_t large = microseconds(kIsSanitized ? 100 : 700);
  MESSAGE("an answer: " << small << " us, ten times as long: " << large << " us");
  CHECK(large < small * 25);
}
