// The app as a web page runs it: holds the Model and the Ui, passes events in, carries effects out through host.h, and keeps the page's
// semantic tree current whether or not a frame is drawn. Storage is a mailbox that the page opens and closes; truth is in the Model.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/update.h"
#include "platform/web/renderer.h"
#include "ui/ui.h"

namespace dryrun::web {

struct Options {
  bool is_embedded = false;
  std::string embedded_question_id;
};

/// What a store exchange did, as the page has to tell it.
enum class Exchange : std::uint8_t { written, read_only, failed };

class WebApp {
 public:
  /// Reads fonts and the first questions from the pack; `problem` is set, and the app unusable, when they can't be read.
  WebApp(std::string pack, const Options& options);
  [[nodiscard]] const std::string& problem() const { return problem_; }
  /// Concepts, rubrics and whole banks, which follow the first pack. Returns a problem for people to read, or an empty text.
  [[nodiscard]] std::string take_rules(std::string_view pack);

  void dispatch(const app::Message& message);
  void set_viewport(const ui::Viewport& viewport);
  [[nodiscard]] ui::Ui& ui() { return *ui_; }

  /// Runs frames without drawing until no message is left, then shows the tree to the page. Call after any input.
  void settle();
  /// One drawn frame. Returns milliseconds until the next is wanted, or -1.
  int draw();
  [[nodiscard]] Renderer& renderer() { return renderer_; }
  [[nodiscard]] bool is_over_pressable() const { return is_over_pressable_; }

  /// Milliseconds until update wants a Tick, or -1.
  [[nodiscard]] int next_tick_in_ms() const;

  /// First reading of the mailbox, with what tabs that are gone left in their journals. Returns which of the drafts have to stay there.
  [[nodiscard]] std::vector<std::size_t> load(const std::vector<std::string>& journal, const std::vector<std::string>& drafts);
  /// Takes in what other tabs left in the mailbox, writing nothing.
  void take_in();
  /// Takes in what other tabs left in the mailbox and puts the present truth there.
  [[nodiscard]] Exchange exchange(const std::vector<std::string>& journal);

 private:
  void carry_out(const app::Effect& effect);
  void take_messages(ui::FrameResult result);
  void show_tree_if_changed();
  void tell_storage(app::SaveState state, std::string detail);

  std::string pack_;  ///< fonts point into it
  std::string problem_;
  app::Model model_;
  std::unique_ptr<ui::Ui> ui_;
  Renderer renderer_;
  ui::Viewport viewport_;
  std::optional<int> redraw_in_ms_;
  std::uint64_t shown_tree_ = 0;
  bool is_over_pressable_ = false;
};

/// The browser's clocks.
[[nodiscard]] Now browser_now();

}  // namespace dryrun::web
