// The one place that knows a JSON library: reading through its SAX interface over an iterator that counts bytes, and printing.
#include <cstddef>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "text/json.h"
#include "text/json_syntax.h"
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

/// What one file can be told at most; a file with more is broken throughout.
constexpr std::size_t kMostFindings = 50;

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
    if (value > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max())) return too_large_number();
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
    if (!keys_.back().insert(name).second && !note("J004", begin, "the key " + shown(name) + " stands twice in this object; keep one of them")) return false;
    open_.back()->members.push_back({name, static_cast<std::uint32_t>(begin), Value()});
    return true;
  }

  bool parse_error(std::size_t position, const std::string& /*token*/, const nlohmann::json::exception& error) override {
    constexpr int kNumberOverflow = 406;  // a decimal number beyond what a double holds
    if (error.id == kNumberOverflow) {
      static_cast<void>(too_large_number());
      return false;
    }
    if (const std::optional<SyntaxFault> fault = find_syntax_fault(bytes_)) return fail("J001", fault->offset, fault->message);
    return fail("J001", position == 0 ? 0 : position - 1, "this is not JSON here");
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

  /// Says what is wrong; true while the reading may go on.
  bool note(const char* code, std::size_t offset, std::string message) {
    const Position at = position_of(bytes_, offset);
    diagnostics_->push_back({Severity::error, code, std::string(file_), at.line, at.column, std::move(message)});
    return diagnostics_->size() < kMostFindings;
  }
  bool fail(const char* code, std::size_t offset, std::string message) {
    static_cast<void>(note(code, offset, std::move(message)));
    return false;
  }
  bool too_large_number() {
    const bool goes_on = note("J006", number_begin(number_end()), "this number is out of range; whole numbers lie between -2^63 and 2^63 - 1");
    return goes_on && add_number(Value::of(0));
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
  [[nodiscard]] std::size_t number_end() const {
    std::size_t end = *count_;
    while (end > 0 && !is_number_byte(bytes_[end - 1])) --end;
    return end;
  }
  bool add_number(Value value) {
    const std::size_t end = number_end();
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
  /// One value more; false, and told, when that is one too many.
  bool count_value(std::size_t begin) {
    if (++values_ <= limits_.max_values) return true;
    return fail("J002", begin, "the file has more than " + std::to_string(limits_.max_values) + " values; split it into several files");
  }
  bool add(Value value, std::size_t begin, std::size_t end) {
    if (!count_value(begin)) return false;
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
    if (!count_value(begin)) return false;
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
  std::size_t values_ = 0;
  std::vector<Value*> open_;
  std::vector<std::set<std::string>> keys_;
};

/// Scalars are the library's to print (escapes, shortest numbers). Arrays and objects are not: its ordered object looks each new
/// name up from the start, which is quadratic, and takes a copy of the whole tree.
class Printer {
 public:
  explicit Printer(int indent) : indent_(indent) {}

  void print(const Value& value) {
    switch (value.kind) {
      case Kind::null: out_ += "null"; break;
      case Kind::boolean: out_ += value.boolean ? "true" : "false"; break;
      case Kind::integer: out_ += std::to_string(value.integer); break;
      case Kind::number: out_ += nlohmann::ordered_json(value.number).dump(); break;
      case Kind::string: print(value.string); break;
      case Kind::array:
        begin('[');
        for (const Value& item : value.items) {
          next(&item == value.items.data());
          print(item);
        }
        end(']', value.items.empty());
        break;
      case Kind::object:
        begin('{');
        for (const Member& member : value.members) {
          next(&member == value.members.data());
          print(member.key);
          out_ += indent_ < 0 ? ":" : ": ";
          print(member.value);
        }
        end('}', value.members.empty());
        break;
    }
  }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void print(const std::string& text) { out_ += nlohmann::ordered_json(text).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace); }
  void begin(char bracket) {
    out_ += bracket;
    ++depth_;
  }
  void next(bool is_first) {
    if (!is_first) out_ += ',';
    break_line();
  }
  void end(char bracket, bool is_empty) {
    --depth_;
    if (!is_empty) break_line();
    out_ += bracket;
  }
  void break_line() {
    if (indent_ < 0) return;
    out_ += '\n';
    out_.append(static_cast<std::size_t>(indent_) * depth_, ' ');
  }

  int indent_;
  std::size_t depth_ = 0;
  std::string out_;
};

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
  // The library takes a NUL byte for the end and would not see what follows it.
  if (bytes.find('\0') != std::string_view::npos) {
    const std::optional<SyntaxFault> fault = find_syntax_fault(bytes);
    refuse("J001", fault ? fault->offset : bytes.find('\0'), fault ? fault->message : "a NUL byte cannot stand in JSON");
    return parsed;
  }
  std::size_t count = 0;
  TreeBuilder builder(bytes, file, limits, &count, &parsed.diagnostics);
  const char* begin = bytes.data();
  const char* end = begin + bytes.size();
  const bool is_whole = nlohmann::json::sax_parse(CountingIterator(begin, begin, &count), CountingIterator(end, begin, &count), &builder);
  if (is_whole && parsed.diagnostics.empty()) {
    parsed.value = builder.take();
  } else if (parsed.diagnostics.empty()) {
    refuse("J001", count, "this is not JSON");
  }
  return parsed;
}

std::string dump(const Value& value, int indent) {
  Printer printer(indent);
  printer.print(value);
  return printer.take();
}

}  // namespace dryrun::json
