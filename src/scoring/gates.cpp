#include "scoring/gates.h"

#include <algorithm>
#include <array>

#include "scoring/marks.h"

namespace dryrun::scoring {

namespace {

/// A first part of a long text says enough about its language.
constexpr std::uint32_t kLanguageSample = 2000;
constexpr std::uint32_t kFewestForShares = 20;
constexpr const char* kConnective = "connective";
/// Quoted after a word that shows a fault, so that it can be found.
constexpr std::uint32_t kWordsAfter = 6;
/// Words between which more and more of the question is expected to come up.
constexpr std::uint32_t kShortAnswer = 70, kLongAnswer = 300;

std::uint32_t permille(std::uint32_t part, std::uint32_t whole) {
  return whole == 0 ? 0 : static_cast<std::uint32_t>(static_cast<std::uint64_t>(part) * 1000u / whole);
}

class Gates {
 public:
  Gates(const GateInput& input, GateBuffers& buffers) : input_(input), reading_(*input.reading), buffers_(buffers) {}

  void mark_domain() {
    buffers_.domain.assign(reading_.size(), 0);
    for (const auto& [id, entry] : input_.book->concepts) {
      if (!entry.domain) continue;
      const Match* end = input_.matches.end_of(entry.node);
      for (const Match* at = input_.matches.begin_of(entry.node); at != end; ++at) {
        for (std::uint32_t word = at->first; word <= at->last; ++word) {
          if ((reading_.words[word].flags & kFunction) == 0) buffers_.domain[word] = 1;
        }
      }
    }
    domain_words_ = static_cast<std::uint32_t>(std::count(buffers_.domain.begin(), buffers_.domain.end(), std::uint8_t{1}));
    function_words_ = 0;
    for (const Word& word : reading_.words) function_words_ += (word.flags & kFunction) != 0 ? 1u : 0u;
  }

  [[nodiscard]] const Gate* gate(std::string_view id) const {
    const Gate* found = input_.book->gate(id);
    if (found == nullptr || is_skipped(*input_.skipped, id)) return nullptr;
    return found;
  }

  [[nodiscard]] std::optional<Span> whole() const {
    if (reading_.size() == 0) return std::nullopt;
    return reading_.span(0, reading_.size() - 1);
  }

  [[nodiscard]] std::optional<GateFinding> unjudgeable() const {
    if (reading_.size() == 0) {
      if (const Gate* found = gate("empty")) return GateFinding{found, std::nullopt, found->why};
    }
    if (const Gate* found = gate("too-short"); found != nullptr && reading_.size() < static_cast<std::uint32_t>(found->at)) {
      return GateFinding{found, whole(), found->why};
    }
    if (reading_.size() == 0) return std::nullopt;
    if (const Gate* found = gate("garbled"); found != nullptr && permille(implausible_words(), sample()) > static_cast<std::uint32_t>(found->at)) {
      return GateFinding{found, whole(), found->why};
    }
    const std::uint32_t function_share = permille(function_words_, reading_.size());
    if (const Gate* found = gate("not-english"); found != nullptr && function_share < static_cast<std::uint32_t>(found->at) &&
                                                  permille(known_words(), reading_.size()) < static_cast<std::uint32_t>(found->at2)) {
      return GateFinding{found, whole(), found->why};
    }
    if (const Gate* found = gate("not-prose"); found != nullptr && permille(words_with_verb(), reading_.size()) < static_cast<std::uint32_t>(found->at)) {
      return GateFinding{found, whole(), found->why};
    }
    return std::nullopt;
  }

  void capping(std::vector<GateFinding>& out) const {
    const Echo& echo = *input_.echo;
    if (const Gate* found = gate("repetition"); found != nullptr && permille(echo.repeated, echo.runs) > static_cast<std::uint32_t>(found->at)) {
      out.push_back({found, stretch(echo.first_repeated, echo.last_repeated), found->why});
    }
    if (const Gate* found = gate("question-copied"); found != nullptr && copies_question(*found)) {
      out.push_back({found, stretch(echo.first_copied, echo.last_copied), found->why});
    }
    if (const Gate* found = gate("keyword-window")) {
      if (const auto span = keyword_window(*found)) out.push_back({found, span, found->why});
    }
    if (const Gate* found = gate("bare-list"); found != nullptr && reading_.size() >= kFewestForShares &&
                                               permille(function_words_, reading_.size()) < static_cast<std::uint32_t>(found->at) &&
                                               permille(domain_words_, reading_.size()) > static_cast<std::uint32_t>(found->at2)) {
      out.push_back({found, whole(), found->why});
    }
    if (const Gate* found = gate("word-order")) {
      if (const auto span = broken_order(*found)) out.push_back({found, span, found->why});
    }
    if (const Gate* found = gate("stuffed-connectives")) {
      if (const auto span = stuffed_connectives(*found)) out.push_back({found, span, found->why});
    }
    if (const Gate* found = gate("off-question"); found != nullptr && is_off_question(*found)) out.push_back({found, std::nullopt, found->why});
  }

 private:
  [[nodiscard]] std::uint32_t sample() const { return std::min(reading_.size(), kLanguageSample); }

  [[nodiscard]] std::optional<Span> stretch(std::uint32_t first, std::uint32_t last) const {
    if (first == kNoWord) return std::nullopt;
    return reading_.span(first, last);
  }

  /// Words without a vowel, with a letter four times in a row, or with more than five consonants in a row.
  [[nodiscard]] std::uint32_t implausible_words() const {
    std::uint32_t count = 0;
    for (std::uint32_t i = 0; i < sample(); ++i) {
      const std::string_view form = reading_.form(i);
      if (reading_.words[i].flags != 0 || buffers_.domain[i] != 0 || form.size() < 3) continue;
      bool vowel = false;
      bool plain = true;
      std::uint32_t same = 1;
      std::uint32_t consonants = 0;
      bool odd = form.size() > 30;
      for (std::size_t at = 0; at < form.size(); ++at) {
        const char c = form[at];
        plain = plain && c >= 'a' && c <= 'z';
        const bool is_vowel = c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
        vowel = vowel || is_vowel;
        consonants = is_vowel ? 0 : consonants + 1;
        same = at > 0 && form[at - 1] == c ? same + 1 : 1;
        odd = odd || same >= 4 || consonants >= 6;
      }
      // Three or four letters without a vowel are an acronym.
      if (plain && (odd || (!vowel && form.size() > 4))) ++count;
    }
    return count;
  }

  [[nodiscard]] std::uint32_t known_words() const {
    std::uint32_t count = 0;
    for (std::uint32_t i = 0; i < reading_.size(); ++i) count += reading_.words[i].flags != 0 || buffers_.domain[i] != 0 ? 1u : 0u;
    return count;
  }

  [[nodiscard]] std::uint32_t words_with_verb() const {
    std::uint32_t count = 0;
    for (const ClauseFact& clause : reading_.clauses) {
      if (clause.has_verb) count += clause.last - clause.first;
    }
    return count;
  }

  [[nodiscard]] bool copies_question(const Gate& gate) const {
    const Echo& echo = *input_.echo;
    const std::uint32_t question_runs = static_cast<std::uint32_t>(input_.question_runs);
    // One shared turn of phrase in a short answer is no copy: at least a stretch of eight words.
    const bool has_stretch = echo.first_copied != kNoWord && echo.last_copied - echo.first_copied + 1 >= 8;
    if (!has_stretch) return false;
    return permille(echo.from_question, echo.runs) > static_cast<std::uint32_t>(gate.at) ||
           (question_runs > 0 && permille(echo.question_covered, question_runs) > static_cast<std::uint32_t>(gate.at2));
  }

  [[nodiscard]] std::optional<Span> keyword_window(const Gate& gate) const {
    const std::uint32_t width = static_cast<std::uint32_t>(gate.at2);
    std::uint32_t inside = 0;
    for (std::uint32_t i = 0; i < reading_.size(); ++i) {
      inside += buffers_.domain[i];
      if (i >= width) inside -= buffers_.domain[i - width];
      if (inside >= static_cast<std::uint32_t>(gate.at)) return reading_.span(i + 1 >= width ? i + 1 - width : 0, i);
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Span> broken_order(const Gate& gate) const {
    std::uint32_t determiners = 0;
    std::uint32_t broken = 0;
    std::optional<Span> first;
    for (std::uint32_t i = 0; i + 1 < reading_.size(); ++i) {
      if ((reading_.words[i].flags & kDeterminer) == 0) continue;
      ++determiners;
      if ((reading_.words[i + 1].flags & kRareAfterDeterminer) == 0) continue;
      if (++broken == 1) first = reading_.span(i > 3 ? i - 3 : 0, std::min(i + 4, reading_.size() - 1));
    }
    if (broken < static_cast<std::uint32_t>(gate.at2) || permille(broken, determiners) <= static_cast<std::uint32_t>(gate.at)) return std::nullopt;
    return first;
  }

  /// More than `at` permille of the words, and `at2` of them, say how sentences hang together; quotes the first one with what follows.
  [[nodiscard]] std::optional<Span> stuffed_connectives(const Gate& gate) const {
    const auto concept_entry = input_.book->concepts.find(kConnective);
    if (concept_entry == input_.book->concepts.end()) return std::nullopt;
    const Match* begin = input_.matches.begin_of(concept_entry->second.node);
    const auto count = static_cast<std::uint32_t>(input_.matches.end_of(concept_entry->second.node) - begin);
    if (count < static_cast<std::uint32_t>(gate.at2) || permille(count, reading_.size()) <= static_cast<std::uint32_t>(gate.at)) return std::nullopt;
    return reading_.span(begin->first, std::min(begin->last + kWordsAfter, reading_.size() - 1));
  }

  /// Of what the words and concepts of the question weigh, the answer has less than its length lets expect: `at` permille where it is short, `at2`
  /// where it is long, and in between in proportion. A question that weighs less than `at3` names too little to be missed, and one with
  /// criteria of its own has them to tell what is said.
  [[nodiscard]] bool is_off_question(const Gate& gate) const {
    if (input_.has_own_criteria) return false;
    int possible = static_cast<int>(input_.question_concepts->size());
    for (const QuestionWord& word : *input_.question_words) possible += word.weight;
    if (possible < gate.at3) return false;

    int shared = 0;
    std::vector<const QuestionWord*> seen;
    for (std::uint32_t i = 0; i < reading_.size(); ++i) {
      const std::string_view stem = reading_.stem(i);
      const auto& words = *input_.question_words;
      const auto at = std::lower_bound(words.begin(), words.end(), stem, [](const QuestionWord& word, std::string_view other) { return word.stem < other; });
      if (at == words.end() || at->stem != stem || std::find(seen.begin(), seen.end(), &*at) != seen.end()) continue;
      seen.push_back(&*at);
      shared += at->weight;
    }
    for (const std::string& id : *input_.question_concepts) {
      const auto found = input_.book->concepts.find(id);
      if (found == input_.book->concepts.end()) continue;
      if (input_.matches.begin_of(found->second.node) != input_.matches.end_of(found->second.node)) ++shared;
    }
    const int length = static_cast<int>(std::clamp(reading_.size(), kShortAnswer, kLongAnswer) - kShortAnswer);
    const int needed = gate.at + (gate.at2 - gate.at) * length / static_cast<int>(kLongAnswer - kShortAnswer);
    return 1000 * shared < needed * possible;
  }

  const GateInput& input_;
  const Reading& reading_;
  GateBuffers& buffers_;
  std::uint32_t domain_words_ = 0;
  std::uint32_t function_words_ = 0;
};

}  // namespace

std::optional<GateFinding> cannot_judge(const GateInput& input, GateBuffers& buffers) {
  Gates gates(input, buffers);
  gates.mark_domain();
  return gates.unjudgeable();
}

void find_gates(const GateInput& input, GateBuffers& buffers, std::vector<GateFinding>& out) {
  Gates gates(input, buffers);
  gates.mark_domain();
  out.clear();
  gates.capping(out);
}

std::vector<QuestionWord> question_words(const RuleBook& book, const text::Document& question) {
  const auto is_in = [](const std::vector<std::string>& stems, std::string_view stem) { return std::binary_search(stems.begin(), stems.end(), stem); };
  std::vector<QuestionWord> words;
  for (const text::Token& token : question.tokens()) {
    if (token.kind != text::TokenKind::word || (book.lexicon.flags(token.form) & kFunction) != 0) continue;
    if (is_in(book.ordinary.very, token.stem)) continue;
    words.push_back({std::string(token.stem), is_in(book.ordinary.rather, token.stem) ? 1 : 2});
  }
  std::sort(words.begin(), words.end(), [](const QuestionWord& a, const QuestionWord& b) { return a.stem < b.stem; });
  words.erase(std::unique(words.begin(), words.end(), [](const QuestionWord& a, const QuestionWord& b) { return a.stem == b.stem; }), words.end());
  return words;
}

}  // namespace dryrun::scoring
