// The screens: each reads the Model, puts widgets, and sends Messages. One file a screen (screen_*.cpp); none of them draws or keeps
// anything by itself.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "app/model.h"
#include "ui/frame.h"
#include "ui/widgets.h"

namespace dryrun::ui {

/// Header and the screen in hand.
void draw_app(Frame& frame, const app::Model& model);
/// The question that model.dialog asks, over everything.
void draw_dialog(Frame& frame, const app::Model& model);

void draw_home(Frame& frame, const app::Model& model);
void draw_practice(Frame& frame, const app::Model& model);
void draw_verdict(Frame& frame, const app::Model& model);
void draw_history(Frame& frame, const app::Model& model);
void draw_settings(Frame& frame, const app::Model& model);
void draw_honesty(Frame& frame, const app::Model& model);

// Parts that several screens share (screen_parts.cpp)

/// Between two facts of one line.
inline constexpr char kDot[] = " \xC2\xB7 ";

/// A titled part with a word about it: beside its content where there is room, else above; a line below.
void titled_part(Frame& frame, const std::string& id, const std::string& title, std::string_view about, const std::function<void()>& body);

/// Padding at the sides of the page.
[[nodiscard]] float page_padding(const Frame& frame);
/// Padding inside cards.
[[nodiscard]] float card_padding(const Frame& frame);
/// To the screen that measures the judge.
void honesty_link(Frame& frame);
/// Whether and where it is saved, in words.
void storage_line(Frame& frame, const app::Model& model);
[[nodiscard]] Ink ink_of(scoring::Verdict verdict);
/// "Pass", "Fail", "Can't judge" with the score where there is one: "Pass 72".
[[nodiscard]] std::string short_verdict(const scoring::Report& report);
/// An attempt as a row that reopens its verdict; with `now`, what today's rules say, beside what is kept.
void attempt_row(Frame& frame, const progress::Attempt& attempt, bool is_brief = false, const scoring::Report* now = nullptr);
/// "+6", "0", "-4" with a real minus sign.
[[nodiscard]] std::string signed_points(int points);
/// Whether the span marks words of the answer: a stored report may hold any.
[[nodiscard]] bool has_words(const scoring::Report& report, const std::optional<Span>& span);
/// Words of the answer in quotation marks, short enough to be recognised; empty where the span is none.
[[nodiscard]] std::string quoted(const scoring::Report& report, const std::optional<Span>& span);
/// With a capital first letter.
[[nodiscard]] std::string sentence(std::string words);
/// An id as words: "sentence-length" is "Sentence length".
[[nodiscard]] std::string readable(std::string_view id);
/// "3 minutes"
[[nodiscard]] std::string minutes(int seconds);
/// The latest attempt at a question, or null.
[[nodiscard]] const progress::Attempt* latest_attempt(const app::Model& model, std::string_view question_id);

// The verdict screen's lower parts (screen_verdict_ledger.cpp, screen_verdict_parts.cpp)
/// What would flip a fail, or what carried a pass; ids begin with `name`.
void verdict_flips(Frame& frame, const scoring::Report& report, const std::string& name);
/// Other words tried out in place of the answer (screen_verdict_rewording.cpp).
void verdict_rewording(Frame& frame, const app::Rewording& rewording);
void verdict_answer(Frame& frame, const app::Model& model, const progress::Attempt& attempt);
void verdict_ledger(Frame& frame, const app::Model& model, const progress::Attempt& attempt);
void verdict_dimensions(Frame& frame, const app::Model& model, const progress::Attempt& attempt);
void verdict_criteria(Frame& frame, const app::Model& model, const progress::Attempt& attempt);
void verdict_delivery(Frame& frame, const app::Model& model, const progress::Attempt& attempt);
void verdict_time(Frame& frame, const app::Model& model, const progress::Attempt& attempt);
void verdict_change(Frame& frame, const app::Model& model, const progress::Attempt& attempt);
void verdict_causes(Frame& frame, const progress::Attempt& attempt);
void verdict_next_level(Frame& frame, const progress::Attempt& attempt);
void verdict_more(Frame& frame, const app::Model& model, const progress::Attempt& attempt);

}  // namespace dryrun::ui
