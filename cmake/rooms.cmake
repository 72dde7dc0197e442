# The rooms of src/, what each may include, and nothing else: the build links by this table and tests/layering reads it.
#
#   dryrun_room(NAME DEPENDS rooms... USES third parties...)
#
# NAME is the path under src/. DEPENDS is not transitive: every room that a file includes is listed. USES names what may be
# included from outside the standard library (the header patterns are in tests/layering/layering.mjs). A room whose
# sources are not there yet is an interface library, so that the tree builds at any time.
dryrun_room(text              DEPENDS
                              USES json snowball utf8cpp xxhash)
dryrun_room(bank              DEPENDS text)
dryrun_room(scoring           DEPENDS text bank)
dryrun_room(selftest          DEPENDS text bank scoring)
dryrun_room(session           DEPENDS text bank scoring)
dryrun_room(progress          DEPENDS text bank scoring session)
dryrun_room(speech            DEPENDS)
dryrun_room(files             DEPENDS)
dryrun_room(app               DEPENDS text bank scoring selftest session progress speech files)
dryrun_room(ui                DEPENDS text bank scoring selftest session progress speech files app
                              USES imgui)
dryrun_room(platform/headless DEPENDS text bank scoring selftest session progress speech files app ui
                              USES imgui data)
dryrun_room(platform/native   DEPENDS text bank scoring selftest session progress speech files app ui platform/headless
                              USES imgui imgui_opengl3 glfw gl data)
dryrun_room(platform/web      DEPENDS text bank scoring selftest session progress speech files app ui platform/headless
                              USES imgui imgui_opengl3 gl emscripten)
dryrun_room(cli               DEPENDS text bank scoring selftest session progress speech files
                              USES data)
