# dryrun_options: the language of every room. dryrun_warnings: what our own code must be free of (third parties never get it).
include_guard()

option(DRYRUN_WERROR "Treat warnings in our own code as errors" OFF)
option(DRYRUN_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(DRYRUN_FUZZ "Build the fuzz targets of tests/fuzz, and every file with the coverage that libFuzzer follows" OFF)

add_library(dryrun_options INTERFACE)
target_compile_features(dryrun_options INTERFACE cxx_std_20)
target_include_directories(dryrun_options INTERFACE "${PROJECT_SOURCE_DIR}/src")
target_compile_options(dryrun_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions> $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)

add_library(dryrun_warnings INTERFACE)
target_compile_options(dryrun_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
  -Wold-style-cast -Wcast-align -Wformat=2 -Wimplicit-fallthrough -Wunused)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(dryrun_warnings INTERFACE -Wduplicated-cond -Wlogical-op)
endif()
# Aggregates are built by naming the members that matter; the others are zero by rule.
target_compile_options(dryrun_warnings INTERFACE -Wno-missing-field-initializers)
if(EMSCRIPTEN)
  # With 32-bit pointers every iterator + uint32_t is one; the native build looks for the ones that matter.
  target_compile_options(dryrun_warnings INTERFACE -Wno-sign-conversion)
endif()
if(DRYRUN_WERROR)
  target_compile_options(dryrun_warnings INTERFACE -Werror)
endif()

if(DRYRUN_SANITIZE)
  # For every file, third parties too: a bug there is ours to know. vptr needs RTTI, which the rooms do without.
  add_compile_options(-fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(DRYRUN_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# Every object is built for later optimisation by size: unused functions go at link time.
add_compile_options(-ffunction-sections -fdata-sections)
if(NOT EMSCRIPTEN AND NOT APPLE)
  add_link_options(-Wl,--gc-sections)
endif()
