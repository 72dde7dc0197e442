// The page's script: loads the program and hands it its data. Bundled into dry-run-shell.js (tools/bundle.mjs).

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

async function start() {
  const inline = window.DRYRUN_INLINE;
  const wasmBinary = inline ? fromBase64(inline.wasm) : await fetchBytes("dry-run.wasm");
  const canvas = document.getElementById("canvas");
  await window.createDryRun({ wasmBinary, canvas });
}

start();
