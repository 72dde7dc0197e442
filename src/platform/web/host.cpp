#include "platform/web/host.h"

#include <emscripten.h>

#include <cstdlib>
#include <cstring>

// Each body only names the page's function of that name; what it does stands in web/page_calls.js. Pointers and sizes are
// passed as they are, so that no runtime method beyond HEAPU8 is needed.
// clang-format off
EM_JS(void, dr_js_show_tree, (const char* bytes, int size), { Module["page"].showTree(bytes, size); });
EM_JS(int, dr_js_journal_change, (const char* bytes, int size), { return Module["page"].journalChange(bytes, size); });
EM_JS(int, dr_js_journal_running, (const char* bytes, int size), { return Module["page"].journalRunning(bytes, size); });
EM_JS(void, dr_js_request_snapshot, (), { Module["page"].requestSnapshot(); });
EM_JS(void, dr_js_erase_journal, (), { Module["page"].eraseJournal(); });
EM_JS(void, dr_js_random, (void* bytes), { Module["page"].randomBytes(bytes, 8); });
EM_JS(void, dr_js_pick_file, (), { Module["page"].pickFile(); });
EM_JS(void, dr_js_download, (const char* name, int name_size, const char* mime, int mime_size, const char* bytes, int size), { Module["page"].download(name, name_size, mime, mime_size, bytes, size); });
EM_JS(void, dr_js_announce, (const char* bytes, int size, int is_urgent), { Module["page"].announce(bytes, size, is_urgent !== 0); });
EM_JS(void, dr_js_post_to_host, (const char* bytes, int size), { Module["page"].postToHost(bytes, size); });
EM_JS(void*, dr_js_draw_glyph, (unsigned code_point, float em_pixels, int is_semibold), { return Module["page"].drawGlyph(code_point, em_pixels, is_semibold); });
// clang-format on

namespace dryrun::web::host {
namespace {

int size_of(std::string_view text) { return static_cast<int>(text.size()); }

}  // namespace

void show_tree(std::string_view json) { dr_js_show_tree(json.data(), size_of(json)); }
bool journal_change(std::string_view line) { return dr_js_journal_change(line.data(), size_of(line)) != 0; }
bool journal_running(std::string_view line) { return dr_js_journal_running(line.data(), size_of(line)) != 0; }
void request_snapshot() { dr_js_request_snapshot(); }
void erase_journal() { dr_js_erase_journal(); }

std::uint64_t random_bits() {
  std::uint64_t bits = 0;
  dr_js_random(&bits);
  return bits;
}

void pick_file() { dr_js_pick_file(); }

void download(std::string_view name, std::string_view mime_type, std::string_view bytes) {
  dr_js_download(name.data(), size_of(name), mime_type.data(), size_of(mime_type), bytes.data(), size_of(bytes));
}

void announce(std::string_view text, bool is_urgent) { dr_js_announce(text.data(), size_of(text), is_urgent ? 1 : 0); }
void post_to_host(std::string_view json) { dr_js_post_to_host(json.data(), size_of(json)); }

std::optional<ui::GlyphBitmap> draw_glyph(char32_t code_point, float em_pixels, bool is_semibold) {
  void* given = dr_js_draw_glyph(code_point, em_pixels, is_semibold ? 1 : 0);
  if (given == nullptr) return std::nullopt;
  float metrics[5];
  std::memcpy(metrics, given, sizeof metrics);
  ui::GlyphBitmap glyph{static_cast<int>(metrics[0]), static_cast<int>(metrics[1]), metrics[2], metrics[3], metrics[4], {}};
  const auto* alpha = static_cast<const unsigned char*>(given) + sizeof metrics;
  glyph.alpha.assign(alpha, alpha + glyph.width * glyph.height);
  std::free(given);
  return glyph;
}

}  // namespace dryrun::web::host
