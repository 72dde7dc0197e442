// The face: shows a Model with Dear ImGui, records the semantic tree, and hands back Messages. Owns the ImGui context, fonts, scroll, hover and
// animation, nothing else. Needs no renderer: frame() works the same with none, and draw data is there for whoever has one.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/message.h"
#include "app/model.h"
#include "ui/semantics.h"

namespace dryrun::ui {

/// Who draws and edits text fields: ImGui itself (native), or real controls laid over the rectangles (web, headless).
enum class Fields : std::uint8_t { drawn, external };

struct Frame;
struct Field;
/// How drawn fields are edited: edit_drawn_field of ui/drawn_field.h.
using FieldEditor = std::optional<std::string> (*)(Frame&, const Field&, const Rect&, bool is_multiline, bool& has_focus);

struct Fonts {
  std::string_view regular;   ///< TTF bytes, must outlive the Ui
  std::string_view semibold;
};

struct Viewport {
  float width = 1280;       ///< CSS pixels
  float height = 800;
  float pixel_ratio = 1;    ///< framebuffer pixels per CSS pixel
  float safe_bottom = 0;    ///< CSS pixels covered at the bottom (on-screen keyboard)
  bool is_dark = false;     ///< the system's wish; the setting outranks it
  bool reduced_motion = false;
  bool more_contrast = false;
};

/// One drawn code point: alpha in device pixels; `left` and `top` from the pen on the baseline, y down.
struct GlyphBitmap {
  int width = 0, height = 0;
  float left = 0, top = 0, advance = 0;
  std::vector<unsigned char> alpha;
};
/// Draws a code point that the fonts lack, at `em_pixels` device pixels an em; empty when it can't either.
using GlyphSource = std::function<std::optional<GlyphBitmap>(char32_t code_point, float em_pixels, bool is_semibold)>;

struct FrameResult {
  std::vector<app::Message> messages;
  /// Milliseconds until this should be drawn again without any input (clock, animation); empty: not before the next event.
  std::optional<int> redraw_in_ms;
  bool wants_text_cursor = false;
  bool is_over_pressable = false;
};

class Ui {
 public:
  /// `editor` belongs to Fields::drawn, and is null for external ones.
  Ui(Fonts fonts, Fields fields, FieldEditor editor = nullptr);
  ~Ui();
  Ui(const Ui&) = delete;
  Ui& operator=(const Ui&) = delete;

  /// One frame: lays out and records; ImGui draw data stay available (ImGui::GetDrawData) for the platform's renderer.
  FrameResult frame(const app::Model& model, Now now, const Viewport& viewport);
  [[nodiscard]] const Tree& tree() const;

  /// Who draws what the fonts lack; without one it is shown as a box with the code point's number.
  void set_glyph_source(GlyphSource source);

  // Input by semantic id, taken by the widget of that id in the next frame.
  void focus(std::string_view id);        ///< empty: nothing has focus
  void activate(std::string_view id);     ///< press, toggle, follow
  void set_value(std::string_view id, std::string_view value);  ///< text of a field, value of a combobox

  // Raw pointer input, for the platform with a pointer; keys only go to drawn fields.
  void pointer_move(float x, float y);
  void pointer_button(bool is_down);
  void pointer_leave();
  void wheel(float dx, float dy);        ///< CSS pixels
  void scroll_by(float x, float y, float dy);  ///< touch drag at a point
  [[nodiscard]] bool can_scroll(float x, float y, float dy) const;  ///< whether something under the point can scroll that way
  /// The innermost focusable node at a point in the last tree, or empty.
  [[nodiscard]] std::string hit_test(float x, float y) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dryrun::ui
