// Starts the page: fetches or unpacks the program and its data, joins the modules, and falls back to plain HTML where there is no WebGL.
import { createAbi } from "./abi.js";
import { createAnnouncer } from "./announcer.js";
import { createHost } from "./embed.js";
import { watchEnvironment } from "./environment.js";
import { createFrames } from "./frames.js";
import { createPageCalls } from "./page_calls.js";
import { listenToPointer } from "./pointer.js";
import { createStore } from "./store.js";
import { createTwin } from "./twin.js";

/** @param {string} base64 @returns {Uint8Array} */
function fromBase64(base64) {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** @param {string} name @returns {Promise<Uint8Array>} */
async function fetchBytes(name) {
  const response = await fetch(name);
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** The pack's fonts serve the real text fields too. @param {Uint8Array} pack */
async function addFonts(pack) {
  const view = new DataView(pack.buffer, pack.byteOffset, pack.byteLength);
  const decoder = new TextDecoder();
  let at = 12;
  for (let i = 0, count = view.getUint32(8, true); i < count; i += 1) {
    const length = view.getUint32(at, true);
    const path = decoder.decode(pack.subarray(at + 4, at + 4 + length));
    const offset = view.getUint32(at + 4 + length, true);
    const size = view.getUint32(at + 8 + length, true);
    at += 12 + length;
    const weight = { "fonts/regular.ttf": "400", "fonts/semibold.ttf": "600" }[path];
    if (weight) document.fonts.add(await new FontFace("Inter", pack.slice(offset, offset + size), { weight }).load());
  }
}

function setPlainMode(isPlain) {
  document.documentElement.classList.toggle("plain", isPlain);
}

const inline = window.DRYRUN_INLINE;
const load = {
  wasm: async () => (inline ? fromBase64(inline.wasm) : fetchBytes("dry-run.wasm")),
  pack: async () => (inline ? fromBase64(inline.pack) : fetchBytes("dryrun.pack")),
  rules: async () => (inline ? fromBase64(inline.rules) : fetchBytes("rules.pack")),
};

async function start() {
  const [wasmBinary, pack] = await Promise.all([load.wasm(), load.pack()]);
  const query = new URLSearchParams(location.search);
  const isEmbedded = query.get("embed") === "1" && window.parent !== window;
  const canvas = /** @type {HTMLCanvasElement} */ (element("stage"));

  const parts = /** @type {any} */ ({});
  const module = await window.createDryRun({ wasmBinary, canvas, page: createPageCalls(parts) });
  const abi = (parts.abi = createAbi(module));
  parts.announcer = createAnnouncer(element("polite"), element("assertive"), element("notice"));
  const problem = abi.start(pack, isEmbedded, query.get("question") ?? "");
  if (problem) throw new Error(problem);
  addFonts(pack).catch(() => {}); // the fields then use the system's font

  const frames = (parts.frames = createFrames(abi));
  const changed = () => frames.changed();
  const act = (use) => {
    use();
    changed();
  };
  const twin = (parts.twin = createTwin(element("twin"), {
    onFocus: (id) => act(() => abi.focus(id)),
    onActivate: (id) => act(() => abi.activate(id)),
    onValue: (id, value) => act(() => abi.setValue(id, value)),
    onRefused: (_id, text) => parts.announcer.show(text),
  }));
  const store = (parts.store = createStore(module, abi, changed));
  parts.host = isEmbedded ? createHost(window.parent) : null;

  let isStarted = false;
  const environment = watchEnvironment(element("room"), canvas, (view) => {
    abi.viewport(view);
    if (isStarted) changed();
  });

  // Colours that the user's system forces can't reach a canvas: there too the plain page serves.
  const isPlainWanted = () => query.get("plain") === "1" || environment.hasForcedColors;
  setPlainMode(isPlainWanted() || !abi.openRenderer());
  canvas.addEventListener("webglcontextlost", (event) => {
    event.preventDefault();
    abi.loseRenderer();
    setPlainMode(true); // until it is back, which may be never
  });
  canvas.addEventListener("webglcontextrestored", () => {
    setPlainMode(!abi.openRenderer() || isPlainWanted());
    changed();
  });

  const takeRules = async () => {
    const trouble = abi.takeRules(await load.rules());
    if (trouble) throw new Error(trouble);
    if (isStarted) changed();
  };
  // A first visit shows a few questions before the rules and the other ones are there. What was practised before, or what a link asks for,
  // may be about any.
  const isBeginningEnough = !inline && !query.has("question") && (await store.isFirstVisit());
  if (!isBeginningEnough) await takeRules();
  await store.open();
  isStarted = true;
  element("loading").remove();
  changed();
  listenToPointer(canvas, element("twin"), abi, frames, twin, () => environment.reducedMotion);
  parts.host?.sayReady();
  if (isBeginningEnough) {
    takeRules().catch((error) => parts.announcer.show(`The rules for judging could not be fetched (${error.message}). Reload the page to try again.`));
  }
  // For tests: how many frames were drawn.
  window.dryRun = { framesDrawn: () => frames.drawn };
}

start().catch((error) => {
  const loading = document.getElementById("loading") ?? document.body.appendChild(document.createElement("p"));
  loading.textContent = `Dry Run could not start. ${error instanceof Error ? error.message : error} Reload the page, or open it in a current browser.`;
  loading.setAttribute("role", "alert");
});
