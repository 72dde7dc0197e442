// Words: measuring, wrapping, drawing, and the text primitives.
#include <algorithm>
#include <cmath>

#include "text/utf8.h"
#include "ui/widgets_internal.h"

namespace dryrun::ui {
namespace {

/// Large type is set a little tighter, as it would be in print.
float tracking_of(const Look& look) { return look.size >= type::kDisplay ? -0.022f : look.size >= type::kTitle ? -0.014f : 0.0f; }

bool breaks_after(char32_t c) { return c == U' ' || c == U'\t'; }

int record_words(Frame& frame, Role role, std::string id, std::string_view words, const Look& look, int level) {
  const Box& box = frame.box();
  const float natural = box.is_flow ? width_of(frame, words, look) : box.width;
  const float width = std::min(box.width, box.is_flow ? std::ceil(natural) + 1 : box.width);
  const float height = height_of(frame, words, look, width);
  const Rect rect = place(frame, width, height);
  Node node;
  node.id = std::move(id);
  node.role = role;
  node.name = std::string(words);
  node.level = level;
  node.rect = rect;
  const int index = record(frame, std::move(node));
  draw_words(frame, rect.x, rect.y, width, words, look);
  return index;
}

}  // namespace

Colour colour_of(const Frame& frame, Ink ink) {
  switch (ink) {
    case Ink::normal: return frame.theme.ink;
    case Ink::muted: return frame.theme.muted;
    case Ink::accent: return frame.theme.accent;
    case Ink::pass: return frame.theme.pass;
    case Ink::fail: return frame.theme.fail;
    case Ink::cannot: return frame.theme.cannot;
    case Ink::on_accent: return frame.theme.on_accent;
    case Ink::paper: return frame.theme.surface;
  }
  return frame.theme.ink;
}

float font_size(const Frame& frame, const Look& look) { return std::round(look.size * frame.scale * frame.span_of_em); }

ImFontBaked* baked_of(const Frame& frame, const Look& look) { return font_of(frame, look)->GetFontBaked(font_size(frame, look)); }

ImFont* font_of(const Frame& frame, const Look& look) { return look.is_semibold ? frame.semibold : frame.regular; }

float line_height(const Frame& frame, const Look& look) { return std::round(look.size * frame.scale * look.line); }

float width_of(const Frame& frame, std::string_view words, const Look& look) {
  ImFontBaked* baked = baked_of(frame, look);
  const float tracking = tracking_of(look) * look.size * frame.scale;
  float width = 0;
  for (std::uint32_t at = 0; at < words.size();) width += baked->GetCharAdvance(text::decode(words, at)) + tracking;
  return width;
}

std::vector<Line> wrap(const Frame& frame, std::string_view words, const Look& look, float width) {
  std::vector<Line> lines;
  ImFontBaked* baked = baked_of(frame, look);
  const float tracking = tracking_of(look) * look.size * frame.scale;
  std::uint32_t begin = 0, at = 0;
  std::uint32_t break_at = 0, break_next = 0;  // end of the line if broken at the last gap, and where the next one starts
  float x = 0, break_width = 0;
  bool has_break = false;
  while (at < words.size()) {
    const std::uint32_t here = at;
    const char32_t c = text::decode(words, at);
    if (c == U'\n') {
      lines.push_back({begin, here, x});
      begin = at;
      x = 0;
      has_break = false;
      continue;
    }
    const float advance = baked->GetCharAdvance(c) + tracking;
    if (breaks_after(c)) {
      if (!has_break || break_next != here) {
        break_at = here;
        break_width = x;
      }
      break_next = at;
      has_break = true;
      x += advance;
      continue;
    }
    if (x + advance > width && here > begin) {
      if (has_break && break_next > begin) {
        lines.push_back({begin, break_at, break_width});
        begin = break_next;
      } else {
        lines.push_back({begin, here, x});  // one word longer than the line
        begin = here;
      }
      at = begin;
      x = 0;
      has_break = false;
      continue;
    }
    x += advance;
    // A long word with a hyphen or a slash may break after it.
    if ((c == U'-' || c == U'/') && here > begin) {
      break_at = at;
      break_next = at;
      break_width = x;
      has_break = true;
    }
  }
  lines.push_back({begin, static_cast<std::uint32_t>(words.size()), x});
  return lines;
}

void draw_line(const Frame& frame, float x, float y, std::string_view words, const Look& look) {
  if (words.empty()) return;
  const float size = font_size(frame, look);
  const float height = line_height(frame, look);
  const Rect& clip = frame.clip;
  if (y > clip.y + clip.height || y + height < clip.y) return;
  ImFont* font = font_of(frame, look);
  ImFontBaked* baked = baked_of(frame, look);
  const float top = std::round(y + (height - (baked->Ascent - baked->Descent)) / 2);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImU32 colour = to_u32(colour_of(frame, look.ink));
  const float tracking = tracking_of(look) * look.size * frame.scale;
  if (tracking == 0) {
    list->AddText(font, size, {std::round(x), top}, colour, words.data(), words.data() + words.size());
    return;
  }
  const float step = 1.0f / std::max(1.0f, frame.viewport.pixel_ratio);
  for (std::uint32_t at = 0; at < words.size();) {
    const char32_t c = text::decode(words, at);
    font->RenderChar(list, size, {std::round(x / step) * step, top}, colour, c);
    x += baked->GetCharAdvance(c) + tracking;
  }
}

float draw_words(const Frame& frame, float x, float y, float width, std::string_view words, const Look& look) {
  const float height = line_height(frame, look);
  float at = y;
  for (const Line& line : wrap(frame, words, look, width)) {
    draw_line(frame, x, at, words.substr(line.begin, line.end - line.begin), look);
    at += height;
  }
  return at - y;
}

float height_of(const Frame& frame, std::string_view words, const Look& look, float width) {
  return static_cast<float>(wrap(frame, words, look, width).size()) * line_height(frame, look);
}

void heading(Frame& frame, std::string id, int level, std::string_view words, float size, Ink ink) {
  const Look look{size, true, ink, size >= type::kLarge ? type::kHeadingLine : type::kTextLine};
  record_words(frame, Role::heading, std::move(id), words, look, level);
}

void text(Frame& frame, std::string id, std::string_view words, const Look& look) { record_words(frame, Role::text, std::move(id), words, look, 0); }

void status(Frame& frame, std::string id, std::string_view words, const Look& look) {
  record_words(frame, Role::status, std::move(id), words, look, 0);
}

void alert(Frame& frame, std::string id, std::string_view words) {
  record_words(frame, Role::alert, std::move(id), words, {type::kBody, true, Ink::fail, type::kTextLine}, 0);
}

}  // namespace dryrun::ui
