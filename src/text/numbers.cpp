#include "text/numbers.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "text/ascii.h"

namespace dryrun::text {
namespace {

constexpr std::int64_t kHundred = 100;
constexpr std::int64_t kThousand = 1'000;


/// Reads one number from the drafts at `first`. A number of English is groups below a thousand, each with a smaller scale than the
/// one before: three million two hundred thousand and five.
class Reader {
 public:
  Reader(const std::vector<Draft>& drafts, const Forms& forms, std::size_t first) : drafts_(drafts), forms_(forms), first_(first), next_(first) {}

  /// The digits, or empty when no number of words begins here; `next` is then of no use.
  std::string read() {
    if (drafts_[first_].kind == TokenKind::number) return read_digits();
    if (is_article()) {
      group_ = 1;
      ++next_;
      is_round_ = true;
    }
    while (take_word()) {
    }
    const std::int64_t value = total_ + std::max<std::int64_t>(group_, 0);
    if (next_ == first_ || (is_article() && next_ == first_ + 1)) return {};
    std::string digits = std::to_string(value) + decimals();
    if (next_ == first_ + 1 && value <= 1) return {};
    return digits;
  }
  [[nodiscard]] std::size_t next() const { return next_; }

 private:
  /// The draft at `at`, when it stands in the same run of words as the one before it.
  [[nodiscard]] const Draft* word_at(std::size_t at) const {
    if (at >= drafts_.size() || drafts_[at].kind != TokenKind::word || drafts_[at].starts_list_line) return nullptr;
    if (at > first_ && drafts_[at].line > drafts_[at - 1].line + 1) return nullptr;
    return &drafts_[at];
  }
  [[nodiscard]] std::int64_t value_at(std::size_t at) const {
    const Draft* draft = word_at(at);
    return draft == nullptr ? -1 : draft->number;
  }
  [[nodiscard]] bool is_word(std::size_t at, std::string_view form) const {
    const Draft* draft = word_at(at);
    return draft != nullptr && forms_.form(draft->form) == form;
  }
  /// "a hundred", but not "half a million".
  [[nodiscard]] bool is_article() const {
    return is_word(first_, "a") && value_at(first_ + 1) >= kHundred && (first_ == 0 || forms_.form(drafts_[first_ - 1].form) != "half");
  }

  /// "3 thousand", "3.5 million".
  std::string read_digits() {
    const std::string_view digits = forms_.form(drafts_[first_].form);
    constexpr std::size_t kMostDigits = 6;
    const std::int64_t scale = value_at(first_ + 1);
    if (scale < kHundred || digits.size() > kMostDigits || !is_plain_number(digits)) return {};
    next_ = first_ + 2;
    return scaled(digits, scale);
  }

  bool take_word() {
    std::size_t at = next_;
    if (is_word(at, "and") && is_round_ && next_ > first_ && value_at(at + 1) >= 1 && value_at(at + 1) < kHundred) ++at;
    const std::int64_t value = value_at(at);
    if (value < 0) return false;
    if (value >= kThousand) {
      if (group_ < 1 || value >= scale_) return false;
      total_ += group_ * value;
      scale_ = value;
      group_ = -1;
      is_round_ = true;
    } else if (value == kHundred) {
      if (group_ < 1 || group_ >= kHundred) return false;
      group_ *= kHundred;
      is_round_ = true;
    } else {
      const bool fills_tens = group_ > 0 && group_ % 10 == 0 && group_ % kHundred >= 20 && value >= 1 && value <= 9;
      // "twenty ten" and "two five" are two numbers; so is a zero after anything.
      if (group_ >= 0 && !fills_tens && !(is_round_ && group_ % kHundred == 0 && value > 0)) return false;
      if (group_ < 0 && total_ > 0 && value == 0) return false;
      group_ = std::max<std::int64_t>(group_, 0) + value;
      is_round_ = false;
    }
    next_ = at + 1;
    return true;
  }

  /// "point nine five"; not in "at one point five people left".
  std::string decimals() {
    if (!is_word(next_, "point") || value_at(next_ + 1) < 0 || value_at(next_ + 1) > 9) return {};
    if (first_ > 0 && forms_.form(drafts_[first_ - 1].form) == "at" && next_ == first_ + 1 && group_ == 1) return {};
    std::string digits = ".";
    ++next_;
    while (value_at(next_) >= 0 && value_at(next_) <= 9) digits += static_cast<char>('0' + value_at(next_++));
    return digits;
  }

  const std::vector<Draft>& drafts_;
  const Forms& forms_;
  std::size_t first_;
  std::size_t next_;
  std::int64_t total_ = 0;
  std::int64_t group_ = -1;                   ///< below a thousand; -1 before its first word
  std::int64_t scale_ = 1'000'000'000'000;    ///< of the last group; the next one's is smaller
  bool is_round_ = false;                     ///< the last word was "hundred" or a scale, so that "and fifty" may follow
};

}  // namespace

std::int64_t number_word(std::string_view word) {
  static constexpr std::array<std::string_view, 20> kUnits = {"zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
                                                              "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  static constexpr std::array<std::string_view, 8> kTens = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
  const auto unit = std::find(kUnits.begin(), kUnits.end(), word);
  if (unit != kUnits.end()) return unit - kUnits.begin();
  const auto ten = std::find(kTens.begin(), kTens.end(), word);
  if (ten != kTens.end()) return 10 * (ten - kTens.begin() + 2);
  if (word == "hundred") return kHundred;
  if (word == "thousand") return kThousand;
  if (word == "million") return 1'000'000;
  if (word == "billion") return 1'000'000'000;
  return -1;
}

bool is_plain_number(std::string_view digits) {
  return !digits.empty() && is_ascii_digit(digits.front()) && is_ascii_digit(digits.back()) && std::count(digits.begin(), digits.end(), '.') <= 1 &&
         std::all_of(digits.begin(), digits.end(), [](char c) { return is_ascii_digit(c) || c == '.'; });
}

std::string scaled(std::string_view digits, std::int64_t scale) {
  std::string whole(digits.substr(0, digits.find('.')));
  std::string fraction(whole.size() < digits.size() ? digits.substr(whole.size() + 1) : std::string_view());
  for (; scale > 1; scale /= 10) {
    whole += fraction.empty() ? '0' : fraction.front();
    if (!fraction.empty()) fraction.erase(0, 1);
  }
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  return fraction.empty() ? whole : whole + "." + fraction;
}

std::vector<Draft> join_numbers(std::vector<Draft> drafts, Forms& forms) {
  std::vector<Draft> joined;
  joined.reserve(drafts.size());
  for (std::size_t i = 0; i < drafts.size();) {
    const bool may_begin = drafts[i].kind == TokenKind::number || drafts[i].number >= 0 || (drafts[i].kind == TokenKind::word && drafts[i].span.size() == 1);
    Reader reader(drafts, forms, i);
    const std::string digits = may_begin ? reader.read() : std::string();
    joined.push_back(drafts[i]);
    const bool is_per_cent = i + 1 < drafts.size() && forms.form(drafts[i].form) == "per" && forms.form(drafts[i + 1].form) == "cent";
    if (is_per_cent) {
      joined.back().span.end = drafts[i + 1].span.end;
      joined.back().form = forms.intern("percent", true);
      i += 2;
      continue;
    }
    if (digits.empty()) {
      ++i;
      continue;
    }
    Draft& number = joined.back();
    number.span.end = drafts[reader.next() - 1].span.end;
    number.form = forms.intern(digits, false);
    number.kind = TokenKind::number;
    number.number = -1;
    i = reader.next();
  }
  return joined;
}

}  // namespace dryrun::text
