#include "selftest/attacks.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "selftest/words.h"

namespace dryrun::selftest {
namespace {

constexpr std::string_view kTerms =
    "scalability, caching, load balancing, circuit breaker, observability, rollback, feature flag, canary, idempotency, sharding, trade-off, "
    "stakeholders, ownership, mentoring, code review, technical debt, root cause, postmortem, latency, SLO, queue, replication, consensus, migration";
constexpr std::string_view kNumbers =
    "This improved latency by 40 %, cut costs by 25 %, raised uptime to 99.99 % and served 3 million users across 12 teams in 6 weeks.";
constexpr std::string_view kConnectives[] = {"therefore", "however", "because", "on the other hand", "as a result", "in contrast", "consequently", "moreover"};
constexpr std::string_view kLongWords[] = {"comprehensively", "strategically", "holistically", "fundamentally", "systematically", "synergistically"};
constexpr std::string_view kLabels[] = {"Situation: the situation was important. ", "Task: the task had to be done. ", "Action: several actions were taken. ",
                                        "Result: the result was good. ", "Learning: a lot was learned. "};

/// Cut after . ! or ? before a space; a text without marks is cut after every twenty words.
std::vector<std::string> sentences_of(std::string_view text) {
  std::vector<std::string> sentences(1);
  int count = 0;
  for (const std::string_view word : words_of(text)) {
    std::string& sentence = sentences.back();
    sentence += (sentence.empty() ? "" : " ") + std::string(word);
    const bool is_end = std::string_view(".!?").find(word.back()) != std::string_view::npos;
    count = is_end ? 0 : count + 1;
    if (is_end || count == 20) {
      count = 0;
      sentences.emplace_back();
    }
  }
  if (sentences.back().empty()) sentences.pop_back();
  return sentences;
}

/// Always the same order for as many parts.
template <class Part>
std::vector<Part> shuffled(std::vector<Part> parts) {
  std::uint32_t state = 2463534242u;
  for (std::size_t left = parts.size(); left > 1; --left) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    std::swap(parts[left - 1], parts[state % left]);
  }
  return parts;
}

/// One of `more` after every `distance` words.
template <class List>
std::string stuffed(std::string_view text, const List& more, std::size_t distance) {
  std::string out;
  std::size_t count = 0;
  for (const std::string_view word : words_of(text)) {
    out += (out.empty() ? "" : " ") + std::string(word);
    if (++count % distance == 0) out += " " + std::string(more[count / distance % std::size(more)]);
  }
  return out;
}

std::string after(std::string_view text, std::string_view more) { return std::string(text) + " " + std::string(more); }

std::string flat_denial(const Material&) {
  std::string out = "I did not do any of it. ";
  std::string term;
  for (const std::string_view word : words_of(kTerms)) {
    term += (term.empty() ? "" : " ") + std::string(word);
    if (term.back() != ',') continue;
    term.pop_back();
    out += "I never thought about " + term + ", and we had no " + term + " because nobody asked for it. ";
    term.clear();
  }
  return out;
}

/// About a quarter of the whole is about something else.
std::string padded(const Material& material) {
  const std::vector<std::string_view> other = words_of(material.elsewhere);
  const std::size_t wanted = std::min(words_of(material.answer).size() / 3, other.size());
  return after(material.answer, joined(std::vector<std::string_view>(other.begin(), other.begin() + static_cast<std::ptrdiff_t>(wanted))));
}

}  // namespace

const std::vector<Attack>& attacks() {
  static const std::vector<Attack> all = {
      {"keyword-list", "a bare list of terms", false, false, [](const Material&) { return std::string(kTerms) + "."; }},
      {"keywords-appended", "terms appended", false, true, [](const Material& m) { return after(m.answer, kTerms); }},
      {"numbers-appended", "numbers appended", false, true, [](const Material& m) { return after(m.answer, kNumbers); }},
      {"both-appended", "terms and numbers appended", false, true, [](const Material& m) { return after(after(m.answer, kTerms), kNumbers); }},
      {"doubled", "the text twice", false, true, [](const Material& m) { return after(m.answer, m.answer); }},
      {"tripled", "the text three times", false, true, [](const Material& m) { return after(after(m.answer, m.answer), m.answer); }},
      {"best-repeated", "its best sentence four more times", false, true,
       [](const Material& m) { return joined(std::vector<std::string_view>{m.answer, m.best_sentence, m.best_sentence, m.best_sentence, m.best_sentence}); }},
      {"question-copied", "the question said again before it", false, true, [](const Material& m) { return after(m.prompt, m.answer); }},
      {"question-only", "nothing but the question, twice", false, false, [](const Material& m) { return after(m.prompt, m.prompt); }},
      {"padded", "a quarter about something else", false, true, padded},
      {"connectives", "because, however and therefore everywhere", false, true, [](const Material& m) { return stuffed(m.answer, kConnectives, 7); }},
      {"long-words", "long words everywhere", false, true, [](const Material& m) { return stuffed(m.answer, kLongWords, 6); }},
      {"labels", "STAR labels over empty sentences, before it", false, true, [](const Material& m) { return after(joined(kLabels), m.answer); }},
      {"denial", "the right words, all denied", false, false, flat_denial},
      {"words-shuffled", "the words of a strong answer in disorder", true, false, [](const Material& m) { return joined(shuffled(words_of(m.answer))); }},
      {"sentences-shuffled", "the sentences of a strong answer in disorder (may pass)", true, true,
       [](const Material& m) { return joined(shuffled(sentences_of(m.answer))); }},
  };
  return all;
}

}  // namespace dryrun::selftest
