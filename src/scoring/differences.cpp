// What differs between a stored report and the same input judged now, in sentences.
#include "scoring/judge.h"

namespace dryrun::scoring {

namespace {

std::string shown(const std::optional<int>& number) { return number ? std::to_string(*number) : "none"; }

}  // namespace

std::vector<std::string> differences(const Report& stored, const Report& now) {
  std::vector<std::string> out;
  const json::Value before = to_json(stored);
  const json::Value after = to_json(now);
  if (json::dump(before) == json::dump(after)) return out;
  const auto say = [&out](const std::string& what, const std::string& was, const std::string& is) {
    if (was != is) out.push_back(what + " was " + was + ", now " + is);
  };
  say("the verdict", std::string(to_id(stored.verdict)), std::string(to_id(now.verdict)));
  say("the score", shown(stored.score), shown(now.score));
  say("the threshold", shown(stored.threshold), shown(now.threshold));
  say("the engine", std::to_string(stored.hashes.engine), std::to_string(now.hashes.engine));
  say("the hash of the answer", stored.hashes.answer, now.hashes.answer);
  say("the hash of the question", stored.hashes.question, now.hashes.question);
  say("the hash of the rubric", stored.hashes.rubric, now.hashes.rubric);
  for (const CriterionMark& mark : now.criteria) {
    for (const CriterionMark& old : stored.criteria) {
      if (old.criterion == mark.criterion) say("the mark of " + mark.criterion, std::to_string(old.mark), std::to_string(mark.mark));
    }
  }
  for (const json::Member& member : after.members) {
    const json::Value* old = before.find(member.key);
    if (old != nullptr && json::same(*old, member.value)) continue;
    if (member.key == "verdict" || member.key == "score" || member.key == "threshold" || member.key == "hashes") continue;
    out.push_back("\"" + member.key + "\" is not the same");
  }
  return out;
}

}  // namespace dryrun::scoring
