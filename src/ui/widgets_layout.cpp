// Boxes, columns, cards, bars and scroll regions.
#include <algorithm>
#include <cmath>

#include "ui/widgets_internal.h"

namespace dryrun::ui {

Rect intersect(const Rect& a, const Rect& b) {
  const float x = std::max(a.x, b.x), y = std::max(a.y, b.y);
  return {x, y, std::max(0.0f, std::min(a.x + a.width, b.x + b.width) - x), std::max(0.0f, std::min(a.y + a.height, b.y + b.height) - y)};
}

Rect place(Frame& frame, float width, float height) {
  Box& box = frame.box();
  if (!box.is_flow) {
    const Rect rect{box.x, box.y, std::min(width, box.width), height};
    box.y += height;
    return rect;
  }
  width = std::min(width, box.width);
  if (box.cursor > box.x && box.cursor + width > box.x + box.width + 0.5f) {
    box.y += box.line_height + box.gap;
    box.cursor = box.x;
    box.line_height = 0;
  }
  box.line_height = std::max({box.line_height, height, box.row_height});
  const Rect rect{box.cursor, box.y + std::floor((std::max(box.row_height, height) - height) / 2), width, height};
  box.cursor += width + box.gap;
  return rect;
}

float available(const Frame& frame) { return frame.boxes.back().width; }

void space(Frame& frame, float height) {
  if (!frame.box().is_flow) frame.box().y += height;
}

void columns(Frame& frame, std::initializer_list<float> widths, float gap, const std::function<void(int)>& body) {
  const Box outer = frame.box();
  float fixed = gap * static_cast<float>(widths.size() - 1), shares = 0;
  for (const float width : widths) (width >= 0 ? fixed : shares) += std::fabs(width);
  const float rest = std::max(0.0f, outer.width - fixed);
  float x = outer.x, bottom = outer.y;
  int index = 0;
  for (const float width : widths) {
    const float actual = std::floor(width >= 0 ? width : rest * -width / shares);
    frame.boxes.push_back({x, outer.y, actual});
    body(index++);
    bottom = std::max(bottom, frame.box().y);
    frame.boxes.pop_back();
    x += actual + gap;
  }
  frame.box().y = bottom;
}

void flow(Frame& frame, float gap, float row_height, const std::function<void()>& body) {
  const Box outer = frame.box();
  Box inner{outer.x, outer.y, outer.width, true, gap, row_height, outer.x, 0};
  frame.boxes.push_back(inner);
  body();
  inner = frame.box();
  frame.boxes.pop_back();
  frame.box().y = inner.y + inner.line_height;
}

void narrow_to(Frame& frame, float width, const std::function<void()>& body) {
  const Box outer = frame.box();
  frame.boxes.push_back({outer.x, outer.y, std::min(width, outer.width)});
  body();
  const float bottom = frame.box().y;
  frame.boxes.pop_back();
  frame.box().y = bottom;
}

Container::Container(Frame& frame, Role role, std::string id, std::string name) : frame_(frame) {
  Node node;
  node.id = std::move(id);
  node.role = role;
  node.name = std::move(name);
  node.rect = {frame.box().x, frame.box().y, frame.box().width, 0};
  index_ = record(frame, std::move(node));
  frame.parents.push_back(index_);
}

Container::~Container() {
  frame_.parents.pop_back();
  Rect& rect = frame_.tree->nodes[static_cast<std::size_t>(index_)].rect;
  rect.height = std::max(0.0f, frame_.box().y - rect.y);
}

// The height of a card is known only after its content. Its outline is put into the vertex buffer first, with the least height
// it can have, so that it lies under the content; afterwards its lower half is moved down.
DecorCard::DecorCard(Frame& frame, Paper paper, float padding) : frame_(frame), padding_(padding) {
  Box& box = frame.box();
  const float radius = rhythm::kRadius;
  bend_ = radius + 2;
  start_ = {std::floor(box.x), std::floor(box.y), std::floor(box.width), 2 * bend_};
  const ImDrawList* list = ImGui::GetWindowDrawList();
  first_vertex_ = list->VtxBuffer.Size;
  const Theme& theme = frame.theme;
  if (paper == Paper::card) {
    fill(start_, theme.surface, radius);
    stroke(start_, theme.line, radius);
  } else {
    const Colour edge = paper == Paper::edge_pass ? theme.pass : paper == Paper::edge_fail ? theme.fail : theme.accent;
    fill(start_, edge, radius);
    fill({start_.x + 4, start_.y, start_.width - 4, start_.height}, theme.line, radius);
    fill({start_.x + 4, start_.y + 1, start_.width - 5, start_.height - 2}, theme.surface, radius - 1);
  }
  end_vertex_ = list->VtxBuffer.Size;
  frame.boxes.push_back({box.x + padding, box.y + padding, std::max(0.0f, box.width - 2 * padding)});
}

DecorCard::~DecorCard() {
  const float bottom = std::ceil(frame_.box().y + padding_);
  frame_.boxes.pop_back();
  const float shift = std::max(0.0f, bottom - (start_.y + start_.height));
  ImDrawList* list = ImGui::GetWindowDrawList();
  for (int i = first_vertex_; i < end_vertex_; ++i) {
    if (list->VtxBuffer[i].pos.y > start_.y + bend_) list->VtxBuffer[i].pos.y += shift;
  }
  frame_.box().y = bottom;
}

ScrollRegion::ScrollRegion(Frame& frame, std::string id, Rect rect, float padding, float content_width, float top_padding)
    : frame_(frame), id_(std::move(id)), rect_(rect), outer_clip_(frame.clip), outer_scroll_(frame.scroll), padding_(padding) {
  Scroll& scroll = frame.memory->scrolls[id_];
  if (scroll.wanted >= 0) {
    ImGui::SetNextWindowScroll({-1, scroll.wanted});
    scroll.wanted = -1;
    frame.redraw_within(0);
  }
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  ImGui::BeginChild(id_.c_str(), {rect.width, rect.height}, ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoSavedSettings);
  scroll.offset = ImGui::GetScrollY();
  scroll.max = ImGui::GetScrollMaxY();
  scroll.rect = rect;
  scroll.is_live = true;
  frame.clip = intersect(outer_clip_, rect);
  frame.scroll = id_;
  const float width = std::min(content_width, rect.width - 2 * padding);
  frame.boxes.push_back({std::floor(rect.x + (rect.width - width) / 2), rect.y - scroll.offset + top_padding, std::max(0.0f, width)});
}

ScrollRegion::~ScrollRegion() {
  const float bottom = frame_.box().y + padding_;
  frame_.boxes.pop_back();
  ImGui::SetCursorScreenPos({rect_.x, std::max(rect_.y, bottom) - 1});
  ImGui::Dummy({1, 1});
  Scroll& scroll = frame_.memory->scrolls[id_];
  if (scroll.max > 1) {
    const float track = rect_.height - 8;
    const float thumb = std::max(32.0f, track * rect_.height / (rect_.height + scroll.max));
    const float at = rect_.y + 4 + (track - thumb) * scroll.offset / scroll.max;
    ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
    bool is_live = false;
    if (!frame_.is_inert) {
      ImGui::SetCursorScreenPos({rect_.x + rect_.width - 12, at});
      ImGui::InvisibleButton("thumb", {12, thumb});
      is_live = ImGui::IsItemActive() || ImGui::IsItemHovered();
      if (ImGui::IsItemActive() && ImGui::GetIO().MouseDelta.y != 0) {
        scroll.wanted = std::clamp(scroll.offset + ImGui::GetIO().MouseDelta.y * scroll.max / std::max(1.0f, track - thumb), 0.0f, scroll.max);
        frame_.redraw_within(0);
      }
    }
    ImGui::PopItemFlag();
    fill({rect_.x + rect_.width - (is_live ? 9.0f : 7.0f), at, is_live ? 6.0f : 4.0f, thumb}, with_alpha(frame_.theme.control_line, is_live ? 200 : 110), 3);
  }
  ImGui::EndChild();
  frame_.clip = outer_clip_;
  frame_.scroll = outer_scroll_;
}

Bar::Bar(Frame& frame, std::string id, Rect rect, float padding, float content_width, Edge edge) : frame_(frame), outer_clip_(frame.clip) {
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  ImGui::BeginChild(id.c_str(), {rect.width, rect.height}, ImGuiChildFlags_NavFlattened,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoSavedSettings);
  fill(rect, frame.theme.paper, 0);
  if (edge == Edge::top) fill({rect.x, rect.y, rect.width, 1}, frame.theme.line, 0);
  if (edge == Edge::bottom) fill({rect.x, rect.y + rect.height - 1, rect.width, 1}, frame.theme.line, 0);
  frame.clip = intersect(outer_clip_, rect);
  const float width = std::min(content_width, rect.width - 2 * padding);
  frame.boxes.push_back({std::floor(rect.x + (rect.width - width) / 2), rect.y, std::max(0.0f, width)});
}

Bar::~Bar() {
  frame_.boxes.pop_back();
  ImGui::EndChild();
  frame_.clip = outer_clip_;
}

int record(Frame& frame, Node node) {
  node.parent = frame.parents.back();
  node.clip = frame.clip;
  if (!node.id.empty() && node.id == frame.memory->reveal) {
    frame.memory->reveal.clear();
    const auto found = frame.memory->scrolls.find(frame.scroll);
    if (found != frame.memory->scrolls.end()) {
      Scroll& scroll = found->second;
      const float margin = rhythm::kBlock;
      const float above = node.rect.y - margin - frame.clip.y;
      const float below = node.rect.y + node.rect.height + margin - (frame.clip.y + frame.clip.height);
      float wanted = scroll.offset;
      if (below > 0) wanted += std::min(below, above);
      if (above < 0) wanted += above;
      wanted = std::clamp(wanted, 0.0f, scroll.max);
      if (std::fabs(wanted - scroll.offset) >= 1) {
        scroll.wanted = wanted;
        frame.redraw_within(0);
      }
    }
  }
  frame.tree->nodes.push_back(std::move(node));
  return static_cast<int>(frame.tree->nodes.size()) - 1;
}

}  // namespace dryrun::ui
