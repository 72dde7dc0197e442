// Banks for the tests: one question with every field, and one with only what it must have.
#pragma once

#include <string>
#include <string_view>

#include "bank/bank.h"

namespace dryrun::bank::samples {

inline constexpr std::string_view kMinimal =
    R"({"format":"dryrun-bank","version":1,"questions":[{"id":"retire-a-service","prompt":"How would you retire it?","group":"system-design-architecture"}]})";

/// Sound in structure and in every check that needs no engine: five criteria, 85 points.
inline std::string full_question(std::string_view id = "retire-a-service",
                                 std::string_view prompt = "How would you retire it?") {
  std::string out =
      "{\"id\":\"" + std::string(id) + "\",\"title\":\"Retire a service\",\"prompt\":\"" + std::string(prompt) + "\",";
  out +=
      R"("looks_for":"Care for callers.","group":"system-design-architecture","rounds":["architectural","system-design"],)"
      R"("levels":["senior","staff"],"difficulty":3,"topics":["migration"],"seconds":240,"framework":"design","criteria":[)";
  for (int i = 1; i <= 5; ++i) {
    const std::string n = std::to_string(i);
    out +=
        std::string(i > 1 ? "," : "") + "{\"id\":\"point-" + n + "\",\"name\":\"Makes point " + n +
        "\",\"points\":17," + R"("dimension":"pragmatism",)" + (i == 1 ? R"("primary":true,)" : "") +
        "\"hint\":\"Say point " + n + ".\"," +
        R"("evidence":[{"mark":4,"all":["warn ~3 caller"],"any":["early","first"],"none":["never"],"within":"two-sentences",)"
        R"("mood":"done","negated_counts":true,"why":"warns callers"}],)" +
        "\"must_earn\":\"We warned callers early, " + n + ".\",\"must_not\":\"Callers warn early, " + n + ".\"}";
  }
  out +=
      R"(],"strong":{"answer":"I would ask who calls it.","why":"Callers first."},)"
      R"("weak":{"answer":"I would switch it off now.","why":"Nobody was asked."},"why_not":"Keep it while one caller pays for it.",)"
      R"("follow_ups":[{"ask":"Who is told first?","criterion":"point-1"},{"ask":"What if nobody answers?"}],"notes":"Seen twice."})";
  return out;
}

inline std::string bank_of(const std::string& questions) {
  return "{\"format\":\"dryrun-bank\",\"version\":1,\"title\":\"Sample\",\"questions\":[" + questions + "]}";
}

/// `text` with the first `from` replaced: a sample with one thing wrong.
inline std::string with(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) return "the sample has no " + std::string(from);
  return text.replace(at, from.size(), to);
}

/// "line:column CODE" of each diagnostic, joined by "; ".
inline std::string places(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& one : diagnostics)
    out += (out.empty() ? "" : "; ") + std::to_string(one.line) + ":" + std::to_string(one.column) + " " + one.code;
  return out;
}

}  // namespace dryrun::bank::samples
