// data/concepts and data/rubrics, read with every finding told at its place. Formats: docs/phrases.md.
#include <algorithm>

#include "bank/bank.h"
#include "bank/fields.h"
#include "scoring/canonical.h"
#include "scoring/gates.h"
#include "scoring/rule_book.h"
#include "text/document.h"

namespace dryrun::scoring {

namespace {

using bank::Fields;
using bank::Findings;
using bank::Need;

constexpr int kDataVersion = 1;
constexpr int kMostPoints = 100;
constexpr int kLargestNumber = 1'000'000'000;

constexpr std::array<std::string_view, 11> kMeasureIds{"sentence-words",    "longest-sentence-words", "vague-per-100",  "intensifiers-per-100",
                                                       "hedge-stacks-per-100", "signposts-per-100",   "answer-first",   "fillers-per-100",
                                                       "pace-wpm",          "long-pauses-per-minute", "self-description-per-100"};
constexpr std::array<std::string_view, 3> kReadOutIds{"confidence", "clarity", "delivery"};
/// Themes whose words are words of the trade unless their file says otherwise.
constexpr std::array<std::string_view, 4> kDomainThemes{"building-blocks", "operations", "incidents", "constraints"};

/// One file while it is read.
struct Source {
  const DataFile* file = nullptr;
  json::Value root;
  std::string stem;  ///< file name without folder and ending
};

/// Where a penalty was named by its id.
struct NamedPenalty {
  const Source* source = nullptr;
  std::string id;
};

/// Stems of words in one text, sorted, each once.
std::vector<std::string> stems_of(const std::string& words) {
  std::vector<std::string> stems;
  const text::Document document = text::make_document(words);
  for (const text::Token& token : document.tokens()) stems.emplace_back(token.stem);
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

std::string stem_of(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  return dot == std::string::npos ? name : name.substr(0, dot);
}

class RuleReader {
 public:
  RuleReader(RuleBook& book, Diagnostics& diagnostics) : book_(book), diagnostics_(diagnostics) {}

  void read(const std::vector<DataFile>& files) {
    std::vector<Source> sources;
    for (const DataFile& file : files) {
      json::Parsed parsed = json::parse(file.bytes, file.path);
      diagnostics_.insert(diagnostics_.end(), parsed.diagnostics.begin(), parsed.diagnostics.end());
      if (parsed.value) sources.push_back({&file, std::move(*parsed.value), stem_of(file.path)});
    }
    std::sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) { return a.file->path < b.file->path; });
    for (const Source& source : sources) {
      if (format_of(source) == "dryrun-concepts") read_concepts(source);
    }
    for (const Source& source : sources) read_rules(source);
    std::vector<PhraseProblem> problems;
    book_.patterns.compile(problems);
    for (const PhraseProblem& problem : problems) report_anywhere(sources, problem);
    finish(sources);
  }

 private:
  static std::string format_of(const Source& source) {
    const json::Value* format = source.root.find("format");
    return format != nullptr ? format->string : std::string();
  }

  void begin(const Source& source) {
    source_ = &source;
  }

  void report(const PhraseProblem& problem, std::string_view phrase) {
    const json::Position at = position_of_text(source_->file->bytes, phrase);
    diagnostics_.push_back({Severity::error, problem.code, source_->file->path, at.line, at.column, problem.message});
  }

  /// A problem that shows only when all files are read: it names its phrase, which is looked for.
  void report_anywhere(const std::vector<Source>& sources, const PhraseProblem& problem) {
    const std::size_t open = problem.message.rfind("In the phrase \"");
    if (open != std::string::npos) {
      const std::string phrase = problem.message.substr(open + 15, problem.message.size() - open - 17);
      for (const Source& source : sources) {
        const json::Position at = position_of_text(source.file->bytes, phrase);
        if (at.line == 0) continue;
        diagnostics_.push_back({Severity::error, problem.code, source.file->path, at.line, at.column, problem.message});
        return;
      }
    }
    diagnostics_.push_back({Severity::error, problem.code, sources.empty() ? std::string("data") : sources.front().file->path, 0, 0, problem.message});
  }

  CompiledEvidence evidence_of(const std::vector<bank::EvidencePattern>& patterns) {
    CompiledEvidence out;
    for (const bank::EvidencePattern& pattern : patterns) {
      const auto check = [&](const std::vector<std::string>& phrases) {
        for (const std::string& phrase : phrases) {
          std::vector<PhraseProblem> problems;
          (void)book_.patterns.add_phrase(phrase, problems);
          for (const PhraseProblem& problem : problems) report(problem, phrase);
        }
      };
      check(pattern.all);
      check(pattern.any);
      check(pattern.none);
    }
    std::vector<PhraseProblem> told_already;
    out = compile_evidence(patterns, book_.patterns, told_already);
    return out;
  }

  CompiledEvidence read_evidence_of(const json::Value& owner, std::string_view key) {
    const json::Value* value = owner.find(key);
    if (value == nullptr) return {};
    return evidence_of(bank::read_evidence(*value, source_->file->bytes, source_->file->path, diagnostics_));
  }

  void check_version(const Fields& fields) { (void)fields.whole("version", kDataVersion, kDataVersion, kDataVersion, Need::required); }

  void read_concepts(const Source& source) {
    begin(source);
    Findings findings(source.file->bytes, source.file->path);
    const Fields file(findings, source.root, "a file of concepts", {"format", "version", "domain", "concepts"});
    check_version(file);
    const bool is_domain_theme = std::find(kDomainThemes.begin(), kDomainThemes.end(), source.stem) != kDomainThemes.end();
    const bool domain = file.flag("domain", is_domain_theme);
    const json::Value* list = file.list("concepts", Need::required);
    if (list != nullptr) {
      for (const json::Value& value : list->items) {
        const Fields fields(findings, value, "a concept", {"id", "name", "phrases", "hit", "miss", "source"});
        Concept entry;
        entry.id = fields.text("id", Need::required);
        entry.name = fields.text("name", Need::required);
        entry.phrases = fields.texts("phrases");
        entry.examples = {fields.texts("hit"), fields.texts("miss")};
        entry.source = fields.text("source");
        entry.domain = domain;
        if (entry.id.empty()) continue;
        if (std::find(kDeedIds.begin(), kDeedIds.end(), entry.id) != kDeedIds.end()) {
          findings.error(value.begin, "S005", "\"" + entry.id + "\" is a concept that the engine itself knows; choose another id.");
          continue;
        }
        if (book_.concepts.find(entry.id) != book_.concepts.end()) {
          findings.error(value.begin, "S005", "The concept \"" + entry.id + "\" is defined twice; join the two or rename one.");
          continue;
        }
        if (entry.phrases.empty()) findings.error(value.begin, "S010", "The concept \"" + entry.id + "\" has no phrase, so nothing can match it.");
        std::vector<std::string> used;
        for (const std::string& phrase : entry.phrases) {
          std::vector<PhraseProblem> problems;
          book_.patterns.add_concept(entry.id, {phrase}, problems);
          for (const PhraseProblem& problem : problems) report(problem, phrase);
          const std::vector<std::string>& named = book_.patterns.concepts_of_phrase(phrase);
          used.insert(used.end(), named.begin(), named.end());
        }
        book_.concept_uses[entry.id] = std::move(used);
        json::Value canonical = json::Value::object();
        json::Value phrases = json::Value::array();
        for (const std::string& phrase : entry.phrases) phrases.push(json::Value::of(phrase));
        canonical.set("id", json::Value::of(entry.id)).set("phrases", std::move(phrases));
        book_.concept_canonical[entry.id] = json::dump(canonical);
        book_.concepts.emplace(entry.id, std::move(entry));
      }
    }
    findings.move_to(diagnostics_);
  }

  void read_rules(const Source& source) {
    begin(source);
    const std::string format = format_of(source);
    if (format == "dryrun-concepts") return;
    if (format == "dryrun-rubric") return read_rubric(source);
    if (format == "dryrun-common") return read_common(source);
    if (format == "dryrun-frameworks") return read_frameworks(source);
    if (format == "dryrun-dimensions") return read_dimensions(source);
    if (format == "dryrun-causes") return read_causes(source);
    if (format == "dryrun-levels") return read_levels(source);
    diagnostics_.push_back({Severity::error, "S011", source.file->path, 1, 1,
                            "The \"format\" must be dryrun-concepts, dryrun-rubric, dryrun-common, dryrun-frameworks, dryrun-dimensions, dryrun-causes or dryrun-levels."});
  }

  void read_rubric(const Source& source) {
    Findings findings(source.file->bytes, source.file->path);
    const Fields fields(findings, source.root, "a rubric", {"format", "version", "id", "name", "thresholds", "criteria", "penalties", "cues"});
    check_version(fields);
    Rubric rubric;
    rubric.id = fields.text("id", Need::required);
    rubric.name = fields.text("name", Need::required);
    rubric.penalties = fields.texts("penalties");
    name_penalties(source, rubric.penalties);
    if (const json::Value* value = fields.object("thresholds")) {
      const Fields thresholds(findings, *value, "the thresholds", {"senior", "staff"});
      rubric.thresholds[0] = thresholds.whole("senior", 0, 1, kMostPoints, Need::required);
      rubric.thresholds[1] = thresholds.whole("staff", 0, 1, kMostPoints, Need::required);
    } else {
      findings.error(source.root.begin, "S012", "The rubric has no \"thresholds\": {\"senior\": N, \"staff\": N}.");
    }
    for (const std::string& cue : fields.texts("cues")) {
      std::vector<PhraseProblem> problems;
      const NodeId node = book_.patterns.add_phrase(cue, problems);
      for (const PhraseProblem& problem : problems) report(problem, cue);
      if (node != kNoNode) rubric.cues.push_back(book_.patterns.outer(node));
    }
    const json::Value* list = fields.list("criteria", Need::required);
    if (list != nullptr) {
      int total = 0;
      for (bank::Criterion& criterion : bank::read_criteria(*list, source.file->bytes, source.file->path, diagnostics_)) {
        total += criterion.points;
        CompiledCriterion compiled;
        compiled.evidence = evidence_of(criterion.evidence);
        compiled.written = std::move(criterion);
        rubric.criteria.push_back(std::move(compiled));
      }
      if (total != 85) findings.error(list->begin, "S013", "The criteria total " + std::to_string(total) + " points; they must total 85.");
    }
    if (!book_.rubrics.emplace(rubric.id, rubric).second) findings.error(source.root.begin, "S005", "The rubric \"" + rubric.id + "\" is defined twice.");
    findings.move_to(diagnostics_);
  }

  void read_common(const Source& source) {
    Findings findings(source.file->bytes, source.file->path);
    const Fields fields(findings, source.root, "the common rules",
                        {"format", "version", "points_by_mark", "ordinary_words", "lifts", "limits", "penalties", "gates", "delivery"});
    check_version(fields);
    if (const json::Value* list = fields.list("points_by_mark")) read_points(*list, findings);
    if (const json::Value* value = fields.object("limits")) read_limits(*value, findings);
    if (const json::Value* value = fields.object("ordinary_words")) {
      const Fields ordinary(findings, *value, "the ordinary words", {"very", "rather"});
      book_.ordinary = {stems_of(ordinary.text("very")), stems_of(ordinary.text("rather"))};
    }
    if (const json::Value* list = fields.list("lifts")) {
      for (const json::Value& value : list->items) read_lift(value, findings);
    }
    if (const json::Value* list = fields.list("penalties")) {
      for (const json::Value& value : list->items) read_penalty(value, findings);
    }
    if (const json::Value* list = fields.list("gates")) {
      for (const json::Value& value : list->items) read_gate(value, findings);
    }
    if (const json::Value* value = fields.object("delivery")) {
      const Fields delivery(findings, *value, "the delivery rules", {"typed", "spoken"});
      if (const json::Value* list = delivery.list("typed", Need::required)) read_delivery(*list, book_.typed, findings);
      if (const json::Value* list = delivery.list("spoken", Need::required)) read_delivery(*list, book_.spoken, findings);
    }
    findings.move_to(diagnostics_);
  }

  void read_points(const json::Value& list, Findings& findings) {
    if (list.items.size() != book_.points_by_mark.size()) {
      findings.error(list.begin, "S014", "\"points_by_mark\" needs five permille values, for the marks 1 to 5.");
      return;
    }
    int before = 0;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      const json::Value& item = list.items[i];
      if (!item.is(json::Kind::integer) || item.integer < before || item.integer > 1000) {
        findings.error(item.begin, "S014", "The permille values of the marks must rise from 0 to 1000.");
        return;
      }
      before = static_cast<int>(item.integer);
      book_.points_by_mark[i] = before;
    }
  }

  void read_limits(const json::Value& value, Findings& findings) {
    const Fields fields(findings, value, "the limits", {"clause_bases", "lift_uses", "clause_words", "sentence_words", "two_sentences_words"});
    Limits& limits = book_.limits;
    limits.clause_bases = fields.whole("clause_bases", limits.clause_bases, 1, 10);
    limits.lift_uses = fields.whole("lift_uses", limits.lift_uses, 1, 10);
    const auto words = [&](std::string_view key, std::uint32_t fallback) {
      return static_cast<std::uint32_t>(fields.whole(key, static_cast<int>(fallback), 1, 500));
    };
    limits.reach.clause_words = words("clause_words", limits.reach.clause_words);
    limits.reach.sentence_words = words("sentence_words", limits.reach.sentence_words);
    limits.reach.two_sentences_words = words("two_sentences_words", limits.reach.two_sentences_words);
  }

  void read_lift(const json::Value& value, Findings& findings) {
    const Fields fields(findings, value, "a lift", {"id", "name", "from", "evidence", "why", "hit", "miss", "source"});
    Lift lift;
    lift.id = fields.text("id", Need::required);
    lift.name = fields.text("name", Need::required);
    lift.from = fields.whole("from", 3, 3, 4, Need::required);
    lift.why = fields.text("why", Need::required);
    lift.examples = {fields.texts("hit"), fields.texts("miss")};
    lift.source = fields.text("source");
    lift.evidence = read_evidence_of(value, "evidence");
    book_.lifts.push_back(std::move(lift));
  }

  void read_penalty(const json::Value& value, Findings& findings) {
    const Fields fields(findings, value, "a penalty", {"id", "name", "points", "evidence", "unless", "at_least", "why", "hit", "miss", "source"});
    Penalty penalty;
    penalty.id = fields.text("id", Need::required);
    penalty.name = fields.text("name", Need::required);
    penalty.points = fields.whole("points", 0, -kMostPoints, -1, Need::required);
    penalty.at_least = fields.whole("at_least", 1, 1, 50);
    penalty.why = fields.text("why", Need::required);
    penalty.examples = {fields.texts("hit"), fields.texts("miss")};
    penalty.source = fields.text("source");
    penalty.evidence = read_evidence_of(value, "evidence");
    const json::Value* unless = value.find("unless");
    if (unless != nullptr && !unless->items.empty()) penalty.unless = read_evidence_of(value, "unless");
    book_.penalties.push_back(std::move(penalty));
  }

  void read_gate(const json::Value& value, Findings& findings) {
    const Fields fields(findings, value, "a gate", {"id", "name", "cap", "at", "at2", "at3", "why", "source"});
    Gate gate;
    gate.id = fields.text("id", Need::required);
    if (!gate.id.empty() && std::find(kGateIds.begin(), kGateIds.end(), gate.id) == kGateIds.end()) {
      const std::string near = nearest_name(gate.id, std::vector<std::string>(kGateIds.begin(), kGateIds.end()));
      findings.error(value.begin, "S018", "No detector looks for the gate \"" + gate.id + "\"" + (near.empty() ? "." : "; did you mean \"" + near + "\"?"));
    }
    gate.name = fields.text("name", Need::required);
    gate.cap = fields.whole("cap", 0, 0, kMostPoints);
    gate.at = fields.whole("at", 0, 0, kLargestNumber);
    gate.at2 = fields.whole("at2", 0, 0, kLargestNumber);
    gate.at3 = fields.whole("at3", 0, 0, kLargestNumber);
    gate.why = fields.text("why", Need::required);
    gate.source = fields.text("source");
    book_.gates.push_back(std::move(gate));
  }

  void read_delivery(const json::Value& list, std::vector<DeliveryRule>& out, Findings& findings) {
    int total = 0;
    for (const json::Value& value : list.items) {
      const Fields fields(findings, value, "a delivery rule",
                          {"id", "name", "read_out", "measure", "usual_min_milli", "usual_max_milli", "bands", "why", "source"});
      DeliveryRule rule;
      rule.id = fields.text("id", Need::required);
      rule.name = fields.text("name", Need::required);
      if (const auto index = fields.one_of("read_out", kReadOutIds, Need::required)) rule.read_out = static_cast<ReadOut>(*index);
      if (const auto index = fields.one_of("measure", kMeasureIds, Need::required)) rule.measure = static_cast<Measure>(*index);
      rule.usual_min_milli = fields.whole("usual_min_milli", 0, 0, kLargestNumber);
      rule.usual_max_milli = fields.whole("usual_max_milli", 0, 0, kLargestNumber);
      rule.why = fields.text("why");
      rule.source = fields.text("source");
      if (const json::Value* bands = fields.list("bands", Need::required)) {
        for (const json::Value& item : bands->items) {
          const Fields band(findings, item, "a band", {"up_to_milli", "points"});
          const bool is_last = &item == &bands->items.back();
          const int up_to = band.whole("up_to_milli", kLargestNumber, 0, kLargestNumber, is_last ? Need::optional : Need::required);
          rule.bands.push_back({up_to, band.whole("points", 0, 0, kMostPoints, Need::required)});
        }
      }
      if (rule.bands.empty()) findings.error(value.begin, "S015", "A delivery rule needs at least one band.");
      total += rule.worth();
      out.push_back(std::move(rule));
    }
    if (total != 15) findings.error(list.begin, "S013", "The delivery rules total " + std::to_string(total) + " points; they must total 15.");
  }

  /// A file that is one list of objects: `use` reads each of them.
  template <typename Use>
  void each_object(const Source& source, std::string_view what, std::string_view key, Use&& use) {
    Findings findings(source.file->bytes, source.file->path);
    const Fields file(findings, source.root, what, {"format", "version", key});
    check_version(file);
    if (const json::Value* list = file.list(key, Need::required)) {
      for (const json::Value& value : list->items) use(value, findings);
    }
    findings.move_to(diagnostics_);
  }

  void read_frameworks(const Source& source) {
    each_object(source, "the frameworks", "frameworks", [&](const json::Value& value, Findings& findings) {
      const Fields fields(findings, value, "a framework", {"id", "name", "steps"});
      CompiledFramework framework;
      framework.framework.id = fields.text("id", Need::required);
      framework.framework.name = fields.text("name", Need::required);
      if (const json::Value* steps = fields.list("steps", Need::required)) {
        for (const json::Value& item : steps->items) {
          const Fields step(findings, item, "a step", {"id", "name", "hint", "evidence"});
          CompiledStep compiled;
          compiled.step = {step.text("id", Need::required), step.text("name", Need::required), step.text("hint")};
          compiled.evidence = read_evidence_of(item, "evidence");
          framework.framework.steps.push_back(compiled.step);
          framework.steps.push_back(std::move(compiled));
        }
      }
      book_.frameworks.push_back(std::move(framework));
    });
  }

  void read_dimensions(const Source& source) {
    each_object(source, "the dimensions", "dimensions", [&](const json::Value& value, Findings& findings) {
      const Fields fields(findings, value, "a dimension", {"id", "name", "anchors"});
      const std::string id = fields.text("id", Need::required);
      const std::string name = fields.text("name", Need::required);
      const std::vector<std::string> anchors = fields.texts("anchors");
      const auto dimension = bank::dimension_from_id(id);
      if (!dimension) {
        findings.error(value.begin, "S016", "There is no dimension \"" + id + "\".");
        return;
      }
      if (anchors.size() != static_cast<std::size_t>(bank::kHighestMark)) {
        findings.error(value.begin, "S016", "A dimension needs five anchors, for the marks 1 to 5.");
        return;
      }
      DimensionText& text = book_.dimensions[static_cast<std::size_t>(*dimension)];
      text.name = name;
      std::copy(anchors.begin(), anchors.end(), text.anchors.begin());
    });
  }

  static std::vector<bank::Group> groups_of(const Fields& fields) {
    std::vector<std::string_view> ids;
    for (int i = 0; i < bank::kGroupCount; ++i) ids.push_back(bank::to_id(static_cast<bank::Group>(i)));
    std::vector<bank::Group> groups;
    for (const std::size_t index : fields.some_of("groups", ids)) groups.push_back(static_cast<bank::Group>(index));
    return groups;
  }

  void read_causes(const Source& source) {
    each_object(source, "the causes of failure", "causes", [&](const json::Value& value, Findings& findings) {
      const Fields fields(findings, value, "a cause of failure",
                          {"id", "name", "groups", "penalties", "found", "missing", "why_found", "why_missing", "hint", "hit", "miss", "source"});
      CauseRule cause;
      cause.id = fields.text("id", Need::required);
      cause.name = fields.text("name", Need::required);
      cause.groups = groups_of(fields);
      cause.penalties = fields.texts("penalties");
      name_penalties(source, cause.penalties);
      cause.found = read_evidence_of(value, "found");
      cause.missing = read_evidence_of(value, "missing");
      cause.why_found = fields.text("why_found", cause.penalties.empty() && cause.found.empty() ? Need::optional : Need::required);
      cause.why_missing = fields.text("why_missing", cause.missing.empty() ? Need::optional : Need::required);
      cause.hint = fields.text("hint", Need::required);
      cause.examples = {fields.texts("hit"), fields.texts("miss")};
      cause.source = fields.text("source");
      book_.causes.push_back(std::move(cause));
    });
  }

  void read_levels(const Source& source) {
    each_object(source, "the signals of the staff level", "signals", [&](const json::Value& value, Findings& findings) {
      const Fields fields(findings, value, "a signal", {"id", "name", "groups", "evidence", "hint", "hit", "miss", "source"});
      LevelSignal signal;
      signal.id = fields.text("id", Need::required);
      signal.name = fields.text("name", Need::required);
      signal.groups = groups_of(fields);
      signal.evidence = read_evidence_of(value, "evidence");
      signal.hint = fields.text("hint", Need::required);
      signal.examples = {fields.texts("hit"), fields.texts("miss")};
      signal.source = fields.text("source");
      book_.level_signals.push_back(std::move(signal));
    });
  }

  /// Keeps what must be the id of a penalty until all files are read.
  void name_penalties(const Source& source, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) named_penalties_.push_back({&source, id});
  }

  void check_penalties() {
    std::vector<std::string> known;
    for (const Penalty& one : book_.penalties) known.push_back(one.id);
    for (const NamedPenalty& named : named_penalties_) {
      if (book_.penalty(named.id) != nullptr) continue;
      const std::string near = nearest_name(named.id, known);
      const DataFile& file = *named.source->file;
      const json::Position at = position_of_text(file.bytes, named.id);
      diagnostics_.push_back({Severity::error, "S017", file.path, at.line, at.column,
                              "No penalty has the id \"" + named.id + "\"" + (near.empty() ? "." : "; did you mean \"" + near + "\"?")});
    }
  }

  [[nodiscard]] std::vector<NodeId> order_of(const CompiledFramework& framework) const {
    std::vector<NodeId> nodes;
    for (const CompiledStep& step : framework.steps) {
      for (const CompiledPattern& pattern : step.evidence) {
        for (const std::vector<NodeId>* part : {&pattern.all, &pattern.any, &pattern.none}) nodes.insert(nodes.end(), part->begin(), part->end());
      }
    }
    return book_.patterns.order_of(nodes);
  }

  void finish(const std::vector<Source>& sources) {
    for (auto& [id, entry] : book_.concepts) entry.node = book_.patterns.outer(book_.patterns.concept_node(id));
    const auto node = [this](std::string_view id) {
      const NodeId found = book_.patterns.concept_node(id);
      return found == kNoNode ? kNoNode : book_.patterns.outer(found);
    };
    book_.delivery_nodes = {node("vague-noun"), node("empty-intensifier"), node("hedge"),           node("filler"),
                            node("signpost"),   node("answer-first"),      node("self-description")};
    for (CompiledFramework& framework : book_.frameworks) framework.order = order_of(framework);
    check_penalties();
    std::vector<const json::Value*> roots;
    for (const Source& source : sources) {
      if (format_of(source) != "dryrun-concepts") roots.push_back(&source.root);
    }
    book_.rubric_hash = hash_of_rubrics(book_, roots);
  }

  RuleBook& book_;
  Diagnostics& diagnostics_;
  const Source* source_ = nullptr;
  std::vector<NamedPenalty> named_penalties_;
};

}  // namespace

void read_rule_book(const std::vector<DataFile>& files, RuleBook& book, Diagnostics& diagnostics) { RuleReader(book, diagnostics).read(files); }

}  // namespace dryrun::scoring
