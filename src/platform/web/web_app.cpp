#include "platform/web/web_app.h"

#include <emscripten.h>

#include <chrono>
#include <cstdio>
#include <numeric>
#include <type_traits>
#include <utility>

#include "app/load_data.h"
#include "files/pack.h"
#include "imgui.h"
#include "platform/web/host.h"
#include "progress/storage.h"
#include "text/overloaded.h"

namespace dryrun::web {
namespace {

/// Settling ends by itself; a screen that answered each frame with a message for ever would be a bug of ours.
constexpr int kMaxSettlingFrames = 8;

constexpr const char* kSlots[] = {"/dryrun-practice/slot-a.json", "/dryrun-practice/slot-b.json"};

std::string read_slot(const char* path) {
  std::string bytes;
  if (std::FILE* file = std::fopen(path, "rb")) {
    char chunk[16384];
    for (std::size_t count = 0; (count = std::fread(chunk, 1, sizeof chunk, file)) > 0;) bytes.append(chunk, count);
    std::fclose(file);
  }
  return bytes;
}

bool write_slot(const char* path, std::string_view bytes) {
  std::FILE* file = std::fopen(path, "wb");
  if (file == nullptr) return false;
  const bool is_whole = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  return std::fclose(file) == 0 && is_whole;
}

progress::Recovered read_mailbox(const std::vector<std::string>& journal, const std::vector<std::string>& drafts = {}) {
  return progress::recover(read_slot(kSlots[0]), read_slot(kSlots[1]), journal, drafts);
}

}  // namespace

Now browser_now() {
  const auto wall = std::chrono::system_clock::now().time_since_epoch();
  return {static_cast<std::int64_t>(emscripten_get_now()), std::chrono::duration_cast<std::chrono::milliseconds>(wall).count()};
}

WebApp::WebApp(std::string pack, const Options& options) : pack_(std::move(pack)) {
  const std::optional<files::Pack> opened = files::Pack::open(pack_);
  if (!opened) {
    problem_ = "The data file dryrun.pack is damaged or of another version. Reload the page, or fetch the file again.";
    return;
  }
  Diagnostics diagnostics;
  bank::Bank bank = app::load_banks(*opened, diagnostics);
  const std::optional<std::string_view> regular = opened->file("fonts/regular.ttf");
  const std::optional<std::string_view> semibold = opened->file("fonts/semibold.ttf");
  if (has_errors(diagnostics) || !regular || !semibold) {
    problem_ = "The data file dryrun.pack can't be used.";
    for (const Diagnostic& diagnostic : diagnostics) problem_ += "\n" + to_string(diagnostic);
    return;
  }
  app::Environment environment;
  environment.is_embedded = options.is_embedded;
  environment.embedded_question_id = options.embedded_question_id;
  model_ = app::make_model(nullptr, std::move(bank), std::move(environment));
  ui_ = std::make_unique<ui::Ui>(ui::Fonts{*regular, *semibold}, ui::Fields::external);
  ui_->set_glyph_source(host::draw_glyph);
}

std::string WebApp::take_rules(std::string_view pack) {
  const std::optional<files::Pack> opened = files::Pack::open(pack);
  if (!opened) return "The data file rules.pack is damaged or of another version.";
  app::LoadedData data = app::load_data(*opened);
  if (!data.judge || has_errors(data.diagnostics)) return "The data file rules.pack can't be used.\n" + (data.diagnostics.empty() ? std::string() : to_string(data.diagnostics.front()));
  dispatch(app::DataArrived{std::move(data.judge), std::move(data.bank), std::move(data.pairs)});
  return {};
}

void WebApp::dispatch(const app::Message& message) {
  for (const app::Effect& effect : app::update(model_, message, browser_now())) carry_out(effect);
}

void WebApp::set_viewport(const ui::Viewport& viewport) { viewport_ = viewport; }

void WebApp::take_messages(ui::FrameResult result) {
  is_over_pressable_ = result.is_over_pressable;
  redraw_in_ms_ = result.redraw_in_ms;
  for (const app::Message& message : result.messages) dispatch(message);
}

void WebApp::settle() {
  for (int frame = 0; frame < kMaxSettlingFrames; ++frame) {
    ui::FrameResult result = ui_->frame(model_, browser_now(), viewport_);
    if (!renderer_.is_open()) Renderer::settle_textures_without_renderer();
    const bool is_settled = result.messages.empty();
    take_messages(std::move(result));
    if (is_settled && frame > 0) break;
  }
  show_tree_if_changed();
}

int WebApp::draw() {
  if (renderer_.is_open()) renderer_.begin_frame();
  take_messages(ui_->frame(model_, browser_now(), viewport_));
  if (renderer_.is_open()) {
    renderer_.draw(static_cast<int>(viewport_.width * viewport_.pixel_ratio), static_cast<int>(viewport_.height * viewport_.pixel_ratio));
  } else {
    Renderer::settle_textures_without_renderer();
  }
  show_tree_if_changed();
  return redraw_in_ms_.value_or(-1);
}

void WebApp::show_tree_if_changed() {
  const ui::Tree& tree = ui_->tree();
  if (tree.content_hash == shown_tree_) return;
  shown_tree_ = tree.content_hash;
  host::show_tree(ui::to_json(tree));
}

int WebApp::next_tick_in_ms() const {
  const std::optional<std::int64_t> deadline = app::next_deadline_ms(model_);
  if (!deadline) return -1;
  const std::int64_t wait = *deadline - browser_now().monotonic_ms;
  return wait > 0 ? static_cast<int>(wait) : 0;
}

void WebApp::tell_storage(app::SaveState state, std::string detail) { dispatch(app::StorageChanged{{state, std::move(detail)}}); }

std::vector<std::size_t> WebApp::load(const std::vector<std::string>& journal, const std::vector<std::string>& drafts) {
  progress::Recovered found = read_mailbox(journal, drafts);
  std::vector<std::size_t> waiting = found.waiting_drafts;
  // A page around gets the result of its own question, not of one that was left unfinished elsewhere.
  const std::string& asked = model_.environment.embedded_question_id;
  std::optional<session::State>& running = found.progress.running;
  if (model_.environment.is_embedded && !asked.empty() && running && running->question_id != asked) {
    running.reset();
    waiting.resize(drafts.size());
    std::iota(waiting.begin(), waiting.end(), std::size_t{0});
  }
  dispatch(app::Loaded{std::move(found)});
  return waiting;
}

void WebApp::take_in() {
  progress::Recovered found = read_mailbox({});
  found.progress.running.reset();
  dispatch(app::OtherTabSaved{std::move(found.progress)});
}

Exchange WebApp::exchange(const std::vector<std::string>& journal) {
  progress::Recovered found = read_mailbox(journal);
  found.progress.running.reset();  // another tab's running answer stays in that tab's journal
  const std::int64_t sequence = found.sequence + 1;
  const int slot = found.next_slot;
  const bool is_read_only = found.is_read_only;
  dispatch(app::OtherTabSaved{std::move(found.progress)});
  if (is_read_only) return Exchange::read_only;
  progress::Progress kept = model_.progress;
  kept.running.reset();
  bool is_written = write_slot(kSlots[slot], progress::write_snapshot(kept, sequence));
  // What was erased must not lie on in the older copy.
  if (is_written && !progress::knows_what_was_erased(read_slot(kSlots[1 - slot]), kept)) {
    is_written = write_slot(kSlots[1 - slot], progress::write_snapshot(kept, sequence + 1));
  }
  return is_written ? Exchange::written : Exchange::failed;
}

void WebApp::carry_out(const app::Effect& effect) {
  std::visit(Overloaded{
                 [&](const app::RequestRandom&) { dispatch(app::RandomArrived{host::random_bits()}); },
                 [&](const app::Journal& journal) {
                   bool is_kept = false;
                   if (const auto* running = std::get_if<progress::RunningChanged>(&journal.change)) {
                     is_kept = host::journal_running(running->running ? progress::write_change(journal.change) : std::string());
                   } else {
                     is_kept = host::journal_change(progress::write_change(journal.change));
                     host::request_snapshot();
                     if (is_kept) tell_storage(app::SaveState::saving, {});
                   }
                   if (!is_kept) {
                     tell_storage(app::SaveState::not_saved,
                                  "The browser keeps nothing for this page right now: its storage is blocked or full. You can go on, and export your progress as a file in Settings.");
                   }
                 },
                 [&](const app::EraseJournal&) {
                   host::erase_journal();
                   host::request_snapshot();
                 },
                 [&](const app::PickFile&) { host::pick_file(); },
                 [&](const app::Download& file) { host::download(file.file_name, file.mime_type, file.bytes); },
                 [&](const app::Announce& words) { host::announce(words.text, words.is_urgent); },
                 [&](const app::PostToHost& message) { host::post_to_host(message.json); },
             },
             effect);
}

}  // namespace dryrun::web
