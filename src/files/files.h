// Files of the machine, for the command line and the native window: read whole, write atomically, list. Standard library
// and POSIX only; nothing is kept open or remembered. The web never comes here.
#pragma once

#include <cstddef>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dryrun::files {

/// What was read, or why it could not be (`bytes` empty, `error` a sentence without the path).
struct Read {
  std::optional<std::string> bytes;
  std::string error;
};

/// Opens a file for reading; null, with `error` set to a sentence without the path that says what to do, when it can't be.
[[nodiscard]] std::FILE* open_to_read(const std::string& path, std::string& error);

/// Reads a whole file of at most `max_bytes`; a larger one is an error and nothing of it is kept.
[[nodiscard]] Read read_file(const std::string& path, std::size_t max_bytes);

/// The same from an open stream up to its end, for standard input.
[[nodiscard]] Read read_stream(std::FILE* stream, std::size_t max_bytes);

/// Writes all bytes where the open file `handle` stands and flushes them to the disk. Empty on success, else the reason as a sentence.
[[nodiscard]] std::string write_all(int handle, std::string_view bytes);

/// Replaces the file in one step: a crash leaves the old content or the new, never a mixture. Empty on success, else the
/// reason as a sentence without the path.
[[nodiscard]] std::string write_file(const std::string& path, std::string_view bytes);

/// Paths of the regular files under `directory`, at any depth, that end in `suffix` (".json"; "" for all), sorted by byte
/// value. A directory that can't be read is an empty list.
[[nodiscard]] std::vector<std::string> list_files(const std::string& directory, std::string_view suffix);

[[nodiscard]] bool is_directory(const std::string& path);

}  // namespace dryrun::files
