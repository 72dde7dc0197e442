# dryrun_room(): one static library a room, dryrun_<name> with '/' as '_', from whatever src/<name>/*.cpp exist.
# main.cpp is left out: it belongs to the program, so that tests can link the room.
include_guard()

# The link-level meaning of each USES key. `data` is only a header here: each program picks its pack.
set(DRYRUN_USES_json            third_party_json)
set(DRYRUN_USES_snowball        snowball_english)
set(DRYRUN_USES_utf8cpp         third_party_utf8cpp)
set(DRYRUN_USES_xxhash          third_party_xxhash)
set(DRYRUN_USES_imgui           imgui)
set(DRYRUN_USES_imgui_opengl3   imgui_opengl3)
set(DRYRUN_USES_glfw            imgui_glfw)
set(DRYRUN_USES_gl              "")
set(DRYRUN_USES_emscripten      "")
set(DRYRUN_USES_data            dryrun_data_header)

# The target name of a room.
function(dryrun_room_target name result)
  string(REPLACE "/" "_" flat "${name}")
  set(${result} "dryrun_${flat}" PARENT_SCOPE)
endfunction()

function(dryrun_room name)
  cmake_parse_arguments(PARSE_ARGV 1 room "" "" "DEPENDS;USES")
  dryrun_room_target("${name}" target)

  # Two rooms speak to one operating system only.
  if(name STREQUAL "platform/web" AND NOT EMSCRIPTEN)
    return()
  endif()
  if(name STREQUAL "platform/native" AND (EMSCRIPTEN OR NOT DRYRUN_DESKTOP))
    return()
  endif()

  set(links "")
  set(uses "")
  foreach(other IN LISTS room_DEPENDS)
    dryrun_room_target("${other}" other_target)
    list(APPEND links "${other_target}")
  endforeach()
  foreach(use IN LISTS room_USES)
    if(NOT DEFINED DRYRUN_USES_${use})
      message(FATAL_ERROR "cmake/rooms.cmake: room '${name}' uses '${use}', which cmake/room.cmake does not know")
    endif()
    list(APPEND uses ${DRYRUN_USES_${use}})
  endforeach()

  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/${name}/*.cpp")
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  if(sources)
    if(name STREQUAL "platform/web")
      # Exported functions are called only from JavaScript: an archive member that nothing names would be dropped.
      add_library(${target} OBJECT ${sources})
    else()
      add_library(${target} STATIC ${sources})
    endif()
    target_link_libraries(${target} PUBLIC dryrun_options ${links} PRIVATE dryrun_warnings ${uses})
  else()
    add_library(${target} INTERFACE)
    target_link_libraries(${target} INTERFACE dryrun_options ${links} ${uses})
  endif()
endfunction()
