// Files that the user hands in or takes out, by their own press. Sizes are checked before a byte is read.

const kMaxProgressBytes = 32 << 20;

/** @param {string} name @param {string} type @param {Uint8Array} bytes */
export function download(name, type, bytes) {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * Opens the browser's file chooser; one of the two is called when a file was chosen, none when not.
 * @param {(name: string, bytes: Uint8Array) => void} onFile
 * @param {(name: string, reason: string) => void} onRefused
 */
export function pickFile(onFile, onRefused) {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".json,application/json";
  input.addEventListener("change", async () => {
    const [file] = input.files ?? [];
    if (!file) return;
    if (file.size > kMaxProgressBytes) {
      onRefused(file.name, `The file is ${(file.size / 1048576).toFixed(1)} MB; a progress file has 32 MB at most. Nothing was read.`);
      return;
    }
    try {
      onFile(file.name, new Uint8Array(await file.arrayBuffer()));
    } catch {
      onRefused(file.name, "The browser could not read the file. Try to copy it to another folder and choose it again.");
    }
  });
  input.click();
}
