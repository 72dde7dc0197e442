#include "platform/native/window.h"

#define GLFW_INCLUDE_GLCOREARB
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <string>

namespace dryrun::native {
namespace {

constexpr int kWidth = 1200, kHeight = 800;
/// CSS pixels that a notch of a mouse wheel scrolls.
constexpr float kNotch = 96;
constexpr double kNever = 1e9;

class Window {
 public:
  Window(DesktopApp& app, GLFWwindow* handle) : app_(app), handle_(handle) {
    glfwSetWindowUserPointer(handle, this);
    glfwSetCursorPosCallback(handle, [](GLFWwindow* window, double x, double y) {
      const auto at = [&](double value) { return static_cast<float>(value) / of(window).units_per_pixel_; };
      of(window).ui().pointer_move(at(x), at(y));
      of(window).is_due_ = true;
    });
    glfwSetCursorEnterCallback(handle, [](GLFWwindow* window, int is_inside) {
      if (is_inside == 0) of(window).ui().pointer_leave();
      of(window).is_due_ = true;
    });
    glfwSetMouseButtonCallback(handle, [](GLFWwindow* window, int button, int action, int) {
      if (button == GLFW_MOUSE_BUTTON_LEFT) of(window).ui().pointer_button(action == GLFW_PRESS);
      of(window).is_due_ = true;
    });
    glfwSetScrollCallback(handle, [](GLFWwindow* window, double x, double y) {
      of(window).ui().wheel(static_cast<float>(-x) * kNotch, static_cast<float>(-y) * kNotch);
      of(window).is_due_ = true;
    });
    glfwSetKeyCallback(handle, [](GLFWwindow* window, int key, int code, int action, int modifiers) {
      ImGui_ImplGlfw_KeyCallback(window, key, code, action, modifiers);
      of(window).is_due_ = true;
    });
    glfwSetCharCallback(handle, [](GLFWwindow* window, unsigned int code_point) {
      ImGui_ImplGlfw_CharCallback(window, code_point);
      of(window).is_due_ = true;
    });
    glfwSetWindowFocusCallback(handle, [](GLFWwindow* window, int has_focus) {
      ImGui_ImplGlfw_WindowFocusCallback(window, has_focus);
      of(window).is_due_ = true;
    });
    glfwSetDropCallback(handle, [](GLFWwindow* window, int count, const char** paths) {
      for (int i = 0; i < count; ++i) of(window).app_.take_file(paths[i]);
      of(window).is_due_ = true;
    });
    glfwSetFramebufferSizeCallback(handle, [](GLFWwindow* window, int, int) { of(window).is_due_ = true; });
    glfwSetWindowContentScaleCallback(handle, [](GLFWwindow* window, float, float) { of(window).is_due_ = true; });
    glfwSetWindowRefreshCallback(handle, [](GLFWwindow* window) { of(window).is_due_ = true; });
    hand_ = glfwCreateStandardCursor(GLFW_HAND_CURSOR);
    beam_ = glfwCreateStandardCursor(GLFW_IBEAM_CURSOR);
    // Keys and the clipboard go through Dear ImGui's own backend; the pointer through Ui, which knows about scale.
    ImGui_ImplGlfw_InitForOpenGL(handle, false);
    ImGui_ImplOpenGL3_Init("#version 150");
  }

  ~Window() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    glfwDestroyCursor(hand_);
    glfwDestroyCursor(beam_);
  }
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  void run() {
    while (glfwWindowShouldClose(handle_) == 0) {
      const double wait = is_due_ ? 0 : std::min(app_.wait_ms() / 1000.0, redraw_at_ - glfwGetTime());
      if (wait > 0) {
        glfwWaitEventsTimeout(wait);
      } else {
        glfwPollEvents();
      }
      if (app_.pass_time() || glfwGetTime() >= redraw_at_) is_due_ = true;
      if (is_due_) draw();
    }
  }

 private:
  [[nodiscard]] static Window& of(GLFWwindow* window) { return *static_cast<Window*>(glfwGetWindowUserPointer(window)); }
  [[nodiscard]] ui::Ui& ui() { return app_.ui(); }

  void draw() {
    int width = 0, height = 0, window_width = 0, window_height = 0;
    glfwGetFramebufferSize(handle_, &width, &height);
    glfwGetWindowSize(handle_, &window_width, &window_height);
    if (width <= 0 || height <= 0) {  // minimised
      is_due_ = false;
      return;
    }
    float ratio = 1, unused = 1;
    glfwGetWindowContentScale(handle_, &ratio, &unused);
    ratio = std::max(ratio, 0.5F);
    // The unit of window coordinates is the pixel on some systems (X11, Windows) and the scaled point on others (macOS, Wayland).
    units_per_pixel_ = ratio * static_cast<float>(window_width) / static_cast<float>(width);
    ui::Viewport viewport;
    viewport.width = static_cast<float>(width) / ratio;
    viewport.height = static_cast<float>(height) / ratio;
    viewport.pixel_ratio = ratio;

    ImGui_ImplOpenGL3_NewFrame();
    const ui::FrameResult result = app_.frame(viewport);
    glfwSetCursor(handle_, result.is_over_pressable ? hand_ : result.wants_text_cursor ? beam_ : nullptr);
    is_due_ = !result.messages.empty();
    redraw_at_ = glfwGetTime() + (result.redraw_in_ms ? *result.redraw_in_ms / 1000.0 : kNever);

    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(handle_);
  }

  DesktopApp& app_;
  GLFWwindow* handle_;
  GLFWcursor* hand_ = nullptr;
  GLFWcursor* beam_ = nullptr;
  float units_per_pixel_ = 1;  ///< window coordinates in a CSS pixel
  double redraw_at_ = 0;       ///< on GLFW's clock: when the last frame wanted the next one
  bool is_due_ = true;
};

std::string last_error() {
  const char* words = nullptr;
  glfwGetError(&words);
  return words != nullptr ? words : "unknown reason";
}

}  // namespace

std::string show_window(DesktopApp& app) {
  if (glfwInit() == GLFW_FALSE) return "no display can be used: " + last_error();
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
  std::string problem;
  if (GLFWwindow* handle = glfwCreateWindow(kWidth, kHeight, "Dry Run", nullptr, nullptr)) {
    glfwMakeContextCurrent(handle);
    glfwSwapInterval(1);
    Window(app, handle).run();
    glfwDestroyWindow(handle);
  } else {
    problem = "no window with OpenGL 3.2 can be opened: " + last_error();
  }
  glfwTerminate();
  return problem;
}

}  // namespace dryrun::native
