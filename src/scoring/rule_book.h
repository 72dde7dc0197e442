// All that data/concepts and data/rubrics say, read and compiled: concepts, rubrics of the groups, lifts, penalties, gates, delivery
// rules, frameworks, dimensions. Values only; immutable after reading. Judging is elsewhere.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "bank/question.h"
#include "scoring/evidence.h"
#include "scoring/judge.h"

namespace dryrun::scoring {

struct Examples {
  std::vector<std::string> hit;
  std::vector<std::string> miss;
};

struct Concept {
  std::string id;
  std::string name;
  std::vector<std::string> phrases;
  Examples examples;
  std::string source;
  bool domain = false;  ///< its words count as words of the trade for the list gates
  NodeId node = kNoNode;
};

/// A criterion with its evidence compiled.
struct CompiledCriterion {
  bank::Criterion written;
  CompiledEvidence evidence;
};

struct Rubric {
  std::string id;
  std::string name;
  std::array<int, 2> thresholds{};  ///< senior, staff
  std::vector<CompiledCriterion> criteria;
  std::vector<std::string> penalties;
  std::vector<NodeId> cues;  ///< phrases of a free-text question that show this group
};

/// Raises a mark from `from` to the next when it stands beside the evidence.
struct Lift {
  std::string id;
  std::string name;
  int from = 3;
  CompiledEvidence evidence;
  std::string why;
  Examples examples;
  std::string source;
};

struct Penalty {
  std::string id;
  std::string name;
  int points = 0;  ///< negative
  CompiledEvidence evidence;
  CompiledEvidence unless;
  int at_least = 1;
  std::string why;
  Examples examples;
  std::string source;
};

struct Gate {
  std::string id;
  std::string name;
  int cap = 0;
  int at = 0;
  int at2 = 0;
  int at3 = 0;
  std::string why;
  std::string source;
};

/// One of the causes for which senior candidates fail. It shows by words that say it (a penalty of the ledger, or evidence of its own),
/// else by the absence of all that would speak against it.
struct CauseRule {
  std::string id;
  std::string name;
  std::vector<bank::Group> groups;      ///< kinds of question that can show it; empty: all
  std::vector<std::string> penalties;   ///< whose row in the ledger shows it
  CompiledEvidence found;
  CompiledEvidence missing;             ///< any of these speaks against it; empty: only words can show it
  std::string why_found;
  std::string why_missing;
  std::string hint;
  Examples examples;  ///< of `found`, or of `missing` where there is no `found`
  std::string source;
};

/// What an answer shows that is worth the level above senior. In the order in which a missing one is told.
struct LevelSignal {
  std::string id;
  std::string name;
  std::vector<bank::Group> groups;  ///< empty: all
  CompiledEvidence evidence;
  std::string hint;
  Examples examples;
  std::string source;
};

enum class Measure : std::uint8_t {
  sentence_words,
  longest_sentence_words,
  vague_per_100,
  intensifiers_per_100,
  hedge_stacks_per_100,
  signposts_per_100,
  answer_first,
  fillers_per_100,
  pace_wpm,
  long_pauses_per_minute,
  self_description_per_100
};

enum class ReadOut : std::uint8_t { confidence, clarity, delivery };

struct Band {
  std::int64_t up_to_milli = 0;  ///< the last band has none and takes the rest
  int points = 0;
};

struct DeliveryRule {
  std::string id;
  std::string name;
  ReadOut read_out = ReadOut::clarity;
  Measure measure = Measure::sentence_words;
  std::int64_t usual_min_milli = 0;
  std::int64_t usual_max_milli = 0;
  std::vector<Band> bands;
  std::string why;
  std::string source;
  [[nodiscard]] int worth() const;
};

struct Limits {
  int clause_bases = 2;  ///< criteria that one stretch of words may carry
  int lift_uses = 2;     ///< lifts that one stretch may give
  Reach reach;
};

struct CompiledStep {
  FrameworkStep step;
  CompiledEvidence evidence;
};
struct CompiledFramework {
  Framework framework;
  std::vector<CompiledStep> steps;
  std::vector<NodeId> order;  ///< of the patterns that its steps need, so that a live checklist matches no others
};

struct DimensionText {
  std::string name;
  std::array<std::string, bank::kHighestMark> anchors;
};

/// Concepts of theme delivery that the measures read; kNoNode when the data has none.
struct DeliveryNodes {
  NodeId vague = kNoNode;
  NodeId intensifier = kNoNode;
  NodeId hedge = kNoNode;
  NodeId filler = kNoNode;
  NodeId signpost = kNoNode;
  NodeId answer_first = kNoNode;
  NodeId self_description = kNoNode;
};

/// How little a word tells of what a text is about: stems of words that answers to any question have, sorted.
struct OrdinaryWords {
  std::vector<std::string> very;    ///< tell nothing
  std::vector<std::string> rather;  ///< tell half as much as others
};

struct RuleBook {
  RuleBook() : patterns(lexicon) {}
  RuleBook(const RuleBook&) = delete;
  RuleBook& operator=(const RuleBook&) = delete;

  Lexicon lexicon;
  PatternSet patterns;
  std::map<std::string, Concept, std::less<>> concepts;
  std::map<std::string, std::string, std::less<>> concept_canonical;  ///< one line of JSON, as the hashes see it
  std::map<std::string, std::vector<std::string>, std::less<>> concept_uses;  ///< directly
  std::map<std::string, Rubric, std::less<>> rubrics;
  std::array<int, bank::kHighestMark> points_by_mark{0, 250, 650, 850, 1000};  ///< permille
  Limits limits;
  OrdinaryWords ordinary;
  std::vector<Lift> lifts;
  std::vector<Penalty> penalties;
  std::vector<Gate> gates;
  std::vector<CauseRule> causes;
  std::vector<LevelSignal> level_signals;
  std::vector<DeliveryRule> typed;
  std::vector<DeliveryRule> spoken;
  DeliveryNodes delivery_nodes;
  std::vector<CompiledFramework> frameworks;
  std::array<DimensionText, bank::kDimensionCount> dimensions;
  std::string rubric_hash;

  [[nodiscard]] const Rubric* rubric_of(std::optional<bank::Group> group) const;
  [[nodiscard]] const Gate* gate(std::string_view id) const;
  [[nodiscard]] const Penalty* penalty(std::string_view id) const;
  [[nodiscard]] const CompiledFramework* framework(std::string_view id) const;
};

/// Reads all files and compiles. Codes S001..S009 for phrases, S010.. for files; see docs/phrases.md.
void read_rule_book(const std::vector<DataFile>& files, RuleBook& book, Diagnostics& diagnostics);

/// Adds `id` and every concept that it contains to `out`, sorted and without doubles.
void collect_concepts(const RuleBook& book, const std::string& id, std::vector<std::string>& out);

/// The line and column of a phrase as it stands in a file; 0, 0 when it isn't there.
[[nodiscard]] json::Position position_of_text(std::string_view bytes, std::string_view text);

}  // namespace dryrun::scoring
