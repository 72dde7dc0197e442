// A folder of its own for a test, gone afterwards.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include "files/files.h"
#include "platform/native/random.h"

namespace dryrun {

class TemporaryFolder {
 public:
  TemporaryFolder() : path_((std::filesystem::temp_directory_path() / ("dryrun-test-" + native::random_name())).string()) {
    std::filesystem::create_directories(path_);
  }
  ~TemporaryFolder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] std::string file(const std::string& name) const { return path_ + "/" + name; }
  [[nodiscard]] const std::string& path() const { return path_; }

  /// Whether any file in it holds these words.
  [[nodiscard]] bool holds(std::string_view words) const {
    for (const std::string& path : files::list_files(path_, "")) {
      if (files::read_file(path, 1u << 26).bytes.value_or("").find(words) != std::string::npos) return true;
    }
    return false;
  }

 private:
  std::string path_;
};

}  // namespace dryrun
