// A text field that Dear ImGui itself edits. Only who hands `edit_drawn_field` to Ui links it: the page has real controls and goes without.
#pragma once

#include <optional>
#include <string>

#include "ui/frame.h"
#include "ui/ui.h"
#include "ui/widgets.h"

namespace dryrun::ui {

/// Between a field's edge and its words, CSS pixels at scale 1.
inline constexpr float kFieldPadX = 14, kFieldPadY = 12;

/// Draws and edits one field at `rect`. The new text when it was edited; `has_focus` tells whether the field has the focus.
[[nodiscard]] std::optional<std::string> edit_drawn_field(Frame& frame, const Field& field, const Rect& rect, bool is_multiline, bool& has_focus);

}  // namespace dryrun::ui
