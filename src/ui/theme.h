// The tokens of the look: colours of light and dark, the type scale, the rhythm. The one place where a colour or a size is
// decided; tested for contrast. Holds no state and draws nothing.
#pragma once

#include <array>
#include <cstdint>

namespace dryrun::ui {

/// Straight (not premultiplied) 8-bit colour.
struct Colour {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
  friend bool operator==(const Colour&, const Colour&) = default;
};

inline constexpr int kEvidenceHueCount = 6;

struct Theme {
  bool is_dark = false;
  Colour paper, surface, sunken;  ///< page; cards and fields; tracks and hovered rows
  Colour ink, muted, line;
  Colour track;                   ///< what a bar or ring has not filled
  Colour control_line;            ///< outline of fields, checkboxes and buttons: 3:1 where a hairline needs none
  Colour accent, on_accent, accent_hover;
  Colour pass, fail, cannot;
  Colour scrim;
  std::array<Colour, kEvidenceHueCount> tints;  ///< evidence: translucent, over surface, under ink
  std::array<Colour, kEvidenceHueCount> hues;   ///< the same hues strong enough for marks and underlines
};

[[nodiscard]] Theme make_theme(bool is_dark, bool more_contrast);

/// `top` laid over an opaque `bottom`.
[[nodiscard]] Colour over(Colour top, Colour bottom);
/// The same colour, let through by `alpha` of 255.
[[nodiscard]] Colour with_alpha(Colour colour, std::uint8_t alpha);
/// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(Colour a, Colour b);

/// Type scale at 100 %, CSS pixels. Nothing is smaller than `small`.
namespace type {
inline constexpr float kSmall = 13, kBody = 16, kLarge = 20, kTitle = 28, kDisplay = 44;
inline constexpr float kTextLine = 1.5f, kHeadingLine = 1.2f;
}  // namespace type

/// Rhythm: multiples of 8 (4 only inside a control).
namespace rhythm {
inline constexpr float kHalf = 4, kUnit = 8, kText = 12, kPair = 16, kBlock = 24, kSection = 40;
inline constexpr float kRadius = 10, kSmallRadius = 6;
inline constexpr float kFocusWidth = 2, kFocusGap = 2;
inline constexpr float kContentWidth = 1120;   ///< of the page on wide surfaces
inline constexpr float kMeasure = 640;         ///< 60 to 72 characters of body text at 100 %
inline constexpr float kWideFrom = 900;        ///< CSS pixels at 100 % text from which there are two columns
}  // namespace rhythm

}  // namespace dryrun::ui
