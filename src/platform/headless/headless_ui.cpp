#include "platform/headless/headless_ui.h"

#include <utility>

namespace dryrun::headless {
namespace {

/// Frames after which a screen that still asks for more counts as restless; a press needs two or three.
constexpr int kMostFrames = 12;

bool is_inside(const ui::Tree& tree, const ui::Node& node, std::string_view ancestor) {
  if (node.id == ancestor) return true;
  for (int at = node.parent; at >= 0; at = tree.nodes[static_cast<std::size_t>(at)].parent) {
    if (tree.nodes[static_cast<std::size_t>(at)].id == ancestor) return true;
  }
  return false;
}

}  // namespace

HeadlessUi::HeadlessUi(app::Model model, MemoryStore& store, ui::Fonts fonts, std::string tab)
    : Headless(std::move(model), store, std::move(tab)), ui_(fonts, ui::Fields::external) {}

int HeadlessUi::settle() {
  int sent = 0;
  for (int i = 0; i < kMostFrames; ++i) {
    const ui::FrameResult result = ui_.frame(model(), now(), viewport);
    for (const app::Message& message : result.messages) send(message);
    sent += static_cast<int>(result.messages.size());
    const bool is_settled = result.messages.empty() && result.redraw_in_ms.value_or(1) > 0;
    if (is_settled) break;
  }
  return sent;
}

const ui::Tree& HeadlessUi::tree() {
  (void)settle();
  return ui_.tree();
}

const ui::Node* HeadlessUi::find(ui::Role role, std::string_view name) {
  const ui::Tree& shown = tree();
  for (const ui::Node& node : shown.nodes) {
    if (node.role != role || node.name != name) continue;
    if (shown.dialog.empty() || is_inside(shown, node, shown.dialog)) return &node;
  }
  return nullptr;
}

bool HeadlessUi::shows(std::string_view words) {
  for (const ui::Node& node : tree().nodes) {
    for (const std::string* text : {&node.name, &node.value, &node.description}) {
      if (text->find(words) != std::string::npos) return true;
    }
  }
  return false;
}

std::string HeadlessUi::usable_id(ui::Role role, std::string_view name) {
  const ui::Node* node = find(role, name);
  return node != nullptr && node->is_focusable && !node->is_disabled ? node->id : std::string();
}

int HeadlessUi::press(ui::Role role, std::string_view name) {
  const std::string id = usable_id(role, name);
  if (id.empty()) return 0;
  ui_.activate(id);
  return settle();
}

int HeadlessUi::type(ui::Role role, std::string_view name, std::string_view text) {
  const std::string id = usable_id(role, name);
  if (id.empty()) return 0;
  ui_.set_value(id, text);
  return settle();
}

}  // namespace dryrun::headless
