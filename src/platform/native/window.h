// The desktop window: GLFW and OpenGL around a DesktopApp. Draws only when something has changed or is due.
#pragma once

#include <string>

#include "platform/native/desktop_app.h"

namespace dryrun::native {

/// Shows the app until its window is closed. Empty, or why no window could be opened.
[[nodiscard]] std::string show_window(DesktopApp& app);

}  // namespace dryrun::native
