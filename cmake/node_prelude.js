// Emscripten 3.1.6 loads its wasm by fetch() wherever there is one, and Node's cannot read files. Newer ones don't mind.
delete globalThis.fetch;
