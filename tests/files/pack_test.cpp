#include "files/pack.h"

#include <doctest/doctest.h>

#include <string>

using dryrun::files::make_pack;
using dryrun::files::Pack;

TEST_CASE("a pack gives back every file that was put in") {
  const auto bytes = make_pack({{"b/two.json", "{}"}, {"a/one.json", std::string("x\0y", 3)}, {"b/empty.json", ""}});
  REQUIRE(bytes.has_value());
  const auto pack = Pack::open(*bytes);
  REQUIRE(pack.has_value());
  CHECK(pack->file("a/one.json") == std::string_view("x\0y", 3));
  CHECK(pack->file("b/two.json") == "{}");
  CHECK(pack->file("b/empty.json") == "");
  CHECK_FALSE(pack->file("b").has_value());
  CHECK(pack->list("b/") == std::vector<std::string_view>{"b/empty.json", "b/two.json"});
  CHECK(pack->list("").size() == 3);
}

TEST_CASE("a pack that is cut short is not opened") {
  const auto bytes = make_pack({{"one", "first"}, {"two", "second"}});
  REQUIRE(bytes.has_value());
  for (std::size_t size = 0; size < bytes->size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(Pack::open(std::string_view(*bytes).substr(0, size)).has_value());
  }
}

TEST_CASE("a pack never holds the same path twice") { CHECK_FALSE(make_pack({{"one", "a"}, {"one", "b"}}).has_value()); }
