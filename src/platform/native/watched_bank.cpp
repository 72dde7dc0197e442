#include "platform/native/watched_bank.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "files/files.h"

namespace dryrun::native {
namespace {

std::vector<std::string> files_of(const std::vector<std::string>& paths) {
  std::vector<std::string> found;
  for (const std::string& path : paths) {
    if (!files::is_directory(path)) {
      found.push_back(path);
      continue;
    }
    for (std::string& file : files::list_files(path, ".json")) found.push_back(std::move(file));
  }
  return found;
}

std::string state_of(const std::vector<std::string>& files) {
  std::string state;
  for (const std::string& file : files) {
    std::error_code error;
    const auto time = std::filesystem::last_write_time(file, error);
    state += file + " ";
    if (!error) state += std::to_string(time.time_since_epoch().count()) + " " + std::to_string(std::filesystem::file_size(file, error));
    state += "\n";
  }
  return state;
}

}  // namespace

std::optional<app::BankChanged> WatchedBank::look(const scoring::Judge& judge) {
  if (paths_.empty()) return std::nullopt;
  const std::vector<std::string> files = files_of(paths_);
  std::string state = state_of(files);
  if (state == state_) return std::nullopt;
  state_ = std::move(state);

  app::BankChanged changed;
  Diagnostics diagnostics;
  if (files.empty()) changed.diagnostics.push_back(paths_.front() + ": no question file (*.json) is there");
  for (const std::string& file : files) {
    const files::Read read = files::read_file(file, bank::kMaxBankBytes);
    if (!read.bytes) {
      changed.diagnostics.push_back(file + ": " + read.error);
      continue;
    }
    bank::BankResult result = bank::read_bank(*read.bytes, file);
    diagnostics.insert(diagnostics.end(), result.diagnostics.begin(), result.diagnostics.end());
    bank::add_bank(changed.bank, std::move(result.bank), file, diagnostics);
  }
  for (const bank::Question& question : changed.bank.questions) (void)judge.prepare(question, &diagnostics);
  if (changed.diagnostics.empty() && !has_errors(diagnostics)) return changed;
  for (const Diagnostic& diagnostic : diagnostics) changed.diagnostics.push_back(to_string(diagnostic));
  changed.bank = {};
  return changed;
}

}  // namespace dryrun::native
