#include "bank/delimited.h"

#include <algorithm>

namespace dryrun::bank {
namespace {

class Reader {
 public:
  Reader(std::string_view bytes, char separator, int first_line) : bytes_(bytes), separator_(separator), line_(first_line) {}

  Delimited read() {
    while (at_ < bytes_.size()) {
      DelimitedRow row{line_, {}};
      do row.cells.push_back(cell());
      while (take(separator_));
      (void)take_line_end();
      const bool is_blank = std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& one) { return one.empty(); });
      if (!is_blank) out_.rows.push_back(std::move(row));
    }
    return std::move(out_);
  }

 private:
  std::string cell() {
    return take('"') ? quoted() : plain();
  }

  std::string plain() {
    std::string out;
    while (at_ < bytes_.size() && bytes_[at_] != separator_ && !is_line_end()) out += bytes_[at_++];
    return out;
  }

  std::string quoted() {
    const int opened = line_;
    std::string out;
    while (at_ < bytes_.size()) {
      if (take('"')) {
        // Behind the closing quote stands nothing, unless the file was written by hand.
        if (!take('"')) return out + plain();
        out += '"';
      } else if (take_line_end()) {
        out += '\n';
      } else {
        out += bytes_[at_++];
      }
    }
    if (out_.unclosed_line == 0) out_.unclosed_line = opened;
    return out;
  }

  bool is_line_end() const { return bytes_[at_] == '\n' || bytes_.substr(at_, 2) == "\r\n"; }

  bool take(char c) {
    if (at_ >= bytes_.size() || bytes_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool take_line_end() {
    if (at_ >= bytes_.size() || !is_line_end()) return false;
    at_ += bytes_[at_] == '\n' ? 1u : 2u;
    ++line_;
    return true;
  }

  std::string_view bytes_;
  char separator_;
  int line_;
  std::size_t at_ = 0;
  Delimited out_;
};

}  // namespace

Delimited read_delimited(std::string_view bytes, char separator, int first_line) { return Reader(bytes, separator, first_line).read(); }

}  // namespace dryrun::bank
