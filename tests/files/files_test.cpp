#include "files/files.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace fs = std::filesystem;
using namespace dryrun::files;

namespace {

/// A folder of its own that goes away with the test.
struct TemporaryFolder {
  TemporaryFolder() : path((fs::temp_directory_path() / "dryrun-files-test").string()) {
    fs::remove_all(path);
    fs::create_directories(path);
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  std::string path;
};

}  // namespace

TEST_CASE("a file is read back as it was written, and nothing else is left in the folder") {
  const TemporaryFolder folder;
  const std::string path = folder.path + "/one.json";
  const std::string bytes("a\0b\r\n\xff", 6);
  CHECK(write_file(path, "old and longer than the new one") == "");
  CHECK(write_file(path, bytes) == "");
  CHECK(read_file(path, 100).bytes == bytes);
  CHECK(list_files(folder.path, "") == std::vector<std::string>{path});
}

TEST_CASE("a file over the limit, a folder and a missing file are told, not read") {
  const TemporaryFolder folder;
  const std::string path = folder.path + "/one.json";
  REQUIRE(write_file(path, "12345") == "");
  CHECK(read_file(path, 5).bytes == "12345");
  CHECK_FALSE(read_file(path, 4).bytes.has_value());
  CHECK(read_file(path, 4).error.find("4 bytes") != std::string::npos);
  CHECK(read_file(folder.path, 4).error == "is a folder; name a file in it");
  CHECK(read_file(folder.path + "/none", 4).error.find("no such file; look at the path") != std::string::npos);
  CHECK_FALSE(write_file(folder.path + "/none/one.json", "x").empty());
}

TEST_CASE("files are listed at any depth, by suffix, sorted") {
  const TemporaryFolder folder;
  fs::create_directories(folder.path + "/b/c");
  for (const char* name : {"/b/c/3.json", "/b/2.json", "/a.json", "/b/note.md"}) {
    REQUIRE(write_file(folder.path + name, "x") == "");
  }
  CHECK(list_files(folder.path, ".json") ==
        std::vector<std::string>{folder.path + "/a.json", folder.path + "/b/2.json", folder.path + "/b/c/3.json"});
  CHECK(list_files(folder.path + "/none", "").empty());
}
