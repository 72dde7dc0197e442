#include <algorithm>
#include <iterator>
#include <utility>

#include "text/word_list.h"
#include "text/words.h"

namespace dryrun::text {
namespace {

bool ends_with(std::string_view word, std::string_view end) { return word.size() >= end.size() && word.substr(word.size() - end.size()) == end; }

struct Pair {
  std::string_view from;
  std::string_view to;
};

/// Verbs that take n't, as written before it.
constexpr Pair kNegatedVerbs[] = {{"do", "do"},     {"does", "does"}, {"did", "did"},     {"is", "is"},         {"are", "are"},     {"was", "was"},     {"were", "were"},
                                  {"has", "has"},   {"have", "have"}, {"had", "had"},     {"would", "would"},   {"should", "should"}, {"could", "could"}, {"might", "might"},
                                  {"must", "must"}, {"need", "need"}, {"ca", "can"},      {"wo", "will"},       {"sha", "shall"},   {"ai", "is"},       {"dare", "dare"}};
/// Not taken for contractions without their apostrophe. "cant" and "wont" are: as words of their own hardly anybody uses them.
constexpr std::string_view kNotWithoutApostrophe[] = {"shant", "aint", "darent"};

/// "'s" after these is "is"; after any other word a possessive.
constexpr std::string_view kBeforeIs[] = {"it", "that", "there", "what", "here", "who", "he", "she", "where", "how", "this", "everything", "nothing", "something", "everyone"};

/// Written together, without an apostrophe. "id", "ill", "well", "were", "its", "lets" are words of their own.
struct Joined {
  std::string_view word;
  std::string_view first;
  std::string_view second;
  std::size_t first_size;
};
constexpr Joined kJoined[] = {{"cannot", "can", "not", 3},   {"im", "i", "am", 1},        {"ive", "i", "have", 1},       {"youre", "you", "are", 3},    {"youve", "you", "have", 3},
                              {"youll", "you", "will", 3},   {"theyre", "they", "are", 4}, {"theyve", "they", "have", 4}, {"theyll", "they", "will", 4}, {"weve", "we", "have", 2},
                              {"thats", "that", "is", 4},    {"whats", "what", "is", 4},  {"theres", "there", "is", 5},  {"shouldve", "should", "have", 6}, {"couldve", "could", "have", 5},
                              {"wouldve", "would", "have", 5}, {"gonna", "going", "to", 3}, {"wanna", "want", "to", 3}};

/// What follows an apostrophe, as a word of its own.
constexpr Pair kTails[] = {{"d", "would"}, {"ll", "will"}, {"ve", "have"}, {"re", "are"}, {"m", "am"}};

constexpr std::string_view kAspectAdverbs[] = {"already", "never", "just", "also", "always", "only", "ever", "previously", "recently", "since", "not"};
/// Irregular ones that differ from the base form.
constexpr std::string_view kParticiples[] = {"been",  "begun",  "broken", "brought", "built",  "bought", "caught", "chosen", "done",  "drawn",  "driven", "fallen",     "felt",    "fought",
                                             "found", "flown",  "forgotten", "given", "gone",  "got",    "gotten", "grown",  "had",   "heard",  "held",   "hidden",     "kept",    "known",
                                             "led",   "left",   "lost",   "made",    "meant",  "met",    "paid",   "said",   "seen",  "sent",   "shown",  "sold",       "spent",   "spoken",
                                             "stood", "stuck",  "taken",  "taught",  "thought", "thrown", "told",  "understood", "won", "written", "learnt"};
/// Base forms that end like a regular participle.
constexpr std::string_view kBaseInEd[] = {"embed", "shed", "wed", "bed", "sled", "shred", "spread"};

/// Puts the last part behind the others; `parts` are those of the word before it.
void add(std::vector<ContractionPart>& parts, std::string_view form, std::size_t size, bool is_guess = false) { parts.push_back({form, size, is_guess}); }

std::vector<ContractionPart> split_unmarked(std::string_view folded) {
  std::vector<ContractionPart> parts;
  for (const Joined& joined : kJoined) {
    if (folded != joined.word) continue;
    add(parts, joined.first, joined.first_size);
    add(parts, joined.second, folded.size() - joined.first_size);
    return parts;
  }
  if (folded.size() < 4 || !ends_with(folded, "nt") || contains(kNotWithoutApostrophe, folded)) return parts;
  const std::string_view stem = folded.substr(0, folded.size() - 2);
  for (const Pair& verb : kNegatedVerbs) {
    if (stem != verb.from) continue;
    const std::size_t first = folded == "cant" ? 3 : stem.size();
    add(parts, verb.to, first);
    add(parts, "not", folded.size() - first);
  }
  return parts;
}

/// A word with an apostrophe; empty when it is none of the contractions.
std::vector<ContractionPart> split_marked(std::string_view folded) {
  const std::size_t mark = folded.rfind('\'');
  const std::string_view head = folded.substr(0, mark);
  const std::string_view tail = folded.substr(mark + 1);
  std::vector<ContractionPart> parts;
  if (tail == "t" && ends_with(head, "n")) {
    const std::string_view stem = head.substr(0, head.size() - 1);
    for (const Pair& verb : kNegatedVerbs) {
      if (stem != verb.from) continue;
      add(parts, verb.to, stem.size());
      add(parts, "not", folded.size() - stem.size());
    }
    return parts;
  }
  if (tail == "s") {
    const bool is_let = head == "let";
    if (!is_let && !contains(kBeforeIs, head)) return parts;
    add(parts, head, head.size());
    add(parts, is_let ? "us" : "is", 2, !is_let);
    return parts;
  }
  for (const Pair& each : kTails) {
    if (tail != each.from || head.empty()) continue;
    // "shouldn't've": the head may be a contraction itself.
    if (head.find('\'') != std::string_view::npos) parts = split_marked(head);
    if (parts.empty()) add(parts, head, head.size());
    parts.back().is_guess = false;
    add(parts, each.to, tail.size() + 1, tail == "d");
    return parts;
  }
  return parts;
}

}  // namespace

std::vector<ContractionPart> split_contraction(std::string_view folded) { return folded.find('\'') == std::string_view::npos ? split_unmarked(folded) : split_marked(folded); }

std::string_view without_possessive(std::string_view folded) {
  if (folded.size() > 2 && ends_with(folded, "'s")) return folded.substr(0, folded.size() - 2);
  return folded;
}

bool is_aspect_adverb(std::string_view form) { return contains(kAspectAdverbs, form); }

bool is_participle(std::string_view form) {
  if (contains(kParticiples, form)) return true;
  return form.size() >= 4 && ends_with(form, "ed") && !ends_with(form, "eed") && !contains(kBaseInEd, form);
}

}  // namespace dryrun::text
