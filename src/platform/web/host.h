// What the page does for the app: the calls that go from C++ to JavaScript, each carried out by web/page_calls.js at once.
// Owns nothing. Together with exports.cpp it is the whole seam between the two languages.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ui/ui.h"

namespace dryrun::web::host {

/// The semantic tree changed: `json` is ui::to_json of it.
void show_tree(std::string_view json);
/// Writes one line to this tab's journal, synchronously. False when the storage refused.
[[nodiscard]] bool journal_change(std::string_view line);
/// Replaces this tab's line about the running attempt; an empty line removes it. False when the storage refused.
[[nodiscard]] bool journal_running(std::string_view line);
/// A snapshot is wanted soon; the page takes the lock and calls dr_store_exchange.
void request_snapshot();
/// This tab's journal is to go at once: everything was erased.
void erase_journal();
/// 64 bits of the browser's own random source.
[[nodiscard]] std::uint64_t random_bits();
void pick_file();
void download(std::string_view name, std::string_view mime_type, std::string_view bytes);
void announce(std::string_view text, bool is_urgent);
void post_to_host(std::string_view json);
/// A ui::GlyphSource: the system's own fonts.
[[nodiscard]] std::optional<ui::GlyphBitmap> draw_glyph(char32_t code_point, float em_pixels, bool is_semibold);

}  // namespace dryrun::web::host
