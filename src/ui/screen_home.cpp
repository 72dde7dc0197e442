// Home: one sentence what this is, one press to start, then the questions, your own one, and the last attempts.
#include <algorithm>
#include <array>

#include "app/present.h"
#include "ui/screens.h"

namespace dryrun::ui {
namespace {

/// Questions of a group; the rest unfolds.
constexpr int kShownAtFirst = 5;


/// What a group is about, in a few words.
std::string_view about(bank::Group group) {
  switch (group) {
    case bank::Group::behavioural_leadership: return "Influence without authority, ambiguity, lifting others";
    case bank::Group::system_design_architecture: return "Real constraints, decisions that bind, migrations, trade-offs";
    case bank::Group::technical_leadership_code_quality: return "Standards across teams, reviews, technical risk";
    case bank::Group::problem_solving_production_ownership: return "Faults in production, incidents, reliability";
  }
  return {};
}

std::string rounds_of(const bank::Question& question) {
  return question.rounds.empty() ? std::string() : std::string(bank::to_name(question.rounds.front()));
}

std::string levels_of(const bank::Question& question) {
  std::string words;
  for (const bank::Level level : question.levels) words += (words.empty() ? "" : ", ") + std::string(bank::to_name(level));
  return words;
}

std::string facts_of(const bank::Question& question) {
  std::string words = rounds_of(question);
  for (const std::string& part : {levels_of(question), minutes(question.seconds)}) {
    if (!part.empty()) words += (words.empty() ? "" : kDot) + part;
  }
  return words;
}

void start_line(Frame& frame, const app::Model& model) {
  std::string id = model.environment.is_embedded ? model.environment.embedded_question_id : model.chosen_question;
  if (app::question_of(model, id) == nullptr) id = app::next_question_id(model);
  const bank::Question* next = app::question_of(model, id);
  if (frame.is_wide()) {
    flow(frame, rhythm::kPair, frame.control_height(), [&] {
      if (model.progress.running) {
        if (button(frame, {"continue", "Go back to your answer", ButtonKind::primary, false, false, {}})) frame.send(app::Navigate{app::Screen::practice});
      } else if (button(frame, {"start", "Start a question", ButtonKind::primary, model.bank.questions.empty(), false, {}})) {
        frame.send(app::StartQuestion{model.chosen_question, {}});
      }
    });
    space(frame, rhythm::kText);
  }
  if (model.bank.questions.empty()) {
    alert(frame, "bank:empty", "No questions could be loaded.");
  } else if (model.progress.running) {
    const bank::Question* question = app::question_of(model, model.progress.running->question_id);
    text(frame, "start:next", "Under way: " + (question != nullptr ? question->title : std::string("your own question")), kSmallLook);
  } else if (next != nullptr) {
    text(frame, "start:next", (model.environment.is_embedded ? facts_of(*next) : "Next up: " + next->title + kDot + minutes(next->seconds)), kSmallLook);
  }
}

void example(Frame& frame) {
  // Ours, and short enough to be read at a glance.
  static const std::string words = "I'd first ask which pain hurts most. With eight of us I would keep one deployable, because nobody here could run nine services at night.";
  const auto span = [&](std::string_view part) {
    const std::size_t at = words.find(part);
    return Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + part.size())};
  };
  std::vector<EvidenceMark> marks;
  marks.push_back({span("ask which pain hurts most"), 0, 1, 0, false, {}});
  marks.push_back({span("With eight of us"), 1, 2, 1, false, {}});
  marks.push_back({span("keep one deployable"), 2, 3, 2, false, {}});
  const DecorCard card(frame, Paper::card, card_padding(frame));
  evidence_text(frame, "example", words, marks, std::nullopt, true);
  space(frame, rhythm::kText);
  decor_hairline(frame);
  space(frame, rhythm::kHalf);
  const auto row = [&](int number, const char* points, const char* title) {
    LedgerLine line;
    line.id = "example:row:" + std::to_string(number);
    line.points = points;
    line.title = title;
    line.number = number;
    line.hue = number - 1;
    ledger_line(frame, line);
  };
  row(1, "+9", "Finds out what hurts first");
  row(2, "+17", "Ties the shape to the team");
  row(3, "+14", "Keeps one deployable");
  space(frame, rhythm::kHalf);
  decor_hairline(frame);
  space(frame, rhythm::kText);
  text(frame, "example:legend", "Every point names the rule and the exact words that earned it. They add up to the score, and the bar is on the table.", kSmallLook);
}

void recent_attempts(Frame& frame, const app::Model& model) {
  const auto& attempts = model.progress.attempts;
  const Container region(frame, Role::region, "recent", "Your last attempts");
  heading(frame, "recent:title", 2, "Your last attempts", type::kLarge);
  space(frame, rhythm::kHalf);
  const app::Recent recent = app::recent(model.progress, frame.now.wall_ms);
  std::string words = std::to_string(attempts.size()) + (attempts.size() == 1 ? " attempt so far." : " attempts so far.");
  if (recent.considered > 0) {
    words += " Over the senior bar: " + std::to_string(recent.passes) + " of the last " + std::to_string(recent.considered) + ".";
  }
  text(frame, "recent:summary", words, kSmallLook);
  space(frame, rhythm::kUnit);
  frame.box().x -= rhythm::kText;
  frame.box().width += 2 * rhythm::kText;
  {
    const Container list(frame, Role::list, "recent:list", "Your last attempts");
    const std::size_t shown = std::min<std::size_t>(3, attempts.size());
    for (std::size_t i = 0; i < shown; ++i) {
      const progress::Attempt& attempt = attempts[attempts.size() - 1 - i];
      const Container item(frame, Role::list_item, "recent:item:" + attempt.id);
      attempt_row(frame, attempt, true);
    }
  }
  frame.box().x += rhythm::kText;
  frame.box().width -= 2 * rhythm::kText;
  if (text_button(frame, "recent:all", "See the whole history")) frame.send(app::Navigate{app::Screen::history});
}

void hero(Frame& frame, const app::Model& model) {
  const bool is_wide = frame.is_wide();
  const bank::Question* embedded = model.environment.is_embedded ? app::question_of(model, model.environment.embedded_question_id) : nullptr;
  const auto words = [&] {
    const std::string_view title = embedded != nullptr ? std::string_view(embedded->title) : "Three minutes. One question. An honest verdict that shows its working.";
    heading(frame, "home:title", 1, title, is_wide ? type::kDisplay : type::kTitle);
    space(frame, rhythm::kPair);
    narrow_to(frame, rhythm::kMeasure * frame.scale, [&] {
      text(frame, "home:about", "Practise senior software interviews against the clock. You write your answer; it is judged at once, by rules you can read. Nothing leaves this machine.",
           {is_wide ? type::kLarge : type::kBody, false, Ink::muted, type::kTextLine});
    });
    space(frame, is_wide ? rhythm::kBlock : rhythm::kPair);
    start_line(frame, model);
  };
  const auto aside = [&] {
    if (model.progress.attempts.empty() || model.environment.is_embedded) {
      example(frame);
    } else {
      const DecorCard card(frame, Paper::card, card_padding(frame));
      recent_attempts(frame, model);
    }
  };
  if (is_wide) {
    columns(frame, {-1.35f, -1}, rhythm::kSection + rhythm::kUnit, [&](int column) {
      if (column == 0) {
        words();
      } else {
        space(frame, rhythm::kUnit);
        aside();
      }
    });
  } else {
    words();
    space(frame, rhythm::kBlock);
    aside();
  }
}

void question_row(Frame& frame, const app::Model& model, const bank::Question& question) {
  Row row;
  row.id = "question:" + question.id;
  row.title = question.title;
  row.detail = facts_of(question);
  row.trailing = "Not tried yet";
  if (const progress::Attempt* attempt = latest_attempt(model, question.id); attempt != nullptr) {
    row.trailing = short_verdict(attempt->report);
    row.trailing_ink = ink_of(attempt->report.verdict);
    row.has_dot = true;
  }
  if (row_button(frame, row)) frame.send(app::StartQuestion{question.id, {}});
}

void group_of_questions(Frame& frame, const app::Model& model, bank::Group group) {
  const std::string id = "group:" + std::string(bank::to_id(group));
  const std::string name(bank::to_name(group));
  const Container region(frame, Role::region, id, name);
  const auto count = std::count_if(model.bank.questions.begin(), model.bank.questions.end(), [&](const bank::Question& question) { return question.group == group; });
  const bool can_fold = count > kShownAtFirst + 2, is_open = !can_fold || frame.memory->open.contains(id);
  heading(frame, id + ":title", 3, name, type::kLarge);
  space(frame, rhythm::kHalf);
  text(frame, id + ":about", about(group), kSmallLook);
  space(frame, rhythm::kUnit);
  decor_hairline(frame);
  // Rows reach out by their padding, so that their words align with the heading.
  frame.box().x -= rhythm::kText;
  frame.box().width += 2 * rhythm::kText;
  {
    const Container list(frame, Role::list, id + ":list", name);
    int shown = 0;
    for (const bank::Question& question : model.bank.questions) {
      if (question.group != group || (!is_open && shown == kShownAtFirst)) continue;
      ++shown;
      const Container item(frame, Role::list_item, "item:" + question.id);
      question_row(frame, model, question);
    }
  }
  frame.box().x += rhythm::kText;
  frame.box().width -= 2 * rhythm::kText;
  if (!can_fold) return;
  space(frame, rhythm::kUnit);
  if (text_button(frame, id + ":all", is_open ? "Show fewer" : "Show all " + std::to_string(count))) {
    if (is_open) {
      frame.memory->open.erase(id);
    } else {
      frame.memory->open.insert(id);
    }
  }
}

void all_questions(Frame& frame, const app::Model& model) {
  std::vector<bank::Group> groups;
  for (int i = 0; i < bank::kGroupCount; ++i) {
    const auto group = static_cast<bank::Group>(i);
    const auto& questions = model.bank.questions;
    if (std::any_of(questions.begin(), questions.end(), [&](const bank::Question& question) { return question.group == group; })) groups.push_back(group);
  }
  if (groups.empty()) return;
  const Container region(frame, Role::region, "questions", "Questions");
  heading(frame, "questions:title", 2, "Or choose one", type::kTitle);
  space(frame, rhythm::kBlock);
  const std::size_t per_row = frame.is_wide() ? 2 : 1;
  for (std::size_t i = 0; i < groups.size(); i += per_row) {
    if (i > 0) space(frame, rhythm::kSection);
    if (per_row == 1) {
      group_of_questions(frame, model, groups[i]);
      continue;
    }
    columns(frame, {-1, -1}, rhythm::kSection + rhythm::kUnit, [&](int column) {
      const std::size_t index = i + static_cast<std::size_t>(column);
      if (index < groups.size()) group_of_questions(frame, model, groups[index]);
    });
  }
}

void own_question(Frame& frame, const app::Model& model) {
  const Container region(frame, Role::region, "own", "Your own question");
  heading(frame, "own:title", 2, "Your own question", type::kTitle);
  space(frame, rhythm::kUnit);
  narrow_to(frame, rhythm::kMeasure * 1.15f * frame.scale, [&] {
    text(frame, "own:about", "Type a question you were asked, or expect. It is judged by the general rules of its kind.", kMutedLook);
    space(frame, rhythm::kPair);
    Field field;
    field.id = "own-question";
    field.name = "Your own question";
    field.value = model.free_text_prompt;
    field.placeholder = "How would you move a busy service to a new database?";
    field.height = type::kBody * type::kTextLine * 3 * frame.scale + 24;
    if (std::optional<std::string> words = text_area(frame, field)) frame.send(app::EditFreeText{*words});
    space(frame, rhythm::kPair);
    const bool is_empty = model.free_text_prompt.find_first_not_of(" \t\r\n") == std::string::npos;
    flow(frame, rhythm::kPair, frame.control_height(), [&] {
      if (button(frame, {"own-start", "Practise this question", ButtonKind::secondary, is_empty, false, is_empty ? "Type a question first" : ""})) {
        frame.send(app::StartFreeText{});
      }
    });
  });
}

}  // namespace

void draw_home(Frame& frame, const app::Model& model) {
  if (app::lacks_embedded_question(model)) {
    heading(frame, "home:title", 1, "There is no such question", type::kTitle);
    space(frame, rhythm::kPair);
    alert(frame, "embed:missing", "The page around asks Dry Run for the question \"" + model.environment.embedded_question_id + "\". Its author can find the ids in the list that \"dryrun questions\" prints.");
    return;
  }
  const float gap = frame.is_wide() ? 2 * rhythm::kSection : rhythm::kSection + rhythm::kUnit;
  if (frame.is_wide()) space(frame, rhythm::kBlock);
  hero(frame, model);
  if (model.environment.is_embedded) return;
  space(frame, gap);
  all_questions(frame, model);
  space(frame, gap);
  own_question(frame, model);
  space(frame, gap);
  decor_hairline(frame);
  space(frame, rhythm::kPair);
  honesty_link(frame);
  space(frame, rhythm::kUnit);
  storage_line(frame, model);
  for (std::size_t i = 0; i < model.storage_notes.size(); ++i) text(frame, "storage:note:" + std::to_string(i), model.storage_notes[i], kSmallLook);
  for (std::size_t i = 0; i < model.bank_diagnostics.size(); ++i) {
    if (i == 0) alert(frame, "bank:alert", "The changed question file was not taken:");
    text(frame, "bank:diagnostic:" + std::to_string(i), model.bank_diagnostics[i], kSmallLook);
  }
}

}  // namespace dryrun::ui
