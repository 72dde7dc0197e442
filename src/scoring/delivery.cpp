#include "scoring/delivery.h"

#include <algorithm>

#include "scoring/marks.h"

namespace dryrun::scoring {

namespace {

constexpr std::int64_t kMilli = 1000;
/// Speech without marks reads as one endless sentence: beyond this mean, sentence length says nothing about the speaker.
constexpr std::uint32_t kUnmarkedSentenceWords = 60;
/// Two hedges within so many words are stacked.
constexpr std::uint32_t kHedgeWindow = 8;
/// An answer that comes first comes within so many words.
constexpr std::uint32_t kOpeningWords = 45;
constexpr std::int64_t kLongPauseMs = 2000;
constexpr std::int64_t kMsPerMinute = 60000;

struct Value {
  std::int64_t milli = 0;
  bool measured = true;
  std::optional<Span> span;
};

class Measures {
 public:
  Measures(const Evidence& evidence, const RuleBook& book, const Input& input)
      : evidence_(evidence), reading_(*evidence.reading), nodes_(book.delivery_nodes), input_(input) {}

  [[nodiscard]] Value of(Measure measure) const {
    switch (measure) {
      case Measure::sentence_words:
        return sentence_words(false);
      case Measure::longest_sentence_words:
        return sentence_words(true);
      case Measure::vague_per_100:
        return per_hundred(nodes_.vague);
      case Measure::intensifiers_per_100:
        return per_hundred(nodes_.intensifier);
      case Measure::hedge_stacks_per_100:
        return hedge_stacks();
      case Measure::signposts_per_100:
        return per_hundred(nodes_.signpost);
      case Measure::answer_first:
        return answer_first();
      case Measure::fillers_per_100:
        return per_hundred(nodes_.filler);
      case Measure::pace_wpm:
        return pace();
      case Measure::long_pauses_per_minute:
        return pauses();
      case Measure::self_description_per_100:
        return per_hundred(nodes_.self_description);
    }
    return {};
  }

 private:
  [[nodiscard]] std::int64_t rate(std::uint32_t count) const {
    return static_cast<std::int64_t>(count) * 100 * kMilli / std::max<std::int64_t>(reading_.size(), 1);
  }

  [[nodiscard]] Value sentence_words(bool longest) const {
    std::uint32_t sentences = 0;
    std::uint32_t most = 0;
    Range at{};
    for (const Range& sentence : reading_.sentences) {
      if (sentence.last <= sentence.first) continue;
      ++sentences;
      if (sentence.last - sentence.first > most) {
        most = sentence.last - sentence.first;
        at = sentence;
      }
    }
    if (sentences == 0) return {0, false, std::nullopt};
    Value value;
    value.measured = reading_.size() / sentences <= kUnmarkedSentenceWords;
    value.milli = longest ? static_cast<std::int64_t>(most) * kMilli : static_cast<std::int64_t>(reading_.size()) * kMilli / sentences;
    value.span = reading_.span(at.first, at.last - 1);
    return value;
  }

  [[nodiscard]] Value per_hundred(NodeId node) const {
    if (node == kNoNode) return {0, false, std::nullopt};
    Value value;
    std::uint32_t count = 0;
    std::uint32_t next_free = 0;
    const Match* end = evidence_.matches.end_of(node);
    for (const Match* at = evidence_.matches.begin_of(node); at != end; ++at) {
      if (at->first < next_free) continue;
      if (count++ == 0) value.span = reading_.span(at->first, at->last);
      next_free = at->last + 1;
    }
    value.milli = rate(count);
    return value;
  }

  [[nodiscard]] Value hedge_stacks() const {
    if (nodes_.hedge == kNoNode) return {0, false, std::nullopt};
    Value value;
    std::uint32_t count = 0;
    const Match* end = evidence_.matches.end_of(nodes_.hedge);
    const Match* before = nullptr;
    for (const Match* at = evidence_.matches.begin_of(nodes_.hedge); at != end; ++at) {
      if (before != nullptr && at->first <= before->last) continue;
      if (before != nullptr && at->first - before->last <= kHedgeWindow && reading_.words[at->first].sentence == reading_.words[before->last].sentence) {
        if (count++ == 0) value.span = reading_.span(before->first, at->last);
      }
      before = at;
    }
    value.milli = rate(count);
    return value;
  }

  [[nodiscard]] Value answer_first() const {
    if (nodes_.answer_first == kNoNode) return {0, false, std::nullopt};
    const Match* end = evidence_.matches.end_of(nodes_.answer_first);
    const Match* at = evidence_.matches.begin_of(nodes_.answer_first);
    if (at == end || at->first > kOpeningWords) return {0, true, std::nullopt};
    return {kMilli, true, reading_.span(at->first, at->last)};
  }

  [[nodiscard]] Value pace() const {
    std::int64_t ms = 0;
    std::int64_t words = reading_.size();
    if (!input_.words.empty()) {
      ms = input_.words.back().end_ms - input_.words.front().begin_ms;
      words = static_cast<std::int64_t>(input_.words.size());
    } else if (input_.seconds) {
      ms = static_cast<std::int64_t>(*input_.seconds) * 1000;
    }
    if (ms <= 0) return {0, false, std::nullopt};
    return {words * kMsPerMinute * kMilli / ms, true, std::nullopt};
  }

  [[nodiscard]] Value pauses() const {
    if (input_.words.size() < 2) return {0, false, std::nullopt};
    const std::int64_t ms = input_.words.back().end_ms - input_.words.front().begin_ms;
    if (ms <= 0) return {0, false, std::nullopt};
    std::int64_t count = 0;
    for (std::size_t i = 1; i < input_.words.size(); ++i) count += input_.words[i].begin_ms - input_.words[i - 1].end_ms >= kLongPauseMs ? 1 : 0;
    return {count * kMsPerMinute * kMilli / ms, true, std::nullopt};
  }

  const Evidence& evidence_;
  const Reading& reading_;
  const DeliveryNodes& nodes_;
  const Input& input_;
};

int points_in(const DeliveryRule& rule, std::int64_t milli) {
  for (std::size_t i = 0; i + 1 < rule.bands.size(); ++i) {
    if (milli <= rule.bands[i].up_to_milli) return rule.bands[i].points;
  }
  return rule.bands.empty() ? 0 : rule.bands.back().points;
}

}  // namespace

void judge_delivery(const Evidence& evidence, const RuleBook& book, const Input& input, std::vector<DeliveryFinding>& out) {
  out.clear();
  const Measures measures(evidence, book, input);
  for (const DeliveryRule& rule : input.mode == Mode::spoken ? book.spoken : book.typed) {
    if (is_skipped(input.without, rule.id)) continue;
    const Value value = measures.of(rule.measure);
    DeliveryFinding finding;
    finding.rule = &rule;
    finding.measured = value.measured;
    finding.value_milli = value.milli;
    finding.points = value.measured ? points_in(rule, value.milli) : rule.worth();
    if (value.measured) finding.span = value.span;
    out.push_back(finding);
  }
}

}  // namespace dryrun::scoring
