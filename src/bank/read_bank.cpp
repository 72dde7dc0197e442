#include <algorithm>
#include <set>

#include "bank/bank.h"
#include "bank/codes.h"
#include "bank/fields.h"
#include "bank/ids.h"

namespace dryrun::bank {
namespace {

/// An evidence pattern says what was found; mark 1 is "absent" and needs no pattern.
constexpr int kLowestWrittenMark = 2;

EvidencePattern read_pattern(const json::Value& value, Findings& findings) {
  const Fields fields(findings, value, "an evidence pattern",
                      {"mark", "all", "any", "none", "within", "mood", "negated_counts", "why"});
  EvidencePattern pattern;
  pattern.mark = fields.whole("mark", pattern.mark, kLowestWrittenMark, kHighestMark);
  pattern.all = fields.texts("all");
  pattern.any = fields.texts("any");
  pattern.none = fields.texts("none");
  if (const auto index = fields.one_of("within", kWithinIds)) pattern.within = static_cast<Within>(*index);
  if (const auto index = fields.one_of("mood", kMoodIds)) pattern.mood = static_cast<Mood>(*index);
  pattern.negated_counts = fields.flag("negated_counts", false);
  pattern.why = fields.text("why");
  const auto has_entries = [&value](std::string_view key) {
    const json::Value* list = value.find(key);
    return list != nullptr && (!list->is(json::Kind::array) || !list->items.empty());
  };
  if (fields.is_object() && !has_entries("all") && !has_entries("any"))
    findings.error(value.begin, code::kNothingToMatch,
                   "This pattern matches nothing: give it at least one phrase in \"all\" or \"any\".");
  return pattern;
}

std::vector<EvidencePattern> read_patterns(const json::Value& value, Findings& findings) {
  std::vector<EvidencePattern> out;
  if (!value.is(json::Kind::array)) {
    findings.error(value.begin, code::kWrongType, "\"evidence\" must be a list of patterns.");
    return out;
  }
  if (value.items.empty())
    findings.error(value.begin, code::kEmptyList,
                   "\"evidence\" is empty: nothing could ever meet it. Write at least one pattern.");
  for (const json::Value& item : value.items) out.push_back(read_pattern(item, findings));
  return out;
}

Criterion read_criterion(const json::Value& value, Findings& findings) {
  const Fields fields(findings, value, "a criterion",
                      {"id", "name", "points", "dimension", "primary", "hint", "evidence", "must_earn", "must_not"});
  Criterion criterion;
  criterion.id = fields.text("id", Need::required);
  criterion.name = fields.text("name", Need::required);
  criterion.points = fields.whole("points", 0, 1, kContentPoints, Need::required);
  if (const auto index = fields.one_of("dimension", kDimensionIds, Need::required))
    criterion.dimension = static_cast<Dimension>(*index);
  criterion.primary = fields.flag("primary", false);
  criterion.hint = fields.text("hint");
  if (const json::Value* evidence = fields.list("evidence", Need::required))
    criterion.evidence = read_patterns(*evidence, findings);
  criterion.must_earn = fields.text("must_earn");
  criterion.must_not = fields.text("must_not");
  return criterion;
}

void report_duplicate_id(std::set<std::string>& seen, const std::string& id, std::size_t offset, std::string_view what,
                         Findings& findings) {
  if (id.empty() || seen.insert(id).second) return;
  findings.error(offset, code::kDuplicateId,
                 "The id \"" + id + "\" is used by " + std::string(what) + " before this one: give each its own.");
}

std::size_t id_offset(const json::Value& value) {
  const json::Value* id = value.find("id");
  return id != nullptr ? id->begin : value.begin;
}

std::vector<Criterion> read_criteria_into(const json::Value& value, Findings& findings) {
  std::vector<Criterion> out;
  if (!value.is(json::Kind::array)) {
    findings.error(value.begin, code::kWrongType, "\"criteria\" must be a list of criteria.");
    return out;
  }
  std::set<std::string> seen;
  for (const json::Value& item : value.items) {
    out.push_back(read_criterion(item, findings));
    report_duplicate_id(seen, out.back().id, id_offset(item), "a criterion", findings);
  }
  return out;
}

std::optional<WorkedAnswer> read_worked_answer(const Fields& question, std::string_view key, Findings& findings) {
  const json::Value* value = question.object(key);
  if (value == nullptr) return std::nullopt;
  const Fields fields(findings, *value, "a worked answer", {"answer", "why"});
  WorkedAnswer worked;
  worked.answer = fields.text("answer", Need::required);
  worked.why = fields.text("why", Need::required);
  return worked;
}

std::vector<FollowUp> read_follow_ups(const Fields& question, const std::vector<Criterion>& criteria,
                                      Findings& findings) {
  std::vector<FollowUp> out;
  const json::Value* list = question.list("follow_ups");
  if (list == nullptr) return out;
  std::vector<std::string> ids;
  for (const Criterion& criterion : criteria) ids.push_back(criterion.id);
  for (const json::Value& item : list->items) {
    const Fields fields(findings, item, "a follow-up", {"ask", "criterion"});
    FollowUp follow_up;
    follow_up.ask = fields.text("ask", Need::required);
    follow_up.criterion = fields.text("criterion");
    if (!follow_up.criterion.empty() && std::find(ids.begin(), ids.end(), follow_up.criterion) == ids.end()) {
      const std::string near = nearest_name(follow_up.criterion, ids);
      findings.error(fields.begin_of("criterion"), code::kUnknownCriterion,
                     "This question has no criterion \"" + follow_up.criterion + "\"." +
                         (near.empty() ? "" : " Did you mean \"" + near + "\"?"));
    }
    out.push_back(std::move(follow_up));
  }
  return out;
}

Question read_question(const json::Value& value, Findings& findings) {
  const Fields fields(findings, value, "a question",
                      {"id", "title", "prompt", "looks_for", "group", "rounds", "levels", "difficulty", "topics",
                       "seconds", "framework", "criteria", "strong", "weak", "why_not", "follow_ups", "notes"});
  Question question;
  question.id = fields.text("id", Need::required);
  question.title = fields.text("title");
  question.prompt = fields.text("prompt", Need::required);
  question.looks_for = fields.text("looks_for");
  if (const auto index = fields.one_of("group", kGroupIds, Need::required)) question.group = static_cast<Group>(*index);
  for (const std::size_t index : fields.some_of("rounds", kRoundIds))
    question.rounds.push_back(static_cast<Round>(index));
  for (const std::size_t index : fields.some_of("levels", kLevelIds))
    question.levels.push_back(static_cast<Level>(index));
  question.difficulty = fields.whole("difficulty", question.difficulty, 1, kHighestDifficulty);
  question.topics = fields.texts("topics");
  question.seconds = fields.whole("seconds", question.seconds, kShortestSeconds, kLongestSeconds);
  question.framework = fields.text("framework");
  if (const json::Value* criteria = fields.list("criteria"))
    question.criteria = read_criteria_into(*criteria, findings);
  question.strong = read_worked_answer(fields, "strong", findings);
  question.weak = read_worked_answer(fields, "weak", findings);
  question.why_not = fields.text("why_not");
  question.follow_ups = read_follow_ups(fields, question.criteria, findings);
  question.notes = fields.text("notes");
  return question;
}

void read_root(const json::Value& root, Findings& findings, Bank& bank) {
  const json::Value* format = root.find("format");
  if (!root.is(json::Kind::object) || format == nullptr || !format->is(json::Kind::string) ||
      format->string != "dryrun-bank") {
    findings.error(format != nullptr ? format->begin : root.begin, code::kNotABank,
                   "This is not a question bank: it must be an object with \"format\": \"dryrun-bank\".");
    return;
  }
  // A newer bank may well have keys that we don't know: say that it is newer and nothing else.
  const json::Value* version = root.find("version");
  if (version == nullptr || !version->is(json::Kind::integer) || version->integer < 1) {
    findings.error(version != nullptr ? version->begin : root.begin, code::kVersion,
                   "A bank needs its \"version\", a whole number: 1.");
    return;
  }
  if (version->integer > kBankVersion) {
    findings.error(version->begin, code::kVersion,
                   "This bank is of version " + std::to_string(version->integer) +
                       ", and this Dry Run reads up to version " + std::to_string(kBankVersion) +
                       ": update Dry Run to open it.");
    return;
  }
  const Fields fields(findings, root, "a bank", {"$schema", "format", "version", "title", "questions"});
  (void)fields.text("$schema");
  bank.title = fields.text("title");
  const json::Value* questions = fields.list("questions", Need::required);
  if (questions == nullptr) return;
  std::set<std::string> seen;
  for (const json::Value& item : questions->items) {
    const std::size_t before = findings.count();
    Question question = read_question(item, findings);
    report_duplicate_id(seen, question.id, id_offset(item), "a question", findings);
    if (findings.count() == before) bank.questions.push_back(std::move(question));
  }
}

}  // namespace

const Question* Bank::find(std::string_view id) const {
  const auto at =
      std::find_if(questions.begin(), questions.end(), [id](const Question& question) { return question.id == id; });
  return at != questions.end() ? &*at : nullptr;
}

BankResult read_bank(std::string_view bytes, std::string_view file) {
  BankResult result;
  json::Limits limits;
  limits.max_bytes = kMaxBankBytes;
  json::Parsed parsed = json::parse(bytes, file, limits);
  result.diagnostics = std::move(parsed.diagnostics);
  if (!parsed.value || has_errors(result.diagnostics)) return result;
  Findings findings(bytes, file);
  read_root(*parsed.value, findings, result.bank);
  findings.move_to(result.diagnostics);
  return result;
}

void add_bank(Bank& bank, Bank more, std::string_view file, Diagnostics& diagnostics) {
  if (bank.title.empty()) bank.title = std::move(more.title);
  std::set<std::string> ids;
  for (const Question& question : bank.questions) ids.insert(question.id);
  for (Question& question : more.questions) {
    if (ids.insert(question.id).second) {
      bank.questions.push_back(std::move(question));
    } else {
      diagnostics.push_back(
          {Severity::error, std::string(code::kAlreadyInBank), std::string(file), 0, 0,
           "The bank already has a question \"" + question.id + "\": give the added one another id."});
    }
  }
}

std::vector<Criterion> read_criteria(const json::Value& value, std::string_view bytes, std::string_view file,
                                     Diagnostics& diagnostics) {
  Findings findings(bytes, file);
  std::vector<Criterion> out = read_criteria_into(value, findings);
  findings.move_to(diagnostics);
  return out;
}

std::vector<EvidencePattern> read_evidence(const json::Value& value, std::string_view bytes, std::string_view file,
                                           Diagnostics& diagnostics) {
  Findings findings(bytes, file);
  std::vector<EvidencePattern> out = read_patterns(value, findings);
  findings.move_to(diagnostics);
  return out;
}

}  // namespace dryrun::bank
