#include "files/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace dryrun::files {
namespace {

std::string reason(int error_number) { return std::strerror(error_number); }

/// Makes a rename or a new name in `directory` survive a power cut, where the system can.
void flush_directory(const std::string& directory) {
  const int handle = ::open(directory.c_str(), O_RDONLY);
  if (handle < 0) return;
  ::fsync(handle);
  ::close(handle);
}

std::string readable_size(std::size_t bytes) {
  constexpr std::size_t kMiB = 1u << 20;
  return bytes % kMiB == 0 ? std::to_string(bytes / kMiB) + " MiB" : std::to_string(bytes) + " bytes";
}

}  // namespace

std::FILE* open_to_read(const std::string& path, std::string& error) {
  if (is_directory(path)) {
    error = "is a folder; name a file in it";
    return nullptr;
  }
  std::FILE* stream = std::fopen(path.c_str(), "rb");
  if (stream != nullptr) return stream;
  const bool is_missing = errno == ENOENT;
  error = is_missing ? "there is no such file; look at the path" : reason(errno);
  if (is_missing && std::filesystem::path(path).is_relative()) error += ", which starts at the folder that you are in";
  return nullptr;
}

Read read_stream(std::FILE* stream, std::size_t max_bytes) {
  Read result;
  std::string bytes;
  std::array<char, 65536> block{};
  for (;;) {
    const std::size_t count = std::fread(block.data(), 1, block.size(), stream);
    if (bytes.size() + count > max_bytes) {
      result.error = "larger than the limit of " + readable_size(max_bytes) + "; shorten it or split it";
      return result;
    }
    bytes.append(block.data(), count);
    if (count < block.size()) break;
  }
  if (std::ferror(stream) != 0) {
    result.error = reason(errno);
    return result;
  }
  result.bytes = std::move(bytes);
  return result;
}

Read read_file(const std::string& path, std::size_t max_bytes) {
  Read result;
  std::FILE* stream = open_to_read(path, result.error);
  if (stream == nullptr) return result;
  result = read_stream(stream, max_bytes);
  std::fclose(stream);
  return result;
}

std::string write_all(int handle, std::string_view bytes) {
  while (!bytes.empty()) {
    const ::ssize_t written = ::write(handle, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return reason(errno);
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(handle) == 0 ? std::string() : reason(errno);
}

std::string write_file(const std::string& path, std::string_view bytes) {
  std::error_code error;
  std::filesystem::path directory = std::filesystem::path(path).parent_path();
  if (directory.empty()) directory = ".";

  // In the same directory, since a rename across file systems is no single step; the process id keeps two writers apart.
  const std::string temporary = path + ".new-" + std::to_string(::getpid());
  const int handle = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (handle < 0) return reason(errno);
  std::string problem = write_all(handle, bytes);
  if (::close(handle) != 0 && problem.empty()) problem = reason(errno);
  if (!problem.empty()) {
    ::unlink(temporary.c_str());
    return problem;
  }
  std::filesystem::rename(temporary, path, error);
  if (error) {
    ::unlink(temporary.c_str());
    return error.message();
  }
  flush_directory(directory.string());
  return {};
}

std::vector<std::string> list_files(const std::string& directory, std::string_view suffix) {
  namespace fs = std::filesystem;
  std::vector<std::string> paths;
  std::error_code error;
  fs::recursive_directory_iterator walk(directory, fs::directory_options::skip_permission_denied, error);
  for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    std::error_code kind_error;
    if (!walk->is_regular_file(kind_error)) continue;
    std::string path = walk->path().generic_string();
    if (path.size() >= suffix.size() && std::string_view(path).substr(path.size() - suffix.size()) == suffix) {
      paths.push_back(std::move(path));
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

bool is_directory(const std::string& path) {
  std::error_code error;
  return std::filesystem::is_directory(path, error);
}

}  // namespace dryrun::files
