# Toolchain of the web presets: the emcc on PATH (Debian's emscripten package, or an activated emsdk), 3.1.6 or newer.
find_program(DRYRUN_EMCC NAMES emcc HINTS "$ENV{EMSDK}/upstream/emscripten" NO_CMAKE_FIND_ROOT_PATH)
if(NOT DRYRUN_EMCC)
  message(FATAL_ERROR "emcc was not found: run ./setup (Debian: package emscripten), or activate an emsdk")
endif()
get_filename_component(emcc_real "${DRYRUN_EMCC}" REALPATH)
get_filename_component(emscripten_root "${emcc_real}" DIRECTORY)
if(NOT EXISTS "${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
  message(FATAL_ERROR "${emcc_real} has no cmake/Modules/Platform/Emscripten.cmake beside it: is it a whole Emscripten?")
endif()
# emcc takes the system libraries that it ships with; a cache of one's own fails where that one is frozen (Debian).
include("${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.6)
  message(FATAL_ERROR "Emscripten ${EMSCRIPTEN_VERSION} at ${emcc_real} is too old: 3.1.6 or newer is needed")
endif()

# Debian's Emscripten needs Debian's acorn, which a Node from elsewhere does not look for by itself.
if(EXISTS /usr/share/nodejs/acorn)
  set(CMAKE_C_LINKER_LAUNCHER "${CMAKE_COMMAND};-E;env;NODE_PATH=/usr/share/nodejs" CACHE STRING "")
  set(CMAKE_CXX_LINKER_LAUNCHER "${CMAKE_COMMAND};-E;env;NODE_PATH=/usr/share/nodejs" CACHE STRING "")
endif()

# Shorter code that every browser with WebGL 2 runs; for the page, optimised once more as a whole.
set(dryrun_web_flags "-mnontrapping-fptoint -msign-ext -mbulk-memory")
if(CMAKE_BUILD_TYPE STREQUAL "MinSizeRel")
  string(APPEND dryrun_web_flags " -flto")
endif()
string(APPEND CMAKE_C_FLAGS_INIT " ${dryrun_web_flags}")
string(APPEND CMAKE_CXX_FLAGS_INIT " ${dryrun_web_flags}")
