#include "bank/read_list.h"

#include <doctest/doctest.h>

using namespace dryrun;
using namespace dryrun::bank;

namespace {

std::string codes(const BankResult& result) {
  std::string out;
  for (const Diagnostic& one : result.diagnostics) out += one.code + "@" + std::to_string(one.line) + " ";
  return out;
}

}  // namespace

TEST_CASE("markdown: items and headings with a paragraph are questions, and a heading may name the group") {
  const BankResult read = read_list(
      "# My list\nA word before it.\n\n## System design & architecture\n\n- [ ] How would you store\n  ten million photos?\n2) What would you cache, and why?\n\n"
      "## Behavioural and leadership\n\n### A hard no\nTell me about a time\nwhen you refused.\n\nMore words.\n",
      "list.md", ListFormat::markdown, std::nullopt);
  CHECK(codes(read) == "B016@2 B019@16 ");
  REQUIRE(read.bank.questions.size() == 3);
  CHECK(read.bank.questions[0].prompt == "How would you store ten million photos?");
  CHECK(read.bank.questions[0].id == "how-would-you-store-ten-million");
  CHECK(read.bank.questions[0].group == Group::system_design_architecture);
  CHECK(read.bank.questions[1].prompt == "What would you cache, and why?");
  CHECK(read.bank.questions[2].title == "A hard no");
  CHECK(read.bank.questions[2].id == "a-hard-no");
  CHECK(read.bank.questions[2].prompt == "Tell me about a time when you refused.");
  CHECK(read.bank.questions[2].group == Group::behavioural_leadership);
}

TEST_CASE("csv: the first row names the columns, cells in quotes hold separators and line ends") {
  const BankResult read = read_list(
      "\xEF\xBB\xBFTitle;Question;Group;Rounds;Levels;Tags;Difficulty;Seconds;Colour\r\n"
      "\"A \"\"late\"\" page\";\"Who is woken;\r\nand why?\";Problem-solving & production ownership;\"phone screening; leadership\";staff;on-call;3;120;red\r\n\r\n"
      ";Who is woken?;problem-solving-production-ownership;;;;;;\r\n;Who is woken?;problem-solving-production-ownership;;;;;;",
      "list.csv", ListFormat::csv, std::nullopt);
  CHECK(codes(read) == "B020@1 ");
  REQUIRE(read.bank.questions.size() == 3);
  const Question& first = read.bank.questions[0];
  CHECK(first.title == "A \"late\" page");
  CHECK(first.prompt == "Who is woken;\nand why?");
  CHECK(first.group == Group::problem_solving_production_ownership);
  CHECK(first.rounds == std::vector<Round>{Round::phone_screening, Round::leadership});
  CHECK(first.levels == std::vector<Level>{Level::staff});
  CHECK(first.topics == std::vector<std::string>{"on-call"});
  CHECK(first.difficulty == 3);
  CHECK(first.seconds == 120);
  CHECK(read.bank.questions[1].id == "who-is-woken");
  CHECK(read.bank.questions[2].id == "who-is-woken-2");
}

TEST_CASE("csv: what is wrong is told at its row, all of it at once") {
  const BankResult read = read_list(
      "prompt,group,rounds,seconds,id\n"
      ",behavioural-leadership,,,\n"
      "Why?,sports,,,\n"
      "Why?,behavioural-leadership,lunch,5,a\n"
      "Why not?,,,,a\n",
      "list.csv", ListFormat::csv, Group::behavioural_leadership);
  CHECK(codes(read) == "B006@2 B007@3 B007@4 B008@4 B009@5 ");
  CHECK(codes(read_list("a,b\nWhy?,x\n", "l.csv", ListFormat::csv, Group::behavioural_leadership)) == "B020@1 B020@1 B017@1 ");
  CHECK(codes(read_list("prompt\n\"Why?\n", "l.csv", ListFormat::csv, Group::behavioural_leadership)) == "B018@2 ");
  CHECK(codes(read_list("prompt\n", "l.csv", ListFormat::csv, Group::behavioural_leadership)) == "B015@0 ");
  CHECK(codes(read_list("", "l.md", ListFormat::markdown, std::nullopt)) == "B015@0 ");
}

TEST_CASE("anki: the head says how it is written, HTML becomes text, tags become topics or the group") {
  const BankResult read = read_list(
      "#separator:Semicolon\n#html:true\n#notetype column:1\n#tags column:4\n"
      "Basic;\"How do you <b>shard</b>&nbsp;&amp; why?<br>Say when.\";\"a &lt; b\";caching system-design-architecture\n"
      "Basic;;empty;\n",
      "cards.txt", ListFormat::anki, Group::behavioural_leadership);
  CHECK(codes(read) == "B006@6 ");
  REQUIRE(read.bank.questions.size() == 1);
  CHECK(read.bank.questions[0].prompt == "How do you shard & why?\nSay when.");
  CHECK(read.bank.questions[0].looks_for == "a < b");
  CHECK(read.bank.questions[0].topics == std::vector<std::string>{"caching"});
  CHECK(read.bank.questions[0].group == Group::system_design_architecture);
}

TEST_CASE("a list is told by its first line or its name") {
  CHECK(list_format_of("#separator:tab\n", "x.txt") == ListFormat::anki);
  CHECK(list_format_of("a,b", "X.CSV") == ListFormat::csv);
  CHECK(list_format_of("- a", "x.md") == ListFormat::markdown);
  CHECK_FALSE(list_format_of("- a", "-").has_value());
}

TEST_CASE("whatever the bytes, a list that is read gives a bank that is read back alike") {
  const std::string bytes = "- Wh\xFFy?\n- \n#\n1.\n- <b>\x01\n\"\n";
  for (const ListFormat format : {ListFormat::markdown, ListFormat::csv, ListFormat::anki}) {
    for (std::size_t size = 0; size <= bytes.size(); ++size) {
      const BankResult read = read_list(bytes.substr(0, size), "x", format, Group::behavioural_leadership);
      if (has_errors(read.diagnostics)) continue;
      const BankResult again = read_bank(write_bank(read.bank), "y");
      CHECK(again.diagnostics.empty());
      CHECK(again.bank == read.bank);
    }
  }
}
