// A small world of rules for the tests of scoring, and the project's own rules and banks read from the source tree.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "bank/bank.h"
#include "scoring/judge.h"

namespace dryrun::scoring::test {

inline const char* const kConcepts = R"({"format":"dryrun-concepts","version":1,"domain":true,"concepts":[
 {"id":"cache","name":"Cache","phrases":["cache","memoize"]},
 {"id":"queue","name":"Queue","phrases":["queue","message broker"]},
 {"id":"store","name":"Store","phrases":["database","postgres","shard","index","replica"]},
 {"id":"building-block","name":"Building block","phrases":["{cache}","{queue}"]}]})";

inline const char* const kCommon = R"({"format":"dryrun-common","version":1,"points_by_mark":[0,250,650,850,1000],
 "ordinary_words":{"very":"price service month","rather":"busy shop keep"},
 "lifts":[{"id":"reason","name":"Reason","from":3,"evidence":[{"any":["because ~6 team|load|budget"]}],"why":"gives a reason"},
          {"id":"cost","name":"Cost","from":4,"evidence":[{"any":["costs|cost us ~4 week|day|money","price ~4 week|latency"]}],"why":"names the cost"}],
 "penalties":[{"id":"blame","name":"Blame","points":-6,"evidence":[{"any":["their fault","stupid"]}],"why":"Blames somebody."}],
 "gates":[{"id":"empty","name":"Empty","cap":0,"why":"There is no answer to judge yet."},
  {"id":"too-short","name":"Too short","cap":0,"at":20,"why":"The answer is too short to judge."},
  {"id":"not-prose","name":"Not prose","cap":0,"at":200,"why":"This does not read as sentences."},
  {"id":"not-english","name":"Not English","cap":0,"at":120,"at2":200,"why":"This does not read as English."},
  {"id":"garbled","name":"Garbled","cap":0,"at":300,"why":"Too many words can't be read."},
  {"id":"repetition","name":"Repetition","cap":40,"at":100,"why":"Much of it is said twice."},
  {"id":"question-copied","name":"Question copied","cap":40,"at":80,"at2":600,"why":"Much of it is the question."},
  {"id":"keyword-window","name":"Keywords","cap":40,"at":8,"at2":12,"why":"Terms in a row are no sentence."},
  {"id":"bare-list","name":"List","cap":40,"at":120,"at2":150,"why":"A list of terms is no answer."},
  {"id":"word-order","name":"Word order","cap":40,"at":300,"at2":3,"why":"The words are out of order."},
  {"id":"off-question","name":"Off the question","cap":40,"at":150,"at2":150,"at3":4,"why":"It speaks of something else."}],
 "delivery":{"typed":[{"id":"sentence-length","name":"Sentence length","read_out":"clarity","measure":"sentence-words","usual_min_milli":8000,"usual_max_milli":25000,
    "bands":[{"up_to_milli":30000,"points":15},{"points":5}]}],
  "spoken":[{"id":"pace","name":"Pace","read_out":"delivery","measure":"pace-wpm","usual_min_milli":140000,"usual_max_milli":190000,
    "bands":[{"up_to_milli":120000,"points":5},{"points":15}]}]}})";

inline const char* const kRubric = R"({"format":"dryrun-rubric","version":1,"id":"general","name":"General","thresholds":{"senior":60,"staff":75},
 "penalties":["blame"],"criteria":[
  {"id":"decides","name":"Decides","points":45,"dimension":"technical-depth","primary":true,"hint":"Say what you chose.","evidence":[
    {"mark":3,"any":["i|we choose|chose|put|use|used ~5 {building-block}"],"why":"makes a choice"}]},
  {"id":"owns","name":"Did it","points":40,"dimension":"ownership-accountability","hint":"Say what you did.","evidence":[
    {"mark":3,"any":["i|we ~2 mentor|measure|migrate"],"mood":"done","why":"tells an own deed"}]}]})";

inline std::vector<DataFile> small_files() {
  return {{"concepts/building-blocks.json", kConcepts}, {"rubrics/common.json", kCommon}, {"rubrics/general.json", kRubric}};
}

inline std::unique_ptr<Judge> small_judge() {
  Judge::Created created = Judge::create(small_files());
  for (const Diagnostic& diagnostic : created.diagnostics) MESSAGE(to_string(diagnostic));
  REQUIRE(created.judge != nullptr);
  return std::move(created.judge);
}

inline std::string read_whole(const std::string& path) {
  std::string bytes;
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return bytes;
  char buffer[65536];
  for (std::size_t count = 0; (count = std::fread(buffer, 1, sizeof buffer, file)) > 0;) bytes.append(buffer, count);
  std::fclose(file);
  return bytes;
}

/// The project's data, kept alive with the judge that views it.
struct RealData {
  std::vector<std::string> paths;
  std::vector<std::string> bytes;
  std::vector<DataFile> files;
  std::unique_ptr<Judge> judge;
  bank::Bank bank;

  RealData() {
    const std::string root = std::string(DRYRUN_SOURCE_DIR) + "/data/";
    for (const char* folder : {"concepts", "rubrics"}) {
      for (const std::string& path : json_files(root + folder)) {
        paths.push_back(path);
        bytes.push_back(read_whole(path));
      }
    }
    for (std::size_t i = 0; i < paths.size(); ++i) files.push_back({paths[i], bytes[i]});
    Judge::Created created = Judge::create(files);
    for (const Diagnostic& diagnostic : created.diagnostics) MESSAGE(to_string(diagnostic));
    judge = std::move(created.judge);
    for (const std::string& path : json_files(root + "banks")) {
      Diagnostics diagnostics;
      bank::add_bank(bank, bank::read_bank(read_whole(path), path).bank, path, diagnostics);
    }
  }

  static std::vector<std::string> json_files(const std::string& folder) {
    std::vector<std::string> out;
    std::error_code error;
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
      if (at->path().extension() == ".json") out.push_back(at->path().string());
    }
    std::sort(out.begin(), out.end());
    return out;
  }
};

inline const RealData& real_data() {
  static const RealData data;
  REQUIRE(data.judge != nullptr);
  return data;
}

inline Report judge_text(const Judge& judge, const PreparedQuestion& prepared, std::string answer, Mode mode = Mode::typed) {
  Input input;
  input.answer = std::move(answer);
  input.mode = mode;
  return judge.judge(prepared, std::move(input));
}

inline int sum_of(const Report& report) {
  int sum = 0;
  for (const LedgerRow& row : report.ledger) sum += row.points;
  return sum;
}

inline int mark_of(const Report& report, std::string_view criterion) {
  for (const CriterionMark& mark : report.criteria) {
    if (mark.criterion == criterion) return mark.mark;
  }
  return 0;
}

inline bool has_gate(const Report& report, std::string_view gate) {
  return std::any_of(report.gates.begin(), report.gates.end(), [&](const GateHit& hit) { return hit.gate == gate; });
}

/// Plain sentences that meet nothing, so that a short test sentence is long enough to be judged.
inline const char* const kPadding =
    " The office was on a hill above the river. People walked there in the morning when the weather was kind. Lunch was at noon and it was always soup.";

/// A small fixed generator: tests are the same everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 6364136223846793005ull + 1442695040888963407ull;
    return static_cast<std::uint32_t>(state_ >> 33) % limit;
  }

 private:
  std::uint64_t state_;
};

}  // namespace dryrun::scoring::test
