// Reading one JSON object field by field while collecting everything that is wrong with it, each finding at its place.
// Private to this room. Findings keeps byte offsets and turns them into lines once at the end, in file order.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/diagnostic.h"
#include "text/json.h"

namespace dryrun::bank {

class Findings {
 public:
  /// Keeps views of both: they must outlive this.
  Findings(std::string_view bytes, std::string_view file) : bytes_(bytes), file_(file) {}

  void error(std::size_t offset, std::string_view code, std::string message) {
    add(Severity::error, offset, code, std::move(message));
  }
  void warning(std::size_t offset, std::string_view code, std::string message) {
    add(Severity::warning, offset, code, std::move(message));
  }

  /// How many were reported so far, to see whether a part was read without one.
  [[nodiscard]] std::size_t count() const { return found_.size(); }

  /// Appends all to `out` in file order. One pass over the bytes, however many there are.
  void move_to(Diagnostics& out);

 private:
  struct Found {
    Severity severity;
    std::size_t offset;
    std::string code;
    std::string message;
  };
  void add(Severity severity, std::size_t offset, std::string_view code, std::string message);

  std::string_view bytes_;
  std::string_view file_;
  std::vector<Found> found_;
};

enum class Need { optional, required };

/// True for a text without a single visible character.
[[nodiscard]] bool is_blank(std::string_view text);

/// `"a", "b" or "c"`.
[[nodiscard]] std::string listed(const std::vector<std::string_view>& names);

/// The fields of one object. Every getter reports what is wrong and returns the fallback; unknown keys are reported on
/// construction.
class Fields {
 public:
  /// `what` names the object in messages: "a question". `legal` lists every key it may have.
  Fields(Findings& findings, const json::Value& value, std::string_view what,
         std::initializer_list<std::string_view> legal);

  [[nodiscard]] bool is_object() const { return value_.is(json::Kind::object); }
  [[nodiscard]] std::size_t begin() const { return value_.begin; }
  /// Where the value of `key` begins, or the object itself when it has no such key.
  [[nodiscard]] std::size_t begin_of(std::string_view key) const;

  /// Required text may not be blank; optional text may be empty or absent.
  [[nodiscard]] std::string text(std::string_view key, Need need = Need::optional) const;
  /// A whole number in [low, high].
  [[nodiscard]] int whole(std::string_view key, int fallback, int low, int high, Need need = Need::optional) const;
  [[nodiscard]] bool flag(std::string_view key, bool fallback) const;
  /// The array of that key, or null.
  [[nodiscard]] const json::Value* list(std::string_view key, Need need = Need::optional) const;
  /// The object of that key, or null.
  [[nodiscard]] const json::Value* object(std::string_view key) const;
  /// An array of texts, none blank.
  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;

  /// The index in `ids` of the text at `key`.
  template <class Ids>
  [[nodiscard]] std::optional<std::size_t> one_of(std::string_view key, const Ids& ids,
                                                  Need need = Need::optional) const {
    return index_of(key, std::vector<std::string_view>(ids.begin(), ids.end()), need);
  }
  /// The same for an array of such texts, none twice.
  template <class Ids>
  [[nodiscard]] std::vector<std::size_t> some_of(std::string_view key, const Ids& ids) const {
    return indices_of(key, std::vector<std::string_view>(ids.begin(), ids.end()));
  }

 private:
  [[nodiscard]] const json::Value* find(std::string_view key, json::Kind kind, Need need) const;
  [[nodiscard]] std::optional<std::size_t> index_of(std::string_view key, const std::vector<std::string_view>& ids,
                                                    Need need) const;
  [[nodiscard]] std::vector<std::size_t> indices_of(std::string_view key,
                                                    const std::vector<std::string_view>& ids) const;
  [[nodiscard]] std::optional<std::size_t> match(const json::Value& value, std::string_view key,
                                                 const std::vector<std::string_view>& ids) const;

  Findings& findings_;
  const json::Value& value_;
  std::string what_;
};

}  // namespace dryrun::bank
