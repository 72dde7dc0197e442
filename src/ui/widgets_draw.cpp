// Shapes and shown quantities: hairlines, the clock, the score bar, dots, the time strip.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "ui/widgets_internal.h"

namespace dryrun::ui {
namespace {

constexpr float kPi = std::numbers::pi_v<float>;

ImVec2 from(const Rect& rect) { return {rect.x, rect.y}; }
ImVec2 to(const Rect& rect) { return {rect.x + rect.width, rect.y + rect.height}; }

void arc(ImVec2 centre, float radius, float begin, float end, float width, Colour colour) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PathArcTo(centre, radius, begin, end, 0);
  list->PathStroke(to_u32(colour), 0, width);
}

int record_quantity(Frame& frame, Role role, const std::string& id, const std::string& name, const std::string& value, const Rect& rect) {
  Node node;
  node.id = id;
  node.role = role;
  node.name = name;
  node.value = value;
  node.rect = rect;
  return record(frame, std::move(node));
}

/// An item of a list that is drawn by hand, with its words.
void record_item(Frame& frame, const std::string& id, const std::string& words, const Rect& rect) {
  frame.parents.push_back(record_quantity(frame, Role::list_item, id, "", "", rect));
  record_quantity(frame, Role::text, id + ":words", words, "", rect);
  frame.parents.pop_back();
}

}  // namespace

void fill(const Rect& rect, Colour colour, float radius) {
  ImGui::GetWindowDrawList()->AddRectFilled(from(rect), to(rect), to_u32(colour), radius);
}

void stroke(const Rect& rect, Colour colour, float radius, float width) {
  ImGui::GetWindowDrawList()->AddRect({rect.x + 0.0f, rect.y + 0.0f}, to(rect), to_u32(colour), radius, 0, width);
}

void focus_ring(const Frame& frame, const Rect& rect, float radius) {
  const float out = rhythm::kFocusGap + rhythm::kFocusWidth / 2;
  stroke({rect.x - out, rect.y - out, rect.width + 2 * out, rect.height + 2 * out}, frame.theme.accent, radius + out, rhythm::kFocusWidth);
}

void tick_mark(ImVec2 centre, float size, Colour colour) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PathLineTo({centre.x - size * 0.5f, centre.y + size * 0.02f});
  list->PathLineTo({centre.x - size * 0.14f, centre.y + size * 0.38f});
  list->PathLineTo({centre.x + size * 0.5f, centre.y - size * 0.38f});
  list->PathStroke(to_u32(colour), 0, std::max(1.6f, size * 0.2f));
}

void chevron(ImVec2 centre, float size, Colour colour, bool is_down) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float a = size * 0.5f, b = size * 0.25f;
  if (is_down) {
    list->PathLineTo({centre.x - a, centre.y - b});
    list->PathLineTo({centre.x, centre.y + b});
    list->PathLineTo({centre.x + a, centre.y - b});
  } else {
    list->PathLineTo({centre.x - b, centre.y - a});
    list->PathLineTo({centre.x + b, centre.y});
    list->PathLineTo({centre.x - b, centre.y + a});
  }
  list->PathStroke(to_u32(colour), 0, 1.8f);
}

void decor_hairline(Frame& frame) {
  const Rect rect = place(frame, available(frame), 1);
  fill({rect.x, std::floor(rect.y), rect.width, 1}, frame.theme.line, 0);
}

float wordmark_width(const Frame& frame) {
  return std::round(type::kLarge * frame.scale) + 10 + width_of(frame, "Dry Run", {type::kLarge, true, Ink::normal, type::kTextLine});
}

void decor_wordmark(Frame& frame) {
  const Look look{type::kLarge, true, Ink::normal, type::kTextLine};
  const float height = line_height(frame, look);
  const float mark = std::round(look.size * frame.scale);
  const float width = width_of(frame, "Dry Run", look);
  const Rect rect = place(frame, mark + 10 + width, height);
  // A clock face with its last quarter open, and the hand at rest.
  const ImVec2 centre{rect.x + mark / 2, rect.y + height / 2};
  const float radius = mark / 2 - 1.5f;
  arc(centre, radius, -kPi / 2, kPi, std::max(2.4f, mark * 0.13f), frame.theme.accent);
  ImGui::GetWindowDrawList()->AddCircleFilled({centre.x - radius * 0.71f, centre.y - radius * 0.71f}, mark * 0.085f, to_u32(frame.theme.accent), 16);
  draw_line(frame, rect.x + mark + 10, rect.y, "Dry Run", look);
}

void decor_dot(Frame& frame, Ink ink) {
  const float height = std::round(type::kSmall * type::kTextLine * frame.scale);
  const Rect rect = place(frame, 8, height);
  ImGui::GetWindowDrawList()->AddCircleFilled({rect.x + 4, rect.y + height / 2}, 4, to_u32(colour_of(frame, ink)), 20);
}

void decor_state(Frame& frame, State state) {
  const float height = std::round(type::kBody * type::kTextLine * frame.scale);
  const Rect rect = place(frame, 20, height);
  const ImVec2 centre{rect.x + 10, rect.y + height / 2};
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (state == State::met) {
    list->AddCircleFilled(centre, 9, to_u32(frame.theme.pass), 28);
    tick_mark(centre, 9, frame.theme.surface);
    return;
  }
  list->AddCircle(centre, 8, to_u32(state == State::partly ? frame.theme.pass : frame.theme.control_line), 28, 1.6f);
  if (state == State::partly) {
    list->PathArcTo(centre, 5, kPi / 2, 1.5f * kPi, 16);
    list->PathFillConvex(to_u32(frame.theme.pass));
  }
}

void clock_ring(Frame& frame, const Clock& clock) {
  const float diameter = std::min(available(frame), 176 * std::min(frame.scale, 1.5f));
  const Rect row = place(frame, available(frame), diameter);
  const Rect rect{std::floor(row.x + (row.width - diameter) / 2), row.y, diameter, diameter};
  record_quantity(frame, Role::progress_bar, clock.id, clock.name, clock.figures + " " + clock.caption, rect);
  const ImVec2 centre{rect.x + diameter / 2, rect.y + diameter / 2};
  const float width = 6, radius = diameter / 2 - width / 2;
  const Colour colour = clock.is_warning ? frame.theme.fail : frame.theme.accent;
  arc(centre, radius, 0, 2 * kPi, width, frame.theme.track);
  if (clock.fraction_left > 0) {
    // The ring empties clockwise, as a face does.
    const float gone = 1 - std::min(1.0f, clock.fraction_left);
    arc(centre, radius, -kPi / 2 + gone * 2 * kPi, 1.5f * kPi, width, colour);
  }
  const Look figures{type::kDisplay, true, clock.is_warning ? Ink::fail : Ink::normal, type::kHeadingLine};
  const Look caption{type::kSmall, false, Ink::muted, type::kTextLine};
  const float height = line_height(frame, figures) + line_height(frame, caption);
  const float top = centre.y - height / 2 + 2;
  draw_line(frame, centre.x - width_of(frame, clock.figures, figures) / 2, top, clock.figures, figures);
  draw_line(frame, centre.x - width_of(frame, clock.caption, caption) / 2, top + line_height(frame, figures), clock.caption, caption);
}

void clock_bar(Frame& frame, const Clock& clock) {
  const Look figures{type::kLarge, true, clock.is_warning ? Ink::fail : Ink::normal, type::kTextLine};
  const Look caption{type::kSmall, false, Ink::muted, type::kTextLine};
  const float height = line_height(frame, figures) + 8;
  const Rect rect = place(frame, available(frame), height);
  record_quantity(frame, Role::progress_bar, clock.id, clock.name, clock.figures + " " + clock.caption, rect);
  draw_line(frame, rect.x, rect.y, clock.figures, figures);
  const float after = rect.x + width_of(frame, clock.figures, figures) + 8;
  draw_line(frame, after, rect.y + std::round((line_height(frame, figures) - line_height(frame, caption)) / 2) + 1, clock.caption, caption);
  const Rect track{rect.x, rect.y + height - 4, rect.width, 4};
  fill(track, frame.theme.track, 2);
  if (clock.fraction_left > 0) {
    fill({track.x, track.y, track.width * std::min(1.0f, clock.fraction_left), track.height}, clock.is_warning ? frame.theme.fail : frame.theme.accent, 2);
  }
}

void score_bar(Frame& frame, const std::string& id, int score, int threshold, Ink ink, const std::string& value) {
  const Look label{type::kSmall, false, Ink::muted, type::kTextLine};
  const float bar = 10, text_height = line_height(frame, label);
  const Rect rect = place(frame, available(frame), bar + 8 + text_height);
  record_quantity(frame, Role::progress_bar, id, "Score", value, rect);
  const Rect track{rect.x, rect.y, rect.width, bar};
  fill(track, frame.theme.track, bar / 2);
  const float filled = std::clamp(static_cast<float>(score) / 100.0f, 0.0f, 1.0f) * rect.width;
  if (filled > 0) fill({track.x, track.y, std::max(filled, bar), bar}, colour_of(frame, ink), bar / 2);
  const float at = std::round(rect.x + rect.width * static_cast<float>(threshold) / 100.0f);
  fill({at - 3, track.y - 4, 6, bar + 8}, frame.theme.paper, 2);
  fill({at - 1, track.y - 4, 2, bar + 8}, frame.theme.ink, 1);
  const std::string words = "bar " + std::to_string(threshold);
  const float width = width_of(frame, words, label);
  const float y = track.y + bar + 8;
  draw_line(frame, rect.x, y, "0", label);
  draw_line(frame, std::clamp(at - width / 2, rect.x + 16, rect.x + rect.width - width), y, words, label);
  const float end = width_of(frame, "100", label);
  if (at + width / 2 + 8 < rect.x + rect.width - end) draw_line(frame, rect.x + rect.width - end, y, "100", label);
}

float dots_width(const Frame& frame) { return 5 * std::round(10 * frame.scale) + 4 * std::round(5 * frame.scale); }

void dots(Frame& frame, const std::string& id, const std::string& name, int value) {
  const float size = std::round(10 * frame.scale), gap = std::round(5 * frame.scale);
  const float height = std::round(type::kBody * type::kTextLine * frame.scale);
  const Rect rect = place(frame, dots_width(frame), height);
  record_quantity(frame, Role::image, id, name, "", rect);
  ImDrawList* list = ImGui::GetWindowDrawList();
  for (int i = 0; i < 5; ++i) {
    const ImVec2 centre{rect.x + size / 2 + static_cast<float>(i) * (size + gap), rect.y + height / 2};
    if (i < value) {
      list->AddCircleFilled(centre, size / 2, to_u32(frame.theme.accent), 24);
    } else {
      list->AddCircle(centre, size / 2 - 0.75f, to_u32(frame.theme.control_line), 24, 1.5f);
    }
  }
}

void figure_row(Frame& frame, const FigureRow& row) {
  const bool is_head = row.spoken.empty();
  const Look name = is_head ? kSmallLook : kBodyLook;
  const Look first{name.size, !is_head, name.ink, name.line};
  const Look second{name.size, false, Ink::muted, name.line};
  const float column = std::round(72 * frame.scale), padding = is_head ? rhythm::kHalf : rhythm::kUnit;
  const float width = available(frame) - 2 * column - rhythm::kPair;
  const float height = height_of(frame, row.name, name, width) + 2 * padding;
  const Rect rect = place(frame, available(frame), height);
  if (!is_head) record_item(frame, row.id, row.name + ": " + row.spoken, rect);
  const float top = rect.y + padding, right = rect.x + rect.width;
  draw_words(frame, rect.x, top, width, row.name, name);
  draw_line(frame, right - column - width_of(frame, row.first, first), top, row.first, first);
  draw_line(frame, right - width_of(frame, row.second, second), top, row.second, second);
  if (!is_head) fill({rect.x, std::floor(rect.y), rect.width, 1}, frame.theme.line, 0);
}

void time_strip(Frame& frame, const std::string& id, const std::string& name, const std::vector<Stretch>& stretches) {
  const float bar = 14;
  const Look label{type::kSmall, false, Ink::normal, type::kTextLine};
  const Look muted{type::kSmall, false, Ink::muted, type::kTextLine};
  const Container list(frame, Role::list, id, name);
  const Rect track = place(frame, available(frame), bar);
  float x = track.x;
  std::size_t hue = 0;
  std::vector<std::size_t> hues;
  for (const Stretch& stretch : stretches) {
    const float width = track.width * stretch.share;
    const Colour colour = stretch.is_idle ? frame.theme.track : frame.theme.hues[hue % kEvidenceHueCount];
    if (width >= 1) fill({x, track.y, std::max(1.0f, width - 2), bar}, colour, 3);
    hues.push_back(hue);
    if (!stretch.is_idle) ++hue;
    x += width;
  }
  space(frame, rhythm::kUnit);
  flow(frame, rhythm::kPair, 0, [&] {
    for (std::size_t i = 0; i < stretches.size(); ++i) {
      const Stretch& stretch = stretches[i];
      const float name_width = width_of(frame, stretch.name, label);
      const float width = 16 + name_width + 6 + width_of(frame, stretch.value, muted);
      const float height = line_height(frame, label);
      const Rect rect = place(frame, std::ceil(width), height);
      record_item(frame, id + ":" + std::to_string(i), stretch.name + " " + stretch.value, rect);
      const Colour colour = stretch.is_idle ? frame.theme.track : frame.theme.hues[hues[i] % kEvidenceHueCount];
      fill({rect.x, rect.y + height / 2 - 5, 10, 10}, colour, 3);
      draw_line(frame, rect.x + 16, rect.y, stretch.name, label);
      draw_line(frame, rect.x + 16 + name_width + 6, rect.y, stretch.value, muted);
    }
  });
}

}  // namespace dryrun::ui
