#include "ui/ui.h"

#include <imgui.h>

#include <algorithm>
#include <cassert>
#include <cfloat>
#include <cmath>
#include <utility>

#include "ui/frame.h"
#include "ui/missing_glyphs.h"
#include "ui/screens.h"
#include "ui/widgets.h"

namespace dryrun::ui {
namespace {

/// Longer pauses count as this much: animations don't jump, and two clicks on either side of one are no double click.
constexpr std::int64_t kMostFrameMs = 350;

/// FNV-1a, 64 bits: told apart frame by frame, never stored.
class Hash {
 public:
  void add(std::string_view bytes) {
    for (const char byte : bytes) mix(static_cast<unsigned char>(byte));
    mix(0xFF);
  }
  void add(int number) {
    for (int shift = 0; shift < 32; shift += 8) mix(static_cast<unsigned char>(static_cast<std::uint32_t>(number) >> shift));
  }
  void add(const Rect& rect) {
    for (const float value : {rect.x, rect.y, rect.width, rect.height}) add(static_cast<int>(std::lround(value * 10)));
  }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  void mix(unsigned char byte) {
    value_ ^= byte;
    value_ *= 1099511628211ull;
  }
  std::uint64_t value_ = 14695981039346656037ull;
};

std::uint64_t hash_of(const Tree& tree) {
  Hash hash;
  hash.add(tree.title);
  hash.add(tree.is_dark ? "dark" : "light");
  hash.add(tree.dialog);
  for (const Node& node : tree.nodes) {
    hash.add(node.id);
    hash.add(node.name);
    hash.add(node.value);
    hash.add(node.description);
    hash.add(node.placeholder);
    for (const Option& option : node.options) {
      hash.add(option.value);
      hash.add(option.name);
    }
    hash.add(static_cast<int>(node.role));
    hash.add(node.level);
    hash.add(node.parent);
    hash.add(node.rect);
    hash.add(node.clip);
    hash.add((node.is_focusable ? 1 : 0) | (node.is_disabled ? 2 : 0) | (node.is_checked ? 4 : 0) | (node.is_pressed ? 8 : 0) | (node.has_pressed ? 16 : 0) |
             (node.is_expanded ? 32 : 0) | (node.has_expanded ? 64 : 0) | (node.is_current ? 128 : 0));
    hash.add(static_cast<int>(node.font_size * 10));
  }
  return hash.value();
}

ImFont* add_font(std::string_view bytes, const ImFontConfig& config) {
  // ImGui takes a mutable pointer but only reads: FontDataOwnedByAtlas is off.
  void* data = const_cast<char*>(bytes.data());
  return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), 0, &config);
}

/// ImGui's sizes span ascent to descent, CSS's the em: this many of the first make one of the second. 1.2 where the tables can't be read.
float span_of_em(std::string_view bytes) {
  const auto u16 = [&](std::size_t at) {
    return at + 1 < bytes.size() ? static_cast<int>(static_cast<unsigned char>(bytes[at]) << 8 | static_cast<unsigned char>(bytes[at + 1])) : 0;
  };
  const auto i16 = [&](std::size_t at) { return u16(at) >= 0x8000 ? u16(at) - 0x10000 : u16(at); };
  std::size_t head = 0, hhea = 0;
  for (int table = 0; table < u16(4); ++table) {
    const std::size_t record = 12 + 16 * static_cast<std::size_t>(table);
    if (record + 16 > bytes.size()) break;
    const std::size_t offset = static_cast<std::size_t>(u16(record + 8)) << 16 | static_cast<std::size_t>(u16(record + 10));
    if (bytes.substr(record, 4) == "head") head = offset;
    if (bytes.substr(record, 4) == "hhea") hhea = offset;
  }
  const int em = u16(head + 18), ascent = i16(hhea + 4), descent = i16(hhea + 6);
  if (head == 0 || hhea == 0 || em <= 0 || ascent - descent <= 0) return 1.2f;
  return static_cast<float>(ascent - descent) / static_cast<float>(em);
}

ImFontConfig font_config(float pixels) {
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.SizePixels = pixels;
  return config;
}

void set_style() {
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = style.ItemSpacing = style.ItemInnerSpacing = {0, 0};
  style.WindowBorderSize = style.ChildBorderSize = style.FrameBorderSize = style.PopupBorderSize = 0;
  style.WindowRounding = style.ChildRounding = 0;
  style.FrameRounding = rhythm::kRadius;
  style.WindowMinSize = {1, 1};
  style.ScrollbarSize = 10;
  style.ScrollbarRounding = 5;
  style.AntiAliasedLinesUseTex = false;
  style.CircleTessellationMaxError = 0.1f;
  style.CurveTessellationTol = 0.5f;
}

void set_colours(const Theme& theme) {
  const auto put = [](ImGuiCol index, Colour colour) {
    ImGui::GetStyle().Colors[index] = ImVec4(static_cast<float>(colour.r) / 255.0f, static_cast<float>(colour.g) / 255.0f,
                                             static_cast<float>(colour.b) / 255.0f, static_cast<float>(colour.a) / 255.0f);
  };
  const Colour none{0, 0, 0, 0};
  for (const ImGuiCol index : {ImGuiCol_ChildBg, ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered, ImGuiCol_FrameBgActive, ImGuiCol_NavCursor, ImGuiCol_Border,
                               ImGuiCol_ScrollbarBg, ImGuiCol_NavWindowingHighlight, ImGuiCol_NavWindowingDimBg}) {
    put(index, none);
  }
  put(ImGuiCol_WindowBg, theme.paper);
  put(ImGuiCol_Text, theme.ink);
  put(ImGuiCol_InputTextCursor, theme.accent);
  put(ImGuiCol_ScrollbarGrab, with_alpha(theme.control_line, 110));
  put(ImGuiCol_ScrollbarGrabHovered, with_alpha(theme.control_line, 200));
  put(ImGuiCol_ScrollbarGrabActive, theme.control_line);
}

}  // namespace

struct Ui::Impl {
  ImGuiContext* context = nullptr;
  ImFont* regular = nullptr;
  ImFont* semibold = nullptr;
  ImFont* field = nullptr;
  MissingGlyphs missing;
  Fields fields = Fields::external;
  FieldEditor edit_field = nullptr;
  Memory memory;
  Tree tree;
  std::set<std::string> activations;
  std::map<std::string, std::string> values;
  std::int64_t last_ms = -1;
  bool is_pointer_down = false;

  void expect_input() { memory.frames_due = 2; }

  /// Regions under a point, outermost first.
  [[nodiscard]] std::vector<Scroll*> scrolls_at(float x, float y) {
    std::vector<Scroll*> found;
    for (auto& [id, scroll] : memory.scrolls) {
      if (scroll.is_live && scroll.rect.contains(x, y) && (tree.dialog.empty() || id == "dialog:scroll")) found.push_back(&scroll);
    }
    std::sort(found.begin(), found.end(), [](const Scroll* a, const Scroll* b) { return a->rect.width * a->rect.height > b->rect.width * b->rect.height; });
    return found;
  }
  [[nodiscard]] static float target(const Scroll& scroll) { return scroll.wanted >= 0 ? scroll.wanted : scroll.offset; }
  [[nodiscard]] Scroll* scroller(float x, float y, float dy) {
    const std::vector<Scroll*> found = scrolls_at(x, y);
    for (auto it = found.rbegin(); it != found.rend(); ++it) {
      if (dy > 0 ? target(**it) < (*it)->max - 0.5f : target(**it) > 0.5f) return *it;
    }
    return nullptr;
  }
};

Ui::Ui(Fonts fonts, Fields fields, FieldEditor editor) : impl_(std::make_unique<Impl>()) {
  assert((fields == Fields::drawn) == (editor != nullptr));
  Impl& impl = *impl_;
  impl.fields = fields;
  impl.edit_field = editor;
  impl.context = ImGui::CreateContext();
  ImGui::SetCurrentContext(impl.context);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  if (fields == Fields::drawn) io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigWindowsMoveFromTitleBarOnly = true;
  io.ConfigDebugHighlightIdConflicts = false;
  set_style();
  impl.missing.span_of_em = span_of_em(fonts.regular);
  io.UserData = &impl.missing;
  const float text = type::kBody * impl.missing.span_of_em, line = type::kBody * type::kTextLine;
  impl.regular = add_font(fonts.regular, font_config(text));
  add_missing_glyphs(text, 0, false);
  impl.semibold = add_font(fonts.semibold, font_config(text));
  add_missing_glyphs(text, 0, true);
  // ImGui sets fields as tight as the font's size. This one is as high as our line and takes its glyphs at text size.
  static const ImWchar kEverything[] = {1, 0x10FFFF, 0};
  ImFontConfig frame_font = font_config(line);
  frame_font.GlyphExcludeRanges = kEverything;
  impl.field = add_font(fonts.regular, frame_font);
  ImFontConfig glyphs = font_config(text);
  glyphs.MergeMode = true;
  glyphs.GlyphOffset.y = -0.6f * (line - text);  // centres the text in its line: the baseline is that of the larger size
  add_font(fonts.regular, glyphs);
  add_missing_glyphs(text, glyphs.GlyphOffset.y, false);
}

Ui::~Ui() {
  ImGui::DestroyContext(impl_->context);
}

const Tree& Ui::tree() const { return impl_->tree; }

FrameResult Ui::frame(const app::Model& model, Now now, const Viewport& viewport) {
  Impl& impl = *impl_;
  ImGui::SetCurrentContext(impl.context);
  const progress::Settings& settings = model.progress.settings;
  const bool is_dark = settings.theme == progress::Theme::dark || (settings.theme == progress::Theme::system && viewport.is_dark);

  Frame frame;
  frame.theme = make_theme(is_dark, viewport.more_contrast);
  frame.regular = impl.regular;
  frame.semibold = impl.semibold;
  frame.field = impl.field;
  frame.span_of_em = impl.missing.span_of_em;
  frame.scale = static_cast<float>(std::clamp(settings.text_size_percent, 50, 300)) / 100.0f;
  frame.viewport = viewport;
  frame.viewport.width = std::max(1.0f, viewport.width);
  frame.viewport.height = std::max(1.0f, viewport.height - viewport.safe_bottom);
  frame.fields = impl.fields;
  frame.edit_field = impl.edit_field;
  frame.now = now;
  frame.memory = &impl.memory;
  frame.activations = std::move(impl.activations);
  frame.values = std::move(impl.values);
  frame.clip = {0, 0, frame.viewport.width, frame.viewport.height};
  impl.activations.clear();
  impl.values.clear();
  Tree tree;
  frame.tree = &tree;
  for (auto& [id, scroll] : impl.memory.scrolls) scroll.is_live = false;
  if (impl.fields == Fields::drawn) impl.memory.focus.clear();

  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {frame.viewport.width, std::max(1.0f, viewport.height)};
  io.DisplayFramebufferScale = {viewport.pixel_ratio, viewport.pixel_ratio};
  const std::int64_t elapsed = impl.last_ms < 0 ? 16 : now.monotonic_ms - impl.last_ms;
  io.DeltaTime = static_cast<float>(std::clamp<std::int64_t>(elapsed, 1, kMostFrameMs)) / 1000.0f;
  impl.last_ms = now.monotonic_ms;
  set_colours(frame.theme);
  ImGui::NewFrame();

  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  ImGui::Begin("##surface", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                         ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
  frame.is_inert = model.dialog.has_value();
  frame.boxes.push_back({0, 0, frame.viewport.width});
  draw_app(frame, model);
  ImGui::End();
  if (model.dialog) draw_dialog(frame, model);
  impl.memory.dialog = tree.dialog;
  ImGui::Render();

  if (impl.fields == Fields::external) {
    const Node* focused = tree.find(impl.memory.focus);
    if (focused == nullptr) impl.memory.focus.clear();
  }
  tree.focused = impl.memory.focus;
  impl.memory.reveal = std::exchange(impl.memory.reveal_next, {});
  if (!impl.memory.reveal.empty()) frame.redraw_within(0);
  tree.is_dark = is_dark;
  tree.content_hash = hash_of(tree);
  if (tree.content_hash != impl.memory.last_hash) impl.memory.frames_due = std::max(impl.memory.frames_due, 1);
  impl.memory.last_hash = tree.content_hash;
  if (impl.memory.frames_due > 0) {
    --impl.memory.frames_due;
    frame.redraw_within(0);
  }
  impl.tree = std::move(tree);

  FrameResult result;
  result.messages = std::move(frame.messages);
  result.redraw_in_ms = frame.redraw_in_ms;
  result.wants_text_cursor = frame.wants_text_cursor;
  result.is_over_pressable = frame.is_over_pressable;
  return result;
}

void Ui::set_glyph_source(GlyphSource source) {
  ImGui::SetCurrentContext(impl_->context);
  impl_->missing.source = std::move(source);
  forget_missing_glyphs();
  impl_->expect_input();
}

void Ui::focus(std::string_view id) {
  Memory& memory = impl_->memory;
  impl_->expect_input();
  if (impl_->fields == Fields::drawn) {
    memory.native_focus = id;
    return;
  }
  memory.focus = id;
  // A press that brought the focus needs no ring and must not scroll under the pointer.
  memory.is_ring_visible = !impl_->is_pointer_down;
  memory.reveal = impl_->is_pointer_down ? std::string() : std::string(id);
}

void Ui::activate(std::string_view id) {
  impl_->expect_input();
  impl_->activations.emplace(id);
}

void Ui::set_value(std::string_view id, std::string_view value) {
  impl_->expect_input();
  impl_->values[std::string(id)] = value;
}

void Ui::pointer_move(float x, float y) {
  ImGui::SetCurrentContext(impl_->context);
  ImGui::GetIO().AddMousePosEvent(x, y);
  impl_->expect_input();
}

void Ui::pointer_button(bool is_down) {
  ImGui::SetCurrentContext(impl_->context);
  ImGui::GetIO().AddMouseButtonEvent(0, is_down);
  impl_->is_pointer_down = is_down;
  impl_->expect_input();
  if (!is_down) return;
  impl_->memory.is_ring_visible = false;
  impl_->memory.reveal.clear();
}

void Ui::pointer_leave() {
  ImGui::SetCurrentContext(impl_->context);
  ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  impl_->expect_input();
}

void Ui::wheel(float, float dy) {
  ImGui::SetCurrentContext(impl_->context);
  const ImVec2 at = ImGui::GetIO().MousePos;
  scroll_by(at.x, at.y, dy);
}

void Ui::scroll_by(float x, float y, float dy) {
  impl_->expect_input();
  if (Scroll* scroll = impl_->scroller(x, y, dy); scroll != nullptr) scroll->wanted = std::clamp(Impl::target(*scroll) + dy, 0.0f, scroll->max);
}

bool Ui::can_scroll(float x, float y, float dy) const { return impl_->scroller(x, y, dy) != nullptr; }

std::string Ui::hit_test(float x, float y) const {
  const Tree& tree = impl_->tree;
  std::string found;
  std::vector<bool> in_dialog(tree.nodes.size(), tree.dialog.empty());
  for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
    const Node& node = tree.nodes[i];
    if (!tree.dialog.empty()) {
      const bool parent_is = node.parent >= 0 && in_dialog[static_cast<std::size_t>(node.parent)];
      in_dialog[i] = node.id == tree.dialog || parent_is;
    }
    if (in_dialog[i] && node.is_focusable && node.rect.contains(x, y) && node.clip.contains(x, y)) found = node.id;
  }
  return found;
}

}  // namespace dryrun::ui
