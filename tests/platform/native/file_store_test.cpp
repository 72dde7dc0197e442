#include "platform/native/file_store.h"

#include <doctest/doctest.h>

#include "platform/native/folder.h"
#include "progress/samples.h"

using namespace dryrun;
using native::FileStore;

namespace {

std::unique_ptr<FileStore> open(const TemporaryFolder& folder) {
  std::string problem;
  std::unique_ptr<FileStore> store = FileStore::open(folder.path(), problem);
  REQUIRE_MESSAGE(store != nullptr, problem);
  return store;
}

void save(FileStore& store, const progress::Progress& progress) {
  const FileStore::Lock lock(store);
  REQUIRE(store.write(progress::merge(store.read().progress, progress), store.read()).empty());
}

}  // namespace

TEST_CASE("disk: what was journalled without a snapshot is there for the next window") {
  const TemporaryFolder folder;
  {
    const auto store = open(folder);
    REQUIRE(store->journal(progress::Added{progress::samples::attempt(1)}).empty());
    REQUIRE(store->journal(progress::RunningChanged{progress::samples::running()}).empty());
  }
  const progress::Recovered found = open(folder)->read();
  CHECK(found.progress.attempts.size() == 1);
  REQUIRE(found.progress.running);
  CHECK(found.progress.running->draft == progress::samples::running().draft);
}

TEST_CASE("disk: the journal of a window that is still open is left alone") {
  const TemporaryFolder folder;
  const auto first = open(folder), second = open(folder);
  REQUIRE(first->journal(progress::RunningChanged{progress::samples::running()}).empty());
  CHECK_FALSE(second->read().progress.running);
  save(*second, {});
  CHECK(first->journal(progress::Added{progress::samples::attempt(2)}).empty());
  CHECK(files::list_files(folder.path(), ".draft").size() == 1);
}

TEST_CASE("disk: slots alternate, and a torn newest one leaves the older") {
  const TemporaryFolder folder;
  const auto store = open(folder);
  progress::Progress progress;
  progress.attempts.push_back(progress::samples::attempt(1));
  save(*store, progress);
  progress.attempts.push_back(progress::samples::attempt(2));
  save(*store, progress);
  CHECK(store->read().progress.attempts.size() == 2);
  REQUIRE(files::write_file(folder.file("slot-b.json"), "{\"schema\":").empty());
  const progress::Recovered found = store->read();
  CHECK(found.progress.attempts.size() == 1);
  CHECK_FALSE(found.notes.empty());
}

TEST_CASE("disk: erased words are in no file any more") {
  const TemporaryFolder folder;
  const auto store = open(folder);
  progress::Progress progress;
  progress.attempts.push_back(progress::samples::attempt(1, "Secret words of mine."));
  save(*store, progress);
  save(*store, progress);
  REQUIRE(folder.holds("Secret words"));
  store->erase_journal();
  {
    const FileStore::Lock lock(*store);
    REQUIRE(store->write({}, store->read()).empty());
  }
  CHECK_FALSE(folder.holds("Secret words"));
}

TEST_CASE("disk: a folder that can't be made is told with its path") {
  const TemporaryFolder folder;
  REQUIRE(files::write_file(folder.file("taken"), "a file").empty());
  std::string problem;
  CHECK(FileStore::open(folder.file("taken/progress"), problem) == nullptr);
  CHECK(problem.find("taken/progress: ") != std::string::npos);
}
