#include "scoring/judge.h"

#include <algorithm>

#include "scoring/canonical.h"
#include "scoring/judge_impl.h"
#include "scoring/prepared.h"

namespace dryrun::scoring {

namespace {

/// Shared concepts that a text speaks of, sorted.
void concepts_in(const RuleBook& book, const text::Document& document, std::vector<std::string>& out) {
  Reading reading;
  read(document, book.lexicon, reading);
  Matches matches;
  book.patterns.match(reading, nullptr, matches);
  const MatchView view{&matches, nullptr};
  for (const auto& [id, entry] : book.concepts) {
    if (!entry.domain || view.begin_of(entry.node) == view.end_of(entry.node)) continue;
    out.push_back(id);
  }
}

/// Concepts of the trade that the criteria's phrases name, directly.
void concepts_of(const RuleBook& book, const std::vector<bank::Criterion>& criteria, std::vector<std::string>& out) {
  for (const bank::Criterion& criterion : criteria) {
    for (const bank::EvidencePattern& pattern : criterion.evidence) {
      for (const std::vector<std::string>* phrases : {&pattern.all, &pattern.any}) {
        for (const std::string& phrase : *phrases) {
          for (const std::string& id : concepts_named(phrase)) {
            const auto found = book.concepts.find(id);
            if (found != book.concepts.end() && found->second.domain) out.push_back(id);
          }
        }
      }
    }
  }
}

std::optional<bank::Group> infer_group(const RuleBook& book, const text::Document& document) {
  Reading reading;
  read(document, book.lexicon, reading);
  Matches matches;
  book.patterns.match(reading, nullptr, matches);
  const MatchView view{&matches, nullptr};
  std::optional<bank::Group> best;
  int most = 0;
  for (int i = 0; i < bank::kGroupCount; ++i) {
    const auto group = static_cast<bank::Group>(i);
    const auto found = book.rubrics.find(bank::to_id(group));
    if (found == book.rubrics.end()) continue;
    int hits = 0;
    for (const NodeId cue : found->second.cues) hits += view.begin_of(cue) != view.end_of(cue) ? 1 : 0;
    if (hits > most) {
      most = hits;
      best = group;
    }
  }
  return best;
}

void tell(Diagnostics* diagnostics, const bank::Question& question, const std::vector<PhraseProblem>& problems) {
  if (diagnostics == nullptr) return;
  for (const PhraseProblem& problem : problems) {
    diagnostics->push_back({Severity::error, problem.code, "question " + question.id, 0, 0, problem.message});
  }
}

void finish(const RuleBook& book, PreparedQuestion& prepared, const bank::Question& question) {
  const text::Document document = text::make_document(question.prompt);
  prepared.words = question_words(book, document);
  prepared.runs = run_hashes(document);
  concepts_in(book, document, prepared.concepts);
  concepts_of(book, question.criteria, prepared.concepts);
  std::sort(prepared.concepts.begin(), prepared.concepts.end());
  prepared.concepts.erase(std::unique(prepared.concepts.begin(), prepared.concepts.end()), prepared.concepts.end());
  prepared.framework = book.framework(bank::framework_of(question));
  prepared.hash = hash_of_question(book, question);
  if (prepared.has_own_criteria) {
    for (const CompiledCriterion& criterion : prepared.own_criteria) prepared.criteria.push_back(&criterion);
  } else if (prepared.rubric != nullptr) {
    for (const CompiledCriterion& criterion : prepared.rubric->criteria) prepared.criteria.push_back(&criterion);
  }
}

}  // namespace

void PreparedQuestionDeleter::operator()(PreparedQuestion* prepared) const { delete prepared; }

Judge::Judge() : impl_(std::make_unique<Impl>()) {}
Judge::~Judge() = default;

Judge::Created Judge::create(const std::vector<DataFile>& files) {
  Created created;
  std::unique_ptr<Judge> judge(new Judge());
  read_rule_book(files, judge->impl_->book, created.diagnostics);
  if (!has_errors(created.diagnostics)) created.judge = std::move(judge);
  return created;
}

PreparedQuestionPtr Judge::prepare(const bank::Question& question, Diagnostics* diagnostics) const {
  const RuleBook& book = impl_->book;
  PreparedQuestionPtr prepared(new PreparedQuestion(book));
  prepared->id = question.id;
  prepared->text = question.prompt;
  prepared->group = question.group;
  prepared->rubric = book.rubric_of(question.group);
  prepared->has_own_criteria = !question.criteria.empty();
  std::vector<PhraseProblem> problems;
  for (const bank::Criterion& criterion : question.criteria) {
    CompiledCriterion compiled;
    compiled.written = criterion;
    compiled.evidence = compile_evidence(criterion.evidence, prepared->patterns, problems);
    prepared->own_criteria.push_back(std::move(compiled));
  }
  prepared->patterns.compile(problems);
  tell(diagnostics, question, problems);
  finish(book, *prepared, question);
  return prepared;
}

PreparedQuestionPtr Judge::prepare_free(std::string_view question_text, std::optional<bank::Group> group) const {
  const RuleBook& book = impl_->book;
  bank::Question question;
  question.prompt = std::string(question_text);
  const text::Document document = text::make_document(question_text);
  if (!group) group = infer_group(book, document);
  if (group) question.group = *group;
  PreparedQuestionPtr prepared(new PreparedQuestion(book));
  prepared->text = question.prompt;
  prepared->group = group;
  prepared->rubric = book.rubric_of(group);
  std::vector<PhraseProblem> problems;
  prepared->patterns.compile(problems);
  finish(book, *prepared, question);
  return prepared;
}

Report Judge::judge(const PreparedQuestion& prepared, Input input) const { return make_report(impl_->book, prepared, std::move(input)); }

std::vector<StepServed> Judge::steps_served(const PreparedQuestion& prepared, std::string_view answer) const {
  const Evidence evidence = read_for_steps(impl_->book, prepared, answer);
  return served_steps(prepared, evidence, prepared.scratch.hits);
}

const Framework* Judge::framework(std::string_view id) const {
  const CompiledFramework* found = impl_->book.framework(id);
  return found == nullptr ? nullptr : &found->framework;
}

std::string_view Judge::anchor(bank::Dimension dimension, int mark) const {
  if (mark < bank::kLowestMark || mark > bank::kHighestMark) return {};
  return impl_->book.dimensions[static_cast<std::size_t>(dimension)].anchors[static_cast<std::size_t>(mark - bank::kLowestMark)];
}

}  // namespace dryrun::scoring
