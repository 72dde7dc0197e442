// Banks and data put to the proof: each example is judged by the engine that will judge people.
// S101 must_earn earns too little, S102 must_not earns, S103 the prompt meets a criterion, S104 strong fails, S105 weak passes,
// S106 a worked answer runs into a gate, S110 hit without a hit, S111 miss that hits.
#include "scoring/lint.h"

#include <algorithm>

#include "scoring/judge_impl.h"
#include "scoring/prepared.h"

namespace dryrun::scoring {

namespace {

constexpr int kMarkOfSpecific = 3;

class BankLint {
 public:
  BankLint(const Judge& judge, const RuleBook& book, std::string_view bytes, std::string_view file, Diagnostics& out)
      : judge_(judge), book_(book), bytes_(bytes), file_(file), out_(out) {}

  void lint(const bank::Question& question) {
    Diagnostics problems;
    const PreparedQuestionPtr prepared = judge_.prepare(question, &problems);
    for (Diagnostic& problem : problems) {
      const std::size_t open = problem.message.rfind("In the phrase \"");
      if (open != std::string::npos) place(problem, problem.message.substr(open + 15, problem.message.size() - open - 17));
      problem.file = std::string(file_);
      out_.push_back(problem);
    }
    if (has_errors(problems)) return;
    for (std::size_t i = 0; i < question.criteria.size(); ++i) lint_criterion(*prepared, question, i);
    lint_prompt(*prepared, question);
    if (question.strong) lint_worked(*prepared, question, question.strong->answer, true);
    if (question.weak) lint_worked(*prepared, question, question.weak->answer, false);
  }

 private:
  void place(Diagnostic& diagnostic, std::string_view text) const {
    const json::Position at = position_of_text(bytes_, text);
    diagnostic.line = at.line;
    diagnostic.column = at.column;
  }

  void tell(Severity severity, const char* code, std::string_view near, std::string message) {
    Diagnostic diagnostic{severity, code, std::string(file_), 0, 0, std::move(message)};
    place(diagnostic, near);
    out_.push_back(std::move(diagnostic));
  }

  /// Mark of one criterion on one sentence, as if the sentence were an answer.
  int mark_of(const PreparedQuestion& prepared, std::size_t criterion, std::string_view sentence) {
    const Evidence evidence = read_answer(book_, prepared, sentence, false);
    mark_criteria(evidence, book_, {prepared.criteria[criterion]}, {}, prepared.scratch.mark_buffers, prepared.scratch.marked);
    return prepared.scratch.marked[0].mark;
  }

  void lint_criterion(const PreparedQuestion& prepared, const bank::Question& question, std::size_t index) {
    const bank::Criterion& criterion = question.criteria[index];
    const std::string name = question.id + "/" + criterion.id;
    if (!criterion.must_earn.empty()) {
      const int mark = mark_of(prepared, index, criterion.must_earn);
      if (mark < kMarkOfSpecific) {
        tell(Severity::error, "S101", criterion.must_earn,
             "must_earn of " + name + " earns mark " + std::to_string(mark) + ", not 3: widen a phrase or write the sentence as people would say it.");
      }
    }
    if (!criterion.must_not.empty()) {
      const int mark = mark_of(prepared, index, criterion.must_not);
      if (mark >= kMarkOfSpecific) {
        tell(Severity::error, "S102", criterion.must_not,
             "must_not of " + name + " earns mark " + std::to_string(mark) + ": narrow the phrase that it meets.");
      }
    }
  }

  void lint_prompt(const PreparedQuestion& prepared, const bank::Question& question) {
    for (std::size_t i = 0; i < question.criteria.size(); ++i) {
      const int mark = mark_of(prepared, i, question.prompt);
      if (mark < kMarkOfSpecific) continue;
      tell(Severity::warning, "S103", question.prompt,
           "The prompt of " + question.id + " itself meets " + question.criteria[i].id + " at mark " + std::to_string(mark) + ": an echo would earn it.");
    }
  }

  void lint_worked(const PreparedQuestion& prepared, const bank::Question& question, const std::string& answer, bool is_strong) {
    Input input;
    input.answer = answer;
    const Report report = judge_.judge(prepared, std::move(input));
    const std::string what = std::string(is_strong ? "The strong" : "The weak") + " answer of " + question.id;
    if (!report.gates.empty()) {
      tell(Severity::error, "S106", answer, what + " runs into the gate " + report.gates.front().gate + ".");
      return;
    }
    const bool passes = report.verdict == Verdict::pass;
    if (passes == is_strong) return;
    std::string missing;
    for (const CriterionMark& mark : report.criteria) missing += " " + mark.criterion + "=" + std::to_string(mark.mark);
    tell(Severity::error, is_strong ? "S104" : "S105", answer,
         what + (is_strong ? " fails" : " passes") + " with " + std::to_string(report.score.value_or(0)) + " of " + std::to_string(report.threshold.value_or(0)) +
             "; marks:" + missing + ".");
  }

  const Judge& judge_;
  const RuleBook& book_;
  std::string_view bytes_;
  std::string_view file_;
  Diagnostics& out_;
};

/// Runs examples of concepts, lifts, penalties and rubric criteria.
class DataLint {
 public:
  DataLint(const RuleBook& book, const std::vector<DataFile>& files, Diagnostics& out) : book_(book), files_(files), out_(out), prepared_(book) {
    std::vector<PhraseProblem> none;
    prepared_.patterns.compile(none);
  }

  void lint() {
    for (const auto& named : book_.concepts) {
      // No structured binding: clang 14 lets no lambda capture one.
      const std::string& id = named.first;
      const Concept& entry = named.second;
      run("concept " + id, entry.examples, [&](const Evidence& evidence) {
        return evidence.matches.begin_of(entry.node) != evidence.matches.end_of(entry.node);
      });
    }
    for (const Lift& lift : book_.lifts) {
      run("lift " + lift.id, lift.examples, [&](const Evidence& evidence) { return hits(evidence, lift.evidence) > 0; });
    }
    for (const Penalty& penalty : book_.penalties) {
      run("penalty " + penalty.id, penalty.examples, [&](const Evidence& evidence) {
        if (hits(evidence, penalty.unless) > 0) return false;
        return hits(evidence, penalty.evidence) >= static_cast<std::size_t>(penalty.at_least);
      });
    }
    for (const CauseRule& cause : book_.causes) {
      if (cause.found.empty() && cause.missing.empty()) continue;  // its penalties have examples of their own
      const CompiledEvidence& evidence_of_it = cause.found.empty() ? cause.missing : cause.found;
      run("cause " + cause.id, cause.examples, [&](const Evidence& evidence) { return hits(evidence, evidence_of_it) > 0; });
    }
    for (const LevelSignal& signal : book_.level_signals) {
      run("signal " + signal.id, signal.examples, [&](const Evidence& evidence) { return hits(evidence, signal.evidence) > 0; });
    }
    for (const auto& [id, rubric] : book_.rubrics) {
      for (const CompiledCriterion& criterion : rubric.criteria) lint_criterion(id, criterion);
    }
  }

 private:
  std::size_t hits(const Evidence& evidence, const CompiledEvidence& patterns) {
    buffer_.clear();
    find_hits(evidence, patterns, 24, buffer_);
    return buffer_.size();
  }

  void lint_criterion(const std::string& rubric, const CompiledCriterion& criterion) {
    const auto mark_of = [&](const std::string& sentence) {
      const Evidence evidence = read_answer(book_, prepared_, sentence, false);
      mark_criteria(evidence, book_, {&criterion}, {}, prepared_.scratch.mark_buffers, prepared_.scratch.marked);
      return prepared_.scratch.marked[0].mark;
    };
    const std::string name = rubric + "/" + criterion.written.id;
    const std::string& earn = criterion.written.must_earn;
    const std::string& must_not = criterion.written.must_not;
    if (!earn.empty() && mark_of(earn) < kMarkOfSpecific) tell("S101", earn, "must_earn of " + name + " earns less than mark 3.");
    if (!must_not.empty() && mark_of(must_not) >= kMarkOfSpecific) tell("S102", must_not, "must_not of " + name + " earns mark 3 or more.");
  }

  template <typename IsHit>
  void run(const std::string& what, const Examples& examples, IsHit&& is_hit) {
    if (examples.hit.empty() || examples.miss.empty()) {
      tell("S112", what.substr(what.find(' ') + 1), "The " + what + " needs at least one \"hit\" and one \"miss\" sentence: without them nobody sees when it breaks.");
    }
    for (const std::string& hit : examples.hit) {
      if (!is_hit(read_answer(book_, prepared_, hit, false))) tell("S110", hit, "The hit example of " + what + " does not match it.");
    }
    for (const std::string& miss : examples.miss) {
      if (is_hit(read_answer(book_, prepared_, miss, false))) tell("S111", miss, "The miss example of " + what + " matches it.");
    }
  }

  void tell(const char* code, const std::string& near, std::string message) {
    for (const DataFile& file : files_) {
      const json::Position at = position_of_text(file.bytes, near);
      if (at.line == 0) continue;
      out_.push_back({Severity::error, code, file.path, at.line, at.column, std::move(message)});
      return;
    }
  }

  const RuleBook& book_;
  const std::vector<DataFile>& files_;
  Diagnostics& out_;
  PreparedQuestion prepared_;
  std::vector<EvidenceHit> buffer_;
};

}  // namespace

Diagnostics lint_evidence(const Judge& judge, const bank::Bank& bank, std::string_view bytes, std::string_view file) {
  Diagnostics out;
  BankLint lint(judge, judge.impl().book, bytes, file, out);
  for (const bank::Question& question : bank.questions) lint.lint(question);
  return out;
}

Diagnostics lint_data(const Judge& judge, const std::vector<DataFile>& files) {
  Diagnostics out;
  DataLint(judge.impl().book, files, out).lint();
  return out;
}

}  // namespace dryrun::scoring
