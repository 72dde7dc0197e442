#include "ui/missing_glyphs.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace dryrun::ui {
namespace {

/// Hexadecimal digits, three columns by five rows, the top left pixel in the highest bit.
constexpr std::array<unsigned, 16> kDigits = {075557, 026227, 071747, 071717, 055711, 074717, 074757, 071222,
                                              075757, 075717, 025755, 065656, 034443, 065556, 074647, 074644};

const ImFontLoader* loader() {
  static ImFontLoader made;
  made.Name = "missing";
  made.FontSrcContainsGlyph = [](ImFontAtlas*, ImFontConfig*, ImWchar code_point) { return code_point > 0x20; };
  made.FontBakedLoadGlyph = [](ImFontAtlas* atlas, ImFontConfig* config, ImFontBaked* baked, void*, ImWchar code_point, ImFontGlyph* glyph, float* advance) {
    const auto* missing = static_cast<const MissingGlyphs*>(ImGui::GetIO().UserData);
    if (missing == nullptr || code_point <= 0x20 || (code_point >= 0x7F && code_point < 0xA0)) return false;
    const float density = config->RasterizerDensity * baked->RasterizerDensity;
    const float reference = baked->ContainerFont->Sources[0]->SizePixels;
    const float share = reference > 0 ? config->SizePixels / reference : 1;
    const float em = baked->Size * share / missing->span_of_em * density;
    std::optional<GlyphBitmap> bitmap;
    if (is_without_width(code_point)) {
      bitmap.emplace();
    } else {
      if (missing->source) bitmap = missing->source(code_point, em, config->FontNo == 1);
      if (!bitmap) bitmap = labelled_box(code_point, em);
    }
    if (advance != nullptr) {
      *advance = bitmap->advance / density;
      return true;
    }
    glyph->Codepoint = code_point & 0x3FFFFFFu;
    glyph->AdvanceX = bitmap->advance / density;
    const auto pixels = static_cast<std::size_t>(bitmap->width) * static_cast<std::size_t>(bitmap->height);
    if (bitmap->width <= 0 || bitmap->height <= 0 || bitmap->alpha.size() < pixels) return true;
    const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, bitmap->width, bitmap->height);
    if (id == ImFontAtlasRectId_Invalid) return false;
    ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, id);
    const float baseline = IM_ROUND(baked->Ascent) + (reference > 0 ? config->GlyphOffset.y * baked->Size / reference : 0);
    glyph->X0 = bitmap->left / density;
    glyph->Y0 = baseline + bitmap->top / density;
    glyph->X1 = glyph->X0 + static_cast<float>(bitmap->width) / density;
    glyph->Y1 = glyph->Y0 + static_cast<float>(bitmap->height) / density;
    glyph->Visible = true;
    glyph->PackId = id;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, config, glyph, rect, bitmap->alpha.data(), ImTextureFormat_Alpha8, bitmap->width);
    return true;
  };
  return &made;
}

}  // namespace

bool is_without_width(char32_t c) {
  struct Range {
    char32_t first, last;
  };
  static constexpr Range kRanges[] = {{0xAD, 0xAD},     {0x300, 0x36F},   {0x483, 0x489},   {0x591, 0x5BD},   {0x5BF, 0x5BF},     {0x5C1, 0x5C2},     {0x5C4, 0x5C5},
                                      {0x610, 0x61A},   {0x64B, 0x65F},   {0x670, 0x670},   {0x6D6, 0x6DC},   {0x1AB0, 0x1AFF},   {0x1DC0, 0x1DFF},   {0x200B, 0x200F},
                                      {0x202A, 0x202E}, {0x2060, 0x206F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},   {0xFEFF, 0xFEFF},   {0x1F3FB, 0x1F3FF},
                                      {0xE0000, 0xE01EF}};
  return std::any_of(std::begin(kRanges), std::end(kRanges), [c](const Range& range) { return c >= range.first && c <= range.last; });
}

GlyphBitmap labelled_box(char32_t code_point, float em_pixels) {
  const int digits = code_point > 0xFFFF ? 6 : 4, columns = digits / 2;
  const int unit = std::max(1, static_cast<int>(em_pixels / 15));  // the box is 15 units high: about an em
  GlyphBitmap box;
  box.width = (columns * 4 + 3) * unit;
  box.height = 15 * unit;
  box.left = static_cast<float>(unit);
  box.top = static_cast<float>(-13 * unit);
  box.advance = static_cast<float>(box.width + 2 * unit);
  box.alpha.assign(static_cast<std::size_t>(box.width * box.height), 0);
  const auto dot = [&](int column, int row) {
    for (int y = row * unit; y < (row + 1) * unit; ++y) {
      for (int x = column * unit; x < (column + 1) * unit; ++x) box.alpha[static_cast<std::size_t>(y * box.width + x)] = 255;
    }
  };
  const int right = box.width / unit - 1;
  for (int column = 0; column <= right; ++column) {
    dot(column, 0);
    dot(column, 14);
  }
  for (int row = 0; row < 15; ++row) {
    dot(0, row);
    dot(right, row);
  }
  for (int i = 0; i < digits; ++i) {
    const unsigned digit = kDigits[(static_cast<std::uint32_t>(code_point) >> (4 * (digits - 1 - i))) & 15u];
    const int left = 2 + i % columns * 4, top = 2 + i / columns * 6;
    for (int bit = 0; bit < 15; ++bit) {
      if ((digit >> (14 - bit)) & 1u) dot(left + bit % 3, top + bit / 3);
    }
  }
  return box;
}

void add_missing_glyphs(float pixels, float offset_y, bool is_semibold) {
  ImFontConfig config;
  config.MergeMode = true;
  config.FontLoader = loader();
  config.SizePixels = pixels;
  config.GlyphOffset.y = offset_y;
  config.FontNo = is_semibold ? 1 : 0;
  ImGui::GetIO().Fonts->AddFont(&config);
}

void forget_missing_glyphs() {
  for (ImFont* font : ImGui::GetIO().Fonts->Fonts) ImFontAtlasFontDiscardBakes(ImGui::GetIO().Fonts, font, 0);
}

}  // namespace dryrun::ui
