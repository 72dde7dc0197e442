// JSON reading and printing: exact places, no crash, and nothing lost between printing and reading.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>

#include "text/json.h"
#include "text/json_syntax.h"
#include "text/random.h"

using dryrun::json::dump;
using dryrun::json::find_syntax_fault;
using dryrun::json::Kind;
using dryrun::json::Limits;
using dryrun::json::parse;
using dryrun::json::Parsed;
using dryrun::json::position_of;
using dryrun::json::same;
using dryrun::json::Value;
using dryrun::test::Random;

namespace {

/// "line:column CODE" of each finding, joined by "; ".
std::string places(const Parsed& parsed) {
  std::string all;
  for (const dryrun::Diagnostic& each : parsed.diagnostics) {
    if (!all.empty()) all += "; ";
    all += std::to_string(each.line) + ":" + std::to_string(each.column) + " " + each.code;
  }
  return all;
}
std::string places(std::string_view bytes) { return places(parse(bytes, "x.json")); }

std::string slice(std::string_view bytes, const Value& value) { return std::string(bytes.substr(value.begin, value.end - value.begin)); }

Value random_value(Random& random, int depth) {
  static constexpr std::string_view kTexts[] = {"", "plain", "quote \" and \\ slash", "line\nbreak\ttab", "caf\xC3\xA9 \xE2\x80\x94 \xF0\x9F\x98\x80", std::string_view("nul\0in", 6), "\x7F\x1F", "</script>"};
  switch (random.below(depth > 0 ? 7 : 5)) {
    case 0: return Value();
    case 1: return Value::of(random.below(2) == 0);
    case 2: return Value::of(static_cast<std::int64_t>(random.next()));
    case 3: return Value::of(kTexts[random.below(std::size(kTexts))]);
    case 4: {
      Value number;
      number.kind = Kind::number;
      number.number = (static_cast<double>(random.below(2'000'001)) - 1'000'000.0) / static_cast<double>(1 + random.below(9999));
      if (random.below(8) == 0) number.number *= 1e200;
      if (random.below(8) == 0) number.number *= 1e-250;
      return number;
    }
    case 5: {
      Value array = Value::array();
      for (std::uint32_t i = random.below(5); i > 0; --i) array.push(random_value(random, depth - 1));
      return array;
    }
    default: {
      Value object = Value::object();
      for (std::uint32_t i = random.below(5); i > 0; --i) object.set(std::string(kTexts[random.below(std::size(kTexts))]) + std::to_string(i), random_value(random, depth - 1));
      return object;
    }
  }
}

}  // namespace

TEST_CASE("what is printed reads back the same, on one line and indented") {
  Random random(7);
  for (int round = 0; round < 2'000; ++round) {
    const Value tree = random_value(random, 5);
    for (const int indent : {-1, 0, 2}) {
      const std::string text = dump(tree, indent);
      const Parsed parsed = parse(text, "x.json");
      CAPTURE(text);
      REQUIRE(parsed.value);
      REQUIRE(same(*parsed.value, tree));
      REQUIRE(dump(*parsed.value, indent) == text);
    }
  }
}

TEST_CASE("printing is laid out as people expect") {
  Value tree = Value::object().set("b", Value::array().push(Value::of(1)).push(Value())).set("a", Value::object()).set("c", Value::array());
  CHECK(dump(tree) == R"({"b":[1,null],"a":{},"c":[]})");
  CHECK(dump(tree, 2) == "{\n  \"b\": [\n    1,\n    null\n  ],\n  \"a\": {},\n  \"c\": []\n}");
  CHECK(dump(Value::of("a\xFFz")) == "\"a\xEF\xBF\xBDz\"");
  Value no_number;
  no_number.kind = Kind::number;
  no_number.number = std::numeric_limits<double>::infinity();
  CHECK(dump(no_number) == "null");
  CHECK(dump(Value::of(std::numeric_limits<std::int64_t>::min())) == "-9223372036854775808");
}

TEST_CASE("setting a member again replaces it in its place") {
  Value tree = Value::object().set("a", Value::of(1)).set("b", Value::of(2)).set("a", Value::of("x"));
  CHECK(dump(tree) == R"({"a":"x","b":2})");
  CHECK(tree.find("a")->string == "x");
  CHECK(tree.find("z") == nullptr);
}

TEST_CASE("every value's offsets are exactly its text") {
  const std::string_view bytes = "\xEF\xBB\xBF {\"a\\\"\\\\\" : [ -12 ,3.5e+2,true , null,false, \"q\\\"\\\\\\\\\" ,{} ] , \"\xC3\xA9\":7}\n";
  const Parsed parsed = parse(bytes, "x.json");
  REQUIRE(parsed.value);
  const Value& root = *parsed.value;
  CHECK(root.begin == 4);
  CHECK(root.end == bytes.size() - 1);
  REQUIRE(root.members.size() == 2);
  CHECK(root.members[0].key == "a\"\\");
  CHECK(root.members[0].key_begin == 5);
  CHECK(bytes.substr(root.members[1].key_begin, 4) == "\"\xC3\xA9\"");
  CHECK(slice(bytes, root.members[1].value) == "7");
  const std::string_view expected[] = {"-12", "3.5e+2", "true", "null", "false", "\"q\\\"\\\\\\\\\"", "{}"};
  REQUIRE(root.members[0].value.items.size() == std::size(expected));
  for (std::size_t i = 0; i < std::size(expected); ++i) CHECK(slice(bytes, root.members[0].value.items[i]) == expected[i]);
  const Parsed number = parse("-0.25", "x.json");
  REQUIRE(number.value);
  CHECK(number.value->begin == 0);
  CHECK(number.value->end == 5);
}

TEST_CASE("broken JSON is told at its exact line and column") {
  struct Sample {
    std::string_view bytes;
    std::string_view place;
    std::string_view word;  ///< that the message must hold
  };
  const Sample samples[] = {
      {"", "1:1 J001", "nothing to read"},
      {"  \n ", "2:2 J001", "nothing to read"},
      {"{", "1:2 J001", "still open"},
      {"{\n  \"a\": [1, 2\n", "3:1 J001", "the \"[\" of line 2"},
      {"[1, 2,]", "1:7 J001", "take the comma out"},
      {"{\"a\": 1,\n}", "2:1 J001", "take the comma out"},
      {"{\"a\": 1,, \"b\": 2}", "1:9 J001", "comma too many"},
      {"[1,,2]", "1:4 J001", "value is missing"},
      {"[1 2]", "1:4 J001", "comma is missing"},
      {"{\"a\": 1\n \"b\": 2}", "2:2 J001", "comma is missing"},
      {"{\"a\" 1}", "1:6 J001", "colon is missing"},
      {"{\"a\" = 1}", "1:6 J001", "colon is missing"},
      {"{\"a\": }", "1:7 J001", "value is missing"},
      {"{a: 1}", "1:2 J001", "name in double quotes"},
      {"{'a': 1}", "1:2 J001", "name in double quotes"},
      {"['a']", "1:2 J001", "straight double quotes"},
      {"[\xE2\x80\x9C" "a\xE2\x80\x9D]", "1:2 J001", "straight double quotes"},
      {"[1, True]", "1:5 J001", "lower case"},
      {"[None]", "1:2 J001", "null"},
      {"[NaN]", "1:2 J001", "no such number"},
      {"[yes]", "1:2 J001", "double quotes"},
      {"[1] // done", "1:5 J001", "has ended"},
      {"[1, // one\n2]", "1:5 J001", "comments"},
      {"{\"a\": 1 /* */}", "1:9 J001", "comments"},
      {"[01]", "1:2 J001", "needless 0"},
      {"[+1]", "1:2 J001", "+"},
      {"[.5]", "1:2 J001", "0 before"},
      {"[1.]", "1:2 J001", "after the point"},
      {"[1e]", "1:2 J001", "after the e"},
      {"[-]", "1:2 J001", "minus"},
      {"[1}", "1:3 J001", "does not fit"},
      {"{\"a\": 1]", "1:8 J001", "does not fit"},
      {"]", "1:1 J001", "nothing is open"},
      {"[\"one\ntwo\"]", "1:6 J001", "end of its line"},
      {"[\"a\tb\"]", "1:4 J001", "tab"},
      {"[\"a\\qb\"]", "1:4 J001", "backslash"},
      {"[\"\\u12\"]", "1:3 J001", "hexadecimal"},
      {"[\"\\ud800\"]", "1:3 J001", "half of a pair"},
      {"[\"never", "1:2 J001", "never closed"},
      {"{} {}", "1:4 J001", "has ended"},
      {std::string_view("{}\0{}", 5), "1:3 J001", "has ended"},
      {std::string_view("[\"a\0\"]", 6), "1:4 J001", "control character"},
      {"[1,\n\"\xC3\x28\"]", "2:2 J005", "UTF-8"},
      {"{\"a\": 1,\n \"b\": 2,\n \"a\": 3}", "3:2 J004", "twice"},
      {"[9223372036854775807,\n 9223372036854775808]", "2:2 J006", "out of range"},
      {"[-9223372036854775809]", "1:2 J006", "out of range"},
      {"123456789012345678901234567890", "1:1 J006", "out of range"},
      {"[1, 1e999]", "1:5 J006", "out of range"},
  };
  for (const Sample& sample : samples) {
    CAPTURE(sample.bytes);
    const Parsed parsed = parse(sample.bytes, "x.json");
    CHECK(!parsed.value);
    CHECK(places(parsed) == sample.place);
    REQUIRE(parsed.diagnostics.size() == 1);
    CHECK(parsed.diagnostics[0].file == "x.json");
    CAPTURE(parsed.diagnostics[0].message);
    CHECK(parsed.diagnostics[0].message.find(sample.word) != std::string::npos);
  }
}

TEST_CASE("repeated keys and numbers out of range are all told, in order") {
  CHECK(places("{\"a\": 1,\n \"a\": 99999999999999999999,\n \"b\": {\"c\": 0, \"c\": 0}}") == "2:2 J004; 2:7 J006; 3:16 J004");
  // The same name in two objects, or within, is no repetition.
  CHECK(places(R"({"a": {"a": 1}, "b": [{"a": 1}, {"a": 1}]})").empty());
}

TEST_CASE("a file full of faults is told fifty of them") {
  std::string bytes = "[";
  for (int i = 0; i < 1'000; ++i) bytes += "1e2, 99999999999999999999,\n";
  CHECK(parse(bytes + "1]", "x.json").diagnostics.size() == 50);
}

TEST_CASE("nesting over the limit is told, and two hundred thousand brackets crash nothing") {
  const std::string fits = std::string(64, '[') + std::string(64, ']');
  CHECK(parse(fits, "x.json").value);
  CHECK(places("[" + fits + "]") == "1:65 J003");
  CHECK(places(std::string(200'000, '[')) == "1:65 J003");
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  CHECK(places(objects) == "1:321 J003");
  CHECK(find_syntax_fault(std::string(200'000, '['))->offset == 200'000);
}

TEST_CASE("what is over the limit of bytes or values is refused before it takes memory") {
  Limits limits;
  limits.max_bytes = 8;
  CHECK(parse("[1,2,34]", "x.json", limits).value);
  CHECK(places(parse("[1,2,345]", "x.json", limits)) == "0:0 J002");
  limits = {};
  limits.max_values = 3;
  CHECK(parse("[1,[2]]", "x.json", limits).diagnostics.size() == 1);
  CHECK(parse("[1,2]", "x.json", limits).value);
  CHECK(places(parse("[1,2,\n3]", "x.json", limits)) == "2:1 J002");
}

TEST_CASE("docs/diagnostics.md tells the limits of J002 as they are") {
  std::ifstream file(DRYRUN_SOURCE_DIR "/docs/diagnostics.md", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const std::size_t begin = text.find("| J002 |");
  REQUIRE(begin != std::string::npos);
  const std::string row = text.substr(begin, text.find('\n', begin) - begin);
  REQUIRE(Limits{}.max_bytes == 8u << 20);
  CHECK(row.find("8 MiB for a bank") != std::string::npos);
  REQUIRE(Limits{}.max_values == 1'048'576);
  CHECK(row.find("1,048,576 values") != std::string::npos);
}

TEST_CASE("a position counts lines, and bytes within a line, from one") {
  CHECK(position_of("ab\ncd", 0).column == 1);
  CHECK(position_of("ab\ncd", 2).column == 3);
  CHECK(position_of("ab\ncd", 3).line == 2);
  CHECK(position_of("ab\ncd", 3).column == 1);
  CHECK(position_of("ab\ncd", 99).column == 3);
}

TEST_CASE("damaged JSON gives a value or a finding at a place that exists, and the fault finder agrees with the reader") {
  const std::string sample = dump(Value::object()
                                      .set("text", Value::of("caf\xC3\xA9 \\ \" \n"))
                                      .set("list", Value::array().push(Value::of(-12)).push(Value()).push(Value::of(true)).push(Value::array()))
                                      .set("deep", Value::object().set("x", Value::object().set("y", Value::of("z")))),
                                  1) +
                             " 1.5e-3 \\ud83d\\ude00 \t";
  static constexpr std::string_view kPieces = "{}[]\",:\\/0123456789.eE+-truefalsn u\n\t\xC3\xA9\xF0\x9F'#";
  Random random(99);
  int read = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes = sample.substr(0, sample.find(" 1.5e-3"));
    if (random.below(4) == 0) bytes = sample.substr(random.below(static_cast<std::uint32_t>(sample.size())));
    for (std::uint32_t i = random.below(4); i > 0 && !bytes.empty(); --i) {
      const std::size_t at = random.below(static_cast<std::uint32_t>(bytes.size()));
      const char piece = kPieces[random.below(static_cast<std::uint32_t>(kPieces.size()))];
      const std::uint32_t way = random.below(3);
      if (way == 0) bytes[at] = piece;
      if (way == 1) bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(at), piece);
      if (way == 2) bytes.erase(at, 1 + random.below(6));
    }
    CAPTURE(bytes);
    const Parsed parsed = parse(bytes, "x.json");
    REQUIRE(parsed.value.has_value() == parsed.diagnostics.empty());
    if (parsed.value) ++read;
    for (const dryrun::Diagnostic& each : parsed.diagnostics) {
      REQUIRE(each.line >= 1);
      REQUIRE(each.column >= 1);
      const bool is_syntax = each.code == "J001";
      if (is_syntax || each.code == "J004" || each.code == "J006") REQUIRE(find_syntax_fault(bytes).has_value() == is_syntax);
    }
    if (parsed.value) REQUIRE(!find_syntax_fault(bytes));
  }
  CHECK(read > 500);
}
