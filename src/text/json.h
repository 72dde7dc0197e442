// JSON as a small value tree that remembers byte offsets. Reads foreign bytes safely (limits, duplicate keys, exact
// positions) and prints trees of our own. Knows nothing of questions or reports; no other header speaks of a JSON library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/diagnostic.h"

namespace dryrun::json {

enum class Kind { null, boolean, integer, number, string, array, object };

struct Member;

/// One JSON value. Object members keep the order of the file. Offsets are bytes into the parsed text (0,0 when built).
struct Value {
  Kind kind = Kind::null;
  bool boolean = false;
  std::int64_t integer = 0;  ///< set for Kind::integer
  double number = 0;         ///< set for Kind::number and Kind::integer
  std::string string;
  std::vector<Value> items;
  std::vector<Member> members;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  /// The member of that name, or null.
  [[nodiscard]] const Value* find(std::string_view key) const;
  [[nodiscard]] bool is(Kind wanted) const { return kind == wanted; }

  static Value of(bool value);
  static Value of(std::int64_t value);
  static Value of(int value);
  static Value of(std::string_view value);
  static Value of(const char* value);
  static Value array();
  static Value object();

  /// Builders: append to an array, or set (replacing) a member of an object. Return *this for chaining.
  Value& push(Value item);
  Value& set(std::string_view key, Value item);
};

struct Member {
  std::string key;
  std::uint32_t key_begin = 0;  ///< byte offset of the key's opening quote
  Value value;
};

/// Structural equality without offsets; object members compare in order.
[[nodiscard]] bool same(const Value& a, const Value& b);

struct Limits {
  std::size_t max_bytes = 8u << 20;
  int max_depth = 64;
  /// Values in all: a tree takes some 40 times the bytes of "[0,0,0...", and memory that runs out cannot be told as an error.
  std::size_t max_values = 1u << 20;
};

struct Parsed {
  std::optional<Value> value;  ///< empty when diagnostics hold an error
  Diagnostics diagnostics;
};

/// Reads one JSON document; a byte order mark before it is skipped. Errors: J001 syntax, J002 too large, J003 too deep,
/// J004 duplicate key, J005 invalid UTF-8, J006 number out of range. J004 and J006 are all collected (up to 50), the others end
/// the reading. `file` is only for the diagnostics. Never aborts, whatever the bytes.
[[nodiscard]] Parsed parse(std::string_view bytes, std::string_view file, const Limits& limits = {});

/// Prints a tree; `indent` < 0 prints one line. Invalid UTF-8 is replaced, never an error. Object order is kept.
[[nodiscard]] std::string dump(const Value& value, int indent = -1);

/// Line and column (from 1, in bytes) of a byte offset.
struct Position {
  int line = 1;
  int column = 1;
};
[[nodiscard]] Position position_of(std::string_view bytes, std::size_t offset);

}  // namespace dryrun::json
