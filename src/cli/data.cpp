#include "cli/data.h"

#include <utility>

#include "bank/bank.h"
#include "cli/output.h"
#include "dryrun_data/embedded.h"
#include "files/files.h"

namespace dryrun::cli {

Data Data::inside() {
  Data data;
  if (std::optional<files::Pack> pack = files::Pack::open(data::embedded_pack())) data.pack_ = std::move(*pack);
  return data;
}

std::optional<Data> Data::load(const Arguments& arguments) {
  if (!arguments.has("--data")) return inside();
  const std::string folder = arguments.get("--data");
  std::vector<std::pair<std::string, std::string>> found;
  for (const std::string& path : files::list_files(folder, ".json")) {
    files::Read read = files::read_file(path, bank::kMaxBankBytes);
    if (!read.bytes) {
      fail(path + ": " + read.error);
      return std::nullopt;
    }
    const std::string inside = path.substr(folder.size());
    found.emplace_back(inside.substr(inside.find_first_not_of('/')), std::move(*read.bytes));
  }
  Data data;
  std::optional<std::string> archive = files::make_pack(std::move(found));
  if (archive) data.bytes_.push_back(std::move(*archive));
  std::optional<files::Pack> pack = data.bytes_.empty() ? std::nullopt : files::Pack::open(data.bytes_.front());
  if (pack) data.pack_ = std::move(*pack);
  if (!pack || data.rules().empty()) {
    fail("there are no rules in " + folder + ". --data wants a folder like data/ of the project, with concepts/, rubrics/ and banks/ in it.");
    return std::nullopt;
  }
  data.folder_ = folder;
  return data;
}

std::vector<scoring::DataFile> Data::files(std::initializer_list<std::string_view> prefixes) const {
  std::vector<scoring::DataFile> out;
  for (const std::string_view prefix : prefixes)
    for (const std::string_view path : pack_.list(prefix)) out.push_back({std::string(path), *pack_.file(path)});
  return out;
}

}  // namespace dryrun::cli
