// Text fields. Drawn: Dear ImGui edits (drawn_field.h). External: a real control lies over the rectangle, so only its surface is painted, and its
// words only while a dialog hides that control.
#include <cmath>

#include "ui/drawn_field.h"
#include "ui/widgets_internal.h"

namespace dryrun::ui {
namespace {

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
    frame.memory->active_field.clear();
    frame.values.erase(given);
  }
  if (frame.take_activation(field.id)) frame.memory->native_focus = field.id;

  const bool is_painted = frame.is_inert;
  if (frame.fields == Fields::drawn && !frame.is_inert && !result) {
    result = frame.edit_field(frame, field, rect, is_multiline, has_focus);
  }
  const bool shows_placeholder = field.value.empty() && !field.placeholder.empty() && (is_painted || frame.fields == Fields::drawn);
  if (is_painted || shows_placeholder) {
    const Rect outer = frame.clip;
    frame.clip = intersect(frame.clip, rect);
    ImGui::PushClipRect({frame.clip.x, frame.clip.y}, {frame.clip.x + frame.clip.width, frame.clip.y + frame.clip.height}, true);
    const Look look{type::kBody, false, shows_placeholder ? Ink::muted : Ink::normal, type::kTextLine};
    draw_words(frame, rect.x + kFieldPadX, rect.y + (is_multiline ? kFieldPadY : std::floor((rect.height - line_height(frame, look)) / 2)), rect.width - 2 * kFieldPadX,
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
