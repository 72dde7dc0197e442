// The JSON forms of what progress keeps, shared by the export file, snapshots and journal lines. Private to this room.
// A reader reports every finding at its place; fields that this version doesn't know are handed on untouched.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "progress/progress.h"
#include "text/diagnostic.h"
#include "text/json.h"

namespace dryrun::progress {

namespace code {
inline constexpr std::string_view kNotProgress = "P001";   ///< the file is not a Dry Run progress file
inline constexpr std::string_view kVersion = "P002";       ///< its version is missing or no whole number from 1
inline constexpr std::string_view kNewerVersion = "P003";  ///< written by a later Dry Run (a warning)
inline constexpr std::string_view kWrongType = "P004";     ///< a value of the wrong kind
inline constexpr std::string_view kMissingKey = "P005";    ///< a key that must be there is missing
inline constexpr std::string_view kUnknownValue = "P006";  ///< a text that is not one of the few allowed
inline constexpr std::string_view kOutOfRange = "P007";    ///< a number outside its range
inline constexpr std::string_view kBadId = "P008";         ///< an attempt's id is not 32 hexadecimal digits
inline constexpr std::string_view kDuplicateId = "P009";   ///< two attempts of one id
inline constexpr std::string_view kTooLarge = "P010";      ///< larger than 32 MiB
}  // namespace code

/// What was found wrong, each at its line and column.
class Findings {
 public:
  Findings(std::string_view bytes, std::string_view file, Diagnostics& out) : bytes_(bytes), file_(file), out_(out) {}
  void error(std::size_t offset, std::string_view code, std::string message);
  [[nodiscard]] std::size_t error_count() const { return errors_; }
  void warning(std::size_t offset, std::string_view code, std::string message);
  /// The errors of another room about one part, which could therefore not be read.
  void add_errors(const Diagnostics& found);
  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  [[nodiscard]] std::string_view file() const { return file_; }

 private:
  void add(Severity severity, std::size_t offset, std::string_view code, std::string message);
  std::string_view bytes_;
  std::string_view file_;
  Diagnostics& out_;
  std::size_t errors_ = 0;
};

/// Members of `object` by kind. A missing or wrong one is reported and the fallback returned.
class Members {
 public:
  /// `what` names the object in messages: "an attempt".
  Members(Findings& findings, const json::Value& object, std::string_view what);

  [[nodiscard]] std::string text(std::string_view key, bool is_required = false);
  [[nodiscard]] std::int64_t whole(std::string_view key, std::int64_t fallback, std::int64_t low, std::int64_t high,
                                   bool is_required = false);
  [[nodiscard]] const json::Value* object(std::string_view key, bool is_required = false);
  [[nodiscard]] const json::Value* list(std::string_view key);
  /// The value that `read` makes of the text at `key`. (Naming value_type completes the optional early: without it clang 14 declares `read`
  /// with a wrong signature for WebAssembly, and the unoptimised page doesn't link.)
  template <class Read, class Enum = typename std::invoke_result_t<Read, std::string_view>::value_type>
  [[nodiscard]] Enum one_of(std::string_view key, std::type_identity_t<Enum> fallback, Read read, std::string_view choices) {
    const json::Value* found = find(key, json::Kind::string, false);
    if (found == nullptr) return fallback;
    const std::optional<Enum> value = read(found->string);
    if (value) return *value;
    unknown_value(*found, key, choices);
    return fallback;
  }

 private:
  [[nodiscard]] const json::Value* find(std::string_view key, json::Kind kind, bool is_required);
  void unknown_value(const json::Value& found, std::string_view key, std::string_view choices);
  Findings& findings_;
  const json::Value& object_;
  std::string what_;
};

/// 32 hexadecimal digits in lower case, as attempt_id makes them.
[[nodiscard]] bool is_id(std::string_view id);

/// What `raw` holds beyond `known`, at any depth of objects and of lists of equal length; null when nothing.
[[nodiscard]] json::Value extras(const json::Value& raw, const json::Value& known);
/// `known` with the extras put back; what both hold is `known`'s.
[[nodiscard]] json::Value overlay(json::Value known, const json::Value& extra);

[[nodiscard]] json::Value attempt_json(const Attempt& attempt);
[[nodiscard]] json::Value settings_json(const Settings& settings);
/// The whole file; `with_running` for snapshots only.
[[nodiscard]] json::Value progress_json(const Progress& progress, bool with_running);

[[nodiscard]] std::optional<Attempt> read_attempt(Findings& findings, const json::Value& value);
[[nodiscard]] std::optional<Settings> read_settings(Findings& findings, const json::Value& value);

struct Payload {
  std::optional<Progress> progress;
  bool is_newer_version = false;
};
/// A parsed progress file of any version: brought up the version ladder, then read.
[[nodiscard]] Payload read_payload(Findings& findings, json::Value root, bool with_running);

/// Sorted by (started, id), each id once, nothing that was erased.
void normalise(Progress& progress);

}  // namespace dryrun::progress
