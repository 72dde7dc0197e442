# What others wrote, as targets: third_party_json, _utf8cpp, _xxhash, _doctest, _stb (headers), imgui, imgui_opengl3,
# imgui_glfw, snowball_english. Debian's packages and ./setup's .deps/ are taken where they are; else FetchContent fetches
# the same things, pinned by hash. None of it is compiled with our warnings.
#
# Headers reach every target through one folder of links in the build tree, never through /usr/include: on the include
# path of a wasm build that folder breaks Emscripten's own C library.
include_guard()
include(FetchContent)

set(DRYRUN_DEPS "${PROJECT_SOURCE_DIR}/.deps" CACHE PATH "Folder with the sources that ./setup fetched")
set(third_party_include "${PROJECT_BINARY_DIR}/third_party/include")

# Reads one value of cmake/deps.lock.
function(dryrun_locked key result)
  file(STRINGS "${PROJECT_SOURCE_DIR}/cmake/deps.lock" lines REGEX "^${key} ")
  list(GET lines 0 line)
  string(REGEX REPLACE "^[^ ]+ +" "" value "${line}")
  set(${result} "${value}" PARENT_SCOPE)
endfunction()

# third_party_<name>: links to header folders, from the system when PROBE is installed there, else from a pinned archive.
# Each LINKS entry is NAME, or NAME=PATH where the archive keeps it elsewhere. The archives' hashes are those that several
# public package recipes give for the upstream releases; Debian's packages are what this tree was built with, not they.
function(dryrun_headers name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "PROBE;SUBFOLDER" "FETCH;LINKS")
  find_path(DRYRUN_${name}_DIR NAMES "${arg_PROBE}" PATHS /usr/include /usr/local/include /opt/homebrew/include
            NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
  if(DRYRUN_${name}_DIR)
    set(from "${DRYRUN_${name}_DIR}")
  else()
    message(STATUS "${arg_PROBE} is not installed: fetching ${name}")
    FetchContent_Declare(${name} ${arg_FETCH} DOWNLOAD_EXTRACT_TIMESTAMP OFF SOURCE_SUBDIR none)
    FetchContent_MakeAvailable(${name})
    set(from "${${name}_SOURCE_DIR}/${arg_SUBFOLDER}")
  endif()
  set(to "${third_party_include}/${name}")
  file(MAKE_DIRECTORY "${to}")
  foreach(link IN LISTS arg_LINKS)
    string(REGEX MATCH "^[^=]+" leaf "${link}")
    set(path "${leaf}")
    if(NOT DRYRUN_${name}_DIR AND link MATCHES "=(.+)$")
      set(path "${CMAKE_MATCH_1}")
    endif()
    if(NOT EXISTS "${to}/${leaf}")
      file(CREATE_LINK "${from}/${path}" "${to}/${leaf}" COPY_ON_ERROR SYMBOLIC)
    endif()
  endforeach()
  add_library(third_party_${name} INTERFACE)
  target_include_directories(third_party_${name} SYSTEM INTERFACE "${to}")
endfunction()

# Included as <nlohmann/json.hpp>. No exceptions and no streams anywhere.
dryrun_headers(json PROBE nlohmann/json.hpp LINKS nlohmann SUBFOLDER include
  FETCH URL https://github.com/nlohmann/json/releases/download/v3.11.2/include.zip
        URL_HASH SHA256=e5c7a9f49a16814be27e4ed0ee900ecd0092bfb7dbfca65b5a421b774dccaaed)
target_compile_definitions(third_party_json INTERFACE JSON_NOEXCEPTION JSON_NO_IO)

# Included as <utf8/unchecked.h> or <utf8/core.h>; <utf8/checked.h> and <utf8.h> throw, which the rooms cannot.
dryrun_headers(utf8cpp PROBE utf8/core.h LINKS utf8 SUBFOLDER source
  FETCH URL https://github.com/nemtrif/utfcpp/archive/refs/tags/v3.2.3.tar.gz
        URL_HASH SHA256=3ba9b0dbbff08767bdffe8f03b10e596ca351228862722e4c9d4d126d2865250)

# Included as <xxhash.h> after defining XXH_INLINE_ALL: whole and inline, nothing to link.
dryrun_headers(xxhash PROBE xxhash.h LINKS xxhash.h
  FETCH URL https://github.com/Cyan4973/xxHash/archive/refs/tags/v0.8.1.tar.gz
        URL_HASH SHA256=3bb6b7d6f30c591dd65aaaff1c8b7a5b94d81687998ca9400082c739a690436c)

# Included as <doctest/doctest.h>, in tests only.
dryrun_headers(doctest PROBE doctest/doctest.h LINKS doctest
  FETCH URL https://github.com/doctest/doctest/archive/refs/tags/v2.4.9.tar.gz
        URL_HASH SHA256=19b2df757f2f3703a5e63cee553d85596875f06d91a3333acd80a969ef210856)

# Included as <stb/stb_image_write.h>, in host tools only.
dryrun_headers(stb PROBE stb/stb_image_write.h LINKS stb=.
  FETCH GIT_REPOSITORY https://github.com/nothings/stb.git GIT_TAG 8b5f1f37b5b75829fc72d38e7b5d4bcbf8a26d55)

# --- Dear ImGui -----------------------------------------------------------------------------------------------------
if(EXISTS "${DRYRUN_DEPS}/imgui/imgui.h")
  set(imgui_dir "${DRYRUN_DEPS}/imgui")
else()
  # The same release from upstream (not what this tree was built with).
  dryrun_locked(imgui.upstream_commit imgui_commit)
  dryrun_locked(imgui.upstream_sha256 imgui_hash)
  FetchContent_Declare(imgui_source URL https://codeload.github.com/ocornut/imgui/tar.gz/${imgui_commit}
                       URL_HASH SHA256=${imgui_hash} DOWNLOAD_EXTRACT_TIMESTAMP OFF SOURCE_SUBDIR none)
  FetchContent_MakeAvailable(imgui_source)
  set(imgui_dir "${imgui_source_SOURCE_DIR}")
endif()

add_library(imgui STATIC
  "${imgui_dir}/imgui.cpp" "${imgui_dir}/imgui_draw.cpp" "${imgui_dir}/imgui_tables.cpp" "${imgui_dir}/imgui_widgets.cpp")
target_include_directories(imgui SYSTEM PUBLIC "${imgui_dir}")
target_include_directories(imgui PRIVATE "${PROJECT_SOURCE_DIR}/src")
target_compile_definitions(imgui PUBLIC "IMGUI_USER_CONFIG=\"ui/imgui_config.h\"")
target_compile_features(imgui PRIVATE cxx_std_17)
target_compile_options(imgui PRIVATE -w -fno-exceptions -fno-rtti)
set_target_properties(imgui PROPERTIES UNITY_BUILD OFF)

# The OpenGL 3 / WebGL 2 renderer; natively it loads OpenGL by itself.
add_library(imgui_opengl3 STATIC EXCLUDE_FROM_ALL "${imgui_dir}/backends/imgui_impl_opengl3.cpp")
target_include_directories(imgui_opengl3 SYSTEM PUBLIC "${imgui_dir}/backends")
target_include_directories(imgui_opengl3 PRIVATE "${PROJECT_SOURCE_DIR}/src")
target_link_libraries(imgui_opengl3 PUBLIC imgui ${CMAKE_DL_LIBS})
target_compile_features(imgui_opengl3 PRIVATE cxx_std_17)
target_compile_options(imgui_opengl3 PRIVATE -w -fno-exceptions -fno-rtti)
if(EMSCRIPTEN)
  target_compile_definitions(imgui_opengl3 PRIVATE IMGUI_IMPL_OPENGL_ES3)
endif()

# The desktop window. Without GLFW everything else still builds.
set(DRYRUN_DESKTOP OFF)
if(NOT EMSCRIPTEN)
  find_package(glfw3 3.3 QUIET)
  if(glfw3_FOUND)
    set(DRYRUN_DESKTOP ON)
    add_library(imgui_glfw STATIC EXCLUDE_FROM_ALL "${imgui_dir}/backends/imgui_impl_glfw.cpp")
    target_include_directories(imgui_glfw SYSTEM PUBLIC "${imgui_dir}/backends")
    target_include_directories(imgui_glfw PRIVATE "${PROJECT_SOURCE_DIR}/src")
    target_link_libraries(imgui_glfw PUBLIC imgui glfw)
    target_compile_features(imgui_glfw PRIVATE cxx_std_17)
    target_compile_options(imgui_glfw PRIVATE -w)
  else()
    message(STATUS "GLFW 3.3 is not installed (Debian: libglfw3-dev): dryrun-desktop is left out")
  endif()
endif()

# --- Snowball's English stemmer -----------------------------------------------------------------------------------
# Included as <snowball/api.h> and <snowball/stem_UTF_8_english.h>.
if(EXISTS "${DRYRUN_DEPS}/snowball/src_c/stem_UTF_8_english.c")
  set(snowball_dir "${DRYRUN_DEPS}/snowball")
else()
  # Same version, same bytes as Debian's source; its compiler is built and run once, at configure time, by the host's make.
  dryrun_locked(snowball.version snowball_version)
  dryrun_locked(snowball.sha256 snowball_hash)
  FetchContent_Declare(snowball_source
    URL https://github.com/snowballstem/snowball/archive/refs/tags/v${snowball_version}.tar.gz
    URL_HASH SHA256=${snowball_hash} DOWNLOAD_EXTRACT_TIMESTAMP OFF SOURCE_SUBDIR none)
  FetchContent_MakeAvailable(snowball_source)
  set(snowball_dir "${snowball_source_SOURCE_DIR}")
  execute_process(COMMAND make src_c/stem_UTF_8_english.c WORKING_DIRECTORY "${snowball_dir}"
                  OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
endif()
file(MAKE_DIRECTORY "${third_party_include}/snowball_root/snowball")
foreach(header src_c/stem_UTF_8_english.h runtime/api.h)
  get_filename_component(leaf "${header}" NAME)
  if(NOT EXISTS "${third_party_include}/snowball_root/snowball/${leaf}")
    file(CREATE_LINK "${snowball_dir}/${header}" "${third_party_include}/snowball_root/snowball/${leaf}"
         COPY_ON_ERROR SYMBOLIC)
  endif()
endforeach()
add_library(snowball_english STATIC
  "${snowball_dir}/src_c/stem_UTF_8_english.c" "${snowball_dir}/runtime/api.c" "${snowball_dir}/runtime/utilities.c")
target_include_directories(snowball_english SYSTEM PUBLIC "${third_party_include}/snowball_root")
target_compile_options(snowball_english PRIVATE -w)
set_target_properties(snowball_english PROPERTIES UNITY_BUILD OFF)
