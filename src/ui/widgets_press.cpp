// Buttons, links, rows, checkboxes and choices: whatever is pressed. Pointer, key and press-by-id all end in one `true`.
#include <algorithm>
#include <cmath>

#include "ui/widgets_internal.h"

namespace dryrun::ui {
namespace {

Node node_of(Role role, const std::string& id, std::string_view name, const Rect& rect, bool is_disabled = false) {
  Node node;
  node.id = id;
  node.role = role;
  node.name = std::string(name);
  node.rect = rect;
  node.is_focusable = !is_disabled;
  node.is_disabled = is_disabled;
  return node;
}

constexpr Look kLabel{type::kBody, true, Ink::normal, type::kTextLine};

}  // namespace

Touch pressable(Frame& frame, const std::string& id, const Rect& rect, bool is_disabled, int fragment) {
  Touch touch;
  if (is_disabled || frame.is_inert) return touch;
  Memory& memory = *frame.memory;
  if (fragment == 0 && frame.take_activation(id)) touch.is_pressed = true;
  if (rect.width < 1 || rect.height < 1) return touch;

  const bool is_native = frame.fields == Fields::drawn;
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  ImGui::PushID(fragment);
  if (is_native && fragment == 0 && memory.native_focus == id) {
    ImGui::SetKeyboardFocusHere();
    ImGui::SetNavCursorVisible(true);  // without it keys would not press what has the focus
    memory.native_focus.clear();
  }
  const bool is_navigable = is_native && fragment == 0;
  if (ImGui::InvisibleButton(id.c_str(), {rect.width, rect.height}, is_navigable ? ImGuiButtonFlags_EnableNav : 0)) touch.is_pressed = true;
  touch.is_hovered = ImGui::IsItemHovered();
  touch.is_held = ImGui::IsItemActive();
  if (is_navigable && ImGui::IsItemFocused()) memory.focus = id;
  ImGui::PopID();
  touch.has_ring = memory.focus == id && (is_native ? ImGui::GetIO().NavVisible : memory.is_ring_visible);
  if (touch.is_hovered) frame.is_over_pressable = true;
  return touch;
}

float button_width(const Frame& frame, std::string_view label) { return std::ceil(width_of(frame, label, kLabel)) + 40; }

bool button(Frame& frame, const Button& spec) {
  const float wanted = spec.fills_width ? available(frame) : button_width(frame, spec.label) - (spec.kind == ButtonKind::quiet ? 16 : 0);
  const float width = std::min(wanted, available(frame));
  const float text_height = height_of(frame, spec.label, kLabel, std::max(1.0f, width - 2 * 8));
  const Rect rect = place(frame, width, std::max(frame.control_height(), text_height + 20));
  Node node = node_of(Role::button, spec.id, spec.label, rect, spec.is_disabled);
  node.description = spec.description;
  record(frame, std::move(node));
  const Touch touch = pressable(frame, spec.id, rect, spec.is_disabled);

  const Theme& theme = frame.theme;
  Look look = kLabel;
  switch (spec.kind) {
    case ButtonKind::primary:
      if (spec.is_disabled) {
        fill(rect, theme.sunken, rhythm::kRadius);
        stroke(rect, theme.line, rhythm::kRadius);
      } else {
        fill(rect, touch.is_hovered || touch.is_held ? theme.accent_hover : theme.accent, rhythm::kRadius);
        look.ink = Ink::on_accent;
      }
      break;
    case ButtonKind::secondary:
    case ButtonKind::danger:
      fill(rect, touch.is_hovered || touch.is_held ? theme.sunken : theme.surface, rhythm::kRadius);
      stroke(rect, spec.is_disabled ? theme.line : theme.control_line, rhythm::kRadius);
      if (spec.kind == ButtonKind::danger) look.ink = Ink::fail;
      break;
    case ButtonKind::quiet:
      if (touch.is_hovered || touch.is_held) fill(rect, theme.sunken, rhythm::kRadius);
      look.ink = Ink::muted;
      break;
  }
  if (spec.is_disabled) look.ink = Ink::muted;
  const float label_width = width_of(frame, spec.label, look);
  if (label_width <= width - 16) {
    draw_line(frame, rect.x + (rect.width - label_width) / 2, rect.y + (rect.height - line_height(frame, look)) / 2, spec.label, look);
  } else {
    draw_words(frame, rect.x + 8, rect.y + (rect.height - text_height) / 2, width - 16, spec.label, look);
  }
  if (touch.has_ring) focus_ring(frame, rect, rhythm::kRadius);
  return touch.is_pressed;
}

bool text_button(Frame& frame, const std::string& id, std::string_view label, const Look& look) {
  // Pressed with a thumb too: as high as a line, and never under 32 pixels.
  const float width = std::min(std::ceil(width_of(frame, label, look)), available(frame));
  const float words = height_of(frame, label, look, width + 1);
  const Rect rect = place(frame, width, std::max(words, 32.0f));
  record(frame, node_of(Role::button, id, label, rect));
  const Touch touch = pressable(frame, id, rect);
  const float y = rect.y + std::floor((rect.height - words) / 2);
  draw_words(frame, rect.x, y, width + 1, label, look);
  if (touch.is_hovered) fill({rect.x, y + words - 3, width, 1}, colour_of(frame, look.ink), 0);
  if (touch.has_ring) focus_ring(frame, rect, rhythm::kSmallRadius);
  return touch.is_pressed;
}

float navigation_width(const Frame& frame, std::string_view label, bool is_current) {
  return std::ceil(width_of(frame, label, {type::kBody, is_current, Ink::normal, type::kTextLine})) + 16;
}

bool navigation_link(Frame& frame, const std::string& id, std::string_view label, bool is_current) {
  const Look look{type::kBody, is_current, is_current ? Ink::normal : Ink::muted, type::kTextLine};
  const float width = std::ceil(width_of(frame, label, look));
  const Rect rect = place(frame, width + 16, frame.control_height());
  Node node = node_of(Role::link, id, label, rect);
  node.is_current = is_current;
  record(frame, std::move(node));
  const Touch touch = pressable(frame, id, rect);
  if (touch.is_hovered && !is_current) fill({rect.x, rect.y + 4, rect.width, rect.height - 8}, frame.theme.sunken, rhythm::kSmallRadius);
  draw_line(frame, rect.x + 8, rect.y + (rect.height - line_height(frame, look)) / 2, label, look);
  if (is_current) fill({rect.x + 8, rect.y + rect.height - 8, width, 2}, frame.theme.accent, 1);
  if (touch.has_ring) focus_ring(frame, {rect.x, rect.y + 4, rect.width, rect.height - 8}, rhythm::kSmallRadius);
  return touch.is_pressed;
}

bool row_button(Frame& frame, const Row& row) {
  const Look title{type::kBody, true, Ink::normal, type::kTextLine};
  const Look detail{type::kSmall, false, Ink::muted, type::kTextLine};
  const Look trailing{type::kSmall, row.has_dot, row.trailing_ink, type::kTextLine};
  const float pad = rhythm::kText;
  const float full = available(frame);
  const float trailing_width = row.trailing.empty() ? 0 : std::ceil(width_of(frame, row.trailing, trailing)) + (row.has_dot ? 16.0f : 0.0f);
  // Where there is no room beside the title, the trailing word goes under it.
  const bool is_stacked = trailing_width > 0 && full - trailing_width - 3 * pad < 180 * frame.scale;
  const float words = std::max(1.0f, full - 2 * pad - (is_stacked || trailing_width == 0 ? 0 : trailing_width + pad));
  const float title_height = height_of(frame, row.title, title, words);
  const float detail_height = row.detail.empty() ? 0 : height_of(frame, row.detail, detail, words);
  const float trailing_height = is_stacked ? line_height(frame, trailing) + 4 : 0;
  const Rect rect = place(frame, full, title_height + detail_height + trailing_height + 2 * pad);

  Node node = node_of(Role::button, row.id, row.title, rect);
  node.description = row.detail;
  if (!row.trailing.empty()) node.description += (row.detail.empty() ? "" : ". ") + row.trailing;
  record(frame, std::move(node));
  const Touch touch = pressable(frame, row.id, rect);
  if (touch.is_hovered || touch.is_held || row.is_selected) fill(rect, frame.theme.sunken, rhythm::kRadius);
  float y = rect.y + pad;
  y += draw_words(frame, rect.x + pad, y, words, row.title, title);
  if (!row.detail.empty()) y += draw_words(frame, rect.x + pad, y, words, row.detail, detail);
  if (trailing_width > 0) {
    const float x = is_stacked ? rect.x + pad : rect.x + rect.width - pad - trailing_width;
    const float top = is_stacked ? y + 4 : rect.y + pad + std::floor((line_height(frame, title) - line_height(frame, trailing)) / 2);
    if (row.has_dot) {
      ImGui::GetWindowDrawList()->AddCircleFilled({x + 4, top + line_height(frame, trailing) / 2}, 4, to_u32(colour_of(frame, row.trailing_ink)), 20);
    }
    draw_line(frame, x + (row.has_dot ? 16.0f : 0.0f), top, row.trailing, trailing);
  }
  if (touch.has_ring) focus_ring(frame, {rect.x + 4, rect.y + 4, rect.width - 8, rect.height - 8}, rhythm::kSmallRadius);
  return touch.is_pressed;
}

bool fold_button(Frame& frame, const std::string& id, std::string_view label, bool is_open) {
  const Look look{type::kLarge, true, Ink::normal, type::kHeadingLine};
  const float mark = 28;
  const float words = std::max(1.0f, available(frame) - mark);
  const float height = height_of(frame, label, look, words);
  const Rect rect = place(frame, available(frame), std::max(frame.control_height(), height + 16));
  Node node = node_of(Role::button, id, label, rect);
  node.has_expanded = true;
  node.is_expanded = is_open;
  record(frame, std::move(node));
  const Touch touch = pressable(frame, id, rect);
  if (touch.is_hovered) fill({rect.x - 8, rect.y, rect.width + 16, rect.height}, frame.theme.sunken, rhythm::kRadius);
  chevron({rect.x + 8, rect.y + rect.height / 2}, 12, frame.theme.accent, is_open);
  draw_words(frame, rect.x + mark, rect.y + (rect.height - height) / 2, words, label, look);
  if (touch.has_ring) focus_ring(frame, rect, rhythm::kSmallRadius);
  return touch.is_pressed;
}

bool checkbox(Frame& frame, const Tick& tick) {
  const Look name{type::kBody, tick.is_next, tick.is_checked ? Ink::normal : tick.is_next ? Ink::normal : Ink::muted, type::kTextLine};
  const Look hint{type::kSmall, false, Ink::muted, type::kTextLine};
  const Look trailing{type::kSmall, false, Ink::muted, type::kTextLine};
  const float mark = std::round(20 * std::min(frame.scale, 1.5f)), lead = mark + 12, pad = 8;
  const float trailing_width = tick.trailing.empty() ? 0 : std::ceil(width_of(frame, tick.trailing, trailing)) + 8;
  const float words = std::max(1.0f, available(frame) - lead - trailing_width);
  const float name_height = height_of(frame, tick.name, name, words);
  const bool shows_hint = tick.is_next && !tick.hint.empty();
  const float hint_height = shows_hint ? height_of(frame, tick.hint, hint, available(frame) - lead) : 0;
  const Rect rect = place(frame, available(frame), name_height + hint_height + 2 * pad);

  Node node = node_of(Role::checkbox, tick.id, tick.name, rect);
  node.is_checked = tick.is_checked;
  node.description = tick.hint;
  if (!tick.trailing.empty()) node.value = tick.trailing;
  record(frame, std::move(node));
  const Touch touch = pressable(frame, tick.id, rect);

  const Theme& theme = frame.theme;
  const ImVec2 centre{rect.x + mark / 2, rect.y + pad + line_height(frame, name) / 2};
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (tick.is_checked) {
    list->AddCircleFilled(centre, mark / 2, to_u32(theme.accent), 32);
    tick_mark(centre, mark * 0.5f, theme.on_accent);
  } else {
    list->AddCircle(centre, mark / 2 - 0.75f, to_u32(tick.is_next || touch.is_hovered ? theme.accent : theme.control_line), 32, tick.is_next ? 2.0f : 1.5f);
    if (tick.is_next) list->AddCircleFilled(centre, mark * 0.16f, to_u32(theme.accent), 20);
  }
  draw_words(frame, rect.x + lead, rect.y + pad, words, tick.name, name);
  if (shows_hint) draw_words(frame, rect.x + lead, rect.y + pad + name_height, available(frame) - lead, tick.hint, hint);
  if (trailing_width > 0) {
    draw_line(frame, rect.x + rect.width - trailing_width + 8, rect.y + pad + std::floor((line_height(frame, name) - line_height(frame, trailing)) / 2),
              tick.trailing, trailing);
  }
  if (touch.has_ring) focus_ring(frame, rect, rhythm::kSmallRadius);
  return touch.is_pressed;
}

std::optional<std::string> choices(Frame& frame, const std::string& id, const std::string& name, std::span<const Option> options,
                                   std::string_view chosen) {
  std::optional<std::string> result;
  const Container group(frame, Role::group, id, name);
  flow(frame, rhythm::kUnit, frame.control_height(), [&] {
    for (const Option& option : options) {
      const bool is_chosen = option.value == chosen;
      const Look look{type::kBody, is_chosen, Ink::normal, type::kTextLine};
      // As wide as the bold form, so that choosing moves nothing.
      const float mark = std::round(18 * std::min(frame.scale, 1.5f));
      const float width = std::ceil(width_of(frame, option.name, kLabel)) + mark + 8 + 32;
      const Rect rect = place(frame, width, frame.control_height());
      const std::string option_id = id + ":" + option.value;
      Node node = node_of(Role::radio, option_id, option.name, rect);
      node.is_checked = is_chosen;
      record(frame, std::move(node));
      const Touch touch = pressable(frame, option_id, rect);
      const Theme& theme = frame.theme;
      fill(rect, touch.is_hovered && !is_chosen ? theme.sunken : theme.surface, rhythm::kRadius);
      stroke(rect, is_chosen ? theme.accent : theme.control_line, rhythm::kRadius, is_chosen ? 2.0f : 1.0f);
      const ImVec2 centre{rect.x + 16 + mark / 2 - 1, rect.y + rect.height / 2};
      ImDrawList* list = ImGui::GetWindowDrawList();
      list->AddCircle(centre, mark / 2 - 1, to_u32(is_chosen ? theme.accent : theme.control_line), 28, is_chosen ? 2.0f : 1.5f);
      if (is_chosen) list->AddCircleFilled(centre, mark * 0.24f, to_u32(theme.accent), 20);
      draw_line(frame, rect.x + 16 + mark + 6, rect.y + (rect.height - line_height(frame, look)) / 2, option.name, look);
      if (touch.has_ring) focus_ring(frame, rect, rhythm::kRadius);
      if (touch.is_pressed && !is_chosen) result = option.value;
    }
  });
  return result;
}

bool ledger_line(Frame& frame, const LedgerLine& line) {
  const Look points{type::kBody, true, line.ink, type::kTextLine};
  const Look title{type::kBody, false, Ink::normal, type::kTextLine};
  const Look quote{type::kSmall, false, Ink::muted, type::kTextLine};
  const Look number{type::kSmall, true, Ink::paper, 1.3f};
  const float pad = rhythm::kUnit;
  const float lead = std::ceil(width_of(frame, "+00", points)) + 12;
  const float chip = line.number > 0 ? std::ceil(width_of(frame, std::to_string(line.number), number)) + 8 : 0;
  const float words = std::max(1.0f, available(frame) - 2 * pad - lead - (chip > 0 ? chip + 8 : 0));
  const float title_height = height_of(frame, line.title, title, words);
  const float quote_height = line.quote.empty() ? 0 : height_of(frame, line.quote, quote, words);
  const Rect rect = place(frame, available(frame), title_height + quote_height + 2 * pad);

  const bool is_pressable = line.has_words;
  Node node = node_of(is_pressable ? Role::button : Role::text, line.id, line.points + " " + line.title, rect);
  node.is_focusable = is_pressable;
  node.description = line.quote;
  node.has_pressed = is_pressable;
  node.is_pressed = line.is_selected;
  record(frame, std::move(node));
  Touch touch;
  if (is_pressable) touch = pressable(frame, line.id, rect);

  const Theme& theme = frame.theme;
  if (line.is_selected || touch.is_hovered) fill(rect, theme.sunken, rhythm::kSmallRadius);
  if (line.is_selected) fill({rect.x, rect.y + 6, 3, rect.height - 12}, theme.accent, 1.5f);
  draw_line(frame, rect.x + pad + lead - 12 - width_of(frame, line.points, points), rect.y + pad, line.points, points);
  draw_words(frame, rect.x + pad + lead, rect.y + pad, words, line.title, title);
  if (quote_height > 0) draw_words(frame, rect.x + pad + lead, rect.y + pad + title_height, words, line.quote, quote);
  if (chip > 0) {
    const float height = line_height(frame, number);
    const Rect badge{rect.x + rect.width - pad - chip, rect.y + pad + std::floor((line_height(frame, title) - height) / 2), chip, height};
    fill(badge, line.is_cost ? theme.fail : theme.hues[static_cast<std::size_t>(line.hue % kEvidenceHueCount)], 5);
    const std::string digits = std::to_string(line.number);
    draw_line(frame, badge.x + (badge.width - width_of(frame, digits, number)) / 2, badge.y, digits, number);
  }
  if (touch.has_ring) focus_ring(frame, {rect.x + 2, rect.y + 2, rect.width - 4, rect.height - 4}, rhythm::kSmallRadius);
  return touch.is_pressed;
}

}  // namespace dryrun::ui
