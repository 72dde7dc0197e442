// The app as the desktop window runs it, without the window: holds the Model and the Ui, carries effects out on this machine's files, and
// looks at what other windows saved and at changed question files. Told the time; opens no display.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/update.h"
#include "platform/native/file_store.h"
#include "platform/native/watched_bank.h"
#include "ui/ui.h"

namespace dryrun::native {

struct Options {
  std::string folder;              ///< where progress is kept
  std::vector<std::string> banks;  ///< question files or folders to watch; none: the bank inside the program
  std::string downloads;           ///< folder that exported files go to
};

/// Milliseconds between two looks at the files.
inline constexpr int kLookEveryMs = 400;

class DesktopApp {
 public:
  /// `pack` must outlive the app. Null when something can't be used: `problem` says what.
  [[nodiscard]] static std::unique_ptr<DesktopApp> create(std::string_view pack, const Options& options, std::function<Now()> clock,
                                                          std::string& problem);

  void dispatch(const app::Message& message);
  /// One frame; what it sent is taken in and saved.
  ui::FrameResult frame(const ui::Viewport& viewport);
  /// Sends a Tick when one is due, and looks at the files when it is time. Whether there is anything new to show.
  bool pass_time();
  /// The longest that may go by before pass_time() is due.
  [[nodiscard]] int wait_ms() const;
  /// A file was dropped on the window: progress to import.
  void take_file(const std::string& path);

  [[nodiscard]] ui::Ui& ui() { return *ui_; }
  [[nodiscard]] const app::Model& model() const { return model_; }

 private:
  DesktopApp() = default;
  void carry_out(const app::Effect& effect);
  void download(const app::Download& file);
  void save();
  void tell(app::SaveState state, std::string problem);

  std::function<Now()> clock_;
  app::Model model_;
  std::unique_ptr<ui::Ui> ui_;
  std::unique_ptr<FileStore> store_;
  std::optional<WatchedBank> bank_;
  std::string downloads_;
  std::string seen_slots_;
  std::int64_t next_look_ms_ = 0;
  bool must_save_ = false;
};

}  // namespace dryrun::native
