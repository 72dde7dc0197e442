// Any text as a phrase of the phrase language: taken apart within its limits, compiled, and matched against its own words.
#include "fuzz/fuzz.h"
#include "scoring/canonical.h"
#include "scoring/pattern_set.h"
#include "text/document.h"
#include "text/utf8.h"

namespace dryrun::fuzz {
namespace {

void check_phrase(const scoring::Phrase& phrase) {
  require(!phrase.slots.empty(), "a phrase without a problem has a slot");
  require(phrase.slots.front().kind != scoring::PhraseSlot::Kind::gap && phrase.slots.back().kind != scoring::PhraseSlot::Kind::gap,
          "a phrase without a problem neither begins nor ends in a gap");
  int optional_slots = 0;
  for (const scoring::PhraseSlot& slot : phrase.slots) {
    optional_slots += slot.optional ? 1 : 0;
    if (slot.kind == scoring::PhraseSlot::Kind::gap) require(slot.gap >= 0 && slot.gap <= scoring::kLongestGap, "a gap keeps to its limit");
    if (slot.kind == scoring::PhraseSlot::Kind::alternatives) require(!slot.alternatives.empty(), "a slot has something to choose");
    for (const scoring::PhraseAlternative& alternative : slot.alternatives)
      require(!alternative.words.empty() || !alternative.concept_id.empty(), "an alternative is a word or a concept");
  }
  require(optional_slots <= scoring::kMostOptionalSlots, "optional slots keep to their limit");
}

/// The phrase as a set of its own, against an answer of its own letters.
void check_matching(const std::string& phrase) {
  static const scoring::Lexicon lexicon;
  scoring::PatternSet set(lexicon);
  std::vector<scoring::PhraseProblem> problems;
  const scoring::NodeId node = set.add_phrase(phrase, problems);
  set.compile(problems);
  if (!problems.empty()) return;
  const text::Document document = text::make_document(phrase + ". We " + phrase + " it.");
  scoring::Reading reading;
  scoring::read(document, lexicon, reading);
  scoring::Matches matches;
  set.match(reading, nullptr, matches);
  for (const scoring::Match* match = matches.begin_of(node); match != matches.end_of(node); ++match)
    require(match->first <= match->last && match->last < reading.size(), "a match is made of words of the answer");
}

}  // namespace
}  // namespace dryrun::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dryrun;
  const std::string phrase = text::to_valid_utf8(fuzz::bytes_of(data, size));
  std::vector<scoring::PhraseProblem> problems;
  const scoring::Phrase parsed = scoring::parse_phrase(phrase, problems);
  for (const scoring::PhraseProblem& problem : problems)
    fuzz::require(!problem.code.empty() && text::is_valid_utf8(problem.message), "a problem has a code and says something");
  if (problems.empty()) fuzz::check_phrase(parsed);
  (void)scoring::concepts_named(phrase);
  fuzz::check_matching(phrase);
  return 0;
}
