// What a frame shows, as a tree that needs no pixels: role, name, value, state, rectangle. Recorded by ui/widgets while drawing; read by
// the DOM twin, the plain-HTML mode, and tests that press "Start" by its label. Plain values, valid until the next frame.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dryrun::ui {

enum class Role : std::uint8_t {
  main, navigation, complementary, region, group,  // containers
  heading, text, list, list_item,
  button, link, checkbox, radio, combobox, text_field, text_area,
  progress_bar, status, alert, dialog, image
};

/// CSS pixels, relative to the top left of the surface.
struct Rect {
  float x = 0, y = 0, width = 0, height = 0;
  friend bool operator==(const Rect&, const Rect&) = default;
  [[nodiscard]] bool contains(float px, float py) const { return px >= x && py >= y && px < x + width && py < y + height; }
};

struct Option {
  std::string value;
  std::string name;
};

struct Node {
  std::string id;           ///< the Model's own, stable over frames, unique in the tree
  Role role = Role::text;
  std::string name;         ///< accessible name; for `text` and `status` the words themselves
  std::string value;        ///< of fields, comboboxes, progress bars
  std::string description;  ///< more than the name, read after it; may be empty
  std::string placeholder;
  std::vector<Option> options;  ///< of a combobox
  int level = 0;            ///< of a heading, 1 to 6
  int parent = -1;          ///< index into Tree::nodes; parents come before children; order is reading order
  Rect rect;                ///< where it is drawn, may lie outside `clip`
  Rect clip;                ///< the visible part of the scroll region that holds it
  bool is_focusable = false;
  bool is_disabled = false;
  bool is_checked = false;   ///< checkbox, radio
  bool is_pressed = false;   ///< a toggle button that is down
  bool has_pressed = false;  ///< whether `is_pressed` means anything
  bool is_expanded = false;
  bool has_expanded = false;
  bool is_current = false;   ///< the navigation entry of this screen
  float font_size = 0;       ///< of fields: CSS pixels, so that the real control matches
};

struct Tree {
  std::vector<Node> nodes;
  std::string title;       ///< of the document
  std::string focused;     ///< id of the node that has the focus, or empty
  std::string dialog;      ///< id of the open dialog node, or empty: everything outside is inert
  bool is_dark = false;    ///< the colours in use, for real controls that lie over the picture
  std::uint64_t content_hash = 0;  ///< changes whenever anything that the twin shows changes

  [[nodiscard]] const Node* find(std::string_view id) const;
  /// First node of that role and exact name; for tests.
  [[nodiscard]] const Node* find(Role role, std::string_view name) const;
};

[[nodiscard]] std::string_view to_id(Role role);
/// The tree as JSON for the twin, one line.
[[nodiscard]] std::string to_json(const Tree& tree);

}  // namespace dryrun::ui
