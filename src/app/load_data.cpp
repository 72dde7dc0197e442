#include "app/load_data.h"

#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace dryrun::app {

LoadedData load_data(const files::Pack& pack) {
  LoadedData loaded;
  std::vector<scoring::DataFile> rules;
  for (const std::string_view folder : {"concepts/", "rubrics/"}) {
    for (const std::string_view path : pack.list(folder)) rules.push_back({std::string(path), *pack.file(path)});
  }
  scoring::Judge::Created created = scoring::Judge::create(rules);
  loaded.judge = std::move(created.judge);
  loaded.diagnostics = std::move(created.diagnostics);
  for (const std::string_view path : pack.list("banks/")) {
    bank::BankResult result = bank::read_bank(*pack.file(path), path);
    loaded.diagnostics.insert(loaded.diagnostics.end(), std::make_move_iterator(result.diagnostics.begin()),
                              std::make_move_iterator(result.diagnostics.end()));
    bank::add_bank(loaded.bank, std::move(result.bank), path, loaded.diagnostics);
  }
  return loaded;
}

}  // namespace dryrun::app
