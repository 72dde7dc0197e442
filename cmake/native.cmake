# The native programs. While a room has no main.cpp yet, its program is left out.
include_guard()

file(GLOB cli_main CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/cli/main.cpp")
if(cli_main)
  add_executable(dryrun ${cli_main})
  target_link_libraries(dryrun PRIVATE dryrun_cli dryrun_data dryrun_warnings)
endif()

file(GLOB desktop_main CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/platform/native/main.cpp")
if(desktop_main AND DRYRUN_DESKTOP)
  add_executable(dryrun-desktop ${desktop_main})
  target_link_libraries(dryrun-desktop PRIVATE dryrun_platform_native dryrun_data_full dryrun_warnings)
endif()

# What ./run bench measures.
add_executable(dryrun-bench "${PROJECT_SOURCE_DIR}/tests/bench/judge_bench.cpp")
target_link_libraries(dryrun-bench PRIVATE dryrun_cli dryrun_data dryrun_warnings)
