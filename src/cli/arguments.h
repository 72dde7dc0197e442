// The words after `dryrun COMMAND`, sorted into options and operands against what the command allows. Values only; it
// opens no file and knows no command. Anything that is not legal comes back as one sentence that says what is.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dryrun::cli {

/// One option: "--level", what its value stands for ("senior|staff"; empty for a switch), and whether it may come
/// again.
struct Option {
  std::string_view name;
  std::string_view value;
  std::string_view help;
  bool is_repeatable = false;
};

class Arguments {
 public:
  [[nodiscard]] bool has(std::string_view option) const;
  /// The value of an option, or the fallback when it was not given.
  [[nodiscard]] std::string get(std::string_view option, std::string_view fallback = {}) const;
  /// All values of a repeatable option, in order.
  [[nodiscard]] std::vector<std::string> all(std::string_view option) const;
  [[nodiscard]] const std::vector<std::string>& operands() const { return operands_; }

 private:
  friend std::optional<Arguments> parse_arguments(const std::vector<std::string>&, const std::vector<Option>&,
                                                  std::string&);
  std::map<std::string, std::vector<std::string>, std::less<>> options_;
  std::vector<std::string> operands_;
};

/// `--name value`, `--name=value`; `--` ends the options; a lone `-` is an operand or a value. Empty, with `problem`
/// set, when something is not legal.
[[nodiscard]] std::optional<Arguments> parse_arguments(const std::vector<std::string>& words,
                                                       const std::vector<Option>& legal, std::string& problem);

/// A whole number in [low, high] with nothing before or after it.
[[nodiscard]] std::optional<int> whole_number(std::string_view text, int low, int high);

/// " Did you mean "x"?" for the candidate nearest to `word`, or nothing.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace dryrun::cli
