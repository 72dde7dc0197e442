#include <doctest/doctest.h>

#include <vector>

#include "ui/theme.h"

using namespace dryrun::ui;

namespace {

struct Case {
  bool is_dark, more_contrast;
};
const std::vector<Case> kThemes = {{false, false}, {true, false}, {false, true}, {true, true}};

}  // namespace

TEST_CASE("contrast of black and white is 21 and of a colour with itself 1") {
  CHECK(contrast({0, 0, 0, 255}, {255, 255, 255, 255}) == doctest::Approx(21.0));
  CHECK(contrast({90, 85, 78, 255}, {90, 85, 78, 255}) == doctest::Approx(1.0));
}

TEST_CASE("every text colour reads on every ground it is put on, in all themes") {
  for (const Case& one : kThemes) {
    CAPTURE(one.is_dark);
    CAPTURE(one.more_contrast);
    const Theme theme = make_theme(one.is_dark, one.more_contrast);
    for (const Colour ground : {theme.paper, theme.surface, theme.sunken}) {
      for (const Colour text : {theme.ink, theme.muted, theme.accent, theme.pass, theme.fail, theme.cannot}) {
        CHECK(contrast(text, ground) >= 4.5);
      }
    }
    CHECK(contrast(theme.on_accent, theme.accent) >= 4.5);
    CHECK(contrast(theme.on_accent, theme.accent_hover) >= 4.5);
  }
}

TEST_CASE("evidence tints leave ink readable, also when they are chosen, and their numbers read on their hues") {
  for (const Case& one : kThemes) {
    const Theme theme = make_theme(one.is_dark, one.more_contrast);
    for (int i = 0; i < kEvidenceHueCount; ++i) {
      CAPTURE(one.is_dark);
      CAPTURE(i);
      const Colour tint = theme.tints[static_cast<std::size_t>(i)], hue = theme.hues[static_cast<std::size_t>(i)];
      CHECK(contrast(theme.ink, over(tint, theme.surface)) >= 7.0);
      CHECK(contrast(theme.ink, over(with_alpha(tint, static_cast<std::uint8_t>(tint.a + 36)), theme.surface)) >= 4.5);
      CHECK(contrast(theme.surface, hue) >= 4.5);
      CHECK(contrast(hue, theme.surface) >= 3.0);
      CHECK(contrast(hue, theme.paper) >= 3.0);
    }
    CHECK(contrast(theme.surface, theme.fail) >= 4.5);
    CHECK(contrast(theme.surface, theme.pass) >= 3.0);  // the tick on its disc
  }
}

TEST_CASE("outlines of controls and the focus ring stand out from whatever lies beside them") {
  for (const Case& one : kThemes) {
    CAPTURE(one.is_dark);
    const Theme theme = make_theme(one.is_dark, one.more_contrast);
    for (const Colour ground : {theme.paper, theme.surface, theme.sunken}) {
      CHECK(contrast(theme.control_line, ground) >= 3.0);
      CHECK(contrast(theme.accent, ground) >= 3.0);
    }
    CHECK(contrast(theme.ink, theme.track) >= 3.0);  // the threshold on the score's track
    for (const Colour filled : {theme.accent, theme.pass, theme.fail}) CHECK(contrast(filled, theme.track) >= 3.0);
  }
}

TEST_CASE("laying a colour over another follows its alpha") {
  CHECK(over({255, 0, 0, 255}, {0, 0, 255, 255}) == Colour{255, 0, 0, 255});
  CHECK(over({255, 0, 0, 0}, {0, 0, 255, 255}) == Colour{0, 0, 255, 255});
  CHECK(over({200, 100, 0, 51}, {0, 0, 0, 255}) == Colour{40, 20, 0, 255});
}
