#include <doctest/doctest.h>
#include <imgui.h>

#include "ui/missing_glyphs.h"
#include "ui/stage.h"

using namespace dryrun;

TEST_CASE("a code point that the fonts lack is a box with its number, wider beyond four digits") {
  const ui::GlyphBitmap four = ui::labelled_box(0x65E5, 16), six = ui::labelled_box(0x1F642, 16);
  CHECK(four.height == 15);
  CHECK(four.width == 11);
  CHECK(six.width == 15);
  CHECK(six.alpha.size() == static_cast<std::size_t>(six.width * six.height));
  CHECK(four.advance > static_cast<float>(four.width));
  CHECK(ui::labelled_box(0x65E5, 32).height == 30);
}

TEST_CASE("joins and marks have no width of their own, letters have") {
  for (const char32_t c : {0x301u, 0x200Du, 0xFE0Fu, 0x64Bu, 0x5B0u}) CHECK(ui::is_without_width(c));
  for (const char32_t c : {0x41u, 0x645u, 0x5E9u, 0x65E5u, 0x1F642u}) CHECK(!ui::is_without_width(c));
}

TEST_CASE("whoever draws missing glyphs is asked once for each, at the size in device pixels, and never for what the fonts have") {
  app::Model model = samples::practice_model(session::Phase::paused);
  model.progress.running->draft = "naive \xE6\x97\xA5\xE6\x97\xA5 \xF0\x9F\x99\x82 e\xCC\x81";
  Stage stage(model);
  stage.viewport.pixel_ratio = 2;
  std::vector<std::pair<char32_t, float>> asked;
  stage.ui.set_glyph_source([&](char32_t c, float em, bool) {
    asked.emplace_back(c, em);
    return ui::GlyphBitmap{4, 4, 0, -4, 20, std::vector<unsigned char>(16, 255)};
  });
  stage.settle();
  REQUIRE(asked.size() == 2);
  CHECK(asked[0].first == 0x65E5);
  CHECK(asked[1].first == 0x1F642);
  CHECK(asked[0].second == doctest::Approx(32).epsilon(0.03));
}

TEST_CASE("words in scripts that the fonts lack can be drawn without anybody's help") {
  app::Model model = samples::practice_model(session::Phase::paused);
  model.progress.running->draft = "\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7 \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E";
  for (const ui::Fields fields : {ui::Fields::external, ui::Fields::drawn}) {
    Stage stage(model, fields);
    stage.settle();
    CHECK(stage.is_settled);
    stage.model.progress.running->phase = session::Phase::answering;
    stage.settle();
    CHECK(ImGui::GetDrawData()->TotalVtxCount > 0);
  }
}
