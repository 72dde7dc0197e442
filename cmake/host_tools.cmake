# Programs that run during the build. They are built by the host's own compiler, in the web build too, and do without the
# sanitizers: one command each, so that no second CMake configure is needed.
include_guard()

find_program(DRYRUN_HOST_CXX NAMES c++ g++ clang++ NO_CMAKE_FIND_ROOT_PATH
             DOC "C++20 compiler for programs that run during the build")
if(NOT DRYRUN_HOST_CXX)
  message(FATAL_ERROR "No host C++ compiler found: run ./setup, or set DRYRUN_HOST_CXX")
endif()

# dryrun_host_tool(NAME SOURCES... [INCLUDE folders...] [DEPENDS headers...]): the variable NAME_tool holds its path.
function(dryrun_host_tool name)
  cmake_parse_arguments(PARSE_ARGV 1 tool "" "" "SOURCES;INCLUDE;DEPENDS")
  set(output "${PROJECT_BINARY_DIR}/host/${name}")
  set(includes "")
  foreach(folder IN LISTS tool_INCLUDE)
    list(APPEND includes "-I${folder}")
  endforeach()
  file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/host")
  add_custom_command(OUTPUT "${output}"
    COMMAND "${DRYRUN_HOST_CXX}" -std=c++20 -O1 ${includes} ${tool_SOURCES} -o "${output}"
    DEPENDS ${tool_SOURCES} ${tool_DEPENDS}
    COMMENT "Host tool ${name}" VERBATIM)
  set(${name}_tool "${output}" PARENT_SCOPE)
endfunction()

set(src "${PROJECT_SOURCE_DIR}/src")
dryrun_host_tool(pack_data
  SOURCES "${PROJECT_SOURCE_DIR}/tools/pack_data.cpp" "${src}/files/pack.cpp" "${src}/files/files.cpp"
  INCLUDE "${src}" DEPENDS "${src}/files/pack.h" "${src}/files/files.h")

# cmake --build ... --target icons: draws assets/*.png anew. The pictures are committed.
if(EXISTS "${PROJECT_SOURCE_DIR}/tools/draw_icons.cpp")
  dryrun_host_tool(draw_icons SOURCES "${PROJECT_SOURCE_DIR}/tools/draw_icons.cpp" INCLUDE "${third_party_include}/stb")
  add_custom_target(icons COMMAND "${draw_icons_tool}" "${PROJECT_SOURCE_DIR}/assets" DEPENDS "${draw_icons_tool}" VERBATIM)
endif()
