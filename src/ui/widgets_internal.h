// What widgets share among themselves and no screen sees: drawing, measuring, pressing. The only header that brings ImGui to them.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

#include "ui/widgets.h"

namespace dryrun::ui {

[[nodiscard]] inline ImU32 to_u32(Colour c) { return IM_COL32(c.r, c.g, c.b, c.a); }
[[nodiscard]] inline ImVec4 to_vec4(Colour c) {
  return {static_cast<float>(c.r) / 255.0f, static_cast<float>(c.g) / 255.0f, static_cast<float>(c.b) / 255.0f, static_cast<float>(c.a) / 255.0f};
}
[[nodiscard]] Colour colour_of(const Frame& frame, Ink ink);
[[nodiscard]] Rect intersect(const Rect& a, const Rect& b);

// Text
struct Line {
  std::uint32_t begin = 0, end = 0;
  float width = 0;
};
[[nodiscard]] ImFont* font_of(const Frame& frame, const Look& look);
/// Size in ImGui's terms, whole pixels: others would be drawn from the next whole one, scaled and soft.
[[nodiscard]] float font_size(const Frame& frame, const Look& look);
/// Metrics at that size.
[[nodiscard]] ImFontBaked* baked_of(const Frame& frame, const Look& look);
[[nodiscard]] float line_height(const Frame& frame, const Look& look);
[[nodiscard]] std::vector<Line> wrap(const Frame& frame, std::string_view words, const Look& look, float width);
/// One line, its line box starting at (x, y).
void draw_line(const Frame& frame, float x, float y, std::string_view words, const Look& look);
/// Wrapped words at a place; returns the height. Draws only: whoever calls records.
float draw_words(const Frame& frame, float x, float y, float width, std::string_view words, const Look& look);

// Shapes
void fill(const Rect& rect, Colour colour, float radius);
void stroke(const Rect& rect, Colour colour, float radius, float width = 1);
void focus_ring(const Frame& frame, const Rect& rect, float radius);
void tick_mark(ImVec2 centre, float size, Colour colour);
void chevron(ImVec2 centre, float size, Colour colour, bool is_down);

// Pressing
struct Touch {
  bool is_pressed = false;
  bool is_hovered = false;
  bool is_held = false;
  bool has_ring = false;
};
/// The interactive rectangle of an id. `fragment` tells apart several rectangles of one id (words over two lines).
Touch pressable(Frame& frame, const std::string& id, const Rect& rect, bool is_disabled = false, int fragment = 0);

}  // namespace dryrun::ui
