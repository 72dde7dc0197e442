// What the program calls on the page (src/platform/web/host.cpp), gathered from the modules that do it.
import { download, pickFile } from "./files.js";
import { drawGlyph } from "./glyphs.js";

const kTooLong = "This result is too long to be handed to the page around. It is kept here.";

/**
 * @param {{abi: any, twin: any, store: any, frames: any, host: any, announcer: any}} parts filled in while starting; read at each call
 */
export function createPageCalls(parts) {
  const text = (pointer, size) => parts.abi.text(pointer, size);
  return {
    showTree: (bytes, size) => parts.twin.show(JSON.parse(text(bytes, size))),
    journalChange: (bytes, size) => (parts.store.journal.change(text(bytes, size)) ? 1 : 0),
    journalRunning: (bytes, size) => (parts.store.journal.running(text(bytes, size)) ? 1 : 0),
    requestSnapshot: () => parts.store.requestSnapshot(),
    eraseJournal: () => parts.store.eraseJournal(),
    randomBytes: (pointer, size) => parts.abi.fillRandom(pointer, size),
    pickFile: () =>
      pickFile(
        (name, bytes) => {
          parts.abi.fileArrived(name, bytes);
          parts.frames.changed();
        },
        (name, reason) => {
          parts.abi.fileRefused(name, reason);
          parts.frames.changed();
        },
      ),
    download: (name, nameSize, type, typeSize, bytes, size) => download(text(name, nameSize), text(type, typeSize), parts.abi.bytes(bytes, size)),
    announce: (bytes, size, isUrgent) => parts.announcer.say(text(bytes, size), isUrgent),
    drawGlyph: (codePoint, em, isSemibold) => parts.abi.giveGlyph(drawGlyph(codePoint, em, isSemibold !== 0)),
    postToHost: (bytes, size) => (parts.host?.post(text(bytes, size), size) ?? true) || parts.announcer.show(kTooLong),
  };
}
