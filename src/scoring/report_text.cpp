// A report for people, and what differs between two.
#include <algorithm>

#include "scoring/judge.h"
#include "scoring/report.h"

namespace dryrun::scoring {
namespace {

/// The answer's words of a row on one line, shortened in the middle of nothing: whole characters only.
std::string quote(const Report& report, const LedgerRow& row) {
  if (!row.span) return {};
  constexpr std::size_t kLongest = 70;
  std::string words = report.input.answer.substr(row.span->begin, row.span->size());
  std::replace(words.begin(), words.end(), '\n', ' ');
  if (words.size() <= kLongest) return " \"" + words + "\"";
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
  return " \"" + words.substr(0, end) + " ...\"";
}

}  // namespace

std::string to_text(const Report& report) {
  std::string text = report.reason + "\n";
  if (report.score && report.threshold) text += "Score " + std::to_string(*report.score) + " of 100, the " + std::string(bank::to_id(report.input.level)) + " bar is " + std::to_string(*report.threshold) + ".\n";
  text += "\nLedger\n";
  for (const LedgerRow& row : report.ledger) {
    std::string points = std::to_string(row.points);
    if (row.points > 0) points.insert(0, 1, '+');
    points.insert(0, points.size() < 4 ? 4 - points.size() : 0, ' ');
    text += points + "  " + row.criterion + ": " + row.why + quote(report, row) + "\n";
  }
  if (!report.flip.empty()) {
    text += report.verdict == Verdict::pass ? "\nWhat carried it\n" : "\nWhat would flip it\n";
    for (const Flip& flip : report.flip) text += "  " + flip.criterion + " (+" + std::to_string(flip.points) + "): " + flip.hint + "\n";
  }
  return text;
}

std::vector<std::string> differences(const Report& stored, const Report& now) {
  std::vector<std::string> found;
  const auto compare = [&](std::string_view what, const std::string& before, const std::string& after) {
    if (before != after) found.push_back(std::string(what) + ": was " + before + ", is " + after);
  };
  const auto shown = [](const std::optional<int>& value) { return value ? std::to_string(*value) : std::string("none"); };
  compare("hash of the answer", stored.hashes.answer, now.hashes.answer);
  compare("hash of the question", stored.hashes.question, now.hashes.question);
  compare("hash of the rubric", stored.hashes.rubric, now.hashes.rubric);
  compare("engine", std::to_string(stored.hashes.engine), std::to_string(now.hashes.engine));
  compare("verdict", std::string(to_id(stored.verdict)), std::string(to_id(now.verdict)));
  compare("score", shown(stored.score), shown(now.score));
  compare("threshold", shown(stored.threshold), shown(now.threshold));
  compare("reason", stored.reason, now.reason);
  compare("ledger rows", std::to_string(stored.ledger.size()), std::to_string(now.ledger.size()));
  for (std::size_t i = 0; i < std::min(stored.ledger.size(), now.ledger.size()); ++i) {
    const auto row_text = [](const LedgerRow& row) {
      return row.criterion + " " + std::to_string(row.points) + (row.span ? " at " + std::to_string(row.span->begin) + "-" + std::to_string(row.span->end) : std::string(" with no words")) + " (" + row.why + ")";
    };
    compare("ledger row " + std::to_string(i + 1), row_text(stored.ledger[i]), row_text(now.ledger[i]));
  }
  if (found.empty() && json::dump(to_json(stored)) != json::dump(to_json(now))) found.push_back("the reports differ in a field that carries no points");
  return found;
}

}  // namespace dryrun::scoring
