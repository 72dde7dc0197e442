#include "selftest/pairs.h"

#include "text/json.h"

namespace dryrun::selftest {
namespace {

std::string text_at(const json::Value& object, std::string_view key) {
  const json::Value* value = object.find(key);
  return value != nullptr && value->is(json::Kind::string) ? value->string : "";
}

}  // namespace

std::optional<std::vector<Pair>> read_pairs(std::string_view bytes) {
  const json::Parsed parsed = json::parse(bytes, "");
  if (!parsed.value || text_at(*parsed.value, "format") != "dryrun-selftest") return std::nullopt;
  const json::Value* list = parsed.value->find("pairs");
  if (list == nullptr) return std::nullopt;
  std::vector<Pair> pairs;
  for (const json::Value& item : list->items) {
    Pair pair;
    pair.id = text_at(item, "id");
    const json::Value* untouched = item.find("untouched");
    pair.is_untouched = untouched != nullptr && untouched->boolean;
    pair.length = text_at(item, "length");
    pair.weak_kind = text_at(item, "weak_kind");
    scoring::Input input;
    input.question_id = text_at(item, "question_id");
    input.question_text = text_at(item, "question");
    if (const std::string group = text_at(item, "group"); !group.empty()) input.group = bank::group_from_id(group);
    if (text_at(item, "mode") == "spoken") input.mode = scoring::Mode::spoken;
    pair.strong = pair.weak = input;
    pair.strong.answer = text_at(item, "strong");
    pair.weak.answer = text_at(item, "weak");
    if (pair.id.empty() || pair.strong.answer.empty() || pair.weak.answer.empty()) return std::nullopt;
    pairs.push_back(std::move(pair));
  }
  return pairs;
}

}  // namespace dryrun::selftest
