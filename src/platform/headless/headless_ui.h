// The app with its screens but without pixels: everything is found and pressed by role and label, as a person with a screen reader does.
// Each call draws frames with a null renderer until they settle and sends what they emit. See headless.h for time and storage.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/headless/headless.h"
#include "ui/ui.h"

namespace dryrun::headless {

class HeadlessUi : public Headless {
 public:
  HeadlessUi(app::Model model, MemoryStore& store, ui::Fonts fonts, std::string tab = "tab");

  /// Presses the control of that role and name; with an open dialog only inside it. How many messages that sent: 1 when all is
  /// well, 0 when there is no such control, or it is disabled or inert.
  int press(ui::Role role, std::string_view name);
  /// Replaces the text of a field, or chooses a value of a combobox. As press().
  int type(ui::Role role, std::string_view name, std::string_view text);

  /// What is shown now, in reading order.
  [[nodiscard]] const ui::Tree& tree();
  /// The control or words of that role and exact name, or null; with an open dialog only inside it.
  [[nodiscard]] const ui::Node* find(ui::Role role, std::string_view name);
  /// Whether some words on the screen contain `words`, in names, values or descriptions.
  [[nodiscard]] bool shows(std::string_view words);

  ui::Viewport viewport;

 private:
  /// Draws until nothing asks for another frame at once; returns the number of messages sent.
  int settle();
  [[nodiscard]] std::string usable_id(ui::Role role, std::string_view name);

  ui::Ui ui_;
};

}  // namespace dryrun::headless
