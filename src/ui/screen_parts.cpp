// The shell around every screen, and parts that several of them share.
#include <algorithm>

#include "app/present.h"
#include "ui/screens.h"

namespace dryrun::ui {
namespace {

using app::Screen;

/// Scroll offsets belong to one page: a new one starts at its top.
std::string page_key(const app::Model& model) {
  std::string key = std::to_string(static_cast<int>(model.screen));
  if (model.screen == Screen::verdict) key += model.shown_attempt;
  if (model.screen == Screen::history) key += std::to_string(model.history_page);
  if (model.screen == Screen::practice && model.progress.running) {
    key += model.progress.running->question_id + std::to_string(static_cast<int>(model.progress.running->phase));
  }
  return key;
}

void header(Frame& frame, const app::Model& model) {
  const bool is_tight = frame.viewport.width / frame.scale < 560;
  space(frame, is_tight ? rhythm::kUnit : rhythm::kPair);
  struct Entry {
    const char* id;
    const char* name;
    Screen screen;
  };
  static constexpr Entry kEntries[] = {{"nav:home", "Home", Screen::home}, {"nav:history", "History", Screen::history}, {"nav:settings", "Settings", Screen::settings}};
  const float gap = is_tight ? 0 : rhythm::kUnit;
  float width = 0;
  for (const Entry& entry : kEntries) width += navigation_width(frame, entry.name, model.screen == entry.screen) + (width > 0 ? gap : 0);
  // The links' own padding hangs out on both sides, so that their words align with everything else.
  const auto links = [&] {
    const Container navigation(frame, Role::navigation, "navigation", "Main");
    flow(frame, gap, frame.control_height(), [&] {
      for (const Entry& entry : kEntries) {
        if (navigation_link(frame, entry.id, entry.name, model.screen == entry.screen)) frame.send(app::Navigate{entry.screen});
      }
    });
  };
  const float logo = wordmark_width(frame);
  if (available(frame) - width - logo >= rhythm::kPair) {
    columns(frame, {-1, width - rhythm::kUnit}, 0, [&](int column) {
      if (column == 0) {
        flow(frame, 0, frame.control_height(), [&] { decor_wordmark(frame); });
      } else {
        frame.box().width += rhythm::kUnit;
        links();
      }
    });
  } else {
    decor_wordmark(frame);
    frame.box().x -= rhythm::kUnit;
    frame.box().width += rhythm::kUnit;
    links();
    frame.box().x += rhythm::kUnit;
    frame.box().width -= rhythm::kUnit;
  }
  space(frame, is_tight ? rhythm::kPair : rhythm::kSection - rhythm::kUnit);
}

std::string title_of_screen(const app::Model& model) {
  switch (model.screen) {
    case Screen::home: return "Dry Run: interview practice with a verdict that shows its working";
    case Screen::practice: {
      const bank::Question* question = model.progress.running ? app::question_of(model, model.progress.running->question_id) : nullptr;
      return question != nullptr ? question->title + kDot + "Dry Run" : std::string("Practice") + kDot + "Dry Run";
    }
    case Screen::verdict: {
      const progress::Attempt* attempt = app::shown_attempt(model);
      return attempt == nullptr ? std::string("Verdict") + kDot + "Dry Run" : short_verdict(attempt->report) + ": " + app::title_of(*attempt) + kDot + "Dry Run";
    }
    case Screen::history: return std::string("History") + kDot + "Dry Run";
    case Screen::honesty: return std::string("How honest is this judge?") + kDot + "Dry Run";
    case Screen::settings: return std::string("Settings") + kDot + "Dry Run";
  }
  return "Dry Run";
}

/// The way on stays within a thumb's reach while the page scrolls.
bool has_bottom_bar(const Frame& frame, const app::Model& model) {
  if (frame.is_wide() || app::lacks_embedded_question(model)) return false;
  return model.screen == Screen::home || model.screen == Screen::practice || (model.screen == Screen::verdict && app::shown_attempt(model) != nullptr);
}

void bottom_bar(Frame& frame, const app::Model& model, const Rect& rect) {
  const Bar bar(frame, "bottom", rect, page_padding(frame), rhythm::kContentWidth, Edge::top);
  space(frame, rhythm::kText);
  if (model.screen == Screen::verdict) {
    const progress::Attempt* attempt = app::shown_attempt(model);
    if (button(frame, {"retry", "Try again", ButtonKind::primary, false, true, {}})) frame.send(app::StartQuestion{attempt->question_id, attempt->id});
  } else if (model.progress.running) {
    if (button(frame, {"continue", "Go back to your answer", ButtonKind::primary, false, true, {}})) frame.send(app::Navigate{Screen::practice});
  } else if (button(frame, {"start", "Start a question", ButtonKind::primary, model.bank.questions.empty(), true, {}})) {
    frame.send(app::StartQuestion{model.chosen_question, {}});
  }
}

}  // namespace

void honesty_link(Frame& frame) {
  if (text_button(frame, "honesty", "How honest is this judge?")) frame.send(app::Navigate{Screen::honesty});
}

void titled_part(Frame& frame, const std::string& id, const std::string& title, std::string_view about, const std::function<void()>& body) {
  const Container region(frame, Role::region, id, title);
  if (frame.is_wide()) {
    columns(frame, {-0.42f, -1}, rhythm::kSection, [&](int column) {
      if (column == 0) {
        heading(frame, id + ":title", 2, title, type::kLarge);
        space(frame, rhythm::kHalf);
        text(frame, id + ":about", about, kSmallLook);
      } else {
        body();
      }
    });
  } else {
    heading(frame, id + ":title", 2, title, type::kLarge);
    space(frame, rhythm::kHalf);
    text(frame, id + ":about", about, kSmallLook);
    space(frame, rhythm::kText);
    body();
  }
  space(frame, rhythm::kBlock);
  decor_hairline(frame);
  space(frame, rhythm::kBlock);
}

void draw_app(Frame& frame, const app::Model& model) {
  frame.tree->title = title_of_screen(model);
  const std::string key = page_key(model);
  if (key != frame.memory->page_key) {
    frame.memory->page_key = key;
    frame.memory->scrolls["page"].wanted = 0;
    frame.memory->scrolls["side"].wanted = 0;
  }
  if (model.screen == Screen::practice && model.progress.running) {
    draw_practice(frame, model);
    return;
  }
  const float bar = has_bottom_bar(frame, model) ? frame.control_height() + 2 * rhythm::kText : 0;
  {
    const ScrollRegion page(frame, "page", {0, 0, frame.viewport.width, frame.viewport.height - bar}, page_padding(frame), rhythm::kContentWidth, 0);
    if (!model.environment.is_embedded) {
      header(frame, model);
    } else {
      space(frame, rhythm::kPair);
    }
    const Container main(frame, Role::main, "main");
    switch (model.screen) {
      case Screen::practice:
      case Screen::home: draw_home(frame, model); break;
      case Screen::verdict: draw_verdict(frame, model); break;
      case Screen::history: draw_history(frame, model); break;
      case Screen::settings: draw_settings(frame, model); break;
      case Screen::honesty: draw_honesty(frame, model); break;
    }
    space(frame, rhythm::kSection);
  }
  if (bar > 0) bottom_bar(frame, model, {0, frame.viewport.height - bar, frame.viewport.width, bar});
}

void draw_dialog(Frame& frame, const app::Model& model) {
  using Kind = app::Dialog::Kind;
  const app::Dialog& asked = *model.dialog;
  DialogSpec spec;
  switch (asked.kind) {
    case Kind::erase_all:
      spec.title = "Erase everything?";
      spec.lines = {"All your attempts and settings go from this machine, and nobody else has a copy. Export them first if you may want them back."};
      spec.confirm = "Erase everything";
      spec.cancel = "Keep it all";
      spec.is_destructive = true;
      break;
    case Kind::erase_attempt: {
      spec.title = "Erase this attempt?";
      const progress::Attempt* attempt = app::find_attempt(model, asked.subject);
      spec.lines = {(attempt != nullptr ? "\xE2\x80\x9C" + app::title_of(*attempt) + "\xE2\x80\x9D of " + app::format_date_time(attempt->started_wall_ms) + " UTC: its answer" : std::string("Its answer")) +
                    " and verdict go for good."};
      spec.confirm = "Erase it";
      spec.cancel = "Keep it";
      spec.is_destructive = true;
      break;
    }
    case Kind::discard_running:
      spec.title = "Discard this answer?";
      spec.lines = {"What you have written so far goes without a verdict, and nothing is recorded."};
      spec.confirm = "Discard it";
      spec.cancel = "Keep it";
      spec.is_destructive = true;
      break;
    case Kind::leave_running:
      spec.title = "An answer is under way";
      spec.lines = {"Starting another question discards what you have written for this one."};
      spec.confirm = "Discard and start";
      spec.cancel = "Keep this one";
      spec.is_destructive = true;
      break;
    case Kind::import_result:
      spec.title = asked.is_failure ? "That file was not imported" : "Imported";
      spec.cancel = "Close";
      break;
    case Kind::export_result:
      spec.title = asked.is_failure ? "The file could not be written" : "Exported";
      spec.cancel = "Close";
      break;
  }
  for (const std::string& line : asked.details) spec.lines.push_back(line);
  if (const std::optional<bool> answer = dialog(frame, spec)) {
    if (*answer) {
      frame.send(app::ConfirmDialog{});
    } else {
      frame.send(app::CancelDialog{});
    }
  }
}

float page_padding(const Frame& frame) { return frame.viewport.width < 600 ? rhythm::kPair : rhythm::kBlock; }

float card_padding(const Frame& frame) { return frame.viewport.width < 600 ? rhythm::kPair : rhythm::kBlock; }

void storage_line(Frame& frame, const app::Model& model) {
  const app::Storage& storage = model.storage;
  std::string words;
  Ink ink = Ink::muted;
  switch (storage.state) {
    case app::SaveState::unknown: words = "Looking for what you saved here before."; break;
    case app::SaveState::saved: words = "Saved on this machine, and nowhere else."; ink = Ink::pass; break;
    case app::SaveState::saving: words = "Saving on this machine."; break;
    case app::SaveState::not_saved: words = "The last change is not saved yet."; ink = Ink::fail; break;
    case app::SaveState::unavailable: words = "Nothing can be saved here: export what you want to keep."; ink = Ink::fail; break;
    case app::SaveState::read_only: words = "A later version of Dry Run saved here, so nothing is written over it."; ink = Ink::fail; break;
  }
  if (!storage.detail.empty()) words += " " + storage.detail;
  columns(frame, {8, -1}, rhythm::kUnit, [&](int column) {
    if (column == 0) {
      decor_dot(frame, ink);
    } else {
      status(frame, "storage", words, kSmallLook);
    }
  });
}

Ink ink_of(scoring::Verdict verdict) {
  switch (verdict) {
    case scoring::Verdict::pass: return Ink::pass;
    case scoring::Verdict::fail: return Ink::fail;
    case scoring::Verdict::cannot_judge: return Ink::cannot;
  }
  return Ink::cannot;
}

std::string short_verdict(const scoring::Report& report) {
  switch (report.verdict) {
    case scoring::Verdict::pass: return report.score ? "Pass, " + std::to_string(*report.score) : "Pass";
    case scoring::Verdict::fail: return report.score ? "Fail, " + std::to_string(*report.score) : "Fail";
    case scoring::Verdict::cannot_judge: return "Can't judge";
  }
  return "Can't judge";
}

void attempt_row(Frame& frame, const progress::Attempt& attempt, bool is_brief, const scoring::Report* now) {
  Row row;
  row.id = "attempt:" + attempt.id;
  row.title = app::title_of(attempt);
  const std::string level(bank::to_name(attempt.report.input.level));
  if (is_brief) {
    row.detail = app::format_date(attempt.started_wall_ms) + kDot + level;
  } else {
    row.detail = app::format_date_time(attempt.started_wall_ms) + " UTC" + kDot + level + kDot + "answered in " + app::format_duration(attempt.timings.answering_ms);
  }
  row.trailing = short_verdict(attempt.report);
  row.trailing_ink = ink_of(attempt.report.verdict);
  row.has_dot = true;
  if (now != nullptr) row.detail += ". By today's rules: " + short_verdict(*now);
  if (row_button(frame, row)) frame.send(app::OpenAttempt{attempt.id});
}

std::string signed_points(int points) { return points > 0 ? "+" + std::to_string(points) : points < 0 ? "\xE2\x88\x92" + std::to_string(-points) : "0"; }

std::string sentence(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

std::string readable(std::string_view id) {
  std::string words(id);
  std::replace(words.begin(), words.end(), '-', ' ');
  std::replace(words.begin(), words.end(), '_', ' ');
  return sentence(words);
}

std::string minutes(int seconds) { return app::spoken_duration(static_cast<std::int64_t>(seconds) * 1000); }

const progress::Attempt* latest_attempt(const app::Model& model, std::string_view question_id) {
  const auto& attempts = model.progress.attempts;
  const auto found = std::find_if(attempts.rbegin(), attempts.rend(), [&](const progress::Attempt& attempt) { return attempt.question_id == question_id; });
  return found == attempts.rend() ? nullptr : &*found;
}

bool has_words(const scoring::Report& report, const std::optional<Span>& span) {
  return span && !span->empty() && span->end <= report.input.answer.size();
}

std::string quoted(const scoring::Report& report, const std::optional<Span>& span) {
  constexpr std::size_t kLongest = 90;
  if (!has_words(report, span)) return {};
  std::string words = report.input.answer.substr(span->begin, span->size());
  std::replace(words.begin(), words.end(), '\n', ' ');
  if (words.size() > kLongest) {
    std::size_t cut = words.rfind(' ', kLongest);
    if (cut == std::string::npos || cut < kLongest / 2) {
      cut = kLongest;
      while (cut > 0 && (static_cast<unsigned char>(words[cut]) & 0xC0) == 0x80) --cut;
    }
    words.resize(cut);
    words += "\xE2\x80\xA6";
  }
  return "\xE2\x80\x9C" + words + "\xE2\x80\x9D";
}

}  // namespace dryrun::ui
