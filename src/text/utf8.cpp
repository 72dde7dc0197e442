#include "text/utf8.h"

#include <cstddef>

namespace dryrun::text {
namespace {

unsigned byte_at(std::string_view bytes, std::size_t offset) { return static_cast<unsigned char>(bytes[offset]); }

/// Length of the well-formed sequence at `offset` (RFC 3629: no overlong forms, no surrogates, at most U+10FFFF), or 0.
std::size_t sequence_length(std::string_view bytes, std::size_t offset) {
  const unsigned lead = byte_at(bytes, offset);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xC2 && lead <= 0xDF ? 2 : (lead & 0xF0) == 0xE0 ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
  if (length == 0 || offset + length > bytes.size()) return 0;
  const unsigned second = byte_at(bytes, offset + 1);
  const unsigned lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (second < lowest || second > highest) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((byte_at(bytes, offset + i) & 0xC0) != 0x80) return 0;
  }
  return length;
}

/// Latin letters with marks, U+00C0 to U+017F, to their base letters; '?' where there is none.
constexpr std::string_view kLatin1Base = "aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?y";
constexpr std::string_view kLatinABase =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkkllllllllllnnnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// What no reader sees: accents written as marks of their own, soft hyphens, joiners and spaces of no width, a byte order mark.
bool is_unseen(char32_t code) { return (code >= 0x300 && code < 0x370) || code == 0xAD || (code >= 0x200B && code <= 0x200D) || code == 0x2060 || code == 0xFEFF; }

}  // namespace

std::string to_valid_utf8(std::string_view bytes) {
  std::string valid(bytes);
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t length = sequence_length(bytes, i);
    if (length == 0) valid[i] = '?';
    i += length == 0 ? 1 : length;
  }
  return valid;
}

bool is_valid_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t length = sequence_length(bytes, i);
    if (length == 0) return false;
    i += length;
  }
  return true;
}

char32_t decode(std::string_view valid, std::uint32_t& offset) {
  const std::size_t length = sequence_length(valid, offset);
  const unsigned lead = byte_at(valid, offset);
  if (length <= 1) {
    ++offset;
    return lead;
  }
  char32_t code = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) code = (code << 6) | (byte_at(valid, offset + i) & 0x3F);
  offset += static_cast<std::uint32_t>(length);
  return code;
}

std::string fold(std::string_view valid) {
  std::string folded;
  folded.reserve(valid.size());
  fold(valid, folded);
  return folded;
}

void fold(std::string_view valid, std::string& folded) {
  folded.clear();  // and no reserve(): Emscripten's gives back what is more than asked for
  for (std::uint32_t offset = 0; offset < valid.size();) {
    const std::uint32_t begin = offset;
    const char32_t code = decode(valid, offset);
    if (code < 0x80) {
      folded += static_cast<char>(code >= 'A' && code <= 'Z' ? code + ('a' - 'A') : code);
    } else if (is_unseen(code)) {
      continue;
    } else if (code == 0x2018 || code == 0x2019 || code == 0x02BC || code == 0x2032) {
      folded += '\'';
    } else if (code == 0x201C || code == 0x201D || code == 0x00AB || code == 0x00BB) {
      folded += '"';
    } else if (code >= 0x2010 && code <= 0x2015) {
      folded += '-';
    } else if (code == 0x00A0 || code == 0x202F || code == 0x2009) {
      folded += ' ';
    } else if (code == 0x00DF) {
      folded += "ss";
    } else if (code == 0x00C6 || code == 0x00E6) {
      folded += "ae";
    } else if (code == 0x0152 || code == 0x0153) {
      folded += "oe";
    } else if (code >= 0xC0 && code < 0xC0 + kLatin1Base.size() && kLatin1Base[code - 0xC0] != '?') {
      folded += kLatin1Base[code - 0xC0];
    } else if (code >= 0x100 && code < 0x100 + kLatinABase.size() && kLatinABase[code - 0x100] != '?') {
      folded += kLatinABase[code - 0x100];
    } else {
      folded += valid.substr(begin, offset - begin);
    }
  }
}

}  // namespace dryrun::text
