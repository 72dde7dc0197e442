// A bank: an ordered set of questions, read from and written to JSON with every finding told. Owns its questions.
// It does not judge answers (scoring does) and does not touch files (the caller hands in bytes).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bank/question.h"
#include "text/diagnostic.h"
#include "text/json.h"

namespace dryrun::bank {

inline constexpr int kBankVersion = 1;
inline constexpr std::size_t kMaxBankBytes = 8u << 20;

struct Bank {
  std::string title;
  std::vector<Question> questions;

  [[nodiscard]] const Question* find(std::string_view id) const;
  friend bool operator==(const Bank&, const Bank&) = default;
};

struct BankResult {
  Bank bank;                ///< the questions that could be read; use it only when no diagnostic is an error
  Diagnostics diagnostics;  ///< all of them, in file order
};

/// Reads `{"format":"dryrun-bank","version":1,"title":...,"questions":[...]}`. A minimal question is
/// {"id","prompt","group"}. Unknown keys are errors that name the nearest legal key. Codes B001..: bank/codes.h,
/// explained in docs/diagnostics.md.
[[nodiscard]] BankResult read_bank(std::string_view bytes, std::string_view file);

/// Appends `more` to `bank`; an id that is already there is reported as an error and left out.
void add_bank(Bank& bank, Bank more, std::string_view file, Diagnostics& diagnostics);

/// The JSON form; with `author_fields` false without must_earn, must_not and notes (what the web build ships).
[[nodiscard]] json::Value to_json(const Question& question, bool author_fields = true);
[[nodiscard]] std::string write_bank(const Bank& bank, bool author_fields = true);

/// Structure checks beyond reading: totals of 85 points, 5-8 criteria, a primary one, hints, worked answers within 15 %
/// of each other's length, two follow-ups, duplicate prompts, ids in kebab-case. What needs the engine is in
/// scoring/lint.h. A minimal question (no criteria) is legal and only gets warnings.
[[nodiscard]] Diagnostics lint_bank(const Bank& bank, std::string_view bytes, std::string_view file);

/// Criteria as rubrics and questions share them: reads an array of criteria at `value`, adding diagnostics.
[[nodiscard]] std::vector<Criterion> read_criteria(const json::Value& value, std::string_view bytes,
                                                   std::string_view file, Diagnostics& diagnostics);
/// One array of evidence patterns, as in "evidence" of a criterion, a framework step, or a penalty.
[[nodiscard]] std::vector<EvidencePattern> read_evidence(const json::Value& value, std::string_view bytes,
                                                         std::string_view file, Diagnostics& diagnostics);
[[nodiscard]] json::Value to_json(const Criterion& criterion, bool author_fields = true);
[[nodiscard]] json::Value to_json(const EvidencePattern& pattern);

}  // namespace dryrun::bank
