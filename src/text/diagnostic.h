// One finding about a file that somebody wrote: what is wrong, where, and how to fix it.
// Bad input is always told through these, all collected before giving up; a bug of ours is an assertion instead.
#pragma once

#include <string>
#include <vector>

namespace dryrun {

enum class Severity { error, warning };

struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;     ///< stable, e.g. "B012"; explained in CONTRIBUTING.md
  std::string file;     ///< as the caller named it
  int line = 0;         ///< from 1; 0 where the file as a whole is meant
  int column = 0;       ///< from 1, in bytes
  std::string message;  ///< what is wrong and how to fix it, one or two sentences
};

using Diagnostics = std::vector<Diagnostic>;

/// `file:line:column CODE message`, the form that editors jump to.
[[nodiscard]] std::string to_string(const Diagnostic& diagnostic);

[[nodiscard]] bool has_errors(const Diagnostics& diagnostics);

/// The candidate nearest to `word` by edit distance, or empty when none is near enough to be a likely slip.
[[nodiscard]] std::string nearest_name(const std::string& word, const std::vector<std::string>& candidates);

}  // namespace dryrun
