// Text fields. Drawn: Dear ImGui edits. External: a real control lies over the rectangle, so only its surface is painted, and its
// words only while a dialog hides that control.
#include <algorithm>
#include <cmath>

#include "ui/widgets_internal.h"

namespace dryrun::ui {
namespace {

constexpr float kPadX = 14, kPadY = 12;

int resize(ImGuiInputTextCallbackData* data) {
  if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
    auto* text = static_cast<std::string*>(data->UserData);
    text->resize(static_cast<std::size_t>(data->BufTextLen));
    data->Buf = text->data();
  }
  return 0;
}

std::optional<std::string> edit(Frame& frame, const Field& field, const Rect& rect, bool is_multiline, bool& has_focus) {
  Memory& memory = *frame.memory;
  std::string& text = memory.field_texts.try_emplace(field.id, field.value).first->second;
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  ImGui::PushFont(frame.field, type::kBody * type::kTextLine * frame.scale);
  ImGui::PushStyleColor(ImGuiCol_Text, to_vec4(frame.theme.ink));
  ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, to_vec4(with_alpha(frame.theme.accent, 70)));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(kPadX, is_multiline ? kPadY : (rect.height - std::round(type::kBody * type::kTextLine * frame.scale)) / 2));
  if (memory.native_focus == field.id) {
    ImGui::SetKeyboardFocusHere();
    memory.native_focus.clear();
  }
  bool was_edited = false;
  if (is_multiline) {
    was_edited = ImGui::InputTextMultiline(field.id.c_str(), text.data(), text.size() + 1, {rect.width, rect.height}, ImGuiInputTextFlags_CallbackResize, resize, &text);
  } else {
    ImGui::SetNextItemWidth(rect.width);
    was_edited = ImGui::InputText(field.id.c_str(), text.data(), text.size() + 1, ImGuiInputTextFlags_CallbackResize, resize, &text);
  }
  const bool is_active = ImGui::IsItemActive();
  has_focus = is_active || ImGui::IsItemFocused();
  if (ImGui::IsItemHovered()) frame.wants_text_cursor = true;
  ImGui::PopStyleVar();
  ImGui::PopStyleColor(2);
  ImGui::PopFont();
  if (has_focus) memory.focus = field.id;
  if (is_active) frame.redraw_within(500);  // the caret blinks
  if (was_edited) return text;
  if (!is_active && text != field.value) text = field.value;
  return std::nullopt;
}

std::optional<std::string> any_field(Frame& frame, const Field& field, float height, bool is_multiline) {
  const Rect rect = place(frame, available(frame), height);
  Node node;
  node.id = field.id;
  node.role = is_multiline ? Role::text_area : Role::text_field;
  node.name = field.name;
  node.value = field.value;
  node.description = field.description;
  node.placeholder = field.placeholder;
  node.rect = rect;
  node.is_focusable = true;
  node.font_size = type::kBody * frame.scale;
  record(frame, std::move(node));

  const Theme& theme = frame.theme;
  fill(rect, theme.surface, rhythm::kRadius);
  std::optional<std::string> result;
  bool has_focus = frame.memory->focus == field.id && !frame.is_inert;
  const auto given = frame.values.find(field.id);
  if (given != frame.values.end() && !frame.is_inert) {
    if (given->second != field.value) result = given->second;
    frame.memory->field_texts[field.id] = given->second;
    frame.values.erase(given);
  }
  if (frame.take_activation(field.id)) frame.memory->native_focus = field.id;

  const bool is_painted = frame.is_inert;
  if (frame.fields == Fields::drawn && !frame.is_inert && !result) {
    result = edit(frame, field, rect, is_multiline, has_focus);
  }
  const bool shows_placeholder = field.value.empty() && !field.placeholder.empty() && (is_painted || frame.fields == Fields::drawn);
  if (is_painted || shows_placeholder) {
    const Rect outer = frame.clip;
    frame.clip = intersect(frame.clip, rect);
    ImGui::PushClipRect({frame.clip.x, frame.clip.y}, {frame.clip.x + frame.clip.width, frame.clip.y + frame.clip.height}, true);
    const Look look{type::kBody, false, shows_placeholder ? Ink::muted : Ink::normal, type::kTextLine};
    draw_words(frame, rect.x + kPadX, rect.y + (is_multiline ? kPadY : std::floor((rect.height - line_height(frame, look)) / 2)), rect.width - 2 * kPadX,
               shows_placeholder ? field.placeholder : field.value, look);
    ImGui::PopClipRect();
    frame.clip = outer;
  }
  stroke(rect, has_focus ? theme.accent : theme.control_line, rhythm::kRadius, has_focus ? 2.0f : 1.0f);
  return result;
}

}  // namespace

std::optional<std::string> text_field(Frame& frame, const Field& field) { return any_field(frame, field, frame.control_height(), false); }

std::optional<std::string> text_area(Frame& frame, const Field& field) { return any_field(frame, field, field.height, true); }

}  // namespace dryrun::ui
