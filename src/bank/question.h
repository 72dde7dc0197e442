// What a question is: prompt, what the interviewer looks for, criteria with their evidence, two worked answers. Plain
// values, read-only after reading. Evidence is kept as written here; scoring compiles it. Knows nothing of judging or
// of screens.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dryrun::bank {

enum class Group : std::uint8_t {
  behavioural_leadership,
  system_design_architecture,
  technical_leadership_code_quality,
  problem_solving_production_ownership
};
inline constexpr int kGroupCount = 4;

enum class Round : std::uint8_t { phone_screening, system_design, architectural, behavioural, leadership };
inline constexpr int kRoundCount = 5;

enum class Dimension : std::uint8_t {
  technical_depth,
  architectural_thinking,
  leadership_influence,
  pragmatism,
  ownership_accountability,
  communication_clarity
};
inline constexpr int kDimensionCount = 6;

enum class Level : std::uint8_t { senior, staff };

/// How far a piece of evidence reaches; see BARS anchors in data/rubrics: 1 absent, 2 claim only, 3 specific, 4
/// specific with a reason or measure, 5 with alternative and consequence. Written evidence starts at 2 or 3; the engine
/// lifts to 4 and 5.
inline constexpr int kLowestMark = 1;
inline constexpr int kHighestMark = 5;

/// Where the parts of a pattern must lie together.
enum class Within : std::uint8_t { clause, sentence, two_sentences, answer };

/// Whose words count. `done`: told as happened, past, own or the team's; `any`: also planned ("I would"), right in a
/// design answer.
enum class Mood : std::uint8_t { any, done };

/// One way to meet a criterion: each phrase of `all`, at least one of `any` (when given) and none of `none`, within the
/// reach, not negated. Phrases are in the phrase language of docs/phrases.md: words match by stem, `=word` exactly,
/// `a|b` one slot, `a?` optional, `~3` a gap,
/// `#` a number, `{concept}` any surface form of a shared concept.
struct EvidencePattern {
  int mark = 3;
  std::vector<std::string> all;
  std::vector<std::string> any;
  std::vector<std::string> none;
  Within within = Within::sentence;
  Mood mood = Mood::any;
  bool negated_counts = false;  ///< "we did not split it": the negation is the point
  std::string why;  ///< what this shows, as a ledger row says it; may be empty (the criterion's name serves)

  friend bool operator==(const EvidencePattern&, const EvidencePattern&) = default;
};

/// All that a question gives for what is said; the rest of the hundred is for how.
inline constexpr int kContentPoints = 85;

/// A question may ask for anything from a one-minute aside to an hour.
inline constexpr int kShortestSeconds = 10;
inline constexpr int kLongestSeconds = 3600;
inline constexpr int kHighestDifficulty = 3;

struct Criterion {
  std::string id;    ///< kebab-case, unique in its question
  std::string name;  ///< as a ledger row names it, e.g. "Asks who depends on it before changing it"
  int points = 0;    ///< all criteria of a question total kContentPoints
  Dimension dimension = Dimension::technical_depth;
  bool primary = false;  ///< unmet (below mark 2 for claims, see rubric) means the answer can't pass
  std::string hint;      ///< told to the candidate when the criterion is missing
  std::vector<EvidencePattern> evidence;
  std::string must_earn;  ///< author-only: one sentence that has to meet the criterion at mark 3 or more
  std::string must_not;   ///< author-only: one sentence with the same words that must not

  friend bool operator==(const Criterion&, const Criterion&) = default;
};

struct WorkedAnswer {
  std::string answer;
  std::string why;  ///< the reasons, in two or three sentences

  friend bool operator==(const WorkedAnswer&, const WorkedAnswer&) = default;
};

struct FollowUp {
  std::string ask;
  std::string criterion;  ///< the criterion it gives another chance at; empty for a general one

  friend bool operator==(const FollowUp&, const FollowUp&) = default;
};

struct Question {
  std::string id;  ///< kebab-case, unique in a bank
  std::string title;
  std::string prompt;
  std::string looks_for;
  Group group = Group::behavioural_leadership;
  std::vector<Round> rounds;
  std::vector<Level> levels;
  int difficulty = 2;  ///< 1 to kHighestDifficulty
  std::vector<std::string> topics;
  int seconds = 180;
  std::string framework;            ///< id of a framework in data/rubrics/frameworks.json; by group when empty
  std::vector<Criterion> criteria;  ///< empty for a minimal question: the group's rubric serves
  std::optional<WorkedAnswer> strong;
  std::optional<WorkedAnswer> weak;
  std::string why_not;  ///< where judgment is to *not* do a thing: what and why; may be empty
  std::vector<FollowUp> follow_ups;
  std::string notes;  ///< author-only

  friend bool operator==(const Question&, const Question&) = default;
};

[[nodiscard]] std::string_view to_id(Group group);
[[nodiscard]] std::string_view to_id(Round round);
[[nodiscard]] std::string_view to_id(Dimension dimension);
[[nodiscard]] std::string_view to_id(Level level);
/// Plain names for people: "System design & architecture", "Phone screening", "Technical depth & breadth", "Senior".
[[nodiscard]] std::string_view to_name(Group group);
[[nodiscard]] std::string_view to_name(Round round);
[[nodiscard]] std::string_view to_name(Dimension dimension);
[[nodiscard]] std::string_view to_name(Level level);
[[nodiscard]] std::optional<Group> group_from_id(std::string_view id);
[[nodiscard]] std::optional<Round> round_from_id(std::string_view id);
[[nodiscard]] std::optional<Dimension> dimension_from_id(std::string_view id);
[[nodiscard]] std::optional<Level> level_from_id(std::string_view id);

/// The framework that a question uses: its own, or its group's ("design", "behavioural", "incident", "leadership").
[[nodiscard]] std::string framework_of(const Question& question);

}  // namespace dryrun::bank
