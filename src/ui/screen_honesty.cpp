// How honest is this judge: its test, run on this machine, and what it can't do.
#include <algorithm>

#include "app/present.h"
#include "ui/screens.h"

namespace dryrun::ui {
namespace {

using selftest::Measured;
using selftest::Share;

/// Nothing measured yet.
constexpr std::string_view kNone = "\xE2\x80\x93";

std::string percent(int percent, int of) { return of == 0 ? std::string(kNone) : std::to_string(percent) + " %"; }
std::string percent(const Share& share) { return percent(share.percent(), share.of); }
std::string counted(const Share& share) { return share.of == 0 ? "not measured yet" : std::to_string(share.hits) + " of " + std::to_string(share.of); }

void heads(Frame& frame) { figure_row(frame, {"", "", "unseen", "seen", ""}); }

void row(Frame& frame, const std::string& id, const std::string& name, const std::string& unseen, const std::string& seen, const std::string& spoken_unseen, const std::string& spoken_seen) {
  figure_row(frame, {id, sentence(name), unseen, seen, "unseen " + spoken_unseen + ", seen " + spoken_seen});
}

void row(Frame& frame, const std::string& id, const std::string& name, const Share& unseen, const Share& seen) {
  row(frame, id, name, percent(unseen), percent(seen), counted(unseen), counted(seen));
}

/// The table of one kind of question, with its heads.
void table(Frame& frame, const std::string& id, const std::string& title, const std::function<void()>& rows) {
  heads(frame);
  const Container list(frame, Role::list, id + ":list", title);
  rows();
}

void tables(Frame& frame, const Measured& unseen, const Measured& seen) {
  titled_part(frame, "honesty:order", "Does it tell strong from weak?", "Both answers of a pair are equally long. The weak one sounds good.", [&] {
    table(frame, "honesty:order", "Does it tell strong from weak?", [&] {
      const std::string unseen_order = percent((unseen.auc_milli + 5) / 10, unseen.pairs), seen_order = percent((seen.auc_milli + 5) / 10, seen.pairs);
      row(frame, "honesty:auc", "a strong answer has more points than a weak one, any two", unseen_order, seen_order, unseen_order, seen_order);
      row(frame, "honesty:twin", "a strong answer has more points than its own weak twin", unseen.pair_order, seen.pair_order);
      row(frame, "honesty:strong", "strong answers that pass", unseen.strong_passed, seen.strong_passed);
      row(frame, "honesty:weak", "weak answers that pass", unseen.weak_passed, seen.weak_passed);
    });
  });
  titled_part(frame, "honesty:tricks", "Can it be fooled?", "Tricks on answers that fail, or on strong ones that should then fail. Told is how many pass.", [&] {
    table(frame, "honesty:tricks", "Can it be fooled?", [&] {
      for (std::size_t i = 0; i < seen.attacks.size(); ++i) {
        row(frame, "honesty:" + seen.attacks[i].id, seen.attacks[i].what, unseen.attacks[i].passed, seen.attacks[i].passed);
      }
    });
  });
  titled_part(frame, "honesty:changes", "Does it judge words, or typing?", "The same answer, written or heard in another way. Told is how often the verdict becomes another.", [&] {
    table(frame, "honesty:changes", "Does it judge words, or typing?", [&] {
      for (std::size_t i = 0; i < seen.changes.size(); ++i) {
        row(frame, "honesty:" + seen.changes[i].id, seen.changes[i].what, unseen.changes[i].flipped, seen.changes[i].flipped);
      }
    });
  });
}

void begin(Frame& frame, const app::Model& model) {
  const bool is_ready = model.derived.pairs && !model.derived.pairs->empty();
  const bool is_again = model.honesty_check.has_value();
  if (button(frame, {"honesty:start", is_again ? "Measure again" : "Measure it here", is_again ? ButtonKind::secondary : ButtonKind::primary, !is_ready, false,
                     is_ready ? "Judges some thousand answers on this machine" : "The rules are still on their way"})) {
    frame.send(app::CheckHonesty{});
  }
}

void run(Frame& frame, const app::HonestyCheck& check) {
  const int percent = static_cast<int>(100LL * check.done() / std::max(1, check.total()));
  narrow_to(frame, rhythm::kMeasure * frame.scale, [&] {
    clock_bar(frame, {"honesty:progress", "Measured so far", std::to_string(percent) + " %", "of " + std::to_string(check.total()) + " verdicts",
                      static_cast<float>(percent) / 100.0f, false});
  });
  space(frame, rhythm::kPair);
  flow(frame, rhythm::kText, frame.control_height(), [&] {
    if (check.is_running) {
      if (button(frame, {"honesty:pause", "Pause", ButtonKind::secondary, false, false, {}})) frame.send(app::PauseHonestyCheck{});
    } else if (button(frame, {"honesty:go-on", "Go on", ButtonKind::primary, false, false, {}})) {
      frame.send(app::GoOnWithHonestyCheck{});
    }
  });
}

}  // namespace

void draw_honesty(Frame& frame, const app::Model& model) {
  heading(frame, "honesty:title", 1, "How honest is this judge?", frame.is_wide() ? type::kDisplay : type::kTitle);
  space(frame, rhythm::kBlock);
  const auto& pairs = model.derived.pairs;
  narrow_to(frame, rhythm::kMeasure * frame.scale, [&] {
    text(frame, "honesty:about",
         "A judge that goes by length or by clever words is worth little. Here is its test, to be run on your own machine: pairs of a strong and a weak answer to one question, "
         "equally long and written without sight of the rules. The weak ones are fluent, sure of themselves and full of the right terms.");
    if (pairs && !pairs->empty()) {
      const auto unseen = std::count_if(pairs->begin(), pairs->end(), [](const selftest::Pair& pair) { return pair.is_untouched; });
      space(frame, rhythm::kText);
      text(frame, "honesty:columns",
           std::to_string(pairs->size() - static_cast<std::size_t>(unseen)) + " pairs were looked at while the rules were made: \"seen\". " + std::to_string(unseen) +
               " were not: \"unseen\" tells what to expect of your own answers.",
           kMutedLook);
    }
  });
  space(frame, rhythm::kBlock);
  const std::optional<app::HonestyCheck>& check = model.honesty_check;
  const bool is_whole = check && check->done() == check->total();
  if (check && !is_whole) {
    run(frame, *check);
  } else {
    flow(frame, rhythm::kText, frame.control_height(), [&] { begin(frame, model); });
  }
  space(frame, rhythm::kSection);
  if (check) {
    decor_hairline(frame);
    space(frame, rhythm::kBlock);
    tables(frame, check->untouched.measured(), check->looked_at.measured());
  }
  heading(frame, "honesty:limits:title", 2, "What it can't do", type::kLarge);
  space(frame, rhythm::kUnit);
  narrow_to(frame, rhythm::kMeasure * frame.scale, [&] {
    text(frame, "honesty:limits",
         "It looks for things in your words: a decision, its reason, its price, the people it moved, what came of it. It can't know whether what you say is true, or wise in your case, and "
         "it misses what none of its rules has a name for. Read a verdict as a colleague's notes from a practice run. Where it is wrong, the ledger shows you why, and you may shrug.");
  });
}

}  // namespace dryrun::ui
