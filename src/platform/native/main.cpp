#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include "dryrun_data/embedded.h"
#include "platform/native/desktop_app.h"
#include "platform/native/window.h"

namespace {

constexpr const char* kHelp =
    "Dry Run in a window of its own.\n"
    "\n"
    "  dryrun-desktop [--bank PATH]... [--folder PATH]\n"
    "\n"
    "  --bank PATH    a question file, or a folder of them, instead of the questions inside the program; read again when it changes\n"
    "  --folder PATH  where progress is kept (else $XDG_DATA_HOME/dry-run, or ~/.local/share/dry-run)\n";

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

std::string data_folder() {
  const std::string data = variable("XDG_DATA_HOME");
  return (data.empty() ? variable("HOME") + "/.local/share" : data) + "/dry-run";
}

std::string downloads_folder() {
  std::error_code error;
  for (const std::string& folder : {variable("HOME") + "/Downloads", variable("HOME")}) {
    if (std::filesystem::is_directory(folder, error)) return folder;
  }
  return ".";
}

dryrun::Now machine_now() {
  const auto ms = [](auto time) { return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count(); };
  return {ms(std::chrono::steady_clock::now()), ms(std::chrono::system_clock::now())};
}

}  // namespace

int main(int argc, char** argv) {
  dryrun::native::Options options{data_folder(), {}, downloads_folder()};
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--help") {
      std::fputs(kHelp, stdout);
      return 0;
    }
    const bool has_value = i + 1 < argc;
    if (word == "--bank" && has_value) {
      options.banks.emplace_back(argv[++i]);
    } else if (word == "--folder" && has_value) {
      options.folder = argv[++i];
    } else {
      std::fprintf(stderr, "dryrun-desktop: %s %s\n\n%s", argv[i], word == "--bank" || word == "--folder" ? "needs a path" : "is no option", kHelp);
      return 2;
    }
  }
  std::string problem;
  const std::unique_ptr<dryrun::native::DesktopApp> app =
      dryrun::native::DesktopApp::create(dryrun::data::embedded_pack(), options, machine_now, problem);
  if (app) problem = dryrun::native::show_window(*app);
  if (problem.empty()) return 0;
  std::fprintf(stderr, "dryrun-desktop: %s\n", problem.c_str());
  return 1;
}
