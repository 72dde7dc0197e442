// Snapshots in IndexedDB through Emscripten's IDBFS, and who may write them. The mount is a mailbox: opened under a lock, read, written and
// closed, so that tabs never lose each other's attempts. What a snapshot holds is the program's affair (dr_store_exchange).
import { Exchange, SaveState } from "./abi.js";
import { createJournal } from "./journal.js";

const kMount = "/dryrun-practice";
const kStoreLock = "dryrun/store";
const kTabLock = "dryrun/tab/";
const kSnapshotDelayMs = 250;

const kBlocked = "The browser keeps nothing for this page: its storage is blocked. You can go on, and export your progress as a file in Settings.";
const kNotKept = "Your progress could not be stored just now; it is tried again with the next change. Export it as a file in Settings to be sure.";
const kReadOnly = "Your progress was saved by a newer Dry Run. It is left as it is; nothing new is stored here until you use the newer one.";
const kAlone = "This browser can't tell its tabs apart: keep Dry Run open in one tab only.";

/**
 * @param {any} module
 * @param {import("./abi.js").Abi} abi
 * @param {() => void} changed
 */
export function createStore(module, abi, changed) {
  const tab = crypto.randomUUID ? crypto.randomUUID() : Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(16)).join("");
  const journal = createJournal(tab);
  const locks = navigator.locks;
  const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel("dryrun/store") : null;
  let isMounted = false;
  let timer = 0;

  function tell(state, detail = "") {
    abi.storageState(state, detail);
    changed();
  }

  const withLock = (use) => (locks ? locks.request(kStoreLock, use) : use());

  /** Tabs that live hold the lock of their name. Without locks only this tab is known to. */
  async function livingTabs() {
    if (!locks) return new Set([tab]);
    const { held = [] } = await locks.query();
    return new Set(held.filter((lock) => lock.name.startsWith(kTabLock)).map((lock) => lock.name.slice(kTabLock.length)));
  }

  function sync(isReading) {
    return new Promise((resolve, reject) => module.FS.syncfs(isReading, (error) => (error ? reject(error) : resolve(undefined))));
  }

  /** A database handle that the browser closed makes every later sync fail: a new one is opened by forgetting it. */
  async function syncHealing(isReading) {
    try {
      await sync(isReading);
    } catch {
      const databases = module.FS.filesystems?.IDBFS?.dbs;
      if (databases) delete databases[kMount];
      await sync(isReading);
    }
  }

  function mount() {
    if (isMounted) return;
    module.FS.mkdir(kMount);
    module.FS.mount(module.FS.filesystems.IDBFS, {}, kMount);
    isMounted = true;
  }

  async function exchange() {
    try {
      await withLock(async () => {
        mount();
        await syncHealing(true);
        const { changes } = journal.orphans(await livingTabs());
        const position = journal.position();
        const result = abi.storeExchange(changes.map((orphan) => orphan.line));
        if (result === Exchange.readOnly) return tell(SaveState.readOnly, kReadOnly);
        if (result !== Exchange.written) return tell(SaveState.notSaved, kNotKept);
        await syncHealing(false);
        journal.forget(position);
        journal.remove(changes);
        channel?.postMessage("saved");
        if (journal.position() === position) tell(SaveState.saved, locks ? "" : kAlone);
        else schedule();
      });
    } catch {
      tell(SaveState.notSaved, journal.isOpen ? kNotKept : kBlocked);
    }
  }

  function schedule() {
    clearTimeout(timer);
    timer = setTimeout(exchange, kSnapshotDelayMs);
  }

  return {
    journal,
    requestSnapshot: schedule,
    /** Whether it is certain that nothing was ever kept here. */
    async isFirstVisit() {
      try {
        const databases = await window.indexedDB?.databases?.();
        return Boolean(databases) && !databases.some((database) => database.name === kMount) && journal.isEmpty();
      } catch {
        return false; // storage is blocked
      }
    },
    /** Everything goes: this tab's changes, and what closed tabs had in hand. */
    async eraseJournal() {
      journal.erase();
      journal.remove(journal.orphans(await livingTabs()).drafts);
    },
    /** Reads what is stored, with what tabs that are gone left in their journals, and takes over an attempt that was in hand. */
    async open() {
      if (locks) {
        await new Promise((resolve) => {
          locks.request(kTabLock + tab, () => {
            resolve(undefined);
            return new Promise(() => {}); // held as long as the tab lives
          });
        });
      }
      let isKept = true;
      await withLock(async () => {
        try {
          mount();
          await syncHealing(true);
        } catch {
          isKept = false;
        }
        const { changes, drafts } = journal.orphans(await livingTabs());
        const waiting = abi.storeLoad(changes.map((orphan) => orphan.line), drafts.map((orphan) => orphan.line));
        // The attempt in hand is this tab's now, and the program has just written its line under our name.
        if (journal.isKept()) journal.remove(drafts.filter((_, index) => !waiting.includes(String(index))));
        if (changes.length > 0) schedule();
      });
      if (!isKept && !journal.isOpen) tell(SaveState.unavailable, kBlocked);
      else if (!isKept) tell(SaveState.notSaved, kNotKept);
      else if (!journal.isOpen) tell(SaveState.notSaved, kBlocked);
      else tell(SaveState.saved, locks ? "" : kAlone);
      channel?.addEventListener("message", async () => {
        // Another tab stored something: take it in. Nothing is written, so this doesn't go round in circles.
        await withLock(async () => {
          await syncHealing(true);
          abi.storeTakeIn();
        }).catch(() => {});
        changed();
      });
      document.addEventListener("visibilitychange", () => {
        if (document.hidden && timer) exchange();
      });
    },
  };
}
