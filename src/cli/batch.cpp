#include <cstdio>

#include "cli/batch_line.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/workspace.h"
#include "files/files.h"

namespace dryrun::cli {
namespace {

/// The next line without its end; empty at the end of the stream.
std::optional<BatchLine> read_line(std::FILE* stream) {
  BatchLine line;
  int c = std::getc(stream);
  if (c == EOF) return std::nullopt;
  for (; c != EOF && c != '\n'; c = std::getc(stream)) {
    if (line.bytes.size() < kMaxBatchLineBytes) {
      line.bytes.push_back(static_cast<char>(c));
    } else {
      line.is_too_long = true;
    }
  }
  if (!line.bytes.empty() && line.bytes.back() == '\r') line.bytes.pop_back();
  return line;
}

}  // namespace

int run_batch(const Arguments& arguments) {
  for (const std::string_view option :
       {"--question", "--ask", "--group", "--answer", "--level", "--mode", "--seconds", "--without"})
    if (arguments.has(option))
      return fail("score: " + std::string(option) + " does not go with --batch: each line says it for itself.");
  if (arguments.get("--format", "json") != "json") return fail("score: --batch prints JSON only.");
  const std::unique_ptr<Workspace> workspace = Workspace::load(arguments);
  if (workspace == nullptr) return kCouldNotRun;

  const std::string path = arguments.get("--batch");
  std::string problem;
  std::FILE* stream = path == "-" ? stdin : files::open_to_read(path, problem);
  if (stream == nullptr) return fail("score: " + path + ": " + problem);
  bool is_printed = true;
  int number = 0;
  while (is_printed) {
    const std::optional<BatchLine> line = read_line(stream);
    if (!line) break;
    ++number;
    is_printed = print(judged_line(*line, number, *workspace));
  }
  const bool is_read = std::ferror(stream) == 0;
  if (stream != stdin) std::fclose(stream);
  if (!is_read) return fail("score: " + path + ": could not be read to its end.");
  return is_printed ? kDone : kCouldNotRun;
}

}  // namespace dryrun::cli
