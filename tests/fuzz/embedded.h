// The data inside a fuzz target, and the judge made of it: once a process.
#pragma once

#include <memory>
#include <vector>

#include "dryrun_data/embedded.h"
#include "files/pack.h"
#include "fuzz/fuzz.h"
#include "scoring/judge.h"

namespace dryrun::fuzz {

inline const scoring::Judge& embedded_judge() {
  static const std::unique_ptr<scoring::Judge> judge = [] {
    const std::optional<files::Pack> pack = files::Pack::open(data::embedded_pack());
    require(pack.has_value(), "the data inside opens");
    std::vector<scoring::DataFile> files;
    for (const std::string_view prefix : {"concepts/", "rubrics/"})
      for (const std::string_view path : pack->list(prefix)) files.push_back({std::string(path), *pack->file(path)});
    scoring::Judge::Created created = scoring::Judge::create(files);
    require(created.judge != nullptr, "the rules inside can be used");
    return std::move(created.judge);
  }();
  return *judge;
}

}  // namespace dryrun::fuzz
