// The one module that calls the program's C functions (src/platform/web/exports.cpp) and reads its memory. Text crosses as UTF-8
// bytes and a size, so that nothing is cut at a zero byte and no offset is hard-coded.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** How app::SaveState counts. */
export const SaveState = Object.freeze({ unknown: 0, saved: 1, saving: 2, notSaved: 3, unavailable: 4, readOnly: 5 });
/** How web::Exchange counts. */
export const Exchange = Object.freeze({ written: 0, readOnly: 1, failed: 2 });

/**
 * @typedef {ReturnType<typeof createAbi>} Abi
 */

/** @param {any} module the running Emscripten module */
export function createAbi(module) {
  /**
   * Calls `use` with pointer and size of each text, one after the other, and frees them.
   * @param {(string | Uint8Array)[]} texts
   * @param {(...pointersAndSizes: number[]) => any} use
   */
  function withTexts(texts, use) {
    const parts = texts.map((text) => (typeof text === "string" ? encoder.encode(text) : text));
    const pointers = parts.map((part) => {
      const pointer = module._malloc(Math.max(1, part.length));
      module.HEAPU8.set(part, pointer);
      return pointer;
    });
    try {
      return use(...parts.flatMap((part, index) => [pointers[index], part.length]));
    } finally {
      for (const pointer of pointers) module._free(pointer);
    }
  }

  return {
    /** @returns {string} a problem to show, or "" */
    start(/** @type {Uint8Array} */ pack, /** @type {boolean} */ isEmbedded, /** @type {string} */ question) {
      const pointer = module._malloc(pack.length);
      module.HEAPU8.set(pack, pointer);
      return withTexts([question], (text, size) => module.UTF8ToString(module._dr_start(pointer, pack.length, isEmbedded ? 1 : 0, text, size)));
    },
    /** @returns {string} a problem to show, or "" */
    takeRules: (/** @type {Uint8Array} */ pack) => withTexts([pack], (bytes, size) => module.UTF8ToString(module._dr_take_rules(bytes, size))),
    viewport: (view) =>
      module._dr_viewport(view.width, view.height, view.pixelRatio, view.safeBottom, view.isDark ? 1 : 0, view.reducedMotion ? 1 : 0, view.moreContrast ? 1 : 0),
    openRenderer: () => module._dr_open_renderer() !== 0,
    loseRenderer: () => module._dr_lose_renderer(),
    settle: () => module._dr_settle(),
    /** @returns {number} milliseconds until the next frame is wanted, or -1 */
    draw: () => module._dr_draw(),
    /** @returns {number} milliseconds until a tick is wanted, or -1 */
    nextTickInMs: () => module._dr_next_tick_in_ms(),
    isOverPressable: () => module._dr_is_over_pressable() !== 0,
    tick: () => module._dr_tick(),
    focus: (id) => withTexts([id], (text, size) => module._dr_focus(text, size)),
    activate: (id) => withTexts([id], (text, size) => module._dr_activate(text, size)),
    setValue: (id, value) => withTexts([id, value], (a, b, c, d) => module._dr_set_value(a, b, c, d)),
    pointerMove: (x, y) => module._dr_pointer_move(x, y),
    pointerButton: (isDown) => module._dr_pointer_button(isDown ? 1 : 0),
    pointerLeave: () => module._dr_pointer_leave(),
    wheel: (dx, dy) => module._dr_wheel(dx, dy),
    scrollBy: (x, y, dy) => module._dr_scroll_by(x, y, dy),
    canScroll: (x, y, dy) => module._dr_can_scroll(x, y, dy) !== 0,
    hitTest: (x, y) => module.UTF8ToString(module._dr_hit_test(x, y)),
    /** @returns {string[]} indices of the drafts that have to stay in their journals */
    storeLoad: (lines, drafts) => withTexts([JSON.stringify(lines), JSON.stringify(drafts)], (a, b, c, d) => module.UTF8ToString(module._dr_store_load(a, b, c, d)).split(",")),
    storeExchange: (lines) => withTexts([JSON.stringify(lines)], (text, size) => module._dr_store_exchange(text, size)),
    storeTakeIn: () => module._dr_store_take_in(),
    storageState: (state, detail) => withTexts([detail], (text, size) => module._dr_storage_state(state, text, size)),
    fileArrived: (name, bytes) => withTexts([name, bytes], (a, b, c, d) => module._dr_file_arrived(a, b, c, d)),
    fileRefused: (name, reason) => withTexts([name, reason], (a, b, c, d) => module._dr_file_refused(a, b, c, d)),

    /** Text that the program passes in a call of its own. */
    text: (pointer, size) => decoder.decode(module.HEAPU8.subarray(pointer, pointer + size)),
    /** A copy of bytes that the program passes in a call of its own. */
    bytes: (pointer, size) => module.HEAPU8.slice(pointer, pointer + size),
    /** A drawn glyph in the program's memory, as host.cpp reads and frees it: five floats, then alpha. 0 for none. */
    giveGlyph(glyph) {
      if (!glyph) return 0;
      const bytes = new Uint8Array(new Float32Array(glyph.metrics).buffer);
      const pointer = module._malloc(bytes.length + glyph.alpha.length);
      module.HEAPU8.set(bytes, pointer);
      module.HEAPU8.set(glyph.alpha, pointer + bytes.length);
      return pointer;
    },
    /** Fills memory of the program with random bytes. */
    fillRandom: (pointer, size) => crypto.getRandomValues(module.HEAPU8.subarray(pointer, pointer + size)),
  };
}
