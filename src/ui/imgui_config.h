// Dear ImGui's compile-time settings (IMGUI_USER_CONFIG), for every file that includes imgui.h. Only what the app draws
// stays in: no demo, no debug tools, no font of its own, no file or shell access.
#pragma once

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_WIN32_FUNCTIONS

// People's answers hold emoji and other code points over U+FFFF.
#define IMGUI_USE_WCHAR32
