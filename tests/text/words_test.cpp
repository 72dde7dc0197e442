// Folding, hashing, diagnostics and the English of single words.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/diagnostic.h"
#include "text/document.h"
#include "text/hash.h"
#include "text/random.h"
#include "text/utf8.h"

using dryrun::nearest_name;
using dryrun::text::decode;
using dryrun::text::Document;
using dryrun::text::fold;
using dryrun::text::is_valid_utf8;
using dryrun::text::make_document;
using dryrun::text::to_valid_utf8;
using dryrun::text::Token;
using dryrun::text::TokenKind;
using dryrun::text::xxh3_128_hex;

namespace {

/// The forms of words and numbers, with a space between; numbers are marked with '#'.
std::string forms(std::string_view text) {
  const Document document = make_document(text);
  std::string all;
  for (const Token& token : document.tokens()) {
    if (token.kind == TokenKind::mark) continue;
    if (!all.empty()) all += ' ';
    if (token.kind == TokenKind::number) all += '#';
    all += token.form;
  }
  return all;
}

void check_same(std::string_view text, std::string_view other) {
  CAPTURE(text);
  CHECK(forms(text) == forms(other));
}

}  // namespace

TEST_CASE("bytes that are no UTF-8 become question marks one by one, and nothing else moves") {
  CHECK(to_valid_utf8("a\xFF" "b\xC3\xA9\xC3") == "a?b\xC3\xA9?");
  CHECK(to_valid_utf8("\xE2\x82" "x") == "??x");
  CHECK(to_valid_utf8("\xC0\xAF\xED\xA0\x80\xF4\x90\x80\x80") == "?????????");
  CHECK(is_valid_utf8("caf\xC3\xA9 \xF0\x9F\x98\x80"));
  CHECK(!is_valid_utf8("\xE2\x82"));
  dryrun::test::Random random(3);
  for (int round = 0; round < 2'000; ++round) {
    const std::string bytes = random.bytes(random.below(64));
    const std::string valid = to_valid_utf8(bytes);
    REQUIRE(valid.size() == bytes.size());
    REQUIRE(is_valid_utf8(valid));
    REQUIRE(is_valid_utf8(fold(valid)));
    REQUIRE((valid == bytes) == is_valid_utf8(bytes));
  }
}

TEST_CASE("decoding walks one code point at a time") {
  const std::string_view text = "a\xC3\xA9\xE2\x80\x94\xF0\x9F\x98\x80";
  std::uint32_t at = 0;
  CHECK(decode(text, at) == U'a');
  CHECK(decode(text, at) == 0xE9);
  CHECK(decode(text, at) == 0x2014);
  CHECK(decode(text, at) == 0x1F600);
  CHECK(at == text.size());
}

TEST_CASE("folding takes case, accents, curly quotes and dashes away") {
  CHECK(fold("\xC3\x89quipe NA\xC3\x8FVE \xC5\x81\xC3\xB3" "d\xC5\xBA stra\xC3\x9F" "e \xC5\x92uvre") == "equipe naive lodz strasse oeuvre");
  CHECK(fold("\xE2\x80\x98" "a\xE2\x80\x99 \xE2\x80\x9C" "b\xE2\x80\x9D \xE2\x80\x94 \xE2\x80\x93") == "'a' \"b\" - -");
  // Accents written as marks of their own, soft hyphens and spaces of no width are not seen by anyone who compares.
  CHECK(fold("re\xCC\x81sume\xCC\x81 co\xC2\xADop zero\xE2\x80\x8Bwidth") == "resume coop zerowidth");
  CHECK(fold("\xD0\x96") == "\xD0\x96");
}

TEST_CASE("the hash is the canonical XXH3-128") {
  CHECK(xxh3_128_hex("") == "99aa06d3014798d86001c324468d497f");
  CHECK(xxh3_128_hex("a").size() == 32);
  CHECK(xxh3_128_hex("a") != xxh3_128_hex("b"));
}

TEST_CASE("a finding prints in the form that editors jump to") {
  dryrun::Diagnostic finding;
  finding.code = "B012";
  finding.file = "bank.json";
  finding.message = "no such key";
  CHECK(dryrun::to_string(finding) == "bank.json B012 no such key");
  finding.line = 3;
  finding.column = 14;
  CHECK(dryrun::to_string(finding) == "bank.json:3:14 B012 no such key");
  CHECK(dryrun::has_errors({finding}));
  finding.severity = dryrun::Severity::warning;
  CHECK(!dryrun::has_errors({finding}));
}

TEST_CASE("the nearest name is a likely slip, or none") {
  const std::vector<std::string> names = {"criteria", "critical", "prompt", "rounds"};
  CHECK(nearest_name("critera", names) == "criteria");
  CHECK(nearest_name("promt", names) == "prompt");
  CHECK(nearest_name("xyz", names).empty());
  CHECK(nearest_name("", names).empty());
  CHECK(nearest_name("prompt", {}).empty());
  CHECK(nearest_name(std::string(100'000, 'x'), names).empty());
}

TEST_CASE("a contraction counts as its two words, with or without its apostrophe") {
  check_same("I didn't, we don't, it isn't, they can't, I won't", "i did not we do not it is not they can not i will not");
  check_same("I didnt, we dont, it isnt, they cant, I wont", "i did not we do not it is not they can not i will not");
  check_same("I\xE2\x80\x99m sure we\xE2\x80\x99re done; you\xE2\x80\x99ll see, I\xE2\x80\x99ve seen", "i am sure we are done you will see i have seen");
  check_same("im sure, ive seen, youre right, thats it", "i am sure i have seen you are right that is it");
  check_same("cannot", "can not");
  check_same("Let's go; it's late; that's it; what's new; there's one", "let us go it is late that is it what is new there is one");
  check_same("shouldn't've, wouldn't've, I'd've, could've", "should not have would not have i would have could have");
}

TEST_CASE("'d is had before what has happened, and would elsewhere") {
  check_same("I'd roll it back, we'd rather wait", "i would roll it back we would rather wait");
  check_same("I'd already rolled it back, we'd never measured it, they'd written it, she'd been there, I'd better go",
             "i had already rolled it back we had never measured it they had written it she had been there i had better go");
}

TEST_CASE("words that only look like contractions stay") {
  CHECK(forms("well, were, its, ill, id, shell, want, font, hunt") == "well were its ill id shell want font hunt");
  CHECK(forms("the team's plan, the teams' plans, James' and Kate\xE2\x80\x99s") == "the team plan the teams plans james and kate");
}

TEST_CASE("each half of a contraction has its own part of the word") {
  const Document document = make_document("We didn\xE2\x80\x99t");
  REQUIRE(document.tokens().size() == 3);
  CHECK(document.quote(document.tokens()[1].span) == "did");
  CHECK(document.quote(document.tokens()[2].span) == "n\xE2\x80\x99t");
  CHECK(document.word_count() == 3);
}

TEST_CASE("British and American spelling are one") {
  const std::string_view pairs[][2] = {
      {"prioritise prioritised prioritising prioritisation", "prioritize prioritized prioritizing prioritization"},
      {"organisation organisations organisational organiser", "organization organizations organizational organizer"},
      {"optimise customisable serialiser", "optimize customizable serializer"},
      {"behaviour behaviours behavioural colour favourite neighbouring unfavourable misbehaviour", "behavior behaviors behavioral color favorite neighboring unfavorable misbehavior"},
      {"analyse analysed analysing analyser", "analyze analyzed analyzing analyzer"},
      {"cancelled cancelling labelled modelling travelled signalled remodelled counselled", "canceled canceling labeled modeling traveled signaled remodeled counseled"},
      {"centre centred centring metre litre fibre kilometres", "center centered centering meter liter fiber kilometers"},
      {"defence offence licence practised practising", "defense offense license practiced practicing"},
      {"programme programmes grey catalogue catalogues dialogue", "program programs gray catalog catalogs dialog"},
      {"judgement acknowledgement ageing fulfil fulfilment enrolment skilful", "judgment acknowledgment aging fulfill fulfillment enrollment skillful"},
      {"whilst amongst towards afterwards learnt artefacts sceptical", "while among toward afterward learned artifacts skeptical"},
      {"per cent", "percent"},
  };
  for (const auto& pair : pairs) check_same(pair[0], pair[1]);
}

TEST_CASE("words that end like a British verb and are none stay as they are") {
  const std::string_view text = "advise advised promise promised compromise exercises otherwise precise raise noise surprise supervised revised enterprise expertise wise cruises paradise rise "
                                "four hour source tour pour controlled totally equally hello";
  CHECK(forms(text) == "advise advised promise promised compromise exercises otherwise precise raise noise surprise supervised revised enterprise expertise wise cruises paradise rise "
                       "#4 hour source tour pour controlled totally equally hello");
}

TEST_CASE("number words are their digits") {
  CHECK(forms("eight engineers in twelve weeks") == "#8 engineers in #12 weeks");
  CHECK(forms("twenty five, twenty-five, 25") == "#25 #25 #25");
  CHECK(forms("two hundred, three thousand, 3 thousand") == "#200 #3000 #3000");
  CHECK(forms("two hundred and fifty") == "#250");
  CHECK(forms("three thousand two hundred and five") == "#3205");
  CHECK(forms("a hundred requests, a thousand more") == "#100 requests #1000 more");
  CHECK(forms("ninety nine point nine percent") == "#99.9 percent");
  CHECK(forms("half of two teams") == "half of #2 teams");
  CHECK(forms("one of them, no one") == "one of them no one");
  CHECK(forms("twenty. Five failed") == "#20 #5 failed");
  CHECK(forms("two and five") == "#2 and #5");
  CHECK(forms("two five") == "#2 #5");
  CHECK(forms("a hundred and the rest") == "#100 and the rest");
  CHECK(forms("hundreds of users, five million million million million million") .substr(0, 17) == "hundreds of users");
}

TEST_CASE("a written number is one token") {
  CHECK(forms("1,000 and 12,345,678 and 3.5 and 99.9") == "#1000 and #12345678 and #3.5 and #99.9");
  CHECK(forms("40ms, 5k, 1.5k, 10%, p99, v2, 3rd") == "#40 ms #5000 #1500 #10 p99 v2 3rd");
  CHECK(forms("3.5 million, 2 million") == "#3500000 #2000000");
  CHECK(forms("in 1,2 or 3") == "in #1 #2 or #3");
  CHECK(make_document("10%").tokens().back().form == "%");
  CHECK(make_document("10%").tokens().back().kind == TokenKind::mark);
}

TEST_CASE("hyphen and slash part words, and leave no mark") {
  CHECK(forms("a post-mortem and read/write") == "a post mortem and read write");
  CHECK(make_document("post-mortem").tokens().size() == 2);
  CHECK(make_document("back-pressure").clauses().size() == 1);
}

TEST_CASE("addresses of the web and of mail are one word each") {
  const Document document = make_document("see (https://example.com/a/b?x=1&y=2#z), www.example.org. Mail me@example.com!");
  std::vector<std::string> words;
  for (const Token& token : document.tokens()) {
    if (token.kind != TokenKind::mark) words.emplace_back(document.quote(token.span));
  }
  CHECK(words == std::vector<std::string>{"see", "https://example.com/a/b?x=1&y=2#z", "www.example.org", "Mail", "me@example.com"});
  CHECK(document.sentences().size() == 2);
}

TEST_CASE("a stem is shared by the forms of a word") {
  const Document document = make_document("decide decided deciding decides measured measuring 42 ,");
  const std::vector<Token>& tokens = document.tokens();
  for (int i = 1; i < 4; ++i) CHECK(tokens[static_cast<std::size_t>(i)].stem == tokens[0].stem);
  CHECK(tokens[4].stem == tokens[5].stem);
  CHECK(tokens[6].stem == "42");
  CHECK(tokens[7].stem == ",");
}
