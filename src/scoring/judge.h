// The judge: compiles concepts, rubrics and a question once, then judges answers. Owns the compiled automata; immutable after
// creation, so one Judge serves all. Pure: the same bytes in, the same report out; no clock, random or locale.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bank/question.h"
#include "scoring/report.h"
#include "text/diagnostic.h"
#include "text/document.h"

namespace dryrun::scoring {

/// Raised by hand when a golden report changes on purpose.
inline constexpr int kEngineVersion = 4;

/// One step of an answer framework, as a checklist shows it.
struct FrameworkStep {
  std::string id;
  std::string name;
  std::string hint;
};
struct Framework {
  std::string id;
  std::string name;
  std::vector<FrameworkStep> steps;
};

/// A named source file of data/concepts or data/rubrics.
struct DataFile {
  std::string path;
  std::string_view bytes;
};

/// A question with its phrases compiled. Made by Judge::prepare; valid as long as the Judge lives.
class PreparedQuestion;
struct PreparedQuestionDeleter {
  void operator()(PreparedQuestion* prepared) const;
};
using PreparedQuestionPtr = std::unique_ptr<PreparedQuestion, PreparedQuestionDeleter>;

class Judge {
 public:
  struct Created;
  /// Reads data/concepts/*.json and data/rubrics/*.json. All diagnostics are collected; the judge is null when one is an error.
  static Created create(const std::vector<DataFile>& files);
  ~Judge();

  /// Compiles a question's own evidence; unknown concepts and bad phrases are reported (codes S001..).
  [[nodiscard]] PreparedQuestionPtr prepare(const bank::Question& question, Diagnostics* diagnostics = nullptr) const;
  /// A free-text question: judged by its group's rubric; the group is inferred from its words when not given, else the general rubric.
  [[nodiscard]] PreparedQuestionPtr prepare_free(std::string_view question_text, std::optional<bank::Group> group) const;

  /// Judges one answer. Linear in the answer's length.
  [[nodiscard]] Report judge(const PreparedQuestion& prepared, Input input) const;
  /// Only the framework steps served so far: cheap enough for each keystroke.
  [[nodiscard]] std::vector<StepServed> steps_served(const PreparedQuestion& prepared, std::string_view answer) const;

  [[nodiscard]] const Framework* framework(std::string_view id) const;
  /// Rule, reason, source of the fact, examples: for the id of a rule, criterion of a rubric, concept, gate, penalty, cause or level signal. Empty when unknown.
  [[nodiscard]] std::string explain(std::string_view rule) const;
  [[nodiscard]] std::vector<std::string> rule_ids() const;
  /// The anchor text of a dimension at a mark 1-5.
  [[nodiscard]] std::string_view anchor(bank::Dimension dimension, int mark) const;

  struct Impl;  ///< what it owns; known inside this room only
  [[nodiscard]] const Impl& impl() const { return *impl_; }

 private:
  Judge();
  std::unique_ptr<Impl> impl_;
};

struct Judge::Created {
  std::unique_ptr<Judge> judge;
  Diagnostics diagnostics;
};

/// What differs between a stored report and the same input judged now; empty when byte-equal.
[[nodiscard]] std::vector<std::string> differences(const Report& stored, const Report& now);

}  // namespace dryrun::scoring
