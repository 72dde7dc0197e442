// The commands of `dryrun`, one source file each, and the table that names them. A command gets its parsed arguments,
// and returns the exit code: 0 done or clean, 1 findings, 2 could not run.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.h"

namespace dryrun::cli {

struct Command {
  std::string_view name;
  std::string_view operands;  ///< as the usage line shows them; empty for none
  std::string_view summary;   ///< one line
  std::string_view details;   ///< what else a person needs to know; may be empty
  std::size_t fewest_operands = 0;
  std::size_t most_operands = 0;
  std::vector<Option> options;
  int (*run)(const Arguments& arguments) = nullptr;
};

[[nodiscard]] const std::vector<Command>& commands();

[[nodiscard]] int run_score(const Arguments& arguments);
[[nodiscard]] int run_batch(const Arguments& arguments);
[[nodiscard]] int run_questions(const Arguments& arguments);
[[nodiscard]] int run_convert(const Arguments& arguments);
[[nodiscard]] int run_lint(const Arguments& arguments);
[[nodiscard]] int run_explain(const Arguments& arguments);
[[nodiscard]] int run_selftest(const Arguments& arguments);
[[nodiscard]] int run_verify(const Arguments& arguments);
[[nodiscard]] int run_rescore(const Arguments& arguments);
[[nodiscard]] int run_import(const Arguments& arguments);
/// Both `export` and `merge`: one file written anew, or several brought together.
[[nodiscard]] int run_export(const Arguments& arguments);

/// The whole program: `words` are the arguments after the program's name.
[[nodiscard]] int run(const std::vector<std::string>& words);

[[nodiscard]] std::string general_help();
[[nodiscard]] std::string help_of(const Command& command);

}  // namespace dryrun::cli
