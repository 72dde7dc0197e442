// Code points that the fonts lack, in Dear ImGui's atlas: drawn by whoever can (the browser's own text engine), else as a box that bears the
// code point's number. The one file behind this that reaches into Dear ImGui's internals: its font loaders are public nowhere else.
#pragma once

#include "ui/ui.h"

struct ImFont;

namespace dryrun::ui {

/// Lives as long as the ImGui context, which finds it through ImGuiIO::UserData.
struct MissingGlyphs {
  GlyphSource source;
  float span_of_em = 1.2f;
};

/// Takes part as the last source of the font that was added last. `pixels` as for its other sources.
void add_missing_glyphs(float pixels, float offset_y, bool is_semibold);
/// What was drawn so far is forgotten, so that it is drawn anew.
void forget_missing_glyphs();

/// Joins, marks that stand on other letters, variation selectors: no width of their own.
[[nodiscard]] bool is_without_width(char32_t code_point);
/// The box: alpha of width * height, its bottom `top + height` pixels below the baseline.
[[nodiscard]] GlyphBitmap labelled_box(char32_t code_point, float em_pixels);

}  // namespace dryrun::ui
