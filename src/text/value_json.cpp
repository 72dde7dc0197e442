// The one place that knows a JSON library: reading through its SAX interface over an iterator that counts bytes, and printing.
#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "text/json.h"
#include "text/utf8.h"

namespace dryrun::json {
namespace {

/// Walks the bytes and keeps count for the handler, which is told nothing of positions otherwise. The library copies the iterator,
/// so the count lies with the reader.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char* begin, std::size_t* count) : at_(at), begin_(begin), count_(count) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    *count_ = static_cast<std::size_t>(at_ - begin_);
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator old = *this;
    ++*this;
    return old;
  }
  friend bool operator!=(const CountingIterator& a, const CountingIterator& b) { return a.at_ != b.at_; }

 private:
  const char* at_;
  const char* begin_;
  std::size_t* count_;
};

/// Builds the tree. Each `false` ends the parse; the diagnostic is there by then.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
 public:
  TreeBuilder(std::string_view bytes, std::string_view file, const Limits& limits, const std::size_t* count, Diagnostics* diagnostics)
      : bytes_(bytes), file_(file), limits_(limits), count_(count), diagnostics_(diagnostics) {}

  [[nodiscard]] Value take() { return std::move(root_); }

  bool null() override { return add(Value(), scalar_begin(4), *count_); }
  bool boolean(bool value) override { return add(Value::of(value), scalar_begin(value ? 4 : 5), *count_); }
  bool number_integer(number_integer_t value) override { return add_number(Value::of(std::int64_t{value})); }
  bool number_unsigned(number_unsigned_t value) override {
    if (value > static_cast<number_unsigned_t>(INT64_MAX)) return too_large_number();
    return add_number(Value::of(static_cast<std::int64_t>(value)));
  }
  bool number_float(number_float_t value, const string_t& text) override {
    // An integer that 64 bits don't hold comes here too; it would silently become another number.
    if (text.find_first_of(".eE") == std::string::npos) return too_large_number();
    Value number;
    number.kind = Kind::number;
    number.number = value;
    return add_number(std::move(number));
  }
  bool string(string_t& value) override {
    const std::size_t end = *count_;
    return add(Value::of(std::string_view(value)), string_begin(end), end);
  }
  bool binary(binary_t& /*value*/) override { return false; }

  bool start_object(std::size_t /*size*/) override { return open(Value::object()); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t /*size*/) override { return open(Value::array()); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    const std::size_t begin = string_begin(*count_);
    if (!keys_.back().insert(name).second) {
      return fail("J004", begin, "the key \"" + name + "\" stands twice in this object; keep one of them");
    }
    open_.back()->members.push_back({name, static_cast<std::uint32_t>(begin), Value()});
    return true;
  }

  bool parse_error(std::size_t position, const std::string& token, const nlohmann::json::exception& error) override {
    if (error.id == 406) return too_large_number();
    const std::size_t at = position == 0 ? 0 : position - 1;
    if (at >= bytes_.size()) return fail("J001", bytes_.size(), "the file ends in the middle of a value; a bracket, brace or quote is not closed");
    return fail("J001", at, "this is not JSON here" + (token.empty() ? std::string() : ", near " + shown(token)) + "; look for a missing comma, quote or bracket just before");
  }

 private:
  static std::string shown(const std::string& token) {
    constexpr std::size_t kLongest = 40;
    const std::string valid = text::to_valid_utf8(token);
    if (valid.size() <= kLongest) return "\"" + valid + "\"";
    std::size_t end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(valid[end]) & 0xC0) == 0x80) --end;
    return "\"" + valid.substr(0, end) + "...\"";
  }

  bool fail(const char* code, std::size_t offset, std::string message) {
    const Position at = position_of(bytes_, offset);
    diagnostics_->push_back({Severity::error, code, std::string(file_), at.line, at.column, std::move(message)});
    return false;
  }
  bool too_large_number() {
    const std::size_t end = *count_ == 0 ? 0 : *count_ - 1;
    return fail("J006", number_begin(end), "this number is out of range; whole numbers lie between -2^63 and 2^63 - 1");
  }

  /// Scalars of known length end where the lexer stands.
  [[nodiscard]] std::size_t scalar_begin(std::size_t length) const { return *count_ >= length ? *count_ - length : 0; }
  /// The opening quote of a string whose closing quote is the byte before `end`.
  [[nodiscard]] std::size_t string_begin(std::size_t end) const {
    for (std::size_t at = end - 1; at-- > 0;) {
      if (bytes_[at] != '"') continue;
      std::size_t backslashes = 0;
      while (backslashes < at && bytes_[at - 1 - backslashes] == '\\') ++backslashes;
      if (backslashes % 2 == 0) return at;
    }
    return 0;
  }
  static bool is_number_byte(char c) { return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E'; }
  [[nodiscard]] std::size_t number_begin(std::size_t end) const {
    while (end > 0 && is_number_byte(bytes_[end - 1])) --end;
    return end;
  }
  /// The lexer has read one byte past a number, but for one that ends the text.
  bool add_number(Value value) {
    std::size_t end = *count_;
    while (end > 0 && !is_number_byte(bytes_[end - 1])) --end;
    return add(std::move(value), number_begin(end), end);
  }

  Value* place(Value value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    Value& parent = *open_.back();
    if (parent.kind == Kind::array) {
      parent.items.push_back(std::move(value));
      return &parent.items.back();
    }
    parent.members.back().value = std::move(value);
    return &parent.members.back().value;
  }
  bool add(Value value, std::size_t begin, std::size_t end) {
    value.begin = static_cast<std::uint32_t>(begin);
    value.end = static_cast<std::uint32_t>(end);
    place(std::move(value));
    return true;
  }
  bool open(Value value) {
    const std::size_t begin = scalar_begin(1);
    if (static_cast<int>(open_.size()) >= limits_.max_depth) {
      return fail("J003", begin, "brackets are nested deeper than " + std::to_string(limits_.max_depth) + " levels; that is no file of ours");
    }
    value.begin = static_cast<std::uint32_t>(begin);
    // A parent that is open gets no further item until this one is closed, so the pointer stays good.
    open_.push_back(place(std::move(value)));
    keys_.emplace_back();
    return true;
  }
  bool close() {
    open_.back()->end = static_cast<std::uint32_t>(*count_);
    open_.pop_back();
    keys_.pop_back();
    return true;
  }

  std::string_view bytes_;
  std::string_view file_;
  const Limits& limits_;
  const std::size_t* count_;
  Diagnostics* diagnostics_;
  Value root_;
  std::vector<Value*> open_;
  std::vector<std::set<std::string>> keys_;
};

nlohmann::ordered_json to_library(const Value& value) {
  switch (value.kind) {
    case Kind::null: return nullptr;
    case Kind::boolean: return value.boolean;
    case Kind::integer: return value.integer;
    case Kind::number: return value.number;
    case Kind::string: return value.string;
    case Kind::array: {
      nlohmann::ordered_json result = nlohmann::ordered_json::array();
      for (const Value& item : value.items) result.push_back(to_library(item));
      return result;
    }
    case Kind::object: {
      nlohmann::ordered_json result = nlohmann::ordered_json::object();
      for (const Member& member : value.members) result.push_back({member.key, to_library(member.value)});
      return result;
    }
  }
  return nullptr;
}

}  // namespace

Parsed parse(std::string_view bytes, std::string_view file, const Limits& limits) {
  Parsed parsed;
  const auto refuse = [&](const char* code, std::size_t offset, std::string message) {
    const Position at = position_of(bytes, offset);
    parsed.diagnostics.push_back({Severity::error, code, std::string(file), at.line, at.column, std::move(message)});
  };
  if (bytes.size() > limits.max_bytes) {
    parsed.diagnostics.push_back({Severity::error, "J002", std::string(file), 0, 0,
                                  "the file has " + std::to_string(bytes.size()) + " bytes and may have " + std::to_string(limits.max_bytes) + "; split it into several files"});
    return parsed;
  }
  if (!text::is_valid_utf8(bytes)) {
    const std::string valid = text::to_valid_utf8(bytes);
    std::size_t offset = 0;
    while (offset < bytes.size() && bytes[offset] == valid[offset]) ++offset;
    refuse("J005", offset, "this byte is not UTF-8; save the file as UTF-8 and try again");
    return parsed;
  }
  std::size_t count = 0;
  TreeBuilder builder(bytes, file, limits, &count, &parsed.diagnostics);
  const char* begin = bytes.data();
  const char* end = begin + bytes.size();
  const bool is_whole = nlohmann::json::sax_parse(CountingIterator(begin, begin, &count), CountingIterator(end, begin, &count), &builder);
  if (is_whole) {
    parsed.value = builder.take();
  } else if (parsed.diagnostics.empty()) {
    refuse("J001", count, "this is not JSON");
  }
  return parsed;
}

std::string dump(const Value& value, int indent) { return to_library(value).dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace); }

}  // namespace dryrun::json
