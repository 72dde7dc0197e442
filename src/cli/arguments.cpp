#include "cli/arguments.h"

#include <algorithm>

#include "text/diagnostic.h"

namespace dryrun::cli {
namespace {

std::string with_value(const Option& option) {
  std::string out(option.name);
  if (!option.value.empty()) out += " " + std::string(option.value);
  return out;
}

std::string unknown_option(const std::string& name, const std::vector<Option>& legal) {
  std::vector<std::string> names;
  std::string list;
  for (const Option& option : legal) {
    names.emplace_back(option.name);
    list += (list.empty() ? "" : ", ") + with_value(option);
  }
  return "unknown option " + name + "." + did_you_mean(name, names) + " It takes " + list + ".";
}

}  // namespace

bool Arguments::has(std::string_view option) const {
  return options_.find(option) != options_.end();
}

std::string Arguments::get(std::string_view option, std::string_view fallback) const {
  const auto at = options_.find(option);
  return at != options_.end() ? at->second.back() : std::string(fallback);
}

std::vector<std::string> Arguments::all(std::string_view option) const {
  const auto at = options_.find(option);
  return at != options_.end() ? at->second : std::vector<std::string>();
}

std::optional<Arguments> parse_arguments(const std::vector<std::string>& words, const std::vector<Option>& legal,
                                         std::string& problem) {
  Arguments out;
  bool options_ended = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (options_ended || word.size() < 2 || word[0] != '-') {
      out.operands_.push_back(word);
      continue;
    }
    if (word == "--") {
      options_ended = true;
      continue;
    }
    const std::size_t equals = word.find('=');
    const std::string name = word == "-h" ? "--help" : word.substr(0, equals);
    const auto option = std::find_if(legal.begin(), legal.end(), [&](const Option& one) { return one.name == name; });
    if (option == legal.end()) {
      problem = unknown_option(name, legal);
      return std::nullopt;
    }
    if (out.has(name) && !option->is_repeatable) {
      problem = name + " is given twice; give it once.";
      return std::nullopt;
    }
    std::string value;
    if (option->value.empty()) {
      if (equals != std::string::npos) {
        problem = name + " takes no value.";
        return std::nullopt;
      }
    } else if (equals != std::string::npos) {
      value = word.substr(equals + 1);
    } else if (i + 1 < words.size() && words[i + 1].substr(0, 2) != "--") {
      value = words[++i];
    } else {
      problem = name + " needs a value: " + with_value(*option) + ".";
      return std::nullopt;
    }
    out.options_[name].push_back(std::move(value));
  }
  return out;
}

std::optional<int> whole_number(std::string_view text, int low, int high) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  if (value < low || value > high) return std::nullopt;
  return value;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const std::string near = nearest_name(std::string(word), candidates);
  return near.empty() ? "" : " Did you mean \"" + near + "\"?";
}

}  // namespace dryrun::cli
