// A text taken apart: whatever the bytes, every span quotes the source; sentences and clauses of written and of spoken text.
#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/document.h"
#include "text/random.h"
#include "text/utf8.h"

using dryrun::Span;
using dryrun::test::Random;
using dryrun::text::Document;
using dryrun::text::is_valid_utf8;
using dryrun::text::make_document;
using dryrun::text::Stretch;
using dryrun::text::to_valid_utf8;
using dryrun::text::Token;
using dryrun::text::TokenKind;

namespace {

std::vector<std::string> quotes(const Document& document, const std::vector<Stretch>& stretches) {
  std::vector<std::string> all;
  for (const Stretch& stretch : stretches) all.emplace_back(document.quote(stretch.span));
  return all;
}
std::vector<std::string> sentences(std::string_view text) {
  const Document document = make_document(text);
  return quotes(document, document.sentences());
}
std::vector<std::string> clauses(std::string_view text) {
  const Document document = make_document(text);
  return quotes(document, document.clauses());
}
using Texts = std::vector<std::string>;

bool is_boundary(const std::string& text, std::uint32_t at) { return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80; }

/// `stretches` cover all tokens in order, and each span is that of its tokens.
void require_whole(const Document& document, const std::vector<Stretch>& stretches) {
  std::uint32_t next = 0;
  for (const Stretch& stretch : stretches) {
    REQUIRE(stretch.first == next);
    REQUIRE(stretch.first < stretch.last);
    REQUIRE(stretch.span.begin == document.tokens()[stretch.first].span.begin);
    REQUIRE(stretch.span.end == document.tokens()[stretch.last - 1].span.end);
    REQUIRE(stretch.sentence == document.tokens()[stretch.first].sentence);
    next = stretch.last;
  }
  REQUIRE(next == document.tokens().size());
}

/// Everything that readers of a Document rely on.
void require_sound(const std::string& bytes) {
  const Document document = make_document(bytes);
  REQUIRE(document.source() == to_valid_utf8(bytes));
  std::uint32_t words = 0;
  std::uint32_t end = 0;
  for (std::uint32_t i = 0; i < document.tokens().size(); ++i) {
    const Token& token = document.tokens()[i];
    REQUIRE(token.span.begin >= end);
    REQUIRE(token.span.begin < token.span.end);
    REQUIRE(token.span.end <= document.source().size());
    REQUIRE(is_boundary(document.source(), token.span.begin));
    REQUIRE(is_boundary(document.source(), token.span.end));
    REQUIRE(!token.form.empty());
    REQUIRE(!token.stem.empty());
    REQUIRE(is_valid_utf8(token.form));
    REQUIRE(is_valid_utf8(token.stem));
    if (token.kind != TokenKind::word) REQUIRE(token.stem == token.form);
    if (token.kind != TokenKind::mark) ++words;
    REQUIRE(token.sentence < document.sentences().size());
    REQUIRE(token.clause < document.clauses().size());
    REQUIRE(i >= document.clauses()[token.clause].first);
    REQUIRE(i < document.clauses()[token.clause].last);
    REQUIRE(i >= document.sentences()[token.sentence].first);
    REQUIRE(i < document.sentences()[token.sentence].last);
    end = token.span.end;
  }
  REQUIRE(document.word_count() == words);
  require_whole(document, document.sentences());
  require_whole(document, document.clauses());
}

}  // namespace

TEST_CASE("whatever the bytes, spans lie on characters, in order, and everything has its sentence and clause") {
  Random random(11);
  for (int round = 0; round < 2'000; ++round) require_sound(random.bytes(random.below(120)));
  static constexpr std::string_view kPieces[] = {"didn't",  "I'd",  "twenty", "five",  "hundred", "and",  "point", "nine", "a",   "1,000", "3.5",  "e.g.", "i.e.", "...", "\xE2\x80\x99", "'",    "s'",    "\n", "\n\n",
                                                 "- ",      "1. ",  "* ",     "# ",    "?",       "!",    ".",     ",",    " ",   " ",     " ",    "--",   "\xE2\x80\x94", "(",   ")",            "\"",   "https://", "@", "www.",
                                                 "\xCC\x81", "\xE2\x80\x8B", "\xC2\xAD", "\xC3\xA9", "\xFF", "because", "we", "was", "which", "per cent", "5k", "%", "/", "_", "-", "million", "one", std::string_view("\0", 1)};
  for (int round = 0; round < 10'000; ++round) {
    std::string text;
    for (std::uint32_t i = random.below(24); i > 0; --i) text += kPieces[random.below(std::size(kPieces))];
    CAPTURE(text);
    require_sound(text);
  }
}

TEST_CASE("an empty text has nothing, and so have spaces") {
  CHECK(make_document("").tokens().empty());
  CHECK(make_document("").sentences().empty());
  CHECK(make_document(" \n\t \xC2\xA0\n\n ").tokens().empty());
}

TEST_CASE("a document that is moved keeps its forms") {
  Document first = make_document("We measured it.");
  const Document second = std::move(first);
  REQUIRE(second.tokens().size() == 4);
  CHECK(second.tokens()[1].form == "measured");
  CHECK(second.tokens()[1].stem == "measur");
  CHECK(second.quote(second.tokens()[1].span) == "measured");
}

TEST_CASE("sentences end at their marks, and not within numbers, versions and abbreviations") {
  CHECK(sentences("We split it. Did it work? Yes! It did.") == Texts{"We split it.", "Did it work?", "Yes!", "It did."});
  CHECK(sentences("It took 3.5 days with v1.2 of Node.js, e.g. on Mondays, i.e. rarely. Then it ended.") ==
        Texts{"It took 3.5 days with v1.2 of Node.js, e.g. on Mondays, i.e. rarely.", "Then it ended."});
  CHECK(sentences("She said \"stop.\" We stopped (at last!) and left.").size() >= 2);
  CHECK(sentences("He asked why?! Nobody knew...").size() == 2);
  CHECK(sentences("So did I. We left.") == Texts{"So did I.", "We left."});
  CHECK(sentences("no marks at all") == Texts{"no marks at all"});
}

TEST_CASE("a sentence that asks is known, and so is an item of a list") {
  const Document document = make_document("What is the load?\n- first we ask\n- then we build\n2) and we measure\n\nDone");
  REQUIRE(document.sentences().size() == 5);
  CHECK(document.sentences()[0].is_question);
  CHECK(!document.sentences()[1].is_question);
  CHECK(!document.sentences()[0].is_list_item);
  CHECK(document.sentences()[1].is_list_item);
  CHECK(document.sentences()[2].is_list_item);
  CHECK(document.sentences()[3].is_list_item);
  CHECK(!document.sentences()[4].is_list_item);
  CHECK(document.quote(document.sentences()[4].span) == "Done");
}

TEST_CASE("a line that is only wrapped is no end of a sentence, a blank line is one") {
  CHECK(sentences("we had\ntwo teams").size() == 1);
  CHECK(sentences("we had\r\n\r\ntwo teams").size() == 2);
  CHECK(sentences("we had\n  \n\n\ntwo teams").size() == 2);
}

TEST_CASE("clauses end at commas, colons, dashes and brackets; a mark belongs to the clause before it") {
  CHECK(clauses("After the outage, we met; it was late.") == Texts{"After the outage,", "we met;", "it was late."});
  CHECK(clauses("We chose one \xE2\x80\x94 the plain one (Postgres) in the end") == Texts{"We chose one \xE2\x80\x94", "the plain one (", "Postgres)", "in the end"});
  CHECK(clauses("a well-known back-end issue").size() == 1);
  CHECK(clauses("1,000 users at 99.9").size() == 1);
}

TEST_CASE("spoken text without marks falls into clauses at a conjunction with a subject and its verb") {
  CHECK(clauses("we had an outage on friday and I was on call so I rolled it back because the new release was slow") ==
        Texts{"we had an outage on friday", "and I was on call", "so I rolled it back", "because the new release was slow"});
  CHECK(clauses("I never measured it but we shipped the change when the two teams had agreed") == Texts{"I never measured it", "but we shipped the change", "when the two teams had agreed"});
  CHECK(clauses("i told them that we would wait if they needed time") == Texts{"i told them", "that we would wait", "if they needed time"});
}

TEST_CASE("a conjunction between nouns or verbs cuts nothing") {
  CHECK(clauses("we used queues and caches and a load balancer").size() == 1);
  CHECK(clauses("I wrote and tested the fix for reads and writes").size() == 1);
  CHECK(clauses("the cost or the risk of that service").size() == 1);
}

TEST_CASE("the work of reading grows with the text and no faster, also with what is no text") {
  const auto seconds = [](const std::string& text, int runs) {
    double best = 1e9;
    for (int run = 0; run < runs; ++run) {
      const std::clock_t begin = std::clock();  // of this program alone: others on the machine don't count
      const Document document = make_document(text);
      CHECK(document.source().size() == text.size());
      best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    return best;
  };
  const auto repeated = [](std::string_view piece, std::size_t size) {
    std::string text;
    while (text.size() < size) text += piece;
    return text;
  };
  // Sixteen times the text: something quadratic would take 256 times as long. Both small enough that the work is measured and not what a
  // machine needs to hand out memory, which was seen to jump eightfold between a quarter of a megabyte and a whole one.
  for (const std::string_view piece : {"We didn't prioritise it because the twenty-five teams had no time. ", "a", "'", ".", "\n", " \n", "-", "1,000", "a.", "a@", "://", "twenty ", "\"", "(", "and we ",
                                       "\xCC\x81", "1.", "a-", "i'd "}) {
    CAPTURE(piece);
    CHECK(seconds(repeated(piece, 1U << 17), 5) < 128 * seconds(repeated(piece, 1U << 13), 9));
  }
}
