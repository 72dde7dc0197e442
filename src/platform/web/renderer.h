// WebGL 2 under Dear ImGui's draw data: creates the context on the page's canvas, draws, and comes back after a lost context.
// Owns the GL objects only. Without WebGL it stays closed and the page shows the plain-HTML mode.
#pragma once

namespace dryrun::web {

class Renderer {
 public:
  ~Renderer();
  /// False when the browser gives no context. The ImGui context must exist.
  bool open();
  [[nodiscard]] bool is_open() const { return is_open_; }
  /// Before a drawn frame and after it.
  void begin_frame();
  void draw(int framebuffer_width, int framebuffer_height);
  /// The context is gone: nothing is drawn until `open` succeeds again.
  void lose();
  /// Textures that nobody will upload count as done, so that frames can go on without a renderer.
  static void settle_textures_without_renderer();

 private:
  unsigned long context_ = 0;
  bool is_open_ = false;
  bool has_backend_ = false;
};

}  // namespace dryrun::web
