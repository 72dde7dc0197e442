// Look-ups in a rule book, and the concepts that a concept contains.
#include "scoring/rule_book.h"

#include <algorithm>

namespace dryrun::scoring {

int DeliveryRule::worth() const {
  int best = 0;
  for (const Band& band : bands) best = std::max(best, band.points);
  return best;
}

const Rubric* RuleBook::rubric_of(std::optional<bank::Group> group) const {
  if (group) {
    const auto found = rubrics.find(bank::to_id(*group));
    if (found != rubrics.end()) return &found->second;
  }
  const auto general = rubrics.find("general");
  if (general != rubrics.end()) return &general->second;
  return rubrics.empty() ? nullptr : &rubrics.begin()->second;
}

const Gate* RuleBook::gate(std::string_view id) const {
  for (const Gate& gate : gates) {
    if (gate.id == id) return &gate;
  }
  return nullptr;
}

const Penalty* RuleBook::penalty(std::string_view id) const {
  for (const Penalty& penalty : penalties) {
    if (penalty.id == id) return &penalty;
  }
  return nullptr;
}

const CompiledFramework* RuleBook::framework(std::string_view id) const {
  for (const CompiledFramework& framework : frameworks) {
    if (framework.framework.id == id) return &framework;
  }
  return nullptr;
}

void collect_concepts(const RuleBook& book, const std::string& id, std::vector<std::string>& out) {
  const auto at = std::lower_bound(out.begin(), out.end(), id);
  if (at != out.end() && *at == id) return;
  if (book.concepts.find(id) == book.concepts.end()) return;
  out.insert(at, id);
  const auto uses = book.concept_uses.find(id);
  if (uses == book.concept_uses.end()) return;
  for (const std::string& used : uses->second) collect_concepts(book, used, out);
}

json::Position position_of_text(std::string_view bytes, std::string_view text) {
  const std::string quoted = json::dump(json::Value::of(text));
  const std::size_t at = bytes.find(quoted);
  if (at == std::string_view::npos) return {0, 0};
  return json::position_of(bytes, at);
}

}  // namespace dryrun::scoring
