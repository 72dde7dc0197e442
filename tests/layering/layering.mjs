// The rules of the house that a text search can check: who includes whom (by the table in cmake/rooms.cmake, the same that
// the build links by) and a few names that belong in one place. Pure functions over file texts; layering.test.mjs runs them.
//
// Comments and string literals are blanked before names are looked for; includes are read from the text as it is.

/** Third-party headers, by the USES key of cmake/rooms.cmake. */
const kHeaders = [
  [/^nlohmann\//, "json"],
  [/^(utf8\.h$|utf8\/|utf8cpp\/)/, "utf8cpp"],
  [/^xxh(ash|3)\.h$/, "xxhash"],
  [/^(snowball\/|libstemmer)/, "snowball"],
  [/^imgui_impl_opengl3/, "imgui_opengl3"],
  [/^imgui_impl_glfw/, "glfw"],
  [/^(imgui|imconfig|imstb)/, "imgui"],
  [/^GLFW\//, "glfw"],
  [/^(GL|GLES2|GLES3)\//, "gl"],
  [/^emscripten/, "emscripten"],
  [/^dryrun_data\//, "data"],
  [/^doctest/, "doctest"],
  [/^stb/, "stb"],
];

/** ImGui's drawing, which only ui/widgets* and ui/theme* may name. */
const kDrawing = /\bImDrawList\b|\bGet(Window|Foreground|Background)DrawList\b|\bPathStroke\b|\bPathFillConvex\b|->Add(Line|Rect|RectFilled|Text|Circle|CircleFilled|Image|Polyline|Triangle|TriangleFilled|ConvexPolyFilled|BezierCubic|Quad|QuadFilled|Ngon|Callback)\b/;

/** Calls of nlohmann/json that abort, lose positions or overflow the stack on foreign bytes. */
const kUnsafeJson = /\bnlohmann::(ordered_)?json::(parse|accept)\s*\(|\.get<|\.get_to\s*\(|\.value\s*\(\s*"|\.at\s*\(|\bfrom_(cbor|msgpack|bson|ubjson)\s*\(/;

/** Reads `dryrun_room(NAME DEPENDS ... USES ...)` lines. @returns {Map<string, {depends: Set<string>, uses: Set<string>}>} */
export function readRooms(cmake) {
  const rooms = new Map();
  const text = cmake.replace(/^\s*#.*$/gm, "");
  for (const [, name, rest] of text.matchAll(/\bdryrun_room\s*\(\s*([\w/]+)([^)]*)\)/g)) {
    const room = { depends: new Set(), uses: new Set() };
    let into = null;
    for (const word of rest.split(/\s+/).filter(Boolean)) {
      if (word === "DEPENDS") into = room.depends;
      else if (word === "USES") into = room.uses;
      else if (into) into.add(word);
    }
    rooms.set(name, room);
  }
  return rooms;
}

/** The room that a path under src/ lies in: the longest that fits. */
export function roomOf(path, rooms) {
  let best = null;
  for (const name of rooms.keys()) {
    if (path.startsWith(`${name}/`) && (best === null || name.length > best.length)) best = name;
  }
  return best;
}

/** The text with comments and the insides of string literals blanked, line breaks kept. */
export function blank(text) {
  return text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|R"(\w*)\([\s\S]*?\)\1"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, (match) => match.replace(/[^\n]/g, " "));
}

/**
 * @param {Map<string, string>} files path under src/ -> text
 * @param {ReturnType<typeof readRooms>} rooms
 * @returns {string[]} findings, "path:line message"
 */
export function check(files, rooms) {
  const findings = [];
  const internals = [];
  for (const [path, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const room = roomOf(path, rooms);
    const report = (line, message) => findings.push(`${path}:${line} ${message}`);
    if (room === null) {
      report(1, "lies in no room of cmake/rooms.cmake");
      continue;
    }
    const { depends, uses } = rooms.get(room);

    text.split("\n").forEach((lineText, index) => {
      const include = lineText.match(/^\s*#\s*include\s*([<"])([^>"]+)[>"]/);
      if (!include) return;
      const [, mark, header] = include;
      const line = index + 1;
      if (/^imgui_internal\.h$/.test(header)) internals.push(path);
      if (/^nlohmann\//.test(header) && !/^text\/\w+_json\.cpp$/.test(path)) {
        report(line, "includes nlohmann/json, which only src/text/*_json.cpp may");
        return;
      }
      const third = kHeaders.find(([pattern]) => pattern.test(header));
      if (third) {
        if (!uses.has(third[1])) report(line, `includes <${header}>, but room '${room}' does not use '${third[1]}'`);
        return;
      }
      if (mark !== '"') return;
      const other = roomOf(header, rooms);
      if (other === null) report(line, `includes "${header}", which lies in no room (write "room/file.h")`);
      else if (other !== room && !depends.has(other)) report(line, `includes "${header}", but room '${room}' may not include '${other}'`);
    });

    blank(text).split("\n").forEach((code, index) => {
      const line = index + 1;
      if (/\b__EMSCRIPTEN__\b/.test(code) && room !== "platform/web") report(line, "names __EMSCRIPTEN__, which only src/platform/web may");
      if (kDrawing.test(code) && !/^ui\/(widgets|theme)/.test(path)) report(line, "draws by itself; only src/ui/widgets* and src/ui/theme* may");
      if (/_json\.cpp$/.test(path) && kUnsafeJson.test(code)) report(line, "reads JSON by a call that aborts on foreign bytes; use the SAX interface");
      if (/\bstd::(regex|locale|random_device|mt19937)\b/.test(code) && !path.startsWith("platform/")) report(line, "uses regex, locale or random numbers, which would make results differ");
    });
  }
  if (new Set(internals).size > 1) findings.push(`imgui_internal.h is included by more than one file: ${[...new Set(internals)].join(", ")}`);
  return findings;
}

/** The table itself: rooms that exist, no room that reaches itself. @returns {string[]} */
export function checkTable(rooms) {
  const findings = [];
  for (const [name, { depends }] of rooms) {
    for (const other of depends) if (!rooms.has(other)) findings.push(`room '${name}' depends on '${other}', which is no room`);
  }
  const reaches = (from, goal, seen = new Set()) =>
    [...(rooms.get(from)?.depends ?? [])].some((next) => next === goal || (!seen.has(next) && reaches(next, goal, seen.add(next))));
  for (const name of rooms.keys()) if (reaches(name, name)) findings.push(`room '${name}' depends on itself in a circle`);
  return findings;
}
