#include "app/model.h"

#include <algorithm>
#include <utility>

#include "app/update.h"

namespace dryrun::app {

const progress::Attempt* find_attempt(const Model& model, const std::string& id) {
  const auto& attempts = model.progress.attempts;
  const auto found = std::find_if(attempts.begin(), attempts.end(),
                                  [&](const progress::Attempt& attempt) { return attempt.id == id; });
  return found == attempts.end() ? nullptr : &*found;
}

const bank::Question* question_of(const Model& model, const std::string& question_id) {
  return question_id.empty() ? nullptr : model.bank.find(question_id);
}

bool lacks_embedded_question(const Model& model) {
  const Environment& environment = model.environment;
  return environment.is_embedded && !environment.embedded_question_id.empty() &&
         question_of(model, environment.embedded_question_id) == nullptr;
}

std::string next_question_id(const Model& model) {
  std::map<std::string, int> answered;
  for (const progress::Attempt& attempt : model.progress.attempts) ++answered[attempt.question_id];
  const bank::Question* next = nullptr;
  int fewest = 0;
  for (const bank::Question& question : model.bank.questions) {
    const auto found = answered.find(question.id);
    const int times = found == answered.end() ? 0 : found->second;
    if (next == nullptr || times < fewest) {
      next = &question;
      fewest = times;
    }
  }
  return next == nullptr ? std::string() : next->id;
}

Model make_model(std::shared_ptr<const scoring::Judge> judge, bank::Bank bank, Environment environment,
                 std::shared_ptr<const std::vector<selftest::Pair>> pairs) {
  Model model;
  model.bank = std::move(bank);
  model.environment = std::move(environment);
  model.derived.judge = std::move(judge);
  model.derived.pairs = std::move(pairs);
  return model;
}

}  // namespace dryrun::app
