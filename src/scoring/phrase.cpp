#include "scoring/phrase.h"

#include "text/ascii.h"
#include "text/document.h"

namespace dryrun::scoring {
namespace {

class Parser {
 public:
  Parser(std::string_view text, std::vector<PhraseProblem>& problems) : text_(text), problems_(problems) {}

  Phrase parse() {
    Phrase phrase;
    std::size_t at = 0;
    while (at < text_.size()) {
      if (text_[at] == ' ') {
        ++at;
        continue;
      }
      std::size_t end = text_.find(' ', at);
      if (end == std::string_view::npos) end = text_.size();
      add_slot(phrase, text_.substr(at, end - at));
      at = end;
    }
    check(phrase);
    return phrase;
  }

 private:
  void problem(const char* code, const std::string& message) {
    problems_.push_back({code, message + " In the phrase \"" + std::string(text_) + "\"."});
  }

  void add_slot(Phrase& phrase, std::string_view raw) {
    PhraseSlot slot;
    if (raw[0] == '~') {
      slot.kind = PhraseSlot::Kind::gap;
      slot.gap = kDefaultGap;
      if (raw.size() > 1) {
        slot.gap = 0;
        for (const char c : raw.substr(1)) {
          if (!text::is_ascii_digit(c) || raw.size() > 3) {
            problem("S002", "A gap is written ~ or ~5, not \"" + std::string(raw) + "\".");
            return;
          }
          slot.gap = slot.gap * 10 + (c - '0');
        }
        if (slot.gap == 0 || slot.gap > kLongestGap) {
          problem("S008", "A gap reaches over 1 to " + std::to_string(kLongestGap) + " words.");
          return;
        }
      }
      phrase.slots.push_back(std::move(slot));
      return;
    }
    if (raw.size() > 1 && raw.back() == '?') {
      slot.optional = true;
      raw.remove_suffix(1);
    }
    if (raw == "*") {
      slot.kind = PhraseSlot::Kind::any_word;
      phrase.slots.push_back(std::move(slot));
      return;
    }
    std::size_t at = 0;
    while (at <= raw.size()) {
      std::size_t bar = raw.find('|', at);
      if (bar == std::string_view::npos) bar = raw.size();
      add_alternative(slot, raw.substr(at, bar - at));
      at = bar + 1;
    }
    phrase.slots.push_back(std::move(slot));
  }

  void add_alternative(PhraseSlot& slot, std::string_view raw) {
    PhraseAlternative alternative;
    if (raw.empty() || raw == "=") {
      problem("S002", "A slot has an empty alternative; write word, a|b, =word, #, *, ~ or {concept}.");
      return;
    }
    if (raw.front() == '{') {
      if (raw.back() != '}' || raw.size() < 3) {
        problem("S002", "A concept is written {id}, not \"" + std::string(raw) + "\".");
        return;
      }
      alternative.concept_id = std::string(raw.substr(1, raw.size() - 2));
      slot.alternatives.push_back(std::move(alternative));
      return;
    }
    if (raw == "#") {
      PhraseWord word;
      word.any_number = true;
      alternative.words.push_back(std::move(word));
      slot.alternatives.push_back(std::move(alternative));
      return;
    }
    const bool exact = raw.front() == '=';
    if (exact) raw.remove_prefix(1);
    if (raw == "%") raw = "percent";
    for (const char c : raw) {
      if (c == '{' || c == '}' || c == '?' || c == '*' || c == '#' || c == '~' || c == '=') {
        problem("S002", std::string("The character '") + c + "' stands at a place where a word is expected.");
        return;
      }
    }
    const text::Document document = text::make_document(raw);
    for (const text::Token& token : document.tokens()) {
      if (token.kind == text::TokenKind::mark) continue;
      PhraseWord word;
      word.stem = std::string(token.stem);
      word.form = std::string(token.form);
      word.exact = exact;
      word.is_number = token.kind == text::TokenKind::number;
      alternative.words.push_back(std::move(word));
    }
    if (alternative.words.empty()) {
      problem("S009", "\"" + std::string(raw) + "\" holds no word.");
      return;
    }
    slot.alternatives.push_back(std::move(alternative));
  }

  void check(const Phrase& phrase) {
    int required = 0;
    int optional = 0;
    for (const PhraseSlot& slot : phrase.slots) {
      if (slot.kind == PhraseSlot::Kind::gap) continue;
      if (slot.optional) {
        ++optional;
      } else if (slot.kind == PhraseSlot::Kind::alternatives) {
        ++required;
      }
    }
    if (required == 0) problem("S001", "A phrase needs at least one word or concept that is not optional.");
    if (optional > kMostOptionalSlots) {
      problem("S007", "At most " + std::to_string(kMostOptionalSlots) + " slots of a phrase may be optional; write two phrases.");
    }
    if (phrase.slots.empty()) return;
    if (phrase.slots.front().kind != PhraseSlot::Kind::alternatives || phrase.slots.back().kind != PhraseSlot::Kind::alternatives) {
      problem("S006", "A phrase begins and ends with a word or concept, not with a gap.");
    }
  }

  std::string_view text_;
  std::vector<PhraseProblem>& problems_;
};

}  // namespace

Phrase parse_phrase(std::string_view text, std::vector<PhraseProblem>& problems) { return Parser(text, problems).parse(); }

}  // namespace dryrun::scoring
