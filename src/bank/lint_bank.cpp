#include <algorithm>
#include <map>

#include "bank/bank.h"
#include "bank/codes.h"
#include "bank/fields.h"
#include "text/utf8.h"

namespace dryrun::bank {
namespace {

constexpr std::size_t kFewestCriteria = 5;
constexpr std::size_t kMostCriteria = 8;
constexpr std::size_t kFollowUpCount = 2;
/// A longer strong answer would teach that length wins.
constexpr std::size_t kAnswerTolerancePercent = 15;

bool is_kebab_case(std::string_view id) {
  bool may_dash = false;
  for (const char c : id) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!is_plain && !(c == '-' && may_dash)) return false;
    may_dash = is_plain;
  }
  return may_dash;
}

/// Words in lower case with single spaces, so that a prompt can't hide behind its spacing.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text::fold(text)) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::size_t count_words(std::string_view text) {
  const std::string words = plain(text);
  return words.empty() ? 0 : static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) + 1;
}

/// Where things stand in the bytes; a question that was not read from them is told at the file's beginning.
class Places {
 public:
  explicit Places(const json::Value* root) {
    const json::Value* questions = root != nullptr ? root->find("questions") : nullptr;
    if (questions == nullptr) return;
    for (const json::Value& question : questions->items) by_id_.emplace(id_of(question), &question);
  }

  [[nodiscard]] const json::Value* question(std::string_view id) const {
    const auto at = by_id_.find(id);
    return at != by_id_.end() ? at->second : nullptr;
  }

  [[nodiscard]] static const json::Value* criterion(const json::Value* question, std::string_view id) {
    const json::Value* criteria = question != nullptr ? question->find("criteria") : nullptr;
    if (criteria == nullptr) return nullptr;
    for (const json::Value& item : criteria->items)
      if (id_of(item) == id) return &item;
    return nullptr;
  }

  /// The value of `key`, else the object itself, else the beginning.
  [[nodiscard]] static std::size_t at(const json::Value* object, std::string_view key) {
    if (object == nullptr) return 0;
    const json::Value* value = object->find(key);
    return value != nullptr ? value->begin : object->begin;
  }

 private:
  static std::string_view id_of(const json::Value& object) {
    const json::Value* id = object.find("id");
    return id != nullptr ? std::string_view(id->string) : std::string_view();
  }
  std::map<std::string_view, const json::Value*> by_id_;
};

void lint_criterion(const Criterion& criterion, const json::Value* place, Findings& findings) {
  const std::string name = "Criterion \"" + criterion.id + "\" ";
  if (!is_kebab_case(criterion.id))
    findings.error(Places::at(place, "id"), code::kNotKebabCase,
                   name + "should have an id of lower-case words joined by hyphens, such as \"asks-load\".");
  if (is_blank(criterion.hint))
    findings.error(Places::at(place, "hint"), code::kNoHint,
                   name + "has no \"hint\": write the sentence that tells a candidate what was missing.");
  for (const auto& [key, sentence] :
       {std::pair("must_earn", &criterion.must_earn), std::pair("must_not", &criterion.must_not)})
    if (is_blank(*sentence))
      findings.error(
          Places::at(place, key), code::kNoProof,
          name + "has no \"" + key + "\": write one sentence that proves the evidence " +
              (sentence == &criterion.must_earn ? "matches." : "does not match the same words used wrongly."));
  if (!is_blank(criterion.must_earn) && plain(criterion.must_earn) == plain(criterion.must_not))
    findings.error(Places::at(place, "must_not"), code::kSameProof,
                   name + "must both earn and not earn by the same sentence: change one.");
}

void lint_points(const Question& question, const json::Value* place, Findings& findings) {
  int total = 0;
  for (const Criterion& criterion : question.criteria) total += criterion.points;
  if (total != kContentPoints)
    findings.error(Places::at(place, "criteria"), code::kPointsTotal,
                   "The criteria of \"" + question.id + "\" total " + std::to_string(total) +
                       " points: bring them to " + std::to_string(kContentPoints) + ".");
  const std::size_t count = question.criteria.size();
  if (count < kFewestCriteria || count > kMostCriteria)
    findings.error(Places::at(place, "criteria"), code::kCriteriaCount,
                   "\"" + question.id + "\" has " + std::to_string(count) + (count == 1 ? " criterion" : " criteria") +
                       ": a question has 5 to 8.");
  if (std::none_of(question.criteria.begin(), question.criteria.end(), [](const Criterion& c) { return c.primary; }))
    findings.error(
        Places::at(place, "criteria"), code::kNoPrimary,
        "\"" + question.id +
            "\" has no primary criterion: mark the one without which an answer can't pass with \"primary\": true.");
}

void lint_worked_answers(const Question& question, const json::Value* place, Findings& findings) {
  if (!question.strong || !question.weak) {
    findings.error(Places::at(place, "id"), code::kNoWorkedAnswers,
                   "\"" + question.id + "\" has no \"" + (question.strong ? "weak" : "strong") +
                       "\" answer: write one of each, of about the same length, with the reasons.");
    return;
  }
  const std::size_t strong = count_words(question.strong->answer);
  const std::size_t weak = count_words(question.weak->answer);
  const auto [shorter, longer] = std::minmax(strong, weak);
  if ((longer - shorter) * 100 > longer * kAnswerTolerancePercent)
    findings.error(Places::at(place, strong > weak ? "weak" : "strong"), code::kUnequalAnswers,
                   "The strong answer of \"" + question.id + "\" has " + std::to_string(strong) +
                       " words and the weak one " + std::to_string(weak) +
                       ": bring them within 15 % of each other, so that length teaches nothing.");
}

void lint_description(const Question& question, const json::Value* place, Findings& findings) {
  const auto missing = [&](std::string_view key, bool is_missing) {
    if (is_missing)
      findings.error(Places::at(place, key), code::kMissingDescription,
                     "\"" + question.id + "\" has no \"" + std::string(key) + "\".");
  };
  missing("title", is_blank(question.title));
  missing("looks_for", is_blank(question.looks_for));
  missing("rounds", question.rounds.empty());
  missing("levels", question.levels.empty());
  if (question.follow_ups.size() != kFollowUpCount)
    findings.error(Places::at(place, "follow_ups"), code::kFollowUps,
                   "\"" + question.id + "\" has " + std::to_string(question.follow_ups.size()) +
                       (question.follow_ups.size() == 1 ? " follow-up" : " follow-ups") + ": write two.");
}

void lint_question(const Question& question, const json::Value* place, Findings& findings) {
  if (!is_kebab_case(question.id))
    findings.error(
        Places::at(place, "id"), code::kNotKebabCase,
        "Question id \"" + question.id + "\" should be lower-case words joined by hyphens, such as \"rate-limiter\".");
  if (question.criteria.empty()) {
    findings.warning(
        Places::at(place, "id"), code::kMinimalQuestion,
        "\"" + question.id + "\" has no criteria of its own, so its group's rubric judges it. That is legal.");
    return;
  }
  lint_description(question, place, findings);
  lint_points(question, place, findings);
  for (const Criterion& criterion : question.criteria)
    lint_criterion(criterion, Places::criterion(place, criterion.id), findings);
  lint_worked_answers(question, place, findings);
}

}  // namespace

Diagnostics lint_bank(const Bank& bank, std::string_view bytes, std::string_view file) {
  const json::Parsed parsed = json::parse(bytes, file);
  const Places places(parsed.value ? &*parsed.value : nullptr);
  Findings findings(bytes, file);
  std::map<std::string, std::string> prompts;
  for (const Question& question : bank.questions) {
    const json::Value* place = places.question(question.id);
    lint_question(question, place, findings);
    const auto [same, is_new] = prompts.emplace(plain(question.prompt), question.id);
    if (!is_new)
      findings.error(Places::at(place, "prompt"), code::kDuplicatePrompt,
                     "\"" + question.id + "\" asks the same as \"" + same->second + "\": change one or take it out.");
  }
  Diagnostics out;
  findings.move_to(out);
  return out;
}

}  // namespace dryrun::bank
