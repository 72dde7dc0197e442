// The primitives of every screen: each lays itself out in the box in hand, draws, and records what it drew, in one call. What only
// decorates says so in its name. Screens use nothing else: no drawing calls, no ImGui.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"
#include "ui/frame.h"

namespace dryrun::ui {

// ---- Layout (widgets_layout.cpp)

/// Takes a place in the box in hand and moves on. In a flow the width decides whether it still fits the line.
Rect place(Frame& frame, float width, float height);
/// The width that a widget in the box in hand may take.
float available(const Frame& frame);
void space(Frame& frame, float height);
/// Side by side. Positive widths are CSS pixels; negative ones share the rest in proportion. The tallest column gives the height.
void columns(Frame& frame, std::initializer_list<float> widths, float gap, const std::function<void(int)>& body);
/// One after another, wrapping.
void flow(Frame& frame, float gap, float row_height, const std::function<void()>& body);
/// A narrower box, from the left edge of the one in hand.
void narrow_to(Frame& frame, float width, const std::function<void()>& body);

/// A container of the semantic tree; draws nothing.
class Container {
 public:
  Container(Frame& frame, Role role, std::string id, std::string name = {});
  ~Container();
  Container(const Container&) = delete;
  Container& operator=(const Container&) = delete;

 private:
  Frame& frame_;
  int index_;
};

enum class Paper : std::uint8_t { card, edge_accent, edge_pass, edge_fail };
/// Content on a surface of its own. Only decoration: put a Container around it where it means something.
class DecorCard {
 public:
  DecorCard(Frame& frame, Paper paper, float padding = rhythm::kBlock);
  ~DecorCard();
  DecorCard(const DecorCard&) = delete;
  DecorCard& operator=(const DecorCard&) = delete;

 private:
  Frame& frame_;
  float padding_;
  Rect start_;
  int first_vertex_, end_vertex_;
  float bend_;
};

/// A part of the surface that scrolls by itself, with its content centred to at most `content_width`.
class ScrollRegion {
 public:
  ScrollRegion(Frame& frame, std::string id, Rect rect, float padding, float content_width, float top_padding);
  ~ScrollRegion();
  ScrollRegion(const ScrollRegion&) = delete;
  ScrollRegion& operator=(const ScrollRegion&) = delete;

 private:
  Frame& frame_;
  std::string id_;
  Rect rect_, outer_clip_;
  std::string outer_scroll_;
  float padding_;
};

/// A fixed part of the surface (a bar), drawn over paper with a hairline on one side.
enum class Edge : std::uint8_t { none, top, bottom };
class Bar {
 public:
  Bar(Frame& frame, std::string id, Rect rect, float padding, float content_width, Edge edge);
  ~Bar();
  Bar(const Bar&) = delete;
  Bar& operator=(const Bar&) = delete;

 private:
  Frame& frame_;
  Rect outer_clip_;
};

// ---- Text (widgets_text.cpp)

enum class Ink : std::uint8_t { normal, muted, accent, pass, fail, cannot, on_accent, paper };
struct Look {
  float size = type::kBody;
  bool is_semibold = false;
  Ink ink = Ink::normal;
  float line = type::kTextLine;
};
inline constexpr Look kBodyLook{}, kMutedLook{type::kBody, false, Ink::muted}, kSmallLook{type::kSmall, false, Ink::muted},
    kStrongLook{type::kBody, true, Ink::normal};

void heading(Frame& frame, std::string id, int level, std::string_view words, float size, Ink ink = Ink::normal);
void text(Frame& frame, std::string id, std::string_view words, const Look& look = {});
/// Something that may change while the person is elsewhere on the page.
void status(Frame& frame, std::string id, std::string_view words, const Look& look = {});
void alert(Frame& frame, std::string id, std::string_view words);
/// Width of the words on one line, and height of the words wrapped to a width.
float width_of(const Frame& frame, std::string_view words, const Look& look);
float height_of(const Frame& frame, std::string_view words, const Look& look, float width);

// ---- Pressables (widgets_press.cpp). Each returns whether it was pressed in this frame.

enum class ButtonKind : std::uint8_t { primary, secondary, quiet, danger };
struct Button {
  std::string id;
  std::string label;
  ButtonKind kind = ButtonKind::secondary;
  bool is_disabled = false;
  bool fills_width = false;
  std::string description;
};
bool button(Frame& frame, const Button& spec);
float button_width(const Frame& frame, std::string_view label);
/// Looks like a link, acts like a button.
bool text_button(Frame& frame, const std::string& id, std::string_view label, const Look& look = {type::kBody, false, Ink::accent});
float navigation_width(const Frame& frame, std::string_view label, bool is_current);
bool navigation_link(Frame& frame, const std::string& id, std::string_view label, bool is_current);
/// A whole row that is pressed: title, detail under it, a word at the right.
struct Row {
  std::string id;
  std::string title;
  std::string detail;
  std::string trailing;
  Ink trailing_ink = Ink::muted;
  bool has_dot = false;     ///< a dot in the trailing ink, before it
  bool is_selected = false;
};
bool row_button(Frame& frame, const Row& row);
/// Head of a folded part.
bool fold_button(Frame& frame, const std::string& id, std::string_view label, bool is_open);
struct Tick {
  std::string id;
  std::string name;
  std::string hint;      ///< shown under the name of the step that is next
  std::string trailing;
  bool is_checked = false;
  bool is_next = false;
};
bool checkbox(Frame& frame, const Tick& tick);
/// Few options side by side. Returns the value that was chosen in this frame.
std::optional<std::string> choices(Frame& frame, const std::string& id, const std::string& name, std::span<const Option> options,
                                   std::string_view chosen);
/// A point in the ledger: points, what for, the words; pressed to show them in the answer.
struct LedgerLine {
  std::string id;
  std::string points;
  std::string title;
  std::string quote;
  int number = 0;  ///< of the evidence in the answer; 0: none
  bool has_words = false;  ///< can be pressed to show them
  int hue = 0;
  Ink ink = Ink::normal;
  bool is_cost = false;     ///< its words are underlined in the answer, not tinted
  bool is_selected = false;
};
bool ledger_line(Frame& frame, const LedgerLine& line);

// ---- Fields (widgets_fields.cpp). Return the new text when it was edited.

struct Field {
  std::string id;
  std::string name;
  std::string value;
  std::string placeholder;
  std::string description;
  float height = 0;  ///< of a text area, CSS pixels
};
std::optional<std::string> text_field(Frame& frame, const Field& field);
std::optional<std::string> text_area(Frame& frame, const Field& field);

// ---- Shown quantities (widgets_draw.cpp)

void decor_hairline(Frame& frame);
void decor_wordmark(Frame& frame);
float wordmark_width(const Frame& frame);
/// Dot in the colour of a state, before a line of text.
void decor_dot(Frame& frame, Ink ink);
enum class State : std::uint8_t { met, partly, missing };
/// Tick, half circle or open circle, before words that say the same.
void decor_state(Frame& frame, State state);
struct Clock {
  std::string id;
  std::string name;        ///< "Time left"
  std::string figures;     ///< "2:41"
  std::string caption;     ///< "of 3:00"
  float fraction_left = 1; ///< negative: no end
  bool is_warning = false;
};
void clock_ring(Frame& frame, const Clock& clock);
void clock_bar(Frame& frame, const Clock& clock);
/// Score on 0 to 100 with the threshold marked.
void score_bar(Frame& frame, const std::string& id, int score, int threshold, Ink ink, const std::string& value);
float dots_width(const Frame& frame);
/// `value` of five dots.
void dots(Frame& frame, const std::string& id, const std::string& name, int value);
struct Stretch {
  std::string name;
  float share = 0;  ///< of the whole, 0 to 1
  std::string value;
  bool is_idle = false;
};
/// A line of a table: what it is, and two figures at its right end under the heads of their columns.
struct FigureRow {
  std::string id;
  std::string name;
  std::string first, second;
  std::string spoken;  ///< the figures as they are read out, after the name; empty: decoration (the heads)
};
void figure_row(Frame& frame, const FigureRow& row);
void time_strip(Frame& frame, const std::string& id, const std::string& name, const std::vector<Stretch>& stretches);

// ---- Evidence (widgets_evidence.cpp)

struct EvidenceMark {
  Span span;
  int row = 0;     ///< ledger row
  int number = 0;  ///< shown after the words; 0: none
  int hue = 0;
  bool is_cost = false;  ///< took points away: underlined, not tinted
  std::string description;
};
/// The words with the marked ones tinted, numbered and pressable. Returns the ledger row of the mark that was pressed.
/// Overlapping marks: the first one wins where they meet.
std::optional<int> evidence_text(Frame& frame, const std::string& id, std::string_view words, const std::vector<EvidenceMark>& marks,
                                 std::optional<int> selected_row, bool is_example = false);

// ---- Dialog (widgets_dialog.cpp)

struct DialogSpec {
  std::string title;
  std::vector<std::string> lines;
  std::string confirm;  ///< empty: there is only `cancel`
  std::string cancel;
  bool is_destructive = false;
};
/// Over the whole surface; ids "dialog", "dialog:confirm", "dialog:cancel". Returns true for confirm, false for cancel.
std::optional<bool> dialog(Frame& frame, const DialogSpec& spec);

}  // namespace dryrun::ui
