#include "cli/commands.h"

namespace dryrun::cli {
namespace {

constexpr std::size_t kAnyNumber = 1'000'000;

constexpr Option kBank{"--bank", "FILE", "use this bank instead of the one inside (repeatable)", true};
constexpr Option kAddBank{"--add-bank", "FILE", "add this bank to it (repeatable)", true};
constexpr Option kData{"--data", "FOLDER", "use the rules and banks of this folder instead of those inside"};
constexpr Option kHelp{"--help", "", "this text"};
constexpr Option kTextOrJson{"--format", "text|json", "how to print; text by default"};

constexpr Option kOutput{"--output", "FILE|-", "where to; standard output by default"};

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> all{
      {"score",
       "",
       "judge one answer, or a file of them",
       "The answer is read as it is, up to 1 MiB of UTF-8; invalid bytes count as '?'.\n"
       "With --batch, one JSON object a line comes in and one goes out, in the same order:\n"
       "  {\"id\", \"question_id\" | \"question\" (+ \"group\"), \"answer\", \"level\"?, \"mode\"?, \"seconds\"?, "
       "\"words\"?}\n"
       "A \"group\" of \"other\" counts as none: it is told from the question's words.\n"
       "Other keys and blank lines are passed over; a bad line gives {\"id\", \"error\"} and the rest goes on.\n",
       0,
       0,
       {{"--question", "ID", "a question of the bank"},
        {"--ask", "\"TEXT\"", "a question of your own"},
        {"--group", "GROUP", "the group of --ask; told from its words by default"},
        {"--answer", "FILE|-", "the answer; standard input by default"},
        {"--level", "senior|staff", "whose bar; senior by default"},
        {"--mode", "typed|spoken", "how it was given; typed by default"},
        {"--seconds", "N", "how long it took"},
        {"--without", "RULE,...", "judge as if these rules were not there"},
        {"--batch", "FILE|-", "judge a file of answers"},
        kTextOrJson,
        kData,
        kBank,
        kAddBank,
        kHelp},
       run_score},
      {"questions",
       "",
       "list the questions of the bank",
       "Of several conditions all hold.\n",
       0,
       0,
       {{"--group", "GROUP", "only those of this group"},
        {"--round", "ROUND", "only those fit for this round"},
        {"--level", "senior|staff", "only those for this level"},
        {"--topic", "TOPIC", "only those with this topic (repeatable)", true},
        {"--difficulty", "1|2|3", "only those of this difficulty"},
        kTextOrJson,
        kData,
        kBank,
        kAddBank,
        kHelp},
       run_questions},
      {"convert",
       "LIST",
       "make a bank of a list of questions",
       "LIST is a file, or - for standard input, in one of three forms:\n"
       "  markdown  an item of a list is a question, and so is a heading with a paragraph below it; a heading that\n"
       "            names a group counts for what follows\n"
       "  csv       the first row names the columns: prompt and, where wanted, id, title, group, looks_for, rounds,\n"
       "            levels, topics, difficulty, seconds; several in one cell stand between semicolons\n"
       "  anki      \"Notes in Plain Text\" as Anki exports them: the first field asks, the second says what to look for\n"
       "The bank is printed; `dryrun lint` says what its questions may still get.\n",
       1,
       1,
       {{"--from", "FORM", "markdown, csv or anki; told from the file by default"},
        {"--group", "GROUP", "the group of questions that don't say theirs"},
        {"--title", "TITLE", "the title of the bank"},
        {"--bank", "FILE", "put them behind the questions of this bank (repeatable)", true},
        {"--add-bank", "FILE", "the same", true},
        kHelp},
       run_convert},
      {"lint",
       "PATH...",
       "check banks, concepts and rubrics",
       "A PATH is a file or a folder; each file says by its \"format\" what it is. Findings are printed as\n"
       "file:line:column CODE message. Warnings alone leave the exit code at 0.\n",
       0,
       kAnyNumber,
       {{"--bank", "FILE", "check this bank too (repeatable)", true}, {"--add-bank", "FILE", "the same", true}, kHelp},
       run_lint},
      {"explain",
       "RULE",
       "what a rule, criterion, gate or diagnostic code is, and why",
       "A criterion of a question is named QUESTION/CRITERION.\n",
       1,
       1,
       {kData, kBank, kAddBank, kHelp},
       run_explain},
      {"verify",
       "REPORT",
       "judge a saved report again and compare",
       "REPORT is a file that `score --format json` wrote, or - for standard input.\n",
       1,
       1,
       {kData, kBank, kAddBank, kHelp},
       run_verify},
      {"selftest",
       "",
       "judge answers written blind, and attacks on them",
       "Pairs of a strong and a weak answer of one length, written without sight of the rules; then texts made to please.\n",
       0,
       0,
       {kTextOrJson, kData, kBank, kAddBank, kHelp},
       run_selftest},
      {"rescore",
       "PROGRESS",
       "judge every saved attempt again, old beside new",
       "The file is not changed.\n",
       1,
       1,
       {kTextOrJson, kData, kBank, kAddBank, kHelp},
       run_rescore},
      {"import",
       "PROGRESS...",
       "add saved progress to a file",
       "Attempts are never lost or doubled, and what was erased stays erased. The file is written whole or not at "
       "all.\n",
       1,
       kAnyNumber,
       {{"--into", "FILE", "the progress to add to; made when it is not there"}, kBank, kAddBank, kHelp},
       run_import},
      {"export",
       "PROGRESS",
       "write saved progress in today's form",
       "",
       1,
       1,
       {kOutput, kBank, kAddBank, kHelp},
       run_export},
      {"merge",
       "PROGRESS...",
       "bring progress of several devices together",
       "The same files give the same bytes in any order.\n",
       1,
       kAnyNumber,
       {kOutput, kBank, kAddBank, kHelp},
       run_export},
  };
  return all;
}

std::string general_help() {
  std::string out =
      "Dry Run judges answers to senior engineering interview questions and shows its working.\n\n"
      "  dryrun COMMAND [OPTIONS]\n\n";
  for (const Command& command : commands()) {
    std::string usage = "  " + std::string(command.name) + " " + std::string(command.operands);
    usage.resize(usage.size() < 24 ? 24 : usage.size() + 1, ' ');
    out += usage + std::string(command.summary) + "\n";
  }
  return out +
         "\n`dryrun COMMAND --help` tells its options. Every command takes --bank FILE and --add-bank FILE.\n"
         "Exit codes: 0 done (whatever the verdict) or clean, 1 findings, 2 could not run.\n\n"
         "  dryrun score --question ID --answer answer.txt\n"
         "  dryrun score --ask \"How would you retire a service that others call?\" --answer - --level staff\n";
}

std::string help_of(const Command& command) {
  std::string out = "dryrun " + std::string(command.name) + " ";
  if (!command.operands.empty()) out += std::string(command.operands) + " ";
  out += "[OPTIONS]: " + std::string(command.summary) + "\n\n";
  for (const Option& option : command.options) {
    std::string left = "  " + std::string(option.name) + " " + std::string(option.value);
    left.resize(left.size() < 26 ? 26 : left.size() + 1, ' ');
    out += left + std::string(option.help) + "\n";
  }
  if (!command.details.empty()) out += "\n" + std::string(command.details);
  return out;
}

}  // namespace dryrun::cli
