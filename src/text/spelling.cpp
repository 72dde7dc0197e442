#include <algorithm>
#include <iterator>
#include <utility>

#include "text/words.h"

namespace dryrun::text {
namespace {

struct Pair {
  std::string_view from;
  std::string_view to;
};

bool ends_with(std::string_view word, std::string_view end) { return word.size() >= end.size() && word.substr(word.size() - end.size()) == end; }

/// Whole words that no rule covers.
constexpr Pair kSpellings[] = {{"centre", "center"},       {"centres", "centers"},         {"centred", "centered"},     {"centring", "centering"},   {"metre", "meter"},        {"metres", "meters"},
                               {"litre", "liter"},         {"litres", "liters"},           {"fibre", "fiber"},          {"fibres", "fibers"},        {"kilometre", "kilometer"}, {"kilometres", "kilometers"},
                               {"theatre", "theater"},     {"defence", "defense"},         {"defences", "defenses"},    {"offence", "offense"},      {"offences", "offenses"},  {"pretence", "pretense"},
                               {"licence", "license"},     {"licences", "licenses"},       {"practise", "practice"},    {"practised", "practiced"},  {"practising", "practicing"}, {"programme", "program"},
                               {"programmes", "programs"}, {"grey", "gray"},               {"catalogue", "catalog"},    {"catalogues", "catalogs"},  {"catalogued", "cataloged"}, {"dialogue", "dialog"},
                               {"dialogues", "dialogs"},   {"analogue", "analog"},         {"cheque", "check"},         {"cheques", "checks"},       {"sceptical", "skeptical"}, {"sceptic", "skeptic"},
                               {"judgement", "judgment"},  {"judgements", "judgments"},    {"acknowledgement", "acknowledgment"}, {"acknowledgements", "acknowledgments"}, {"ageing", "aging"}, {"learnt", "learned"},
                               {"burnt", "burned"},        {"spelt", "spelled"},           {"leant", "leaned"},         {"whilst", "while"},         {"amongst", "among"},      {"towards", "toward"},
                               {"afterwards", "afterward"}, {"backwards", "backward"},     {"fulfil", "fulfill"},       {"fulfils", "fulfills"},     {"fulfilment", "fulfillment"}, {"enrol", "enroll"},
                               {"enrolment", "enrollment"}, {"instalment", "installment"}, {"instalments", "installments"}, {"skilful", "skillful"}, {"artefact", "artifact"},  {"artefacts", "artifacts"},
                               {"manoeuvre", "maneuver"},  {"focussed", "focused"},        {"focussing", "focusing"},   {"orientated", "oriented"},  {"enquiry", "inquiry"},    {"ok", "okay"}};

/// Stems in -ise that are no -ize verbs; whatever ends in "wise" is none either.
constexpr std::string_view kIseStems[] = {"advertis", "advis",  "aris",   "bruis", "chastis", "circumcis", "compris", "compromis", "concis", "cruis",    "demis",     "despis",  "devis",   "disguis", "enterpris", "excis",
                                          "exercis",  "expertis", "franchis", "improvis", "incis", "merchandis", "paradis", "prais", "precis",   "premis",    "promis",  "rais",    "revis",   "supervis", "surpris",
                                          "televis",  "treatis", "apprais", "liais"};
/// The longest first, so that what is left is the stem less "is".
constexpr std::string_view kIseEndings[] = {"isationally", "isational", "isations", "isation", "isable", "isers", "iser", "ises", "ised", "ising", "ise"};

constexpr std::string_view kYseEndings[] = {"alyse", "alysed", "alysing", "alyser", "alysers"};

/// Stems in -our that lose the u, behind whatever prefix; others ("hour", "four", "tour", "pour", "source") keep it.
constexpr std::string_view kOurStems[] = {"behaviour", "colour", "favour", "flavour", "harbour", "honour", "humour", "labour", "neighbour", "rumour", "vapour", "endeavour", "armour", "savour", "rigour", "vigour"};

/// Verbs in -l that double it before these endings only in British spelling, behind whatever prefix.
constexpr std::string_view kSingleL[] = {"cancel", "label", "model", "travel", "level", "signal", "channel", "tunnel", "marshal", "total", "fuel", "dial", "equal", "unravel", "counsel", "funnel", "panel", "pencil", "spiral"};
constexpr std::string_view kDoublingEndings[] = {"ed", "ing", "er", "ers"};

std::string fix_ise(std::string word) {
  for (const std::string_view end : kIseEndings) {
    if (!ends_with(word, end)) continue;
    const std::string_view stem = std::string_view(word).substr(0, word.size() - end.size() + 2);
    // Short stems ("rise", "noise", "disable") are words of their own.
    if (stem.size() < 5 || ends_with(stem, "wis") || std::find(std::begin(kIseStems), std::end(kIseStems), stem) != std::end(kIseStems)) return word;
    word[stem.size() - 1] = 'z';
    return word;
  }
  return word;
}

std::string fix_yse(std::string word) {
  for (const std::string_view end : kYseEndings) {
    if (!ends_with(word, end)) continue;
    word[word.size() - end.size() + 3] = 'z';
    break;
  }
  return word;
}

std::string fix_double_l(std::string word) {
  for (const std::string_view end : kDoublingEndings) {
    if (!ends_with(word, end)) continue;
    const std::string_view doubled = std::string_view(word).substr(0, word.size() - end.size());
    if (!ends_with(doubled, "ll")) continue;
    const std::string_view single = doubled.substr(0, doubled.size() - 1);
    if (std::any_of(std::begin(kSingleL), std::end(kSingleL), [&](std::string_view verb) { return ends_with(single, verb); })) word.erase(single.size(), 1);
    break;
  }
  return word;
}

}  // namespace

std::string one_spelling(std::string word) {
  if (word.size() < 2) return word;
  for (const Pair& pair : kSpellings) {
    if (word == pair.from) return std::string(pair.to);
  }
  if (word.size() < 5) return word;
  for (const std::string_view stem : kOurStems) {
    const std::size_t at = word.find(stem);
    if (at == std::string::npos) continue;
    word.erase(at + stem.size() - 2, 1);
    return word;
  }
  return fix_double_l(fix_yse(fix_ise(std::move(word))));
}

}  // namespace dryrun::text
