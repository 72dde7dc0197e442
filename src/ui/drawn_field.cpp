#include "ui/drawn_field.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "ui/widgets_internal.h"
#include "ui/widgets_wrapped_edit.h"

namespace dryrun::ui {
namespace {

/// One drawn field while it is being edited.
struct Editing {
  const Frame* frame = nullptr;
  float width = 0;  ///< 0: one line, no wrapping
  std::string* buffer = nullptr;
  WrappedText text;
  std::vector<std::string> undo, redo;
  bool was_edited = false;
};

std::vector<std::size_t> soft_breaks(const Frame& frame, const std::string& words, float width) {
  std::vector<std::size_t> breaks;
  if (width <= 0) return breaks;
  for (const Line& line : wrap(frame, words, kBodyLook, width)) {
    if (line.begin > 0 && words[line.begin - 1] != '\n') breaks.push_back(line.begin);
  }
  return breaks;
}

/// The steps that Ctrl+Z or Ctrl+Y take from, or null.
std::vector<std::string>* stepped(Editing& editing) {
  const ImGuiIO& io = ImGui::GetIO();
  if (!io.KeyCtrl) return nullptr;
  const bool is_redo = ImGui::IsKeyPressed(ImGuiKey_Y) || (io.KeyShift && ImGui::IsKeyPressed(ImGuiKey_Z));
  if (!is_redo && !ImGui::IsKeyPressed(ImGuiKey_Z)) return nullptr;
  std::vector<std::string>& steps = is_redo ? editing.redo : editing.undo;
  return steps.empty() ? nullptr : &steps;
}

int on_field(ImGuiInputTextCallbackData* data) {
  auto& editing = *static_cast<Editing*>(data->UserData);
  if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
    editing.buffer->resize(static_cast<std::size_t>(data->BufTextLen));
    data->Buf = editing.buffer->data();
    return 0;
  }
  const std::string edited(data->Buf, static_cast<std::size_t>(data->BufTextLen));
  const std::string before = editing.text.words();
  std::string words = before;
  std::size_t cursor = 0;
  if (std::vector<std::string>* steps = stepped(editing)) {
    words = std::move(steps->back());
    steps->pop_back();
    (steps == &editing.redo ? editing.undo : editing.redo).push_back(before);
    cursor = words.size();
    editing.was_edited = true;
  } else if (edited != editing.text.shown()) {
    const std::size_t old_cursor = static_cast<std::size_t>(data->CursorPos);
    const std::size_t from_end = edited.size() - std::min(edited.size(), old_cursor);
    const std::size_t tail_words = before.size() - std::min(before.size(), editing.text.to_words(editing.text.shown().size() - std::min(editing.text.shown().size(), from_end)));
    if (editing.text.take_edit(edited, ImGui::IsKeyPressed(ImGuiKey_Delete))) {
      words = editing.text.words();
      editing.was_edited = true;
      // A new step at each word, so that undoing goes word by word.
      const bool is_new_step = editing.undo.empty() || words.size() < before.size() || words.size() > before.size() + 1 || words.back() == ' ' || words.back() == '\n';
      if (is_new_step) editing.undo.push_back(before);
      if (editing.undo.size() > 200) editing.undo.erase(editing.undo.begin());
      editing.redo.clear();
    }
    cursor = words.size() - std::min(words.size(), tail_words);
  } else {
    const std::vector<std::size_t> breaks = soft_breaks(*editing.frame, words, editing.width);
    WrappedText wrapped;
    wrapped.set(words, breaks);
    if (wrapped.shown() == edited) return 0;
    cursor = editing.text.to_words(static_cast<std::size_t>(data->CursorPos));  // the width changed
  }
  editing.text.set(words, soft_breaks(*editing.frame, words, editing.width));
  if (editing.text.shown() != edited) {
    data->DeleteChars(0, data->BufTextLen);
    data->InsertChars(0, editing.text.shown().data(), editing.text.shown().data() + editing.text.shown().size());
    data->CursorPos = data->SelectionStart = data->SelectionEnd = static_cast<int>(editing.text.to_shown(cursor));
  }
  return 0;
}

}  // namespace

std::optional<std::string> edit_drawn_field(Frame& frame, const Field& field, const Rect& rect, bool is_multiline, bool& has_focus) {
  Memory& memory = *frame.memory;
  if (!memory.editings) memory.editings = std::make_shared<std::map<std::string, Editing>>();
  Editing& editing = (*std::static_pointer_cast<std::map<std::string, Editing>>(memory.editings))[field.id];
  std::string& buffer = memory.field_texts[field.id];
  editing.frame = &frame;
  // Less than there is: the field's own glyphs are a little wider than ours, and its scroll bar needs room.
  editing.width = is_multiline ? (rect.width - 2 * kFieldPadX) * 0.97f - 8 : 0;
  editing.buffer = &buffer;
  editing.was_edited = false;
  const std::string label = "##" + field.id;
  if (memory.active_field != field.id && (editing.text.words() != field.value || buffer != editing.text.shown() || is_multiline)) {
    if (editing.text.words() != field.value) {
      editing.undo.clear();
      editing.redo.clear();
    }
    editing.text.set(field.value, soft_breaks(frame, field.value, editing.width));
    buffer = editing.text.shown();
  }
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  const float line = std::round(type::kBody * type::kTextLine * frame.scale);
  ImGui::PushFont(frame.field, line);
  ImGui::PushStyleColor(ImGuiCol_Text, to_vec4(frame.theme.ink));
  ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, to_vec4(with_alpha(frame.theme.accent, 70)));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(kFieldPadX, is_multiline ? kFieldPadY : (rect.height - line) / 2));
  if (memory.native_focus == field.id) {
    ImGui::SetKeyboardFocusHere();
    memory.native_focus.clear();
  }
  constexpr ImGuiInputTextFlags kFlags = ImGuiInputTextFlags_CallbackResize | ImGuiInputTextFlags_CallbackAlways | ImGuiInputTextFlags_NoUndoRedo | ImGuiInputTextFlags_NoHorizontalScroll;
  if (is_multiline) {
    ImGui::InputTextMultiline(label.c_str(), buffer.data(), buffer.size() + 1, {rect.width, rect.height}, kFlags, on_field, &editing);
  } else {
    ImGui::SetNextItemWidth(rect.width);
    ImGui::InputText(label.c_str(), buffer.data(), buffer.size() + 1, kFlags & ~ImGuiInputTextFlags_NoHorizontalScroll, on_field, &editing);
  }
  const bool is_active = ImGui::IsItemActive();
  has_focus = is_active || ImGui::IsItemFocused();
  if (is_active) memory.active_field = field.id;
  if (!is_active && memory.active_field == field.id) memory.active_field.clear();
  if (ImGui::IsItemHovered()) frame.wants_text_cursor = true;
  ImGui::PopStyleVar();
  ImGui::PopStyleColor(2);
  ImGui::PopFont();
  if (has_focus) memory.focus = field.id;
  if (is_active) frame.redraw_within(500);  // the caret blinks
  if (editing.was_edited) return editing.text.words();
  return std::nullopt;
}

}  // namespace dryrun::ui
