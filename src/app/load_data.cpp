#include "app/load_data.h"

#include <iterator>
#include <optional>
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
  loaded.bank = load_banks(pack, loaded.diagnostics);
  auto pairs = std::make_shared<std::vector<selftest::Pair>>();
  for (const std::string_view path : pack.list("selftest/")) {
    std::optional<std::vector<selftest::Pair>> read = selftest::read_pairs(*pack.file(path));
    if (read) pairs->insert(pairs->end(), std::make_move_iterator(read->begin()), std::make_move_iterator(read->end()));
  }
  loaded.pairs = std::move(pairs);
  return loaded;
}

bank::Bank load_banks(const files::Pack& pack, Diagnostics& diagnostics) {
  bank::Bank bank;
  for (const std::string_view path : pack.list("banks/")) {
    bank::BankResult result = bank::read_bank(*pack.file(path), path);
    diagnostics.insert(diagnostics.end(), std::make_move_iterator(result.diagnostics.begin()), std::make_move_iterator(result.diagnostics.end()));
    bank::add_bank(bank, std::move(result.bank), path, diagnostics);
  }
  return bank;
}

}  // namespace dryrun::app
