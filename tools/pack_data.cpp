// Host tool of the build: packs files into one archive (src/files/pack.h) and, when asked, writes the same bytes as a C++
// source for programs that carry their data inside.
//
//   pack_data --out FILE [--cpp FILE] NAME=PATH...
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "files/files.h"
#include "files/pack.h"

namespace {

constexpr std::size_t kMaxFile = 64u << 20;

/// The archive as string literals: compilers take them far faster than a list of numbers.
std::string as_cpp(std::string_view bytes) {
  std::string out =
      "// Made by tools/pack_data; do not edit.\n#include \"dryrun_data/embedded.h\"\n\nnamespace {\n"
      "constexpr char kBytes[] =\n    \"";
  std::size_t column = 0;
  for (const char byte : bytes) {
    const unsigned value = static_cast<unsigned char>(byte);
    char escape[5] = {'\\', static_cast<char>('0' + (value >> 6)), static_cast<char>('0' + ((value >> 3) & 7)),
                      static_cast<char>('0' + (value & 7)), '\0'};
    const bool is_plain = value >= 0x20 && value < 0x7f && byte != '"' && byte != '\\' && byte != '?';
    if (is_plain) {
      out.push_back(byte);
      ++column;
    } else {
      out += escape;
      column += 4;
    }
    if (column > 4000) {
      out += "\"\n    \"";
      column = 0;
    }
  }
  out += "\";\n}  // namespace\n\nnamespace dryrun::data {\nstd::string_view embedded_pack() { return {kBytes, sizeof(kBytes) - 1}; }\n}  // namespace dryrun::data\n";
  return out;
}

int fail(const std::string& message) {
  std::fprintf(stderr, "pack_data: %s\n", message.c_str());
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  std::string out_path;
  std::string cpp_path;
  std::vector<std::pair<std::string, std::string>> files;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if ((argument == "--out" || argument == "--cpp") && i + 1 < argc) {
      (argument == "--out" ? out_path : cpp_path) = argv[++i];
      continue;
    }
    const std::size_t equals = argument.find('=');
    if (equals == std::string::npos) return fail("expected NAME=PATH, got '" + argument + "'");
    dryrun::files::Read read = dryrun::files::read_file(argument.substr(equals + 1), kMaxFile);
    if (!read.bytes) return fail(argument.substr(equals + 1) + ": " + read.error);
    files.emplace_back(argument.substr(0, equals), std::move(*read.bytes));
  }
  if (out_path.empty()) return fail("--out FILE is missing");

  const std::optional<std::string> pack = dryrun::files::make_pack(std::move(files));
  if (!pack) return fail("two files have the same name, or all of them together are over 4 GiB");
  std::string error = dryrun::files::write_file(out_path, *pack);
  if (error.empty() && !cpp_path.empty()) error = dryrun::files::write_file(cpp_path, as_cpp(*pack));
  if (!error.empty()) return fail(error);
  return 0;
}
