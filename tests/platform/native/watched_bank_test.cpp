#include "platform/native/watched_bank.h"

#include <doctest/doctest.h>

#include "dryrun_data/embedded.h"
#include "app/load_data.h"
#include "platform/native/folder.h"

using namespace dryrun;

namespace {

const scoring::Judge& judge() {
  static const app::LoadedData data = app::load_data(*files::Pack::open(data::embedded_pack()));
  return *data.judge;
}

std::string bank_with(const std::string& id) {
  return R"({"format": "dryrun-bank", "version": 1, "questions": [{"id": ")" + id + R"(", "prompt": "What did you change last, and why?", "group": "behavioural-leadership"}]})";
}

}  // namespace

TEST_CASE("watching: a changed file comes once, a good one as a bank") {
  const TemporaryFolder folder;
  REQUIRE(files::write_file(folder.file("own.json"), bank_with("first")).empty());
  native::WatchedBank watched({folder.path()});
  std::optional<app::BankChanged> changed = watched.look(judge());
  REQUIRE(changed);
  CHECK(changed->diagnostics.empty());
  CHECK(changed->bank.find("first") != nullptr);
  CHECK_FALSE(watched.look(judge()));

  REQUIRE(files::write_file(folder.file("own.json"), bank_with("the-second")).empty());
  changed = watched.look(judge());
  REQUIRE(changed);
  CHECK(changed->bank.find("the-second") != nullptr);

  REQUIRE(files::write_file(folder.file("more.json"), bank_with("third")).empty());
  changed = watched.look(judge());
  REQUIRE(changed);
  CHECK(changed->bank.questions.size() == 2);
}

TEST_CASE("watching: a bad file comes as diagnostics that say where, without a bank") {
  const TemporaryFolder folder;
  const std::string path = folder.file("own.json");
  REQUIRE(files::write_file(path, "{\"format\": \"dryrun-bank\", \"version\": 1,\n \"questions\": [{]}").empty());
  native::WatchedBank watched({path});
  std::optional<app::BankChanged> changed = watched.look(judge());
  REQUIRE(changed);
  CHECK(changed->bank.questions.empty());
  REQUIRE_FALSE(changed->diagnostics.empty());
  CHECK(changed->diagnostics[0].find(path + ":2:") == 0);

  std::filesystem::remove(path);
  changed = watched.look(judge());
  REQUIRE(changed);
  CHECK(changed->bank.questions.empty());
  CHECK(changed->diagnostics[0].find(path) == 0);
}

TEST_CASE("watching: evidence over a concept that nobody knows is a bad file") {
  const TemporaryFolder folder;
  REQUIRE(files::write_file(folder.file("own.json"), R"({"format": "dryrun-bank", "version": 1, "questions": [{"id": "q", "prompt": "What did you change last?", "group": "behavioural-leadership",
    "criteria": [{"id": "c", "name": "Says what", "points": 10, "dimension": "ownership-accountability", "primary": true, "evidence": [{"any": ["{no-such-concept}"]}]}]}]})").empty());
  native::WatchedBank watched({folder.path()});
  const std::optional<app::BankChanged> changed = watched.look(judge());
  REQUIRE(changed);
  CHECK(changed->bank.questions.empty());
  bool is_named = false;
  for (const std::string& line : changed->diagnostics) is_named = is_named || line.find("no-such-concept") != std::string::npos;
  CHECK(is_named);
}
