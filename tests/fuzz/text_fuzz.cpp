// Any bytes as a text: made valid without moving a byte, and taken apart so that every reader of a Document may rely on it.
#include "fuzz/fuzz.h"
#include "text/document.h"
#include "text/utf8.h"

namespace dryrun::fuzz {
namespace {

bool is_boundary(const std::string& text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void check_border(std::string_view bytes, const std::string& valid) {
  require(valid.size() == bytes.size(), "making a text valid moves no byte");
  require(text::is_valid_utf8(valid), "what was made valid is valid");
  require_equal(text::to_valid_utf8(valid), valid, "a valid text stays as it is");
  require(text::is_valid_utf8(bytes) == (valid == bytes), "only a text that was invalid changes");
  std::uint32_t offset = 0;
  while (offset < valid.size()) {
    const std::uint32_t begin = offset;
    const char32_t code = text::decode(valid, offset);
    require(offset > begin && offset <= valid.size(), "decoding goes forward and stays inside");
    require(code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF), "decoding gives a character");
    require(is_boundary(valid, offset), "decoding ends where a character begins");
  }
  const std::string folded = text::fold(valid);
  require(folded.size() <= valid.size(), "folding never makes a text longer");
  require(text::is_valid_utf8(folded), "a folded text is valid");
}

void check_stretches(const text::Document& document, const std::vector<text::Stretch>& stretches) {
  std::uint32_t next = 0;
  for (const text::Stretch& stretch : stretches) {
    require(stretch.first == next && stretch.first < stretch.last, "sentences and clauses follow each other without a gap");
    require(stretch.last <= document.tokens().size(), "sentences and clauses end with the tokens");
    require(stretch.span.begin == document.tokens()[stretch.first].span.begin &&
                stretch.span.end == document.tokens()[stretch.last - 1].span.end,
            "a sentence or clause covers the bytes of its tokens");
    next = stretch.last;
  }
  require(next == document.tokens().size(), "sentences and clauses hold every token");
}

void check_tokens(const text::Document& document) {
  const std::string& source = document.source();
  std::uint32_t words = 0;
  std::uint32_t end = 0;
  for (std::uint32_t i = 0; i < document.tokens().size(); ++i) {
    const text::Token& token = document.tokens()[i];
    require(token.span.begin >= end, "tokens are in order and don't overlap");
    require(token.span.begin < token.span.end && token.span.end <= source.size(), "every token has bytes of the text");
    require(is_boundary(source, token.span.begin) && is_boundary(source, token.span.end), "tokens begin and end between characters");
    require(!token.form.empty() && !token.stem.empty(), "every token has a form and a stem");
    require(text::is_valid_utf8(token.form) && text::is_valid_utf8(token.stem), "forms and stems are valid");
    if (token.kind != text::TokenKind::word) require(token.stem == token.form, "only words are stemmed");
    if (token.kind != text::TokenKind::mark) ++words;
    require(token.sentence < document.sentences().size() && token.clause < document.clauses().size(), "every token has its sentence and clause");
    const text::Stretch& sentence = document.sentences()[token.sentence];
    const text::Stretch& clause = document.clauses()[token.clause];
    require(i >= sentence.first && i < sentence.last && i >= clause.first && i < clause.last, "a token lies in its sentence and clause");
    require(clause.sentence == token.sentence, "a clause lies in one sentence");
    end = token.span.end;
  }
  require(document.word_count() == words, "words are counted right");
}

}  // namespace
}  // namespace dryrun::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dryrun;
  const std::string_view bytes = fuzz::bytes_of(data, size);
  const std::string valid = text::to_valid_utf8(bytes);
  fuzz::check_border(bytes, valid);
  const text::Document document = text::make_document(bytes);
  fuzz::require_equal(document.source(), valid, "a document keeps the text that was made valid");
  fuzz::check_tokens(document);
  fuzz::check_stretches(document, document.sentences());
  fuzz::check_stretches(document, document.clauses());
  return 0;
}
