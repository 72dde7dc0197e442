#include "text/words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dryrun::text {
namespace {

struct Pair {
  std::string_view from;
  std::string_view to;
};

bool ends_with(std::string_view word, std::string_view end) { return word.size() >= end.size() && word.substr(word.size() - end.size()) == end; }

/// Verbs that take n't, as written before it; what is written without the apostrophe counts too where it is no other word.
constexpr std::array<Pair, 21> kNegatedVerbs = {{{"do", "do"},       {"does", "does"},   {"did", "did"},     {"is", "is"},       {"are", "are"},     {"was", "was"},     {"were", "were"},
                                                 {"has", "has"},     {"have", "have"},   {"had", "had"},     {"would", "would"}, {"should", "should"}, {"could", "could"}, {"might", "might"},
                                                 {"must", "must"},   {"need", "need"},   {"ca", "can"},      {"wo", "will"},     {"sha", "shall"},   {"ai", "is"},       {"dare", "dare"}}};

/// Without their apostrophe these are other words ("wont", "cant" is taken as "can't" all the same: nobody says cant).
constexpr std::array<std::string_view, 3> kNotWithoutApostrophe = {"shant", "aint", "darent"};

/// "'s" after these is "is"; after any other word a possessive.
constexpr std::array<std::string_view, 15> kBeforeIs = {"it", "that", "there", "what", "here", "who", "he", "she", "where", "how", "this", "everything", "nothing", "something", "everyone"};

/// Written together, without the apostrophe.
struct Joined {
  std::string_view word;
  std::string_view first;
  std::string_view second;
  std::size_t first_size;
};
constexpr std::array<Joined, 13> kJoined = {{{"cannot", "can", "not", 3}, {"im", "i", "am", 1}, {"ive", "i", "have", 1}, {"youre", "you", "are", 3}, {"youve", "you", "have", 3}, {"theyre", "they", "are", 4},
                                             {"theyve", "they", "have", 4}, {"weve", "we", "have", 2}, {"thats", "that", "is", 4}, {"whats", "what", "is", 4}, {"theres", "there", "is", 5},
                                             {"gonna", "going", "to", 3}, {"wanna", "want", "to", 3}}};

/// Words in -ise, -ising, -ised that are no -ize verbs.
constexpr std::array<std::string_view, 26> kIseWords = {"advis", "aris", "chastis", "circumcis", "compris", "compromis", "concis", "demis", "devis", "disguis", "enterpris", "excis", "exercis",
                                                        "franchis", "improvis", "incis", "merchandis", "prais", "precis", "premis", "promis", "rais", "revis", "supervis", "surpris", "televis"};
constexpr std::array<std::string_view, 11> kOtherIse = {"wise", "otherwise", "likewise", "noise", "expertise", "treatise", "rise", "poise", "cruise", "bruise", "paradise"};

/// Whole words that no rule covers.
constexpr std::array<Pair, 36> kSpellings = {{{"centre", "center"},       {"centres", "centers"},     {"metre", "meter"},          {"metres", "meters"},        {"defence", "defense"},     {"offence", "offense"},
                                              {"licence", "license"},     {"licences", "licenses"},   {"practise", "practice"},    {"practised", "practiced"},  {"practising", "practicing"}, {"programme", "program"},
                                              {"programmes", "programs"}, {"grey", "gray"},           {"catalogue", "catalog"},    {"dialogue", "dialog"},      {"analogue", "analog"},     {"cheque", "check"},
                                              {"cheques", "checks"},      {"sceptical", "skeptical"}, {"judgement", "judgment"},   {"judgements", "judgments"}, {"acknowledgement", "acknowledgment"}, {"ageing", "aging"},
                                              {"learnt", "learned"},      {"burnt", "burned"},        {"spelt", "spelled"},        {"whilst", "while"},         {"amongst", "among"},       {"towards", "toward"},
                                              {"fulfil", "fulfill"},      {"enrol", "enroll"},        {"artefact", "artifact"},    {"artefacts", "artifacts"},  {"manoeuvre", "maneuver"},  {"ok", "okay"}}};

/// Stems in -our that lose the u; others ("hour", "four", "tour", "pour", "source") keep it.
constexpr std::array<std::string_view, 16> kOurStems = {"behaviour", "colour", "favour", "flavour", "harbour", "honour", "humour", "labour", "neighbour", "rumour", "vapour", "endeavour", "armour", "savour", "rigour", "vigour"};

/// Verbs in -l that double it before -ed, -ing, -er only in British spelling.
constexpr std::array<std::string_view, 14> kSingleL = {"cancel", "label", "model", "travel", "level", "signal", "channel", "tunnel", "marshal", "total", "fuel", "dial", "equal", "unravel"};

std::string fix_ise(std::string word) {
  for (const std::string_view end : {std::string_view("isations"), std::string_view("isation"), std::string_view("ises"), std::string_view("ised"), std::string_view("iser"),
                                     std::string_view("isers"), std::string_view("ising"), std::string_view("ise")}) {
    if (!ends_with(word, end)) continue;
    const std::string stem = word.substr(0, word.size() - end.size()) + "is";
    // Short words ("rise", "wise") are their own; so are the listed stems, whatever prefix they bear.
    if (stem.size() < 5 || std::find(kIseWords.begin(), kIseWords.end(), stem) != kIseWords.end() || std::find(kOtherIse.begin(), kOtherIse.end(), word) != kOtherIse.end()) return word;
    word[word.size() - end.size() + 1] = 'z';
    return word;
  }
  return word;
}

std::string fix_yse(std::string word) {
  for (const std::string_view end : {std::string_view("alyse"), std::string_view("alysed"), std::string_view("alysing"), std::string_view("alyser"), std::string_view("alysers")}) {
    if (ends_with(word, end)) {
      word[word.size() - end.size() + 3] = 'z';
      return word;
    }
  }
  return word;
}

}  // namespace

std::optional<Contraction> split_contraction(std::string_view folded) {
  const std::size_t mark = folded.find('\'');
  if (mark == std::string_view::npos) {
    for (const Joined& joined : kJoined) {
      if (folded == joined.word) return Contraction{std::string(joined.first), std::string(joined.second), joined.first_size};
    }
    if (folded.size() >= 4 && ends_with(folded, "nt")) {
      const std::string_view stem = folded.substr(0, folded.size() - 2);
      if (std::find(kNotWithoutApostrophe.begin(), kNotWithoutApostrophe.end(), folded) != kNotWithoutApostrophe.end()) return std::nullopt;
      for (const Pair& verb : kNegatedVerbs) {
        if (stem == verb.from && verb.from != "ca" && verb.from != "wo") return Contraction{std::string(verb.to), "not", stem.size()};
      }
      if (folded == "cant") return Contraction{"can", "not", 3};
      if (folded == "wont") return Contraction{"will", "not", 2};
    }
    return std::nullopt;
  }
  const std::string_view head = folded.substr(0, mark);
  const std::string_view tail = folded.substr(mark + 1);
  if (tail == "t" && head.size() >= 2 && head.back() == 'n') {
    const std::string_view stem = head.substr(0, head.size() - 1);
    for (const Pair& verb : kNegatedVerbs) {
      if (stem == verb.from) return Contraction{std::string(verb.to), "not", stem.size()};
    }
    return std::nullopt;
  }
  if (tail == "d") return Contraction{std::string(head), "would", mark};
  if (tail == "ll") return Contraction{std::string(head), "will", mark};
  if (tail == "ve") return Contraction{std::string(head), "have", mark};
  if (tail == "re") return Contraction{std::string(head), "are", mark};
  if (tail == "m") return Contraction{std::string(head), "am", mark};
  if (tail == "s") {
    if (head == "let") return Contraction{"let", "us", mark};
    if (std::find(kBeforeIs.begin(), kBeforeIs.end(), head) != kBeforeIs.end()) return Contraction{std::string(head), "is", mark};
  }
  return std::nullopt;
}

std::string_view without_possessive(std::string_view folded) {
  if (ends_with(folded, "'s")) return folded.substr(0, folded.size() - 2);
  if (ends_with(folded, "'")) return folded.substr(0, folded.size() - 1);
  return folded;
}

std::string one_spelling(std::string word) {
  if (word.size() < 2) return word;
  for (const Pair& pair : kSpellings) {
    if (word == pair.from) return std::string(pair.to);
  }
  if (word.size() < 5) return word;
  for (const std::string_view stem : kOurStems) {
    if (word.size() >= stem.size() && std::string_view(word).substr(0, stem.size()) == stem) {
      word.erase(stem.size() - 2, 1);
      return word;
    }
  }
  for (const std::string_view stem : kSingleL) {
    if (word.size() > stem.size() + 2 && std::string_view(word).substr(0, stem.size()) == stem && word[stem.size()] == 'l') {
      word.erase(stem.size(), 1);
      return word;
    }
  }
  return fix_yse(fix_ise(std::move(word)));
}

std::optional<std::int64_t> small_number(std::string_view word) {
  static constexpr std::array<std::string_view, 20> kUnits = {"zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
                                                              "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  static constexpr std::array<std::string_view, 8> kTens = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
  const auto unit = std::find(kUnits.begin(), kUnits.end(), word);
  if (unit != kUnits.end()) return unit - kUnits.begin();
  const auto ten = std::find(kTens.begin(), kTens.end(), word);
  if (ten != kTens.end()) return 10 * (ten - kTens.begin() + 2);
  return std::nullopt;
}

std::optional<std::int64_t> number_scale(std::string_view word) {
  if (word == "hundred" || word == "hundreds") return 100;
  if (word == "thousand" || word == "thousands") return 1'000;
  if (word == "million" || word == "millions") return 1'000'000;
  if (word == "billion" || word == "billions") return 1'000'000'000;
  return std::nullopt;
}

}  // namespace dryrun::text
