// The desktop window without its window: real files, real screens, a clock that is told.
#include "platform/native/desktop_app.h"

#include <doctest/doctest.h>

#include "dryrun_data/embedded.h"
#include "platform/native/folder.h"

using namespace dryrun;
using native::DesktopApp;

namespace {

const std::string kWords = "I would first ask which pain hurts most, and why it hurts now.";

struct Desk {
  std::unique_ptr<DesktopApp> open() {
    std::string problem;
    std::unique_ptr<DesktopApp> app = DesktopApp::create(data::embedded_pack(), {folder.file("progress"), banks, folder.path()}, [this] { return now; }, problem);
    REQUIRE_MESSAGE(app != nullptr, problem);
    return app;
  }
  void pass(DesktopApp& app, std::int64_t ms) {
    now.monotonic_ms += ms;
    now.wall_ms += ms;
    (void)app.pass_time();
  }
  static void settle(DesktopApp& app) {
    for (int i = 0; i < 8; ++i) (void)app.frame({});
  }
  static bool shows(DesktopApp& app, std::string_view words) {
    settle(app);
    for (const ui::Node& node : app.ui().tree().nodes) {
      if (node.name.find(words) != std::string::npos) return true;
    }
    return false;
  }

  TemporaryFolder folder;
  std::vector<std::string> banks;
  Now now{1'000, 1'795'000'000'000};
};

void answer(DesktopApp& app) {
  app.dispatch(app::StartQuestion{"billing-monolith-team-of-eight", ""});
  app.dispatch(app::SkipPreparation{});
  app.dispatch(app::EditAnswer{kWords});
}

}  // namespace

TEST_CASE("desktop: an attempt is saved, and there again in the next window") {
  Desk desk;
  {
    const auto app = desk.open();
    answer(*app);
    app->dispatch(app::Finish{});
    Desk::settle(*app);
    CHECK(app->model().screen == app::Screen::verdict);
    CHECK(app->model().storage.state == app::SaveState::saved);
  }
  const auto app = desk.open();
  REQUIRE(app->model().progress.attempts.size() == 1);
  CHECK(app->model().progress.attempts[0].report.input.answer == kWords);
}

TEST_CASE("desktop: the draft of a window that ended is offered again") {
  Desk desk;
  answer(*desk.open());
  const auto app = desk.open();
  REQUIRE(app->model().progress.running);
  CHECK(app->model().progress.running->draft == kWords);
  CHECK(Desk::shows(*app, "Continue"));
}

TEST_CASE("desktop: at zero the answer is submitted by itself") {
  Desk desk;
  const auto app = desk.open();
  answer(*app);
  CHECK(app->wait_ms() <= native::kLookEveryMs);
  for (int second = 0; second < 181; ++second) desk.pass(*app, 1'000);
  CHECK(app->model().screen == app::Screen::verdict);
  CHECK(app->model().progress.attempts.size() == 1);
}

TEST_CASE("desktop: what another window saves is taken in") {
  Desk desk;
  const auto first = desk.open(), second = desk.open();
  answer(*second);
  second->dispatch(app::Finish{});
  Desk::settle(*second);
  CHECK(first->model().progress.attempts.empty());
  desk.pass(*first, native::kLookEveryMs);
  CHECK(first->model().progress.attempts.size() == 1);
}

TEST_CASE("desktop: a changed question file is shown within a second; a bad one keeps the old and says what is wrong") {
  Desk desk;
  const std::string path = desk.folder.file("own.json");
  const auto write = [&](const std::string& title) {
    REQUIRE(files::write_file(path, R"({"format": "dryrun-bank", "version": 1, "questions": [{"id": "own", "title": ")" + title + R"(", "prompt": "What did you change last, and why?", "group": "behavioural-leadership"}]})").empty());
  };
  write("Before the change");
  desk.banks = {path};
  const auto app = desk.open();
  CHECK(Desk::shows(*app, "Before the change"));
  write("After the change was made");
  desk.pass(*app, 999);
  CHECK(Desk::shows(*app, "After the change was made"));
  write("Bad\", \"title\": \"twice");
  desk.pass(*app, 999);
  CHECK(Desk::shows(*app, "After the change was made"));
  CHECK(Desk::shows(*app, path + ":1:"));
}

TEST_CASE("desktop: an export says where it went, an import is dropped on the window") {
  Desk desk;
  const auto app = desk.open();
  answer(*app);
  app->dispatch(app::Finish{});
  app->dispatch(app::ExportProgress{});
  CHECK(Desk::shows(*app, desk.folder.file("dry-run-progress-")));
  app->dispatch(app::CancelDialog{});
  app->dispatch(app::Navigate{app::Screen::settings});
  CHECK(Desk::shows(*app, "drop an exported file"));
  const std::vector<std::string> exported = files::list_files(desk.folder.path(), ".json");

  Desk other;
  const auto empty = other.open();
  for (const std::string& file : exported) {
    if (file.find("dry-run-progress-") != std::string::npos) empty->take_file(file);
  }
  CHECK(empty->model().progress.attempts.size() == 1);
  empty->dispatch(app::CancelDialog{});
  empty->take_file(other.folder.file("not-there.json"));
  CHECK(Desk::shows(*empty, "not-there.json"));
}
