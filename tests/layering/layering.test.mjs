import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { check, checkTable, readRooms } from "./layering.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const rooms = readRooms(readFileSync(join(root, "cmake/rooms.cmake"), "utf8"));

function sources(folder, prefix = "") {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = prefix + entry.name;
    if (entry.isDirectory()) return sources(join(folder, entry.name), `${path}/`);
    return /\.(h|cpp)$/.test(entry.name) ? [[path, readFileSync(join(folder, entry.name), "utf8")]] : [];
  });
}

test("the table of rooms is sound and has no circle", () => {
  assert.ok(rooms.size >= 12);
  assert.deepEqual(checkTable(rooms), []);
  assert.deepEqual(checkTable(readRooms("dryrun_room(a DEPENDS b)\ndryrun_room(b DEPENDS a c)")), [
    "room 'b' depends on 'c', which is no room",
    "room 'a' depends on itself in a circle",
    "room 'b' depends on itself in a circle",
  ]);
});

test("no file of src/ breaks a rule of the house", () => {
  assert.deepEqual(check(new Map(sources(join(root, "src"))), rooms), []);
});

const findings = (path, text) => check(new Map([[path, text]]), rooms);

test("an include that the table does not allow is found, one that it allows is not", () => {
  assert.deepEqual(findings("bank/x.cpp", '#include <string>\n#include "text/json.h"\n#include "bank/y.h"\n'), []);
  assert.match(findings("text/x.cpp", '\n#include "bank/bank.h"\n')[0], /^text\/x\.cpp:2 .*may not include 'bank'/);
  assert.match(findings("cli/x.cpp", '#include "app/model.h"')[0], /may not include 'app'/);
  assert.match(findings("app/x.h", '#include "ui/ui.h"')[0], /may not include 'ui'/);
  assert.match(findings("ui/x.h", '#include "platform/web/abi.h"')[0], /may not include 'platform\/web'/);
  assert.match(findings("bank/x.cpp", '#include "y.h"')[0], /lies in no room/);
  assert.match(findings("misc/x.cpp", "")[0], /lies in no room/);
});

test("third parties are met only where they belong", () => {
  assert.deepEqual(findings("text/parse_json.cpp", "#include <nlohmann/json.hpp>"), []);
  assert.match(findings("text/json.cpp", "#include <nlohmann/json.hpp>")[0], /nlohmann/);
  assert.match(findings("bank/read_json.cpp", "#include <nlohmann/json.hpp>")[0], /nlohmann/);
  assert.match(findings("scoring/x.cpp", "#include <snowball/api.h>")[0], /does not use 'snowball'/);
  assert.match(findings("app/x.cpp", '#include "imgui.h"')[0], /does not use 'imgui'/);
  assert.deepEqual(findings("platform/web/x.cpp", '#include "imgui.h"\n#include <emscripten/html5.h>'), []);
  const both = new Map([["ui/a.cpp", "#include <imgui_internal.h>"], ["ui/b.cpp", "#include <imgui_internal.h>"]]);
  assert.match(check(both, rooms)[0], /more than one file/);
});

test("drawing, the platform's name, unsafe JSON and unsteady parts are found outside their place", () => {
  assert.match(findings("ui/home.cpp", "auto* d = ImGui::GetWindowDrawList();")[0], /draws by itself/);
  assert.match(findings("ui/home.cpp", "d->AddRectFilled(a, b, c);")[0], /draws by itself/);
  assert.deepEqual(findings("ui/widgets_text.cpp", "ImGui::GetWindowDrawList()->AddText(a, b, c);"), []);
  assert.deepEqual(findings("ui/home.cpp", '// never ImDrawList here\nconst char* s = "ImDrawList";'), []);
  assert.match(findings("cli/x.cpp", "#ifdef __EMSCRIPTEN__")[0], /__EMSCRIPTEN__/);
  assert.match(findings("text/x_json.cpp", "auto v = nlohmann::json::parse(bytes);")[0], /foreign bytes/);
  assert.match(findings("scoring/x.cpp", "std::regex pattern;")[0], /regex/);
});
