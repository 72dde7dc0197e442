# The data packs (format: src/files/pack.h). dryrun_data: data/ and the codes, inside the command line. dryrun_data_full: data/ and
# fonts, inside the desktop program and the tests. Both define dryrun::data::embedded_pack(); a program links one of them.
# On the web the packs are files of their own, without what only authors need: dryrun_data_page has fonts and the
# first question of each bank, so that a first visit is quick; dryrun_data_rules has everything else of data/, and follows.
include_guard()

# data/schema is for authors and tests, which read it from the source tree.
file(GLOB_RECURSE data_files CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}/data" "${PROJECT_SOURCE_DIR}/data/*.json")
list(FILTER data_files EXCLUDE REGEX "^schema/")
list(SORT data_files)
set(data_arguments "")
set(data_paths "")
foreach(file IN LISTS data_files)
  list(APPEND data_arguments "${file}=${PROJECT_SOURCE_DIR}/data/${file}")
  list(APPEND data_paths "${PROJECT_SOURCE_DIR}/data/${file}")
endforeach()

# --- Fonts: Inter, cut down at build time --------------------------------------------------------------------------
find_path(DRYRUN_FONT_DIR NAMES Inter-Regular.otf Inter-Regular.ttf
          PATHS /usr/share/fonts/opentype/inter /usr/share/fonts/truetype/inter NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH
          DOC "Folder with Inter-Regular and Inter-SemiBold as .otf or .ttf (Debian: fonts-inter)")
if(NOT DRYRUN_FONT_DIR)
  message(FATAL_ERROR "The font Inter was not found. On Debian run ./setup (package fonts-inter); elsewhere download Inter 4 "
                      "and set DRYRUN_FONT_DIR to the folder with Inter-Regular.ttf and Inter-SemiBold.ttf")
endif()

if(NOT DRYRUN_FONT_PYTHON)
  # The distribution's fonttools belongs to the distribution's Python, which need not be the first on PATH.
  foreach(candidate /usr/bin/python3 python3)
    execute_process(COMMAND "${candidate}" -c "import fontTools" RESULT_VARIABLE failed OUTPUT_QUIET ERROR_QUIET)
    if(failed STREQUAL "0")
      set(DRYRUN_FONT_PYTHON "${candidate}" CACHE FILEPATH "Python 3 that has fontTools")
      break()
    endif()
  endforeach()
endif()
if(NOT DRYRUN_FONT_PYTHON)
  message(FATAL_ERROR "No Python with fontTools was found: on Debian run ./setup (package python3-fonttools), else install it "
                      "and set DRYRUN_FONT_PYTHON")
endif()

set(font_arguments "")
set(font_paths "")
set(fonts_dir "${PROJECT_BINARY_DIR}/fonts")
file(MAKE_DIRECTORY "${fonts_dir}")
foreach(font Regular SemiBold)
  string(TOLOWER "${font}" lower)
  set(original "${DRYRUN_FONT_DIR}/Inter-${font}.otf")
  if(NOT EXISTS "${original}")
    set(original "${DRYRUN_FONT_DIR}/Inter-${font}.ttf")
  endif()
  add_custom_command(OUTPUT "${fonts_dir}/${lower}.ttf"
    COMMAND "${DRYRUN_FONT_PYTHON}" "${PROJECT_SOURCE_DIR}/tools/subset_font.py" "${original}" "${fonts_dir}/${lower}.ttf"
    DEPENDS "${PROJECT_SOURCE_DIR}/tools/subset_font.py" "${original}"
    COMMENT "Font ${lower}.ttf" VERBATIM)
  list(APPEND font_arguments "fonts/${lower}.ttf=${fonts_dir}/${lower}.ttf")
  list(APPEND font_paths "${fonts_dir}/${lower}.ttf")
endforeach()

# --- Packs -----------------------------------------------------------------------------------------------------------
set(embedded_dir "${PROJECT_BINARY_DIR}/embedded")
file(MAKE_DIRECTORY "${embedded_dir}/include/dryrun_data")
file(CONFIGURE OUTPUT "${embedded_dir}/include/dryrun_data/embedded.h" CONTENT [=[
// The data that this program carries inside: an archive for dryrun::files::Pack. Made by cmake/data.cmake.
#pragma once

#include <string_view>

namespace dryrun::data {

[[nodiscard]] std::string_view embedded_pack();

}  // namespace dryrun::data
]=])
add_library(dryrun_data_header INTERFACE)
target_include_directories(dryrun_data_header INTERFACE "${embedded_dir}/include")

function(dryrun_add_pack name arguments paths)
  set(pack "${embedded_dir}/${name}.pack")
  add_custom_command(OUTPUT "${pack}" "${embedded_dir}/${name}.cpp"
    COMMAND "${pack_data_tool}" --out "${pack}" --cpp "${embedded_dir}/${name}.cpp" ${arguments}
    DEPENDS "${pack_data_tool}" ${paths}
    COMMENT "Data pack ${name}" VERBATIM)
  add_library(${name} STATIC EXCLUDE_FROM_ALL "${embedded_dir}/${name}.cpp")
  target_link_libraries(${name} PUBLIC dryrun_data_header)
  target_compile_features(${name} PRIVATE cxx_std_20)
  target_compile_options(${name} PRIVATE -w)
endfunction()

# The command line explains codes from the page that explains them to people.
set(codes_file "${PROJECT_SOURCE_DIR}/docs/diagnostics.md")
dryrun_add_pack(dryrun_data "${data_arguments};docs/diagnostics.md=${codes_file}" "${data_paths};${codes_file}")
dryrun_add_pack(dryrun_data_full "${data_arguments};${font_arguments}" "${data_paths};${font_paths}")

# What the page loads goes without what only authors and tests need.
find_program(DRYRUN_NODE node NO_CMAKE_FIND_ROOT_PATH)
if(DRYRUN_NODE)
  # dryrun_strip(FOLDER FILE OPTIONS...): FOLDER/FILE made of data/FILE, joined to the lists of the pack ${pack}.
  macro(dryrun_strip pack folder file)
    set(stripped "${embedded_dir}/${folder}/${file}")
    add_custom_command(OUTPUT "${stripped}"
      COMMAND "${DRYRUN_NODE}" "${PROJECT_SOURCE_DIR}/tools/strip_data.mjs" "${PROJECT_SOURCE_DIR}/data/${file}" "${stripped}" ${ARGN}
      DEPENDS "${PROJECT_SOURCE_DIR}/tools/strip_data.mjs" "${PROJECT_SOURCE_DIR}/data/${file}"
      COMMENT "Stripped ${file}" VERBATIM)
    list(APPEND ${pack}_arguments "${file}=${stripped}")
    list(APPEND ${pack}_paths "${stripped}")
  endmacro()
  foreach(file IN LISTS data_files)
    # A group's first bank has no theme in its name.
    if(file MATCHES "^banks/[^_]*$")
      dryrun_strip(page first-visit "${file}" --first-question)
    endif()
    dryrun_strip(rules stripped "${file}")
  endforeach()
  dryrun_add_pack(dryrun_data_page "${page_arguments};${font_arguments}" "${page_paths};${font_paths}")
  dryrun_add_pack(dryrun_data_rules "${rules_arguments}" "${rules_paths}")
  set(dryrun_pack_file "${embedded_dir}/dryrun_data_page.pack")
  set(dryrun_rules_file "${embedded_dir}/dryrun_data_rules.pack")
  add_custom_target(dryrun_pack DEPENDS "${dryrun_pack_file}" "${dryrun_rules_file}")
endif()
