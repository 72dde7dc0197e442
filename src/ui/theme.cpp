#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace dryrun::ui {
namespace {

constexpr Colour rgb(std::uint32_t hex, std::uint8_t alpha = 255) {
  return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8), static_cast<std::uint8_t>(hex), alpha};
}

/// sRGB channel to linear light, as WCAG 2 defines relative luminance.
double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) { return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b); }

// Six hues that stay apart for the common kinds of colour blindness when doubled by their numbers: teal, amber, violet, blue, rose, olive.
constexpr std::array<std::uint32_t, kEvidenceHueCount> kLightHues = {0x0B6A66, 0x8A5A00, 0x6B4BA8, 0x1F5FA8, 0xA23A66, 0x55681A};
constexpr std::array<std::uint32_t, kEvidenceHueCount> kLightTints = {0x16A39C, 0xE8A317, 0x8B63D9, 0x3A86E0, 0xE0608F, 0x93AD2B};
constexpr std::array<std::uint32_t, kEvidenceHueCount> kDarkHues = {0x62C9C0, 0xE2B45C, 0xB79BEB, 0x84B6F2, 0xEE95B6, 0xB9CC6A};

}  // namespace

Theme make_theme(bool is_dark, bool more_contrast) {
  Theme theme;
  theme.is_dark = is_dark;
  if (is_dark) {
    theme.paper = rgb(0x141619);
    theme.surface = rgb(0x1C1F24);
    theme.sunken = rgb(0x23272D);
    theme.ink = rgb(0xECE9E3);
    theme.muted = rgb(more_contrast ? 0xCFCAC1 : 0xA8A298);
    theme.line = rgb(more_contrast ? 0x6A717D : 0x2D3138);
    theme.track = rgb(0x2D3138);
    theme.control_line = rgb(more_contrast ? 0xA8A298 : 0x737B88);
    theme.accent = rgb(0x62C9C0);
    theme.on_accent = rgb(0x0C1A19);
    theme.accent_hover = rgb(0x7BD8CF);
    theme.pass = rgb(0x6ACB97);
    theme.fail = rgb(0xEE9470);
    theme.cannot = rgb(0xA9B4C2);
    theme.scrim = rgb(0x08090A, 200);
    for (std::size_t i = 0; i < kDarkHues.size(); ++i) {
      theme.tints[i] = rgb(kDarkHues[i], 68);
      theme.hues[i] = rgb(kDarkHues[i]);
    }
  } else {
    theme.paper = rgb(0xFAF8F4);
    theme.surface = rgb(0xFFFFFF);
    theme.sunken = rgb(0xF3F0E9);
    theme.ink = rgb(0x1B1A18);
    theme.muted = rgb(more_contrast ? 0x3C3833 : 0x5A554E);
    theme.line = rgb(more_contrast ? 0x8C867C : 0xE3DED5);
    theme.track = rgb(0xE3DED5);
    theme.control_line = rgb(more_contrast ? 0x5A554E : 0x8C867C);
    theme.accent = rgb(0x0B6A66);
    theme.on_accent = rgb(0xFFFFFF);
    theme.accent_hover = rgb(0x095955);
    theme.pass = rgb(0x1C7A4C);
    theme.fail = rgb(0xA8441F);
    theme.cannot = rgb(0x56606E);
    theme.scrim = rgb(0x2A2722, 140);
    for (std::size_t i = 0; i < kLightHues.size(); ++i) {
      theme.tints[i] = rgb(kLightTints[i], 54);
      theme.hues[i] = rgb(kLightHues[i]);
    }
  }
  return theme;
}

Colour over(Colour top, Colour bottom) {
  const auto mix = [&](std::uint8_t t, std::uint8_t b) {
    return static_cast<std::uint8_t>((t * top.a + b * (255 - top.a) + 127) / 255);
  };
  return {mix(top.r, bottom.r), mix(top.g, bottom.g), mix(top.b, bottom.b), 255};
}

Colour with_alpha(Colour colour, std::uint8_t alpha) {
  colour.a = alpha;
  return colour;
}

double contrast(Colour a, Colour b) {
  const double la = luminance(a), lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

}  // namespace dryrun::ui
