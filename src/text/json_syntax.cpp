#include "text/json_syntax.h"

#include <utility>
#include <vector>

#include "text/ascii.h"
#include "text/json.h"

namespace dryrun::json {
namespace {

using text::is_ascii_digit;
using text::is_ascii_letter;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_name_byte(char c) { return is_ascii_letter(c) || c == '_'; }

class Walker {
 public:
  explicit Walker(std::string_view bytes) : bytes_(bytes) {}

  std::optional<SyntaxFault> run() {
    if (bytes_.substr(0, kByteOrderMark.size()) == kByteOrderMark) at_ = kByteOrderMark.size();
    while (!fault_) {
      while (at_ < bytes_.size() && (here() == ' ' || here() == '\t' || here() == '\n' || here() == '\r')) ++at_;
      if (at_ >= bytes_.size()) {
        if (expected_ != Expected::nothing) ends_early();
        break;
      }
      step();
    }
    return std::move(fault_);
  }

 private:
  enum class Expected { value, item_or_end, name_or_end, name, colon, comma_or_end, nothing };

  [[nodiscard]] char here() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }
  [[nodiscard]] bool in_object() const { return !open_.empty() && bytes_[open_.back()] == '{'; }
  void fail(std::size_t offset, std::string message) { fault_ = SyntaxFault{offset, std::move(message)}; }
  [[nodiscard]] std::string innermost() const {
    return std::string("the \"") + bytes_[open_.back()] + "\" of line " + std::to_string(position_of(bytes_, open_.back()).line);
  }

  void ends_early() {
    if (open_.empty()) return fail(bytes_.size(), "there is nothing to read here; a file of ours begins with \"{\"");
    fail(bytes_.size(), "the file ends here, but " + innermost() + " is still open; add the missing \"" + (in_object() ? "}" : "]") + "\"");
  }

  void step() {
    const char c = here();
    switch (expected_) {
      case Expected::nothing: return fail(at_, "the file's one value has ended before this; take the rest out");
      case Expected::colon:
        if (c != ':') return fail(at_, "a colon is missing between a name and its value");
        ++at_;
        expected_ = Expected::value;
        return;
      case Expected::comma_or_end:
        if (c == ',') {
          ++at_;
          expected_ = in_object() ? Expected::name : Expected::value;
        } else if (c == '}' || c == ']') {
          close();
        } else if (c == '/' || c == '#') {
          fail(at_, "JSON has no comments; take this one out");
        } else if (c == ';' || c == '.' || c == ':' || c == '=') {
          fail(at_, std::string("\"") + c + "\" cannot stand here; after a value comes a comma or the end of " + innermost());
        } else {
          fail(at_, "a comma is missing before this");
        }
        return;
      case Expected::name_or_end:
      case Expected::name: return name();
      case Expected::item_or_end:
        if (c == ']') return close();
        return value();
      case Expected::value: return value();
    }
  }

  void close() {
    if ((here() == '}') != in_object()) return fail(at_, std::string("this \"") + here() + "\" does not fit " + innermost());
    open_.pop_back();
    ++at_;
    after_value();
  }
  void after_value() { expected_ = open_.empty() ? Expected::nothing : Expected::comma_or_end; }

  void name() {
    const char c = here();
    if (c == '"') {
      string();
      expected_ = Expected::colon;
    } else if (c == '}' && expected_ == Expected::name_or_end) {
      close();
    } else if (c == '}') {
      fail(at_, "a comma stands before this \"}\"; take the comma out");
    } else if (c == ']') {
      close();
    } else if (c == ',') {
      fail(at_, "there is a comma too many here");
    } else if (c == '/' || c == '#') {
      fail(at_, "JSON has no comments; take this one out");
    } else {
      fail(at_, "a name in double quotes is expected here");
    }
  }

  void value() {
    const char c = here();
    if (c == '"') {
      string();
      return after_value();
    }
    if (c == '{' || c == '[') {
      open_.push_back(at_++);
      expected_ = c == '{' ? Expected::name_or_end : Expected::item_or_end;
      return;
    }
    if (is_ascii_digit(c) || c == '-' || c == '+' || c == '.') return number();
    if (is_name_byte(c)) return word();
    if (c == ',') return fail(at_, "a value is missing before this comma");
    if (c == ']' && !open_.empty() && !in_object()) return fail(at_, "a comma stands before this \"]\"; take the comma out");
    if (c == '}' && in_object()) return fail(at_, "a value is missing before this \"}\"");
    if ((c == '}' || c == ']') && open_.empty()) return fail(at_, std::string("nothing is open that this \"") + c + "\" could close");
    if (c == '}' || c == ']') return fail(at_, std::string("this \"") + c + "\" does not fit " + innermost());
    if (c == '/' || c == '#') return fail(at_, "JSON has no comments; take this one out");
    if (c == '\'' || bytes_.substr(at_, 2) == "\xE2\x80") return fail(at_, "text stands in straight double quotes (\"), in no other ones");
    fail(at_, "a value is expected here: text in double quotes, a number, true, false, null, [ or {");
  }

  void word() {
    const std::size_t begin = at_;
    while (at_ < bytes_.size() && (is_name_byte(here()) || is_ascii_digit(here()))) ++at_;
    const std::string_view found = bytes_.substr(begin, at_ - begin);
    if (found == "true" || found == "false" || found == "null") return after_value();
    if (found == "True" || found == "TRUE") return fail(begin, "write true in lower case");
    if (found == "False" || found == "FALSE") return fail(begin, "write false in lower case");
    if (found == "None" || found == "Null" || found == "NULL" || found == "nil" || found == "undefined") return fail(begin, "write null for no value");
    if (found == "NaN" || found == "Infinity") return fail(begin, "JSON has no such number; write null, or leave it out");
    fail(begin, "text stands in double quotes; without them only true, false and null are known");
  }

  void number() {
    const std::size_t begin = at_;
    if (here() == '+') return fail(begin, "a number begins with no +; leave the sign out");
    if (here() == '.') return fail(begin, "a number begins with a digit; write 0 before the point");
    if (here() == '-') ++at_;
    if (!is_ascii_digit(here())) return fail(begin, "a digit is missing after the minus sign");
    if (here() == '0' && at_ + 1 < bytes_.size() && is_ascii_digit(bytes_[at_ + 1])) return fail(begin, "a number begins with no needless 0; leave it out");
    skip_digits();
    if (here() == '.') {
      ++at_;
      if (!is_ascii_digit(here())) return fail(begin, "a digit is missing after the point of this number");
      skip_digits();
    }
    if (here() == 'e' || here() == 'E') {
      ++at_;
      if (here() == '+' || here() == '-') ++at_;
      if (!is_ascii_digit(here())) return fail(begin, "a digit is missing after the e of this number");
      skip_digits();
    }
    after_value();
  }
  void skip_digits() {
    while (is_ascii_digit(here())) ++at_;
  }

  void string() {
    const std::size_t begin = at_++;
    while (at_ < bytes_.size() && !fault_) {
      const char c = bytes_[at_];
      if (c == '"') {
        ++at_;
        return;
      }
      if (c == '\\') {
        escape();
      } else if (c == '\n' || c == '\r') {
        return fail(at_, "this text runs over the end of its line; close the quote, or write \\n for a line break");
      } else if (static_cast<unsigned char>(c) < 0x20) {
        return fail(at_, c == '\t' ? "write \\t for a tab inside text" : "a control character cannot stand inside text; take it out");
      } else {
        ++at_;
      }
    }
    if (!fault_) fail(begin, "this quote is never closed");
  }

  void escape() {
    const std::size_t begin = at_;
    const char kind = at_ + 1 < bytes_.size() ? bytes_[at_ + 1] : '\0';
    if (kind != 'u') {
      if (std::string_view("\"\\/bfnrt").find(kind) == std::string_view::npos) return fail(begin, "this backslash begins nothing that JSON knows; write \\\\ for a backslash itself");
      at_ += 2;
      return;
    }
    const int first = four_hex(begin + 2);
    if (first < 0) return fail(begin, "four hexadecimal digits are missing after \\u");
    at_ += 6;
    if (first < 0xD800 || first > 0xDFFF) return;
    const int second = bytes_.substr(at_, 2) == "\\u" ? four_hex(at_ + 2) : -1;
    if (first > 0xDBFF || second < 0xDC00 || second > 0xDFFF) return fail(begin, "this \\u escape is half of a pair; write the character itself");
    at_ += 6;
  }
  [[nodiscard]] int four_hex(std::size_t begin) const {
    if (begin + 4 > bytes_.size()) return -1;
    int code = 0;
    for (const char c : bytes_.substr(begin, 4)) {
      const int digit = is_ascii_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
      if (digit < 0) return -1;
      code = code * 16 + digit;
    }
    return code;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  Expected expected_ = Expected::value;
  std::vector<std::size_t> open_;  ///< offsets of the brackets that are open
  std::optional<SyntaxFault> fault_;
};

}  // namespace

std::optional<SyntaxFault> find_syntax_fault(std::string_view bytes) { return Walker(bytes).run(); }

}  // namespace dryrun::json
