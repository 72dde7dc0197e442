// A question over the whole surface. What lies behind is recorded before it and takes no input; focus starts at the way out.
#include <algorithm>
#include <cmath>

#include "ui/widgets_internal.h"

namespace dryrun::ui {

std::optional<bool> dialog(Frame& frame, const DialogSpec& spec) {
  const Rect surface{0, 0, frame.viewport.width, frame.viewport.height};
  const bool was_inert = frame.is_inert;
  const Rect outer_clip = frame.clip;
  frame.is_inert = false;
  frame.clip = surface;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({surface.width, surface.height});
  const bool has_appeared = frame.memory->dialog.empty();
  if (has_appeared) ImGui::SetNextWindowFocus();
  ImGui::PushStyleColor(ImGuiCol_WindowBg, to_vec4(frame.theme.scrim));
  ImGui::Begin("##dialog", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::PopStyleColor();

  std::optional<bool> answer;
  const float outer = frame.is_wide() ? rhythm::kBlock : rhythm::kPair;
  const float padding = frame.viewport.width < 480 ? rhythm::kBlock : rhythm::kSection - rhythm::kUnit;
  const float width = std::min(520 * frame.scale, surface.width - 2 * outer);
  // Height from the last frame, so that the card can be centred; the first frame is followed by another.
  float& height = frame.memory->folds["dialog:height"];
  if (has_appeared) {
    height = 0;
    frame.memory->focused_dialog.clear();
  }
  const float top = std::max(0.0f, (surface.height - height) / 2 - rhythm::kSection * (height < surface.height / 2 ? 1.0f : 0.0f));
  {
    ScrollRegion region(frame, "dialog:scroll", surface, 0, width, std::max(outer, std::floor(top)));
    const float begin = frame.box().y;
    Node node;
    node.id = "dialog";
    node.role = Role::dialog;
    node.name = spec.title;
    node.rect = {frame.box().x, begin, width, std::max(1.0f, height)};
    const int index = record(frame, std::move(node));
    frame.parents.push_back(index);
    frame.tree->dialog = "dialog";
    {
      const DecorCard card(frame, Paper::card, padding);
      heading(frame, "dialog:title", 2, spec.title, type::kLarge);
      space(frame, rhythm::kText);
      for (std::size_t i = 0; i < spec.lines.size(); ++i) {
        if (i > 0) space(frame, rhythm::kUnit);
        text(frame, "dialog:line:" + std::to_string(i), spec.lines[i], kMutedLook);
      }
      space(frame, rhythm::kBlock);
      flow(frame, rhythm::kText, frame.control_height(), [&] {
        const bool is_narrow = available(frame) < 360 * frame.scale;
        if (button(frame, {"dialog:cancel", spec.cancel, ButtonKind::secondary, false, is_narrow, {}})) answer = false;
        if (!spec.confirm.empty() &&
            button(frame, {"dialog:confirm", spec.confirm, spec.is_destructive ? ButtonKind::danger : ButtonKind::primary, false, is_narrow, {}})) {
          answer = true;
        }
      });
    }
    frame.parents.pop_back();
    const float actual = frame.box().y - begin;
    frame.tree->nodes[static_cast<std::size_t>(index)].rect.height = actual;
    if (std::fabs(actual - height) >= 1) {
      height = actual;
      frame.memory->scrolls["dialog:scroll"].wanted = 0;
      frame.redraw_within(0);
    } else if (frame.fields == Fields::drawn && frame.memory->focused_dialog != spec.title) {
      // Only once it lies still: focusing scrolls.
      frame.memory->focused_dialog = spec.title;
      frame.memory->native_focus = "dialog:cancel";
      frame.redraw_within(0);
    }
  }
  if (frame.fields == Fields::drawn && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) answer = false;
  ImGui::End();
  frame.is_inert = was_inert;
  frame.clip = outer_clip;
  return answer;
}

}  // namespace dryrun::ui
