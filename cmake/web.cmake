# dryrun-web (the page), dryrun-node (the command line for Node) and dryrun-bench (for Node too). Artefacts of the page land in dist/.
include_guard()

# Two builds never write into one dist/: the preset `web` has the one at the root, any other build tree its own.
if(PROJECT_BINARY_DIR STREQUAL "${PROJECT_SOURCE_DIR}/build/web")
  set(DRYRUN_DIST "${PROJECT_SOURCE_DIR}/dist" CACHE PATH "Folder for the web artefacts")
else()
  set(DRYRUN_DIST "${PROJECT_BINARY_DIR}/dist" CACHE PATH "Folder for the web artefacts")
endif()

# What all programs share. The stack was 5 MB by default once and is 64 KB now: it is set. A call through a wrong function
# signature is only a warning of the linker but a trap at run time: warnings of the linker are errors.
add_library(dryrun_web_link INTERFACE)
target_link_options(dryrun_web_link INTERFACE
  -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=16777216 -Wl,--fatal-warnings -fno-exceptions -fno-rtti)
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
  target_link_options(dryrun_web_link INTERFACE -sTOTAL_STACK=2097152)
else()
  target_link_options(dryrun_web_link INTERFACE -sSTACK_SIZE=2097152)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Debug")
  target_link_options(dryrun_web_link INTERFACE -sASSERTIONS=1 -g2)
else()
  # Binaryen goes over the whole until nothing gets smaller.
  target_link_options(dryrun_web_link INTERFACE -Oz -sASSERTIONS=0 -sBINARYEN_EXTRA_PASSES=converge)
endif()

# --- Programs for Node: the command line, and what ./run bench measures ------------------------------------------------
add_library(dryrun_node_link INTERFACE)
target_link_libraries(dryrun_node_link INTERFACE dryrun_web_link)
target_link_options(dryrun_node_link INTERFACE
  -sENVIRONMENT=node -sNODERAWFS=1 -sEXIT_RUNTIME=1 "SHELL:--pre-js \"${PROJECT_SOURCE_DIR}/cmake/node_prelude.js\"")
# Emscripten writes a CommonJS script, while the tree's package.json says that scripts are ES modules.
file(WRITE "${PROJECT_BINARY_DIR}/package.json" "{ \"type\": \"commonjs\" }\n")

file(GLOB cli_main CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/cli/main.cpp")
if(cli_main)
  add_executable(dryrun-node ${cli_main})
  target_link_libraries(dryrun-node PRIVATE dryrun_cli dryrun_data dryrun_warnings dryrun_node_link)
  set_target_properties(dryrun-node PROPERTIES SUFFIX ".js" LINK_DEPENDS "${PROJECT_SOURCE_DIR}/cmake/node_prelude.js")
endif()

add_executable(dryrun-bench EXCLUDE_FROM_ALL "${PROJECT_SOURCE_DIR}/tests/bench/judge_bench.cpp")
target_link_libraries(dryrun-bench PRIVATE dryrun_cli dryrun_data dryrun_warnings dryrun_node_link)
# The page's allocator: what is measured is what the page does.
target_link_options(dryrun-bench PRIVATE -sMALLOC=emmalloc)
set_target_properties(dryrun-bench PROPERTIES SUFFIX ".js" LINK_DEPENDS "${PROJECT_SOURCE_DIR}/cmake/node_prelude.js")

# --- The page --------------------------------------------------------------------------------------------------------
# Until the room platform/web has a main, an empty one stands in, so that the page around it can be built.
file(GLOB web_main CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/platform/web/main.cpp")
if(NOT web_main)
  file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/stand_in_main.cpp" CONTENT "int main() { return 0; }\n")
  set(web_main "${PROJECT_BINARY_DIR}/stand_in_main.cpp")
endif()
add_executable(dryrun-web ${web_main})
target_link_libraries(dryrun-web PRIVATE dryrun_platform_web dryrun_warnings dryrun_web_link)
set_target_properties(dryrun-web PROPERTIES OUTPUT_NAME "dry-run" SUFFIX ".js")

# What JavaScript may use of the runtime; the C++ functions that it calls are marked EMSCRIPTEN_KEEPALIVE in their source.
set(runtime_methods UTF8ToString FS)
if(EMSCRIPTEN_VERSION VERSION_GREATER_EQUAL 3.1.55)
  list(APPEND runtime_methods HEAPU8 HEAPF32 HEAP32 HEAPU32)
endif()
list(JOIN runtime_methods "," runtime_methods)
target_link_options(dryrun-web PRIVATE
  -sMODULARIZE=1 -sEXPORT_NAME=createDryRun -sENVIRONMENT=web -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
  -sINCOMING_MODULE_JS_API=wasmBinary,canvas -sFORCE_FILESYSTEM=1 -lidbfs.js -sGL_TRACK_ERRORS=0 -sEXPORTED_RUNTIME_METHODS=${runtime_methods}
  -sEXPORTED_FUNCTIONS=_main,_malloc,_free -sEXIT_RUNTIME=0 -sMALLOC=emmalloc)

# JavaScript that C++ calls (Emscripten libraries), beside the C++ that declares it.
file(GLOB web_libraries CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/platform/web/*.js")
foreach(library IN LISTS web_libraries)
  target_link_options(dryrun-web PRIVATE "SHELL:--js-library \"${library}\"")
  set_property(TARGET dryrun-web APPEND PROPERTY LINK_DEPENDS "${library}")
endforeach()

# --- dist/ -----------------------------------------------------------------------------------------------------------
find_program(DRYRUN_NODE node NO_CMAKE_FIND_ROOT_PATH)
file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/web/*.js" "${PROJECT_SOURCE_DIR}/web/*.mjs"
     "${PROJECT_SOURCE_DIR}/web/*.css")
file(GLOB web_assets CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/assets/*.png" "${PROJECT_SOURCE_DIR}/assets/*.svg"
     "${PROJECT_SOURCE_DIR}/assets/*.ico")
add_custom_command(OUTPUT "${DRYRUN_DIST}/index.html" "${DRYRUN_DIST}/dry-run.html"
  COMMAND "${DRYRUN_NODE}" "${PROJECT_SOURCE_DIR}/tools/bundle.mjs"
    --root "${PROJECT_SOURCE_DIR}" --out "${DRYRUN_DIST}" --pack "${dryrun_pack_file}" --rules "${dryrun_rules_file}" --version "${PROJECT_VERSION}"
    --script "$<TARGET_FILE:dryrun-web>" --wasm "$<TARGET_FILE_DIR:dryrun-web>/dry-run.wasm"
    --mode "$<IF:$<CONFIG:Debug>,debug,release>"
  DEPENDS dryrun-web "${dryrun_pack_file}" "${dryrun_rules_file}" "${PROJECT_SOURCE_DIR}/tools/bundle.mjs" "${PROJECT_SOURCE_DIR}/shell.html"
          ${web_sources} ${web_assets}
  COMMENT "Web artefacts in ${DRYRUN_DIST}" VERBATIM)
add_custom_target(dist ALL DEPENDS "${DRYRUN_DIST}/index.html")
