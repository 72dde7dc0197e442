#include "platform/web/renderer.h"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>

#include "imgui.h"
#include "imgui_impl_opengl3.h"

namespace dryrun::web {

Renderer::~Renderer() {
  if (has_backend_) ImGui_ImplOpenGL3_Shutdown();
}

bool Renderer::open() {
  if (is_open_) return true;
  if (has_backend_) {
    // Back from a lost context: the old names mean nothing now, and shutting down marks every texture to be made again.
    emscripten_webgl_make_context_current(context_);
    ImGui_ImplOpenGL3_Shutdown();
    has_backend_ = false;
  } else {
    EmscriptenWebGLContextAttributes attributes;
    emscripten_webgl_init_context_attributes(&attributes);
    attributes.majorVersion = 2;
    attributes.alpha = false;
    attributes.depth = false;
    attributes.stencil = false;
    attributes.antialias = false;
    attributes.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
    const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE handle = emscripten_webgl_create_context("#stage", &attributes);
    if (handle <= 0) return false;
    context_ = static_cast<unsigned long>(handle);
    if (emscripten_webgl_make_context_current(handle) != EMSCRIPTEN_RESULT_SUCCESS) return false;
  }
  has_backend_ = ImGui_ImplOpenGL3_Init("#version 300 es");
  is_open_ = has_backend_;
  return is_open_;
}

void Renderer::begin_frame() { ImGui_ImplOpenGL3_NewFrame(); }

void Renderer::draw(int framebuffer_width, int framebuffer_height) {
  ImDrawData* data = ImGui::GetDrawData();
  if (data == nullptr) return;
  glViewport(0, 0, framebuffer_width, framebuffer_height);
  const ImVec4 paper = ImGui::GetStyleColorVec4(ImGuiCol_WindowBg);
  glClearColor(paper.x, paper.y, paper.z, 1.0F);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(data);
}

void Renderer::lose() { is_open_ = false; }

void Renderer::settle_textures_without_renderer() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantCreate || texture->Status == ImTextureStatus_WantUpdates) {
      texture->SetTexID(static_cast<ImTextureID>(1));
      texture->SetStatus(ImTextureStatus_OK);
    } else if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
  }
}

}  // namespace dryrun::web
