// One frame in the making: what widgets read (theme, fonts, input by id), where they place themselves (a stack of boxes), and what
// they leave behind (semantic nodes, messages). Made by Ui for each frame; Memory is the part that outlives it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/message.h"
#include "ui/semantics.h"
#include "ui/theme.h"
#include "ui/ui.h"

struct ImFont;

namespace dryrun::ui {

/// What a scroll region keeps between frames.
struct Scroll {
  float offset = 0;
  float max = 0;
  float wanted = -1;  ///< offset to take in the next frame; negative: leave it
  Rect rect;
  bool is_live = false;  ///< drawn in the last frame
};

/// All that the face remembers from frame to frame: nothing that a person could lose.
struct Memory {
  std::map<std::string, Scroll> scrolls;
  std::map<std::string, std::string> field_texts;  ///< buffers of drawn fields
  std::shared_ptr<void> editings;                  ///< of drawn fields, known to ui/drawn_field alone
  std::string active_field;                        ///< the drawn field that is being edited
  std::map<std::string, float> folds;              ///< progress of openings, 0 to 1
  std::set<std::string> open;                      ///< folded parts that were opened and are no truth of the Model
  std::string focus;
  bool is_ring_visible = false;
  std::string reveal;       ///< id to scroll into view in this frame
  std::string reveal_next;  ///< and in the next one
  std::string native_focus; ///< id that ImGui is to focus in the next frame
  std::string page_key;     ///< which page the scroll offset belongs to
  std::string dialog;       ///< id of the dialog of the last frame
  std::string focused_dialog;  ///< title of the dialog that was given the focus (native)
  int frames_due = 0;       ///< frames to draw without further input, so that a press settles
  std::uint64_t last_hash = 0;
};

/// A column in which widgets are put one under another, or (flow) one after another with wrapping.
struct Box {
  float x = 0, y = 0, width = 0;
  bool is_flow = false;
  float gap = 0;         ///< flow: between items and between lines
  float row_height = 0;  ///< flow: items are centred on lines of at least this height
  float cursor = 0;      ///< flow: x of the next item
  float line_height = 0; ///< flow: of the present line
};

struct Frame {
  Theme theme;
  ImFont* regular = nullptr;
  ImFont* semibold = nullptr;
  float span_of_em = 1.2f;  ///< ImGui's font sizes in ems of CSS
  ImFont* field = nullptr;  ///< regular at a text field's line height
  float scale = 1;          ///< text size, 1 at 100 %
  Viewport viewport;
  Fields fields = Fields::external;
  FieldEditor edit_field = nullptr;  ///< of drawn fields
  Now now;
  Memory* memory = nullptr;
  Tree* tree = nullptr;

  std::set<std::string> activations;           ///< pressed by id; a widget takes its own
  std::map<std::string, std::string> values;   ///< set by id; a widget takes its own
  std::vector<app::Message> messages;
  std::optional<int> redraw_in_ms;
  bool wants_text_cursor = false;
  bool is_over_pressable = false;

  std::vector<Box> boxes;
  std::vector<int> parents{-1};
  Rect clip;              ///< visible part of the scroll region in hand
  std::string scroll;     ///< its id
  bool is_inert = false;  ///< behind a dialog: recorded and drawn, but takes no input

  [[nodiscard]] Box& box() { return boxes.back(); }
  /// Two columns, or one.
  [[nodiscard]] bool is_wide() const { return viewport.width / scale >= rhythm::kWideFrom; }
  /// Height of a button or a one-line field.
  [[nodiscard]] float control_height() const { return type::kBody * type::kTextLine * scale + 20; }
  void send(app::Message message) { messages.push_back(std::move(message)); }
  /// Asks for another frame after that many milliseconds at the latest.
  void redraw_within(int ms) {
    if (!redraw_in_ms || *redraw_in_ms > ms) redraw_in_ms = ms;
  }
  [[nodiscard]] bool take_activation(const std::string& id) { return activations.erase(id) > 0; }
};

/// Records a node under the container in hand; returns its index. Focus, reveal and clip are filled in here.
int record(Frame& frame, Node node);

}  // namespace dryrun::ui
