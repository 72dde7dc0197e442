// An answer with its evidence: words tinted by ledger row, a small number after each, all pressable. Layout first (atoms that can't be
// broken, put on lines), then tints, then words, then one node a mark in reading order.
#include <algorithm>
#include <cmath>

#include "text/utf8.h"
#include "ui/widgets_internal.h"

namespace dryrun::ui {
namespace {

constexpr Look kWords{type::kBody, false, Ink::normal, 1.75f};
constexpr Look kNumber{type::kSmall, true, Ink::normal, 1.3f};
constexpr int kNone = -1;

/// A piece of one line: words of one mark (or none), or the number after a mark's last word.
struct Piece {
  std::uint32_t begin = 0, end = 0;
  int mark = kNone;
  bool is_number = false;
  float x = 0, width = 0;
  int line = 0;
};

class Layout {
 public:
  Layout(const Frame& frame, std::string_view words, const std::vector<EvidenceMark>& marks, float width)
      : frame_(frame), words_(words), marks_(marks), width_(width) {
    std::vector<std::uint32_t> cuts{0, static_cast<std::uint32_t>(words.size())};
    for (const EvidenceMark& mark : marks) {
      cuts.push_back(std::min<std::uint32_t>(mark.span.begin, cuts[1]));
      cuts.push_back(std::min<std::uint32_t>(mark.span.end, cuts[1]));
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    cuts_ = std::move(cuts);
    run();
  }
  [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }
  [[nodiscard]] int line_count() const { return line_ + 1; }

  [[nodiscard]] static float number_width(const Frame& frame, int number) {
    return std::ceil(width_of(frame, std::to_string(number), kNumber)) + 8;
  }

 private:
  [[nodiscard]] int mark_at(std::uint32_t at) const {
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      if (marks_[i].span.begin <= at && at < marks_[i].span.end) return static_cast<int>(i);
    }
    return kNone;
  }

  void run() {
    std::vector<Piece> atom;
    std::size_t cut = 0;
    const auto add = [&](std::uint32_t begin, std::uint32_t end) {
      if (begin == end) return;
      Piece piece;
      piece.begin = begin;
      piece.end = end;
      piece.mark = mark_at(begin);
      piece.width = width_of(frame_, words_.substr(begin, end - begin), kWords);
      atom.push_back(piece);
    };
    std::uint32_t from = 0;
    for (std::uint32_t at = 0; at <= words_.size();) {
      while (cut < cuts_.size() && cuts_[cut] < at) ++cut;
      if (cut < cuts_.size() && cuts_[cut] == at) {
        add(from, at);
        from = at;
        for (std::size_t i = 0; i < marks_.size(); ++i) {
          if (marks_[i].span.end == at && !marks_[i].span.empty() && marks_[i].number > 0) {
            Piece number;
            number.begin = number.end = at;
            number.mark = static_cast<int>(i);
            number.is_number = true;
            number.width = number_width(frame_, marks_[i].number) + 4;
            atom.push_back(number);
          }
        }
      }
      if (at == words_.size()) break;
      const char c = words_[at];
      if (c == ' ' || c == '\t' || c == '\n') {
        add(from, at);
        put(atom);
        from = at + 1;
        if (c == '\n') {
          next_line();
        } else {
          Piece gap;
          gap.begin = at;
          gap.end = at + 1;
          gap.mark = mark_at(at);
          gap.width = width_of(frame_, " ", kWords);
          gaps_.push_back(gap);
        }
        ++at;
      } else {
        static_cast<void>(text::decode(words_, at));
      }
    }
    add(from, static_cast<std::uint32_t>(words_.size()));
    put(atom);
  }

  void next_line() {
    ++line_;
    x_ = 0;
    gaps_.clear();
  }

  void append(Piece piece) {
    piece.x = x_;
    piece.line = line_;
    x_ += piece.width;
    if (!pieces_.empty()) {
      Piece& last = pieces_.back();
      if (last.line == piece.line && last.mark == piece.mark && !last.is_number && !piece.is_number && last.end == piece.begin) {
        last.end = piece.end;
        last.width += piece.width;
        return;
      }
    }
    pieces_.push_back(piece);
  }

  void put(std::vector<Piece>& atom) {
    float width = 0;
    for (const Piece& piece : atom) width += piece.width;
    float gap = 0;
    for (const Piece& piece : gaps_) gap += piece.width;
    if (atom.empty()) return;
    // A mark's number may follow a gap; it stays with what it is glued to.
    if (x_ > 0 && x_ + gap + width > width_) {
      next_line();
    } else {
      for (const Piece& piece : gaps_) append(piece);
      gaps_.clear();
    }
    for (Piece piece : atom) {
      if (piece.is_number || x_ + piece.width <= width_) {
        append(piece);
        continue;
      }
      // One word longer than the line: broken where it must be.
      std::uint32_t begin = piece.begin;
      for (std::uint32_t at = piece.begin; at < piece.end;) {
        std::uint32_t next = at;
        static_cast<void>(text::decode(words_, next));
        if (x_ + width_of(frame_, words_.substr(begin, next - begin), kWords) > width_ && at > begin) {
          Piece part = piece;
          part.begin = begin;
          part.end = at;
          part.width = width_of(frame_, words_.substr(begin, at - begin), kWords);
          append(part);
          next_line();
          begin = at;
        }
        at = next;
      }
      piece.begin = begin;
      piece.width = width_of(frame_, words_.substr(begin, piece.end - begin), kWords);
      append(piece);
    }
    atom.clear();
  }

  const Frame& frame_;
  std::string_view words_;
  const std::vector<EvidenceMark>& marks_;
  float width_;
  std::vector<std::uint32_t> cuts_;
  std::vector<Piece> pieces_;
  std::vector<Piece> gaps_;
  float x_ = 0;
  int line_ = 0;
};

void dashes(const Rect& rect, Colour colour) {
  for (float x = rect.x; x < rect.x + rect.width; x += 6) fill({x, rect.y, std::min(4.0f, rect.x + rect.width - x), rect.height}, colour, 0);
}

}  // namespace

std::optional<int> evidence_text(Frame& frame, const std::string& id, std::string_view words, const std::vector<EvidenceMark>& marks,
                                 std::optional<int> selected_row, bool is_example) {
  const float full = available(frame);
  const Layout layout(frame, words, marks, full);
  const float height = line_height(frame, kWords);
  const Rect area = place(frame, full, height * static_cast<float>(layout.line_count()));
  const auto rect_of = [&](const Piece& piece) {
    return Rect{area.x + piece.x, area.y + height * static_cast<float>(piece.line), piece.width, height};
  };

  std::optional<int> pressed;
  Node group;
  group.id = id;
  group.role = is_example ? Role::image : Role::group;
  group.name = is_example ? "An example: words of an answer, each marked with what it earned" : "Your answer with its evidence";
  group.rect = area;
  const int group_index = record(frame, std::move(group));
  frame.parents.push_back(group_index);

  // Nodes and presses in reading order; a mark's node lies where its first words are, or its number when others cover them all.
  std::vector<Touch> touches(marks.size());
  std::vector<bool> is_recorded(marks.size(), false);
  if (!is_example) {
    int fragment = 1;
    std::uint32_t text_until = 0;
    for (std::size_t p = 0; p < layout.pieces().size(); ++p) {
      const Piece& piece = layout.pieces()[p];
      if (piece.mark == kNone) {
        if (piece.begin < text_until) continue;
        std::uint32_t end = piece.end;
        for (std::size_t q = p + 1; q < layout.pieces().size() && layout.pieces()[q].mark == kNone; ++q) end = layout.pieces()[q].end;
        text_until = end;
        Node node;
        node.id = id + ":words:" + std::to_string(piece.begin);
        node.role = Role::text;
        node.name = std::string(words.substr(piece.begin, end - piece.begin));
        node.rect = rect_of(piece);
        record(frame, std::move(node));
        continue;
      }
      const auto index = static_cast<std::size_t>(piece.mark);
      const EvidenceMark& mark = marks[index];
      const std::string mark_id = "evidence:" + std::to_string(mark.row);
      const bool is_first = !is_recorded[index];
      if (is_first) {
        Node node;
        node.id = mark_id;
        node.role = Role::button;
        node.name = std::string(words.substr(mark.span.begin, mark.span.size()));
        node.description = mark.description;
        node.rect = rect_of(piece);
        node.is_focusable = true;
        node.has_pressed = true;
        node.is_pressed = selected_row == mark.row;
        record(frame, std::move(node));
        is_recorded[index] = true;
      }
      const Touch touch = pressable(frame, mark_id, rect_of(piece), false, is_first ? 0 : fragment++);
      touches[index].is_hovered |= touch.is_hovered;
      touches[index].has_ring |= touch.has_ring;
      if (touch.is_pressed) pressed = mark.row;
    }
  }
  frame.parents.pop_back();

  for (const Piece& piece : layout.pieces()) {
    if (piece.mark == kNone) continue;
    const auto index = static_cast<std::size_t>(piece.mark);
    const EvidenceMark& mark = marks[index];
    const auto hue = static_cast<std::size_t>(mark.hue % kEvidenceHueCount);
    const bool is_selected = selected_row == mark.row;
    const Rect rect = rect_of(piece);
    const Rect band{rect.x - 1, rect.y + 3, rect.width + 2, rect.height - 6};
    if (piece.is_number) {
      const float chip_height = line_height(frame, kNumber);
      const Rect chip{rect.x + 3, rect.y + std::floor((rect.height - chip_height) / 2), rect.width - 4, chip_height};
      fill(chip, mark.is_cost ? frame.theme.fail : frame.theme.hues[hue], 5);
      continue;
    }
    if (mark.is_cost) {
      dashes({rect.x, rect.y + rect.height - 6, rect.width, 2}, frame.theme.fail);
    } else {
      Colour tint = frame.theme.tints[hue];
      if (is_selected || touches[index].is_hovered) tint.a = static_cast<std::uint8_t>(std::min(255, tint.a + 36));
      fill(band, tint, 4);
    }
    if (is_selected) fill({band.x, band.y + band.height - 2, band.width, 2}, frame.theme.hues[hue], 1);
    if (touches[index].has_ring) focus_ring(frame, {band.x, band.y + 2, band.width, band.height - 4}, 4);
  }
  for (const Piece& piece : layout.pieces()) {
    const Rect rect = rect_of(piece);
    if (!piece.is_number) {
      draw_line(frame, rect.x, rect.y, words.substr(piece.begin, piece.end - piece.begin), kWords);
      continue;
    }
    const std::string digits = std::to_string(marks[static_cast<std::size_t>(piece.mark)].number);
    Look look = kNumber;
    look.ink = Ink::paper;
    const float top = rect.y + std::floor((rect.height - line_height(frame, look)) / 2);
    draw_line(frame, rect.x + 3 + (rect.width - 4 - width_of(frame, digits, look)) / 2, top, digits, look);
  }
  return pressed;
}

}  // namespace dryrun::ui
