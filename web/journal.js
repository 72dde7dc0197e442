// The synchronous journal of this tab in localStorage, and the journals of tabs that are gone. Keys:
//   dryrun/journal/<tab>/<seq>      one change; deleted once a snapshot that holds it is safely stored
//   dryrun/journal/<tab>/running    the attempt in hand; replaced on each keystroke, taken over by the tab that comes after
// Every access may throw where storage is blocked; nothing here lets that out.

const kPrefix = "dryrun/journal/";

/** @returns {Storage | null} null where even touching the storage throws */
function openLocalStorage() {
  try {
    const storage = window.localStorage;
    storage.setItem("dryrun/probe", "1");
    storage.removeItem("dryrun/probe");
    return storage;
  } catch {
    return null;
  }
}

/** @param {string} tab */
export function createJournal(tab) {
  const storage = openLocalStorage();
  let sequence = 0;

  const own = (name) => `${kPrefix}${tab}/${name}`;

  function put(key, line) {
    try {
      storage?.setItem(key, line);
      return storage !== null;
    } catch {
      return false; // full
    }
  }

  /** @returns {{key: string, tab: string, name: string}[]} */
  function all() {
    const found = [];
    for (let i = 0; storage && i < storage.length; i += 1) {
      const key = storage.key(i) ?? "";
      const match = /^dryrun\/journal\/([^/]+)\/([^/]+)$/.exec(key);
      if (match) found.push({ key, tab: match[1], name: match[2] });
    }
    return found.sort((a, b) => (a.tab < b.tab ? -1 : a.tab > b.tab ? 1 : Number(a.name) - Number(b.name)));
  }

  return {
    isOpen: storage !== null,
    /** Appends one change. @returns {boolean} */
    change(line) {
      sequence += 1;
      return put(own(sequence), line);
    },
    /** Replaces the line of the attempt in hand; "" removes it. @returns {boolean} */
    running(line) {
      if (line !== "") return put(own("running"), line);
      storage?.removeItem(own("running"));
      return storage !== null;
    },
    /** How far this tab's journal reaches now. */
    position: () => sequence,
    /** Deletes this tab's changes up to a position, since a snapshot holds them. */
    forget(position) {
      for (const entry of all()) {
        if (entry.tab === tab && entry.name !== "running" && Number(entry.name) <= position) storage?.removeItem(entry.key);
      }
    },
    /** Deletes all changes of this tab. */
    erase() {
      for (const entry of all()) if (entry.tab === tab && entry.name !== "running") storage?.removeItem(entry.key);
    },
    /** Lines of tabs that no longer live: their changes, and (when asked for) the attempt that one of them had in hand. */
    orphans(/** @type {Set<string>} */ livingTabs, /** @type {boolean} */ withRunning) {
      const entries = all().filter((entry) => entry.tab !== tab && !livingTabs.has(entry.tab));
      const changes = entries.filter((entry) => entry.name !== "running");
      const running = withRunning ? entries.filter((entry) => entry.name === "running").slice(0, 1) : [];
      return [...changes, ...running].map((entry) => ({ key: entry.key, line: storage?.getItem(entry.key) ?? "" }));
    },
    remove(keys) {
      for (const key of keys) storage?.removeItem(key);
    },
  };
}
