#include "scoring/canonical.h"

#include <algorithm>

#include "bank/bank.h"
#include "text/hash.h"

namespace dryrun::scoring {

namespace {

bool is_author_only(std::string_view key) {
  return key == "hit" || key == "miss" || key == "source" || key == "must_earn" || key == "must_not" || key == "notes";
}

json::Value stripped(const json::Value& value) {
  json::Value out = value;
  out.items.clear();
  out.members.clear();
  for (const json::Value& item : value.items) out.items.push_back(stripped(item));
  for (const json::Member& member : value.members) {
    if (!is_author_only(member.key)) out.set(member.key, stripped(member.value));
  }
  std::sort(out.members.begin(), out.members.end(), [](const json::Member& a, const json::Member& b) { return a.key < b.key; });
  return out;
}

void collect_strings(const RuleBook& book, const json::Value& value, std::vector<std::string>& out) {
  if (value.is(json::Kind::string)) {
    for (const std::string& id : concepts_named(value.string)) collect_concepts(book, id, out);
  }
  for (const json::Value& item : value.items) collect_strings(book, item, out);
  for (const json::Member& member : value.members) collect_strings(book, member.value, out);
}

void append_concepts(const RuleBook& book, const std::vector<std::string>& ids, std::string& bytes) {
  for (const std::string& id : ids) {
    const auto found = book.concept_canonical.find(id);
    if (found == book.concept_canonical.end()) continue;
    bytes += '\n';
    bytes += found->second;
  }
}

}  // namespace

std::vector<std::string> concepts_named(std::string_view phrase) {
  std::vector<std::string> ids;
  std::size_t at = 0;
  while ((at = phrase.find('{', at)) != std::string_view::npos) {
    const std::size_t end = phrase.find('}', at);
    if (end == std::string_view::npos) break;
    ids.emplace_back(phrase.substr(at + 1, end - at - 1));
    at = end;
  }
  return ids;
}

std::string hash_of_rubrics(const RuleBook& book, const std::vector<const json::Value*>& roots) {
  std::string bytes;
  std::vector<std::string> used;
  for (const json::Value* root : roots) {
    const json::Value plain = stripped(*root);
    bytes += json::dump(plain);
    bytes += '\n';
    collect_strings(book, plain, used);
  }
  // The measures of delivery and the list gates read concepts that no phrase names.
  for (const auto& [id, entry] : book.concepts) {
    if (entry.domain) collect_concepts(book, id, used);
  }
  for (const char* id : {"vague-noun", "empty-intensifier", "hedge", "filler", "signpost", "answer-first", "self-description", "connective"}) collect_concepts(book, id, used);
  append_concepts(book, used, bytes);
  return text::xxh3_128_hex(bytes);
}

std::string hash_of_question(const RuleBook& book, const bank::Question& question) {
  const json::Value plain = bank::to_json(question, false);
  std::string bytes = json::dump(plain);
  std::vector<std::string> used;
  for (const bank::Criterion& criterion : question.criteria) {
    for (const bank::EvidencePattern& pattern : criterion.evidence) {
      for (const std::vector<std::string>* phrases : {&pattern.all, &pattern.any, &pattern.none}) {
        for (const std::string& phrase : *phrases) {
          for (const std::string& id : concepts_named(phrase)) collect_concepts(book, id, used);
        }
      }
    }
  }
  append_concepts(book, used, bytes);
  return text::xxh3_128_hex(bytes);
}

}  // namespace dryrun::scoring
