#include "platform/native/desktop_app.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>
#include <variant>

#include "app/load_data.h"
#include "files/files.h"
#include "files/pack.h"
#include "platform/native/random.h"
#include "text/overloaded.h"
#include "ui/drawn_field.h"

namespace dryrun::native {
namespace {

/// "name.json", or "name-2.json" and so on where that is taken already.
std::string free_path(const std::string& folder, const std::string& file_name) {
  const std::filesystem::path name(file_name);
  std::error_code error;
  for (int copy = 1;; ++copy) {
    const std::string numbered = name.stem().string() + (copy > 1 ? "-" + std::to_string(copy) : "") + name.extension().string();
    const std::string path = (std::filesystem::path(folder) / numbered).string();
    if (!std::filesystem::exists(path, error)) return path;
  }
}

}  // namespace

std::unique_ptr<DesktopApp> DesktopApp::create(std::string_view pack, const Options& options, std::function<Now()> clock, std::string& problem) {
  const std::optional<files::Pack> opened = files::Pack::open(pack);
  if (!opened) {
    problem = "the data inside this program is damaged";
    return nullptr;
  }
  app::LoadedData data = app::load_data(*opened);
  const std::optional<std::string_view> regular = opened->file("fonts/regular.ttf"), semibold = opened->file("fonts/semibold.ttf");
  if (!data.judge || has_errors(data.diagnostics) || !regular || !semibold) {
    problem = "the data inside this program can't be used";
    for (const Diagnostic& diagnostic : data.diagnostics) problem += "\n  " + to_string(diagnostic);
    return nullptr;
  }

  std::unique_ptr<DesktopApp> made(new DesktopApp);
  made->clock_ = std::move(clock);
  made->downloads_ = options.downloads;
  made->store_ = FileStore::open(options.folder, problem);
  if (!made->store_) return nullptr;
  if (!options.banks.empty()) made->bank_.emplace(options.banks);
  app::Environment environment;
  environment.can_pick_files = false;
  environment.import_hint = "To import, drop an exported file onto this window.";
  made->model_ = app::make_model(std::move(data.judge), std::move(data.bank), std::move(environment), std::move(data.pairs));
  made->ui_ = std::make_unique<ui::Ui>(ui::Fonts{*regular, *semibold}, ui::Fields::drawn, ui::edit_drawn_field);
  {
    const FileStore::Lock lock(*made->store_);
    const progress::Recovered found = made->store_->read();
    made->dispatch(app::Loaded{found});
    made->store_->take_over(found);
  }
  made->save();
  (void)made->pass_time();
  return made;
}

void DesktopApp::dispatch(const app::Message& message) {
  for (const app::Effect& effect : app::update(model_, message, clock_())) carry_out(effect);
}

ui::FrameResult DesktopApp::frame(const ui::Viewport& viewport) {
  ui::FrameResult result = ui_->frame(model_, clock_(), viewport);
  for (const app::Message& message : result.messages) dispatch(message);
  if (must_save_) save();
  return result;
}

bool DesktopApp::pass_time() {
  const std::int64_t now = clock_().monotonic_ms;
  bool is_news = false;
  const auto arrived = [&](const app::Message& message) {
    dispatch(message);
    is_news = true;
  };
  const std::optional<std::int64_t> deadline = app::next_deadline_ms(model_);
  if (deadline && *deadline <= now) arrived(app::Tick{});
  if (now >= next_look_ms_) {
    next_look_ms_ = now + kLookEveryMs;
    if (bank_) {
      if (std::optional<app::BankChanged> changed = bank_->look(*model_.derived.judge)) arrived(*changed);
    }
    if (store_->state_of_slots() != seen_slots_) {
      const FileStore::Lock lock(*store_);
      progress::Recovered found = store_->read();
      found.progress.running.reset();  // another window's answer stays in its own journal
      seen_slots_ = store_->state_of_slots();
      arrived(app::OtherTabSaved{std::move(found.progress)});
    }
  }
  if (must_save_) save();
  return is_news;
}

int DesktopApp::wait_ms() const {
  const std::int64_t now = clock_().monotonic_ms;
  std::int64_t until = next_look_ms_;
  if (const std::optional<std::int64_t> deadline = app::next_deadline_ms(model_)) until = std::min(until, *deadline);
  return static_cast<int>(std::max<std::int64_t>(0, until - now));
}

void DesktopApp::take_file(const std::string& path) {
  const std::string name = std::filesystem::path(path).filename().string();
  files::Read read = files::read_file(path, progress::kMaxProgressBytes);
  if (read.bytes) {
    dispatch(app::FileArrived{name, std::move(*read.bytes)});
  } else {
    dispatch(app::FileRefused{name, name + ": " + read.error});
  }
  if (must_save_) save();
}

void DesktopApp::save() {
  must_save_ = false;
  const FileStore::Lock lock(*store_);
  progress::Recovered found = store_->read();
  progress::Progress theirs = found.progress;
  theirs.running.reset();
  dispatch(app::OtherTabSaved{std::move(theirs)});
  if (found.is_read_only) return;
  const std::string problem = store_->write(model_.progress, found);
  seen_slots_ = store_->state_of_slots();
  tell(problem.empty() ? app::SaveState::saved : app::SaveState::not_saved, problem);
}

void DesktopApp::tell(app::SaveState state, std::string problem) {
  if (!problem.empty()) problem = "This machine's disk said: " + problem + ". You can go on, and export your progress as a file in Settings.";
  dispatch(app::StorageChanged{{state, std::move(problem)}});
}

void DesktopApp::download(const app::Download& file) {
  const std::string path = free_path(downloads_, file.file_name);
  const std::string problem = files::write_file(path, file.bytes);
  dispatch(app::FileWritten{path, problem});
}

void DesktopApp::carry_out(const app::Effect& effect) {
  std::visit(Overloaded{
                 [&](const app::RequestRandom&) { dispatch(app::RandomArrived{random_bits()}); },
                 [&](const app::Journal& entry) {
                   const std::string problem = store_->journal(entry.change);
                   if (!std::holds_alternative<progress::RunningChanged>(entry.change)) must_save_ = true;
                   if (!problem.empty()) tell(app::SaveState::not_saved, problem);
                 },
                 [&](const app::EraseJournal&) {
                   store_->erase_journal();
                   must_save_ = true;
                 },
                 [&](const app::PickFile&) {},  // files are dropped on the window: Environment::can_pick_files is off
                 [&](const app::Download& file) { download(file); },
                 [&](const app::Announce&) {},    // no screen reader hears a picture; the page is for those who use one
                 [&](const app::PostToHost&) {},  // nobody is around
             },
             effect);
}

}  // namespace dryrun::native
