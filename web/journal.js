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

  let isKept = true;
  function put(key, line) {
    try {
      storage?.setItem(key, line);
      isKept = storage !== null;
    } catch {
      isKept = false; // full
    }
    return isKept;
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
    /** Whether no tab has left a line here. */
    isEmpty: () => all().length === 0,
    /** Whether the last line was taken. */
    isKept: () => isKept,
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
    /** Lines of tabs that no longer live: their changes, and the attempts that they had in hand. */
    orphans(/** @type {Set<string>} */ livingTabs) {
      const lines = all()
        .filter((entry) => entry.tab !== tab && !livingTabs.has(entry.tab))
        .map((entry) => ({ ...entry, line: storage?.getItem(entry.key) ?? "" }));
      return { changes: lines.filter((entry) => entry.name !== "running"), drafts: lines.filter((entry) => entry.name === "running") };
    },
    remove(entries) {
      for (const { key } of entries) storage?.removeItem(key);
    },
  };
}
