// Pictures of the screens without a window: render-screens OUT_FOLDER [NAME_PART]. Runs the real Ui with models
// made by hand and paints its triangles in software. For judging the look and for docs; no test depends on its pixels.
#include <imgui.h>

#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb/stb_image_write.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "dryrun_data/embedded.h"
#include "files/pack.h"
#include "ui/drawn_field.h"
#include "ui/samples.h"
#include "ui/ui.h"

using namespace dryrun;

namespace {

struct Picture {
  int width, height;
  std::vector<unsigned char> rgba;
};

/// Paints one triangle of ImGui's draw data: top-left fill rule, texture sampled bilinearly, straight-alpha blending.
void triangle(Picture& picture, const ImDrawVert* v[3], const ImTextureData& texture, int x0, int y0, int x1, int y1, float ratio) {
  double px[3], py[3];
  for (int i = 0; i < 3; ++i) {
    px[i] = static_cast<double>(v[i]->pos.x) * ratio;
    py[i] = static_cast<double>(v[i]->pos.y) * ratio;
  }
  double area = (px[1] - px[0]) * (py[2] - py[0]) - (px[2] - px[0]) * (py[1] - py[0]);
  if (area == 0) return;
  int order[3] = {0, 1, 2};
  if (area < 0) {
    std::swap(order[1], order[2]);
    area = -area;
  }
  const auto at = [&](int i) { return order[i]; };
  const int left = std::max(x0, static_cast<int>(std::floor(std::min({px[0], px[1], px[2]})))), right = std::min(x1, static_cast<int>(std::ceil(std::max({px[0], px[1], px[2]}))));
  const int top = std::max(y0, static_cast<int>(std::floor(std::min({py[0], py[1], py[2]})))), bottom = std::min(y1, static_cast<int>(std::ceil(std::max({py[0], py[1], py[2]}))));
  const auto is_top_left = [&](int a, int b) { return py[b] < py[a] || (py[b] == py[a] && px[b] > px[a]); };
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) {
      const double cx = x + 0.5, cy = y + 0.5;
      double w[3];
      bool inside = true;
      for (int i = 0; i < 3 && inside; ++i) {
        const int a = at((i + 1) % 3), b = at((i + 2) % 3);
        w[i] = (px[b] - px[a]) * (cy - py[a]) - (py[b] - py[a]) * (cx - px[a]);
        if (w[i] < 0 || (w[i] == 0 && !is_top_left(a, b))) inside = false;
      }
      if (!inside) continue;
      float u = 0, t = 0, c[4] = {0, 0, 0, 0};
      for (int i = 0; i < 3; ++i) {
        const ImDrawVert& vertex = *v[at(i)];
        const auto weight = static_cast<float>(w[i] / area);
        u += vertex.uv.x * weight;
        t += vertex.uv.y * weight;
        for (int k = 0; k < 4; ++k) c[k] += static_cast<float>((vertex.col >> (8 * k)) & 255) * weight;
      }
      const float sx = u * static_cast<float>(texture.Width) - 0.5f, sy = t * static_cast<float>(texture.Height) - 0.5f;
      const int ix = static_cast<int>(std::floor(sx)), iy = static_cast<int>(std::floor(sy));
      const float fx = sx - static_cast<float>(ix), fy = sy - static_cast<float>(iy);
      const auto alpha = [&](int tx, int ty) {
        tx = std::clamp(tx, 0, texture.Width - 1);
        ty = std::clamp(ty, 0, texture.Height - 1);
        const unsigned char* p = texture.Pixels + (tx + ty * texture.Width) * texture.BytesPerPixel;
        return static_cast<float>(texture.BytesPerPixel == 4 ? p[3] : p[0]);
      };
      const float coverage = (alpha(ix, iy) * (1 - fx) + alpha(ix + 1, iy) * fx) * (1 - fy) + (alpha(ix, iy + 1) * (1 - fx) + alpha(ix + 1, iy + 1) * fx) * fy;
      const float a = c[3] * coverage / (255.0f * 255.0f);
      unsigned char* out = &picture.rgba[static_cast<std::size_t>((x + y * picture.width) * 4)];
      for (int k = 0; k < 3; ++k) out[k] = static_cast<unsigned char>(std::lround(c[k] * a + static_cast<float>(out[k]) * (1 - a)));
    }
  }
}

Picture paint(const ImDrawData& data, float ratio) {
  Picture picture{static_cast<int>(data.DisplaySize.x * ratio), static_cast<int>(data.DisplaySize.y * ratio), {}};
  picture.rgba.assign(static_cast<std::size_t>(picture.width * picture.height * 4), 255);
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      if (command.UserCallback != nullptr) continue;
      const ImTextureData* texture = command.TexRef._TexData;
      const int x0 = std::max(0, static_cast<int>(command.ClipRect.x * ratio)), y0 = std::max(0, static_cast<int>(command.ClipRect.y * ratio));
      const int x1 = std::min(picture.width, static_cast<int>(command.ClipRect.z * ratio)), y1 = std::min(picture.height, static_cast<int>(command.ClipRect.w * ratio));
      for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
        const ImDrawVert* v[3];
        for (unsigned k = 0; k < 3; ++k) v[k] = &list->VtxBuffer[static_cast<int>(list->IdxBuffer[static_cast<int>(command.IdxOffset + i + k)] + command.VtxOffset)];
        triangle(picture, v, *texture, x0, y0, x1, y1, ratio);
      }
    }
  }
  return picture;
}

struct Shot {
  std::string name;
  app::Model model;
  std::function<void(ui::Ui&)> before;  ///< input after the first frames
};

app::Model on_screen(app::Model model, app::Screen screen) {
  model.screen = screen;
  return model;
}

std::vector<Shot> shots() {
  using session::Phase;
  std::vector<Shot> made;
  const app::Model full = samples::model_with_attempts();
  made.push_back({"home-new", samples::empty_model(), {}});
  made.push_back({"home", full, {}});
  made.push_back({"home-end", full, [](ui::Ui& ui) { ui.scroll_by(20, 200, 100000); }});
  made.push_back({"practice-prepare", samples::practice_model(Phase::preparing), {}});
  made.push_back({"practice", samples::practice_model(Phase::answering), {}});
  made.push_back({"practice-paused", samples::practice_model(Phase::paused), {}});
  made.push_back({"practice-interrupted", samples::practice_model(Phase::interrupted), {}});
  app::Model late = samples::practice_model(Phase::answering);
  late.progress.running->answering_used_ms = 162'000;
  made.push_back({"practice-late", late, {}});
  app::Model verdict = on_screen(full, app::Screen::verdict);
  verdict.shown_attempt = "a1";
  made.push_back({"verdict-fail", verdict, {}});
  verdict.selected_row = 2;
  made.push_back({"verdict-fail-2", verdict, [](ui::Ui& ui) { ui.scroll_by(20, 200, 560); }});
  made.push_back({"verdict-fail-3", verdict, [](ui::Ui& ui) { ui.scroll_by(20, 200, 1250); }});
  verdict.selected_row.reset();
  app::Model reworded = verdict;
  reworded.rewording = app::Rewording{app::find_attempt(full, "a1")->report.input.answer, app::find_attempt(full, "a1")->report};
  made.push_back({"verdict-reworded", reworded, [](ui::Ui& ui) { ui.scroll_by(20, 200, 380); }});
  verdict.shown_attempt = "a2";
  verdict.is_strong_example_open = true;
  made.push_back({"verdict-pass", verdict, {}});
  made.push_back({"verdict-pass-end", verdict, [](ui::Ui& ui) { ui.scroll_by(20, 200, 100000); }});
  made.push_back({"history", on_screen(full, app::Screen::history), {}});
  app::Model again = on_screen(full, app::Screen::history);
  again.second_look = app::SecondLook{{}, {{"a1", app::find_attempt(full, "a2")->report}}, 3, 0, 0};
  made.push_back({"history-again", again, {}});
  made.push_back({"history-empty", on_screen(samples::empty_model(), app::Screen::history), {}});
  made.push_back({"settings", on_screen(full, app::Screen::settings), {}});
  const std::vector<app::Model> measured = samples::honesty_models();
  made.push_back({"honesty", measured[0], {}});
  made.push_back({"honesty-running", measured[1], {}});
  made.push_back({"honesty-done", measured[2], {}});
  made.push_back({"honesty-end", measured[2], [](ui::Ui& ui) { ui.scroll_by(20, 200, 100000); }});
  app::Model asked = on_screen(full, app::Screen::settings);
  asked.dialog = app::Dialog{app::Dialog::Kind::erase_all, {}, {}, {}, false, false};
  made.push_back({"dialog", asked, {}});
  return made;
}

}  // namespace

int main(int count, char** arguments) {
  const std::optional<files::Pack> pack = files::Pack::open(data::embedded_pack());
  if (count < 2 || !pack) {
    std::fprintf(stderr, "usage: render-screens OUT_FOLDER [NAME_PART]\n");
    return 2;
  }
  const std::string_view regular = *pack->file("fonts/regular.ttf"), semibold = *pack->file("fonts/semibold.ttf");
  const std::string part = count > 2 ? arguments[2] : "";
  struct Size {
    const char* name;
    float width, height;
    int percent;
    bool is_dark;
  };
  const Size sizes[] = {{"wide", 1280, 800, 100, false}, {"wide-dark", 1280, 800, 100, true}, {"phone", 390, 844, 100, false},
                        {"phone-dark", 390, 844, 100, true}, {"tiny", 320, 640, 100, false}, {"large-text", 1280, 800, 200, false}, {"phone-large", 390, 844, 200, false}};
  for (Shot& shot : shots()) {
    for (const Size& size : sizes) {
      const std::string name = shot.name + "-" + size.name + ".png";
      if (!part.empty() && name.find(part) == std::string::npos) continue;
      ui::Ui ui({regular, semibold}, ui::Fields::drawn, ui::edit_drawn_field);
      app::Model model = shot.model;
      model.progress.settings.text_size_percent = size.percent;
      ui::Viewport viewport;
      viewport.width = size.width;
      viewport.height = size.height;
      viewport.pixel_ratio = 2;
      viewport.is_dark = size.is_dark;
      Now now{1'000, samples::kNowWall};
      for (int i = 0; i < 8; ++i) {
        if (i == 4 && shot.before) shot.before(ui);
        (void)ui.frame(model, now, viewport);
      }
      const Picture picture = paint(*ImGui::GetDrawData(), viewport.pixel_ratio);
      const std::string path = std::string(arguments[1]) + "/" + name;
      if (stbi_write_png(path.c_str(), picture.width, picture.height, 4, picture.rgba.data(), picture.width * 4) == 0) {
        std::fprintf(stderr, "%s could not be written\n", path.c_str());
        return 2;
      }
      std::printf("%s\n", path.c_str());
    }
  }
  return 0;
}
