#include "platform/native/file_store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "files/files.h"
#include "platform/native/random.h"

namespace dryrun::native {
namespace {

constexpr std::string_view kJournal = ".journal", kDraft = ".draft";
/// More than the slots may hold; a larger file is none of ours.
constexpr std::size_t kMostBytes = 2 * progress::kMaxProgressBytes;

std::string read_or_nothing(const std::string& path) { return files::read_file(path, kMostBytes).bytes.value_or(std::string()); }

/// Whether the window that owns this journal is gone: nobody holds its lock.
bool is_left_behind(const std::string& journal) {
  const int handle = ::open(journal.c_str(), O_RDONLY | O_CLOEXEC);
  if (handle < 0) return false;
  const bool is_free = ::flock(handle, LOCK_EX | LOCK_NB) == 0;
  ::close(handle);
  return is_free;
}

std::string draft_beside(const std::string& journal) { return journal.substr(0, journal.size() - kJournal.size()) + std::string(kDraft); }

std::string stat_of(const std::string& path) {
  std::error_code error;
  const auto time = std::filesystem::last_write_time(path, error);
  if (error) return "-";
  return std::to_string(time.time_since_epoch().count()) + "/" + std::to_string(std::filesystem::file_size(path, error));
}

void append_lines(std::vector<std::string>& lines, const std::string& bytes) {
  for (std::size_t begin = 0; begin < bytes.size();) {
    std::size_t end = bytes.find('\n', begin);
    if (end == std::string::npos) end = bytes.size();
    if (end > begin) lines.push_back(bytes.substr(begin, end - begin));
    begin = end + 1;
  }
}

}  // namespace

FileStore::Lock::Lock(const FileStore& store) : handle_(::open(store.path("lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
  while (handle_ >= 0 && ::flock(handle_, LOCK_EX) != 0 && errno == EINTR) {
  }
}

FileStore::Lock::~Lock() {
  if (handle_ >= 0) ::close(handle_);
}

FileStore::FileStore(std::string folder) : folder_(std::move(folder)), window_("window-" + random_name()) {}

std::unique_ptr<FileStore> FileStore::open(const std::string& folder, std::string& problem) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    problem = folder + ": " + error.message();
    return nullptr;
  }
  std::unique_ptr<FileStore> store(new FileStore(folder));
  const Lock lock(*store);  // nobody may take the journal for one left behind before it is locked
  const std::string journal = store->path(store->window_ + std::string(kJournal));
  store->journal_handle_ = ::open(journal.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (store->journal_handle_ < 0 || ::flock(store->journal_handle_, LOCK_EX | LOCK_NB) != 0) {
    problem = journal + ": " + std::strerror(errno);
    return nullptr;
  }
  return store;
}

FileStore::~FileStore() {
  if (journal_handle_ < 0) return;
  const Lock lock(*this);
  const std::string journal = path(window_ + std::string(kJournal));
  std::error_code error;
  const bool has_draft = std::filesystem::exists(draft_beside(journal), error);
  if (!has_draft && std::filesystem::file_size(journal, error) == 0) ::unlink(journal.c_str());
  ::close(journal_handle_);
}

std::string FileStore::journal(const progress::Change& change) {
  if (const auto* running = std::get_if<progress::RunningChanged>(&change)) {
    const std::string draft = path(window_ + std::string(kDraft));
    if (running->running) return files::write_file(draft, progress::write_change(change));
    return ::unlink(draft.c_str()) == 0 || errno == ENOENT ? std::string() : std::string(std::strerror(errno));
  }
  return files::write_all(journal_handle_, progress::write_change(change) + "\n");
}

std::vector<std::string> FileStore::left_behind() const {
  std::vector<std::string> journals = files::list_files(folder_, kJournal);
  journals.erase(std::remove_if(journals.begin(), journals.end(), [](const std::string& journal) { return !is_left_behind(journal); }), journals.end());
  return journals;
}

void FileStore::erase_journal() {
  (void)::ftruncate(journal_handle_, 0);
  ::unlink(path(window_ + std::string(kDraft)).c_str());
  for (const std::string& journal : left_behind()) ::unlink(draft_beside(journal).c_str());
}

progress::Recovered FileStore::read() const {
  std::vector<std::string> lines, drafts;
  for (const std::string& journal : left_behind()) {
    append_lines(lines, read_or_nothing(journal));
    append_lines(drafts, read_or_nothing(draft_beside(journal)));
  }
  return progress::recover(read_or_nothing(slot(0)), read_or_nothing(slot(1)), lines, drafts);
}

void FileStore::take_over(const progress::Recovered& recovered) {
  std::error_code error;
  const bool is_kept = !recovered.progress.running || std::filesystem::exists(path(window_ + std::string(kDraft)), error);
  if (!is_kept) return;
  std::size_t index = 0;  // drafts are counted as read() does
  for (const std::string& journal : left_behind()) {
    const std::string draft = draft_beside(journal);
    if (read_or_nothing(draft).empty()) continue;
    if (!recovered.is_waiting(index++)) ::unlink(draft.c_str());
  }
}

std::string FileStore::write(const progress::Progress& progress, const progress::Recovered& recovered) {
  progress::Progress kept = progress;
  kept.running.reset();
  const std::string other = slot(1 - recovered.next_slot);
  std::string problem = files::write_file(slot(recovered.next_slot), progress::write_snapshot(kept, recovered.sequence + 1));
  if (problem.empty() && !progress::knows_what_was_erased(read_or_nothing(other), kept)) {
    // What was erased must not lie on in the older copy.
    problem = files::write_file(other, progress::write_snapshot(kept, recovered.sequence + 2));
  }
  if (!problem.empty()) return problem;
  (void)::ftruncate(journal_handle_, 0);
  std::error_code error;
  for (const std::string& journal : left_behind()) {
    const bool has_draft = std::filesystem::exists(draft_beside(journal), error);
    if (has_draft) {
      (void)::truncate(journal.c_str(), 0);
    } else {
      ::unlink(journal.c_str());
    }
  }
  return {};
}

std::string FileStore::state_of_slots() const { return stat_of(slot(0)) + " " + stat_of(slot(1)); }

}  // namespace dryrun::native
