// From marks, penalties, delivery and gates to the ledger, and from the ledger to the verdict.
#include <algorithm>

#include "scoring/feedback.h"
#include "scoring/flip.h"
#include "scoring/prepared.h"
#include "text/hash.h"

namespace dryrun::scoring {

namespace {

constexpr std::size_t kMostPenaltyHits = 24;
constexpr int kUnmetBelow = 2;

std::string quoted_name(const std::string& name) { return "\"" + name + "\""; }

class Verdicts {
 public:
  Verdicts(const RuleBook& book, const PreparedQuestion& prepared, Report& report)
      : book_(book), prepared_(prepared), scratch_(prepared.scratch), report_(report) {}

  void judge() {
    report_.hashes = {text::xxh3_128_hex(report_.input.answer), prepared_.hash, book_.rubric_hash, kEngineVersion};
    const Evidence evidence = read_answer(book_, prepared_, report_.input.answer);
    evidence_ = &evidence;
    GateInput gates;
    gates.book = &book_;
    gates.reading = &scratch_.reading;
    gates.echo = &scratch_.echo;
    gates.matches = evidence.matches;
    gates.question_words = &prepared_.words;
    gates.has_own_criteria = prepared_.has_own_criteria;
    gates.question_concepts = &prepared_.concepts;
    gates.question_runs = prepared_.runs.size();
    gates.skipped = &report_.input.without;
    if (const auto finding = cannot_judge(gates, scratch_.gate_buffers)) return refuse(*finding);

    mark_criteria(evidence, book_, prepared_.criteria, report_.input.without, scratch_.mark_buffers, scratch_.marked);
    for (const MarkedCriterion& marked : scratch_.marked) add_criterion(marked);
    judge_delivery(evidence, book_, report_.input, scratch_.delivery);
    for (const DeliveryFinding& finding : scratch_.delivery) add_delivery(finding);
    if (prepared_.rubric != nullptr) {
      for (const std::string& id : prepared_.rubric->penalties) add_penalty(id);
    }
    add_primaries();
    find_gates(gates, scratch_.gate_buffers, scratch_.gates);
    for (const GateFinding& finding : scratch_.gates) add_gate(finding);
    report_.steps = served_steps(prepared_, evidence, scratch_.hits);
    decide();
    report_.causes = find_causes(book_, evidence, prepared_.group, report_.ledger, scratch_.hits);
    find_missing_signal(book_, evidence, prepared_.group, *report_.next_level, scratch_.hits);
  }

 private:
  [[nodiscard]] std::string name_in_ledger(const std::string& criterion) const { return prepared_.has_own_criteria ? criterion : "group:" + criterion; }

  void row(std::string rule, std::string criterion, int points, std::optional<Span> span, std::string why) {
    sum_ += points;
    report_.ledger.push_back({std::move(rule), std::move(criterion), points, span, std::move(why)});
  }

  void refuse(const GateFinding& finding) {
    report_.verdict = Verdict::cannot_judge;
    report_.reason = finding.why;
    report_.gates.push_back({finding.gate->id, 0, finding.span, finding.why});
    report_.ledger.push_back({finding.gate->id, "gate:" + finding.gate->id, 0, finding.span, finding.why});
  }

  void add_criterion(const MarkedCriterion& marked) {
    const bank::Criterion& criterion = marked.criterion->written;
    const std::string name = name_in_ledger(criterion.id);
    const int possible = criterion.points;
    int points = 0;
    for (const Rise& rise : marked.rises) {
      const int up_to = points_of(book_, rise.to, possible);
      // What a lift found is a word or two beside the evidence, which is quoted so that it can be read.
      const Span span = rise.lift != nullptr ? scratch_.reading.span(rise.hit.first, rise.hit.last) : scratch_.reading.quote(rise.hit.first, rise.hit.last);
      std::string why;
      if (rise.lift != nullptr) {
        why = rise.lift->why;
      } else {
        why = marked.criterion->evidence[rise.hit.pattern].why;
        if (why.empty()) why = criterion.name;
        if (rise.to == 2) why += " (said, not shown)";
      }
      row(rise.lift != nullptr ? rise.lift->id : "evidence", name, up_to - points, span, std::move(why));
      points = up_to;
    }
    if (marked.rises.empty()) row("absent", name, 0, std::nullopt, "Not found: " + criterion.name + ".");
    CriterionMark mark;
    mark.criterion = name;
    mark.name = criterion.name;
    mark.dimension = criterion.dimension;
    mark.mark = marked.mark;
    mark.points = points;
    mark.points_possible = possible;
    mark.primary = criterion.primary;
    report_.criteria.push_back(std::move(mark));
  }

  void add_delivery(const DeliveryFinding& finding) {
    const DeliveryRule& rule = *finding.rule;
    if (finding.measured) {
      Fact fact{rule.id, finding.value_milli, unit_of(rule.measure), rule.usual_min_milli, rule.usual_max_milli};
      std::vector<Fact>& facts = rule.read_out == ReadOut::confidence ? report_.delivery.confidence
                                 : rule.read_out == ReadOut::clarity  ? report_.delivery.clarity
                                                                      : report_.delivery.delivery;
      facts.push_back(std::move(fact));
    }
    row(rule.id, "delivery:" + rule.id, finding.points, finding.span, rule.why.empty() ? rule.name : rule.why);
  }

  static std::string unit_of(Measure measure) {
    switch (measure) {
      case Measure::sentence_words:
      case Measure::longest_sentence_words:
        return "words";
      case Measure::answer_first:
        return "yes";
      case Measure::pace_wpm:
        return "words a minute";
      case Measure::long_pauses_per_minute:
        return "a minute";
      case Measure::vague_per_100:
      case Measure::intensifiers_per_100:
      case Measure::hedge_stacks_per_100:
      case Measure::signposts_per_100:
      case Measure::fillers_per_100:
      case Measure::self_description_per_100:
        break;
    }
    return "per 100 words";
  }

  void add_penalty(const std::string& id) {
    const Penalty* penalty = book_.penalty(id);
    if (penalty == nullptr || is_skipped(report_.input.without, id)) return;
    std::vector<EvidenceHit>& hits = scratch_.hits;
    hits.clear();
    find_hits(*evidence_, penalty->evidence, kMostPenaltyHits, hits);
    if (hits.empty()) return;
    std::vector<EvidenceHit> excuses;
    for (std::size_t i = 0; i < penalty->unless.size(); ++i) {
      const std::size_t from = excuses.size();
      find_hits(*evidence_, penalty->unless[i], static_cast<std::uint32_t>(i), kMostPenaltyHits, excuses);
      if (penalty->unless[i].within == bank::Within::answer && excuses.size() > from) return;
    }
    const auto is_excused = [&](const EvidenceHit& hit) {
      return std::any_of(excuses.begin(), excuses.end(), [&](const EvidenceHit& excuse) {
        return are_near(hit, excuse, book_.limits.reach.sentence_words);
      });
    };
    hits.erase(std::remove_if(hits.begin(), hits.end(), is_excused), hits.end());
    std::sort(hits.begin(), hits.end(), [](const EvidenceHit& a, const EvidenceHit& b) { return a.first != b.first ? a.first < b.first : a.last < b.last; });
    int distinct = 0;
    std::uint32_t next_free = 0;
    for (const EvidenceHit& hit : hits) {
      if (hit.first < next_free) continue;
      ++distinct;
      next_free = hit.last + 1;
    }
    if (distinct < penalty->at_least) return;
    // Never more than what was won: the sum stays at 0 or above without clamping.
    const int points = -std::min(-penalty->points, sum_);
    row(penalty->id, "group:" + penalty->id, points, scratch_.reading.span(hits.front().first, hits.front().last), penalty->why);
  }

  void add_primaries() {
    for (std::size_t i = 0; i < report_.criteria.size(); ++i) {
      const CriterionMark& mark = report_.criteria[i];
      if (!mark.primary) continue;
      const bool met = mark.mark >= kUnmetBelow;
      std::optional<Span> span;
      if (!scratch_.marked[i].rises.empty()) {
        const EvidenceHit& hit = scratch_.marked[i].rises.front().hit;
        span = scratch_.reading.quote(hit.first, hit.last);
      }
      row("primary", mark.criterion, 0, span, met ? "A condition of passing, met: " + mark.name + "." : "A condition of passing, not met: " + mark.name + ".");
      if (!met) ++unmet_;
    }
  }

  void add_gate(const GateFinding& finding) {
    capped_from_ = std::max(capped_from_, sum_);
    const int points = sum_ > finding.gate->cap ? finding.gate->cap - sum_ : 0;
    row(finding.gate->id, "gate:" + finding.gate->id, points, finding.span, finding.why);
    report_.gates.push_back({finding.gate->id, finding.gate->cap, finding.span, finding.why});
  }

  [[nodiscard]] int threshold_of(bank::Level level) const {
    return prepared_.rubric != nullptr ? prepared_.rubric->thresholds[level == bank::Level::staff ? 1 : 0] : 60;
  }

  void decide() {
    report_.score = sum_;
    const int threshold = threshold_of(report_.input.level);
    report_.threshold = threshold;
    const auto passes = [&](int mark) { return sum_ >= mark && unmet_ == 0 && report_.gates.empty(); };
    report_.verdict = passes(threshold) ? Verdict::pass : Verdict::fail;
    NextLevel next;
    next.threshold = threshold_of(bank::Level::staff);
    next.reached = passes(next.threshold);
    report_.next_level = std::move(next);
    fill_dimensions();
    fill_flip(threshold);
    write_reason(threshold);
  }

  void fill_dimensions() {
    std::array<int, bank::kDimensionCount> weighted{};
    std::array<int, bank::kDimensionCount> weights{};
    for (const CriterionMark& mark : report_.criteria) {
      weighted[static_cast<std::size_t>(mark.dimension)] += mark.mark * mark.points_possible;
      weights[static_cast<std::size_t>(mark.dimension)] += mark.points_possible;
    }
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (weights[i] > 0) report_.dimensions[i] = (weighted[i] + weights[i] / 2) / weights[i];
    }
    std::optional<int>& clarity = report_.dimensions[static_cast<std::size_t>(bank::Dimension::communication_clarity)];
    if (clarity) return;
    int points = 0;
    int worth = 0;
    for (const DeliveryFinding& finding : scratch_.delivery) {
      points += finding.points;
      worth += finding.rule->worth();
    }
    if (worth > 0) clarity = 1 + (points * 4 + worth / 2) / worth;
  }

  void fill_flip(int threshold) {
    std::vector<FlipCriterion> criteria;
    for (std::size_t i = 0; i < report_.criteria.size(); ++i) {
      const CriterionMark& mark = report_.criteria[i];
      criteria.push_back({mark.criterion, prepared_.criteria[i]->written.hint, mark.points, mark.points_possible, mark.primary && mark.mark < kUnmetBelow});
    }
    if (report_.verdict == Verdict::pass) {
      report_.flip = carried_by(criteria);
      return;
    }
    for (const GateHit& gate : report_.gates) report_.flip.push_back({"gate:" + gate.gate, 0, gate.why});
    const std::vector<Flip> flips = smallest_flip(criteria, std::max(sum_, capped_from_), threshold);
    report_.flip.insert(report_.flip.end(), flips.begin(), flips.end());
  }

  /// The primary criteria that are not met, quoted: "A", or "A" and "B".
  [[nodiscard]] std::string unmet_names() const {
    std::string names;
    for (const CriterionMark& mark : report_.criteria) {
      if (mark.primary && mark.mark < kUnmetBelow) names += (names.empty() ? "" : " and ") + quoted_name(mark.name);
    }
    return names;
  }

  void write_reason(int threshold) {
    const CriterionMark* strongest = nullptr;
    const CriterionMark* weakest = nullptr;
    for (const CriterionMark& mark : report_.criteria) {
      if (mark.points > 0 && (strongest == nullptr || mark.mark > strongest->mark || (mark.mark == strongest->mark && mark.points > strongest->points))) strongest = &mark;
      if (weakest == nullptr || mark.mark < weakest->mark) weakest = &mark;
    }
    const std::string numbers = std::to_string(sum_) + " points against a mark of " + std::to_string(threshold);
    if (report_.verdict == Verdict::pass) {
      report_.reason = "Pass, with " + numbers;
      if (strongest != nullptr) report_.reason += "; strongest was " + quoted_name(strongest->name);
      if (weakest != nullptr && weakest->mark < 3) report_.reason += ", and there is more to win in " + quoted_name(weakest->name);
      report_.reason += ".";
      return;
    }
    if (!report_.gates.empty()) {
      report_.reason = "Fail, for now, with " + numbers + ": " + report_.gates.front().why;
      if (report_.reason.back() != '.') report_.reason += ".";
      return;
    }
    const std::string unmet = unmet_names();
    if (unmet.empty()) {
      report_.reason = "Fail, for now, with " + numbers;
    } else if (sum_ < threshold) {
      report_.reason = "Fail, for now, with " + numbers + ", and without " + unmet + " no answer passes";
    } else {
      report_.reason = "Fail, for now: " + std::to_string(sum_) + " points reach the mark of " + std::to_string(threshold) + ", but without " + unmet + " no answer passes";
    }
    if (strongest != nullptr) report_.reason += "; strongest was " + quoted_name(strongest->name);
    if (weakest != nullptr && unmet.empty()) report_.reason += (strongest != nullptr ? ", and what is missing most is " : "; what is missing most is ") + quoted_name(weakest->name);
    report_.reason += ".";
  }

  const RuleBook& book_;
  const PreparedQuestion& prepared_;
  Scratch& scratch_;
  Report& report_;
  const Evidence* evidence_ = nullptr;
  int sum_ = 0;
  int capped_from_ = 0;
  int unmet_ = 0;
};

}  // namespace

namespace {

void read_words(const RuleBook& book, const PreparedQuestion& prepared, std::string_view answer, bool with_echo) {
  Scratch& scratch = prepared.scratch;
  scratch.document = text::make_document(answer);
  read(scratch.document, book.lexicon, scratch.reading);
  if (with_echo) {
    mark_echo(scratch.reading, prepared.runs, scratch.echo_buffers, scratch.echo);
  } else {
    scratch.echo = Echo{};
  }
}

}  // namespace

Evidence read_answer(const RuleBook& book, const PreparedQuestion& prepared, std::string_view answer, bool with_echo) {
  Scratch& scratch = prepared.scratch;
  read_words(book, prepared, answer, with_echo);
  book.patterns.match(scratch.reading, nullptr, scratch.shared);
  prepared.patterns.match(scratch.reading, &scratch.shared, scratch.own);
  return {&scratch.reading, {&scratch.shared, &scratch.own}, book.limits.reach};
}

Evidence read_for_steps(const RuleBook& book, const PreparedQuestion& prepared, std::string_view answer) {
  Scratch& scratch = prepared.scratch;
  read_words(book, prepared, answer, true);
  if (prepared.framework != nullptr) book.patterns.match(scratch.reading, nullptr, scratch.shared, &prepared.framework->order);
  return {&scratch.reading, {&scratch.shared, &scratch.own}, book.limits.reach};
}

std::vector<StepServed> served_steps(const PreparedQuestion& prepared, const Evidence& evidence, std::vector<EvidenceHit>& buffer) {
  std::vector<StepServed> served;
  if (prepared.framework == nullptr) return served;
  for (const CompiledStep& step : prepared.framework->steps) {
    buffer.clear();
    find_hits(evidence, step.evidence, 1, buffer);
    const EvidenceHit* first = nullptr;
    for (const EvidenceHit& hit : buffer) {
      if (first == nullptr || hit.first < first->first) first = &hit;
    }
    if (first != nullptr) served.push_back({step.step.id, evidence.reading->span(first->first, first->last)});
  }
  return served;
}

Report make_report(const RuleBook& book, const PreparedQuestion& prepared, Input input) {
  Report report;
  report.input = std::move(input);
  std::sort(report.input.without.begin(), report.input.without.end());
  if (report.input.question_id.empty() && !prepared.id.empty()) report.input.question_id = prepared.id;
  if (prepared.id.empty()) {
    report.input.question_text = prepared.text;
    report.input.group = prepared.group;
  }
  Verdicts(book, prepared, report).judge();
  return report;
}

}  // namespace dryrun::scoring
