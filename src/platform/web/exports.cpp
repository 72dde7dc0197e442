// The C ABI that the page calls, all of it; web/abi.js is its one caller. Text crosses as UTF-8 pointer and size; text that comes back
// lies in one buffer that the next call overwrites. No 64-bit value crosses.

#include <emscripten.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/web/web_app.h"
#include "text/json.h"
#include "text/utf8.h"

namespace {

using dryrun::web::WebApp;

// The page has one app; exported C functions have nowhere else to keep it.
std::unique_ptr<WebApp> the_app;
std::string returned_text;

std::string_view view(const char* bytes, int size) { return {bytes, static_cast<std::size_t>(size)}; }

std::vector<std::string> journal_lines(const char* bytes, int size) {
  std::vector<std::string> lines;
  const dryrun::json::Parsed parsed = dryrun::json::parse(view(bytes, size), "journal", {.max_bytes = 64U << 20});
  if (parsed.value) {
    for (const dryrun::json::Value& line : parsed.value->items) lines.push_back(line.string);
  }
  return lines;
}

const char* give(std::string text) {
  returned_text = std::move(text);
  return returned_text.c_str();
}

}  // namespace

extern "C" {

/// Takes ownership of `pack` (from malloc). Returns a problem for people to read, or an empty text.
EMSCRIPTEN_KEEPALIVE const char* dr_start(char* pack, int pack_size, int is_embedded, const char* question, int question_size) {
  std::string bytes(pack, static_cast<std::size_t>(pack_size));
  std::free(pack);
  the_app = std::make_unique<WebApp>(std::move(bytes), dryrun::web::Options{is_embedded != 0, dryrun::text::to_valid_utf8(view(question, question_size))});
  return give(the_app->problem());
}

/// Returns a problem for people to read, or an empty text.
EMSCRIPTEN_KEEPALIVE const char* dr_take_rules(const char* pack, int size) { return give(the_app->take_rules(view(pack, size))); }

EMSCRIPTEN_KEEPALIVE void dr_viewport(float width, float height, float pixel_ratio, float safe_bottom, int is_dark, int reduced_motion, int more_contrast) {
  the_app->set_viewport({width, height, pixel_ratio, safe_bottom, is_dark != 0, reduced_motion != 0, more_contrast != 0});
}

EMSCRIPTEN_KEEPALIVE int dr_open_renderer() { return the_app->renderer().open() ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE void dr_lose_renderer() { the_app->renderer().lose(); }

EMSCRIPTEN_KEEPALIVE void dr_settle() { the_app->settle(); }
EMSCRIPTEN_KEEPALIVE int dr_draw() { return the_app->draw(); }
EMSCRIPTEN_KEEPALIVE int dr_next_tick_in_ms() { return the_app->next_tick_in_ms(); }
EMSCRIPTEN_KEEPALIVE int dr_is_over_pressable() { return the_app->is_over_pressable() ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE void dr_tick() { the_app->dispatch(dryrun::app::Tick{}); }

EMSCRIPTEN_KEEPALIVE void dr_focus(const char* id, int size) { the_app->ui().focus(view(id, size)); }
EMSCRIPTEN_KEEPALIVE void dr_activate(const char* id, int size) { the_app->ui().activate(view(id, size)); }
EMSCRIPTEN_KEEPALIVE void dr_set_value(const char* id, int id_size, const char* value, int value_size) {
  the_app->ui().set_value(view(id, id_size), dryrun::text::to_valid_utf8(view(value, value_size)));
}

EMSCRIPTEN_KEEPALIVE void dr_pointer_move(float x, float y) { the_app->ui().pointer_move(x, y); }
EMSCRIPTEN_KEEPALIVE void dr_pointer_button(int is_down) { the_app->ui().pointer_button(is_down != 0); }
EMSCRIPTEN_KEEPALIVE void dr_pointer_leave() { the_app->ui().pointer_leave(); }
EMSCRIPTEN_KEEPALIVE void dr_wheel(float dx, float dy) { the_app->ui().wheel(dx, dy); }
EMSCRIPTEN_KEEPALIVE void dr_scroll_by(float x, float y, float dy) { the_app->ui().scroll_by(x, y, dy); }
EMSCRIPTEN_KEEPALIVE int dr_can_scroll(float x, float y, float dy) { return the_app->ui().can_scroll(x, y, dy) ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE const char* dr_hit_test(float x, float y) { return give(the_app->ui().hit_test(x, y)); }

/// `journal`: a JSON array of journal lines, oldest first; `drafts`: one of the lines of attempts in hand. Returns the indices of the drafts
/// that have to stay where they are, each followed by a comma.
EMSCRIPTEN_KEEPALIVE const char* dr_store_load(const char* journal, int size, const char* drafts, int drafts_size) {
  std::string waiting;
  for (const std::size_t index : the_app->load(journal_lines(journal, size), journal_lines(drafts, drafts_size))) waiting += std::to_string(index) + ",";
  return give(std::move(waiting));
}
/// 0 written, 1 read-only (a newer version lies there), 2 failed.
EMSCRIPTEN_KEEPALIVE int dr_store_exchange(const char* journal, int size) { return static_cast<int>(the_app->exchange(journal_lines(journal, size))); }
/// Takes in what other tabs stored, writing nothing.
EMSCRIPTEN_KEEPALIVE void dr_store_take_in() { the_app->take_in(); }
/// `state` counts as in app::SaveState.
EMSCRIPTEN_KEEPALIVE void dr_storage_state(int state, const char* detail, int size) {
  the_app->dispatch(dryrun::app::StorageChanged{{static_cast<dryrun::app::SaveState>(state), std::string(view(detail, size))}});
}

EMSCRIPTEN_KEEPALIVE void dr_file_arrived(const char* name, int name_size, const char* bytes, int size) {
  the_app->dispatch(dryrun::app::FileArrived{dryrun::text::to_valid_utf8(view(name, name_size)), std::string(view(bytes, size))});
}
EMSCRIPTEN_KEEPALIVE void dr_file_refused(const char* name, int name_size, const char* reason, int size) {
  the_app->dispatch(dryrun::app::FileRefused{dryrun::text::to_valid_utf8(view(name, name_size)), std::string(view(reason, size))});
}
}
