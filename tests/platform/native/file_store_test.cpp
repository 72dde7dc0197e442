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
  for (const bool is_all : {false, true}) {
    const TemporaryFolder folder;
    const auto store = open(folder);
    progress::Progress progress;
    progress.attempts.push_back(progress::samples::attempt(1, "Secret words of mine."));
    save(*store, progress);
    save(*store, progress);
    REQUIRE(folder.holds("Secret words"));
    if (is_all) {
      store->erase_journal();
      progress::erase_all(progress, progress.attempts[0].started_wall_ms);
    } else {
      progress::erase_attempt(progress, progress.attempts[0].id);
    }
    save(*store, progress);
    CHECK_FALSE(folder.holds("Secret words"));
  }
}

TEST_CASE("disk: of two drafts left behind one is taken over and the other outlives each snapshot, until all is erased") {
  const TemporaryFolder folder;
  for (const char* draft : {"the older draft", "the newer draft"}) {
    session::State running = progress::samples::running();
    running.draft = draft;
    running.last.wall_ms += running.draft == "the newer draft" ? 1'000 : 0;
    REQUIRE(open(folder)->journal(progress::RunningChanged{running}).empty());
  }
  const auto store = open(folder);
  const progress::Recovered found = store->read();
  REQUIRE(found.progress.running);
  CHECK(found.progress.running->draft == "the newer draft");
  store->take_over(found);
  CHECK(folder.holds("the newer draft"));  // not journalled by this window yet
  REQUIRE(store->journal(progress::RunningChanged{found.progress.running}).empty());
  store->take_over(found);
  save(*store, {});
  save(*store, {});
  REQUIRE(store->read().progress.running);
  CHECK(store->read().progress.running->draft == "the older draft");
  store->erase_journal();
  CHECK_FALSE(folder.holds("draft\":\"the"));
}

TEST_CASE("disk: a folder that can't be made is told with its path") {
  const TemporaryFolder folder;
  REQUIRE(files::write_file(folder.file("taken"), "a file").empty());
  std::string problem;
  CHECK(FileStore::open(folder.file("taken/progress"), problem) == nullptr);
  CHECK(problem.find("taken/progress: ") != std::string::npos);
}
