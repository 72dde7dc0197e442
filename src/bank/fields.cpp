#include "bank/fields.h"

#include <algorithm>
#include <cmath>

#include "bank/codes.h"

namespace dryrun::bank {
namespace {

std::string quoted(std::string_view text) {
  // A message is one line: a very long or many-lined value would hide what it says.
  constexpr std::size_t kLongest = 60;
  std::string out = "\"";
  for (char c : text.substr(0, kLongest)) out += (c == '\n' || c == '\r' || c == '\t') ? ' ' : c;
  if (text.size() > kLongest) {
    while (!out.empty() && (static_cast<unsigned char>(out.back()) & 0x80u) != 0)
      out.pop_back();  // never half a character
    out += "...";
  }
  return out + "\"";
}

std::string_view kind_name(json::Kind kind) {
  switch (kind) {
    case json::Kind::null:
      return "null";
    case json::Kind::boolean:
      return "true or false";
    case json::Kind::integer:
      return "a whole number";
    case json::Kind::number:
      return "a number";
    case json::Kind::string:
      return "text";
    case json::Kind::array:
      return "a list";
    case json::Kind::object:
      return "an object";
  }
  return "";
}

std::string key_quoted(std::string_view key) {
  return "\"" + std::string(key) + "\"";
}

std::string suggestion(std::string_view word, const std::vector<std::string_view>& legal) {
  const std::string near = nearest_name(std::string(word), std::vector<std::string>(legal.begin(), legal.end()));
  return near.empty() ? "" : " Did you mean \"" + near + "\"?";
}

}  // namespace

void Findings::add(Severity severity, std::size_t offset, std::string_view code, std::string message) {
  found_.push_back({severity, offset, std::string(code), std::move(message)});
}

void Findings::move_to(Diagnostics& out) {
  std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) { return a.offset < b.offset; });
  std::size_t at = 0;
  int line = 1;
  std::size_t line_begin = 0;
  for (Found& found : found_) {
    for (const std::size_t to = std::min(found.offset, bytes_.size()); at < to; ++at) {
      if (bytes_[at] != '\n') continue;
      ++line;
      line_begin = at + 1;
    }
    out.push_back({found.severity, std::move(found.code), std::string(file_), line,
                   static_cast<int>(at - line_begin) + 1, std::move(found.message)});
  }
  found_.clear();
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string listed(const std::vector<std::string_view>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " or " : ", ";
    out += key_quoted(names[i]);
  }
  return out;
}

Fields::Fields(Findings& findings, const json::Value& value, std::string_view what,
               std::initializer_list<std::string_view> legal)
    : findings_(findings), value_(value), what_(what) {
  if (!is_object()) {
    findings_.error(value_.begin, code::kWrongType,
                    "This must be " + what_ + ", an object, but is " + std::string(kind_name(value_.kind)) + ".");
    return;
  }
  const std::vector<std::string_view> keys(legal);
  for (const json::Member& member : value_.members) {
    if (std::find(keys.begin(), keys.end(), member.key) != keys.end()) continue;
    findings_.error(member.key_begin, code::kUnknownKey,
                    "Unknown key " + quoted(member.key) + " in " + what_ + "." + suggestion(member.key, keys) +
                        " It may have " + listed(keys) + ".");
  }
}

std::size_t Fields::begin_of(std::string_view key) const {
  const json::Value* found = value_.find(key);
  return found != nullptr ? found->begin : value_.begin;
}

const json::Value* Fields::find(std::string_view key, json::Kind kind, Need need) const {
  if (!is_object()) return nullptr;
  const json::Value* found = value_.find(key);
  if (found == nullptr) {
    if (need == Need::required)
      findings_.error(value_.begin, code::kMissingKey, "Missing " + key_quoted(key) + ": " + what_ + " must have it.");
    return nullptr;
  }
  if (found->kind == kind) return found;
  // 3.0 is a whole number to JSON Schema, so it is one here.
  if (kind == json::Kind::integer && found->kind == json::Kind::number && std::floor(found->number) == found->number)
    return found;
  findings_.error(found->begin, code::kWrongType,
                  key_quoted(key) + " must be " + std::string(kind_name(kind)) + ", but is " +
                      std::string(kind_name(found->kind)) + ".");
  return nullptr;
}

std::string Fields::text(std::string_view key, Need need) const {
  const json::Value* found = find(key, json::Kind::string, need);
  if (found == nullptr) return {};
  if (need == Need::required && is_blank(found->string))
    findings_.error(found->begin, code::kEmptyText, key_quoted(key) + " is empty: write some text.");
  return found->string;
}

int Fields::whole(std::string_view key, int fallback, int low, int high, Need need) const {
  const json::Value* found = find(key, json::Kind::integer, need);
  if (found == nullptr) return fallback;
  if (found->number >= low && found->number <= high) return static_cast<int>(found->number);
  findings_.error(found->begin, code::kOutOfRange,
                  key_quoted(key) + " must be from " + std::to_string(low) + " to " + std::to_string(high) + ".");
  return fallback;
}

bool Fields::flag(std::string_view key, bool fallback) const {
  const json::Value* found = find(key, json::Kind::boolean, Need::optional);
  return found != nullptr ? found->boolean : fallback;
}

const json::Value* Fields::list(std::string_view key, Need need) const {
  return find(key, json::Kind::array, need);
}

const json::Value* Fields::object(std::string_view key) const {
  return find(key, json::Kind::object, Need::optional);
}

std::vector<std::string> Fields::texts(std::string_view key) const {
  std::vector<std::string> out;
  const json::Value* found = list(key);
  if (found == nullptr) return out;
  for (const json::Value& item : found->items) {
    if (!item.is(json::Kind::string)) {
      findings_.error(
          item.begin, code::kWrongType,
          "Each entry of " + key_quoted(key) + " must be text, but this is " + std::string(kind_name(item.kind)) + ".");
    } else if (is_blank(item.string)) {
      findings_.error(item.begin, code::kEmptyText,
                      "An entry of " + key_quoted(key) + " is empty: write some text or take it out.");
    } else if (std::find(out.begin(), out.end(), item.string) != out.end()) {
      findings_.error(item.begin, code::kDuplicateEntry,
                      key_quoted(key) + " lists " + quoted(item.string) + " twice: take one out.");
    } else {
      out.push_back(item.string);
    }
  }
  return out;
}

std::optional<std::size_t> Fields::match(const json::Value& value, std::string_view key,
                                         const std::vector<std::string_view>& ids) const {
  if (!value.is(json::Kind::string)) {
    findings_.error(
        value.begin, code::kWrongType,
        "Each entry of " + key_quoted(key) + " must be text, but this is " + std::string(kind_name(value.kind)) + ".");
    return std::nullopt;
  }
  const auto at = std::find(ids.begin(), ids.end(), value.string);
  if (at != ids.end()) return static_cast<std::size_t>(at - ids.begin());
  findings_.error(value.begin, code::kUnknownValue,
                  quoted(value.string) + " is not a legal " + key_quoted(key) + "." + suggestion(value.string, ids) +
                      " It may be " + listed(ids) + ".");
  return std::nullopt;
}

std::optional<std::size_t> Fields::index_of(std::string_view key, const std::vector<std::string_view>& ids,
                                            Need need) const {
  const json::Value* found = find(key, json::Kind::string, need);
  return found != nullptr ? match(*found, key, ids) : std::nullopt;
}

std::vector<std::size_t> Fields::indices_of(std::string_view key, const std::vector<std::string_view>& ids) const {
  std::vector<std::size_t> out;
  const json::Value* found = list(key);
  if (found == nullptr) return out;
  for (const json::Value& item : found->items) {
    const std::optional<std::size_t> index = match(item, key, ids);
    if (!index) continue;
    if (std::find(out.begin(), out.end(), *index) != out.end()) {
      findings_.error(item.begin, code::kDuplicateEntry,
                      key_quoted(key) + " lists " + quoted(item.string) + " twice: take one out.");
    } else {
      out.push_back(*index);
    }
  }
  return out;
}

}  // namespace dryrun::bank
