// Any bytes as one line of `score --batch`, against the data that ships: a line comes out that is a whole report or names an error; a
// report keeps its promises, reads back without loss, and judging what it holds gives the same bytes again. The same bytes are taken for
// a saved report too, as `verify` does.
#include "cli/batch_line.h"
#include "fuzz/report.h"
#include "text/json.h"

namespace dryrun::fuzz {
namespace {

cli::Workspace& workspace() {
  static const std::unique_ptr<cli::Workspace> loaded = cli::Workspace::load(cli::Arguments());
  require(loaded != nullptr, "the data inside can be used");
  return *loaded;
}

void check_error(const json::Value& printed) {
  const json::Value* error = printed.find("error");
  require(printed.find("id") != nullptr && error != nullptr && error->is(json::Kind::string), "a line that isn't judged has its id and an error");
  require(error->string.rfind("line 7: ", 0) == 0, "an error names its line");
}

void check_printed_report(const json::Value& printed, const std::string& line) {
  Diagnostics diagnostics;
  const std::optional<scoring::Report> report = scoring::read_report(printed, line, "report", diagnostics);
  require(report.has_value() && diagnostics.empty(), "a report that was printed can be read");
  check_report(*report);
  require_equal(json::dump(scoring::to_json(*report)) + "\n", line, "a report that is read and printed is the same");

  std::string problem;
  const std::optional<scoring::Report> again = workspace().judge(report->input, problem);
  require(again.has_value(), "what was judged can be judged again");
  require(scoring::differences(*report, *again).empty(), "a report that was printed is verified");
  require_equal(json::dump(scoring::to_json(*again)) + "\n", line, "judging again gives the same bytes");
}

void check_saved_report(const std::string& bytes) {
  const json::Parsed parsed = json::parse(bytes, "saved");
  if (!parsed.value) return;
  Diagnostics diagnostics;
  const std::optional<scoring::Report> saved = scoring::read_report(*parsed.value, bytes, "saved", diagnostics);
  require(saved.has_value() != has_errors(diagnostics), "a saved report that isn't read is told why");
  if (!saved) return;
  std::string problem;
  const std::optional<scoring::Report> now = workspace().judge(saved->input, problem);
  require(now.has_value() == problem.empty(), "a saved answer that isn't judged is told why");
  if (!now) return;
  check_report(*now);
  const bool is_same = json::dump(scoring::to_json(*saved)) == json::dump(scoring::to_json(*now));
  require(is_same == scoring::differences(*saved, *now).empty(), "every difference from a saved report is told");
}

}  // namespace
}  // namespace dryrun::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dryrun;
  cli::BatchLine read;
  read.bytes = std::string(fuzz::bytes_of(data, size));
  fuzz::check_saved_report(read.bytes);
  const std::string line = cli::judged_line(read, 7, fuzz::workspace());
  if (line.empty()) {
    fuzz::require(read.bytes.find_first_not_of(" \t\r") == std::string::npos, "only a blank line is passed over");
    return 0;
  }
  fuzz::require(line.find('\n') == line.size() - 1, "one line in is one line out");
  const json::Parsed printed = json::parse(line, "report");
  fuzz::require(printed.value.has_value(), "what is printed is JSON");
  if (printed.value->find("verdict") == nullptr) {
    fuzz::check_error(*printed.value);
  } else {
    fuzz::check_printed_report(*printed.value, line);
  }
  return 0;
}
