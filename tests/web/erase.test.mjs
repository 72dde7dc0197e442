// What is erased is erased: in every tab, and in every place where the browser kept it.
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { browser, server } from "./stage.mjs";
import { answer, crash, finish, kAnswer, open, press, saved, words } from "./steps.mjs";

let context;
beforeEach(async () => (context = await browser.newContext()));
afterEach(() => context.close());

/** Everything that this origin has stored, as text: each line of localStorage, each file in IndexedDB. */
const everythingStored = (page) =>
  page.evaluate(async () => {
    const parts = Object.entries(localStorage).flat();
    const done = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) }));
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        for (const value of await done(database.transaction(store).objectStore(store).getAll())) {
          parts.push(value?.contents ? new TextDecoder().decode(value.contents) : JSON.stringify(value));
        }
      }
      database.close();
    }
    return parts.join("\n");
  });

async function attempt(page, secret) {
  await answer(page, `${kAnswer} ${secret}`);
  await finish(page);
  await saved(page);
}

/** Home or Settings say so; Settings are reached from anywhere. */
async function saysSaved(page) {
  await press(page, "Settings");
  await page.getByText("Saved on this machine, and nowhere else.").waitFor({ state: "attached" });
}

async function choose(page, name) {
  await press(page, "Settings");
  await page.getByRole("radio", { name }).evaluate((radio) => radio.click());
  await saved(page);
}

test("an attempt that was erased lies in no slot and in no line any more once it says Saved", async () => {
  const page = await open(context, server.url);
  await attempt(page, "The first secret.");
  await press(page, "Home");
  await attempt(page, "The second secret.");
  await choose(page, "Dark"); // both slots hold both by now
  await press(page, "History");
  await press(page, "Erase"); // of the newest
  await press(page, "Erase it");
  await saysSaved(page);
  await saved(page);
  const stored = await everythingStored(page);
  assert.match(stored, /The first secret/, "the other attempt is kept");
  assert.doesNotMatch(stored, /The second secret/);
  await page.reload();
  await press(page, "History");
  assert.match(await words(page), /1 attempt, newest first/);
});

test("what one tab erases is gone from another, which doesn't bring it back when it saves", async () => {
  const one = await open(context, server.url);
  const two = await open(context, server.url);
  await attempt(one, "A secret of the first tab.");
  await press(two, "History");
  await two.getByText("1 attempt, newest first.").waitFor({ state: "attached" });
  await press(one, "Settings");
  await press(one, "Erase everything");
  await one.getByRole("dialog").getByRole("button", { name: "Erase everything" }).evaluate((button) => button.click());
  await saysSaved(one);
  await two.getByText("Your attempts will be here").waitFor({ state: "attached" });

  await press(two, "Home");
  await attempt(two, "Said afterwards.");
  await choose(two, "Dark");
  const stored = await everythingStored(two);
  assert.match(stored, /Said afterwards/);
  assert.doesNotMatch(stored, /A secret of the first tab/);
  const fresh = await open(context, server.url);
  await press(fresh, "History");
  assert.match(await words(fresh), /1 attempt, newest first/);
});

test("erasing everything takes drafts of closed tabs, and spares the answer that another tab is writing", async () => {
  const killed = await open(context, server.url);
  await answer(killed, "A draft of a killed tab.");
  const writing = await open(context, server.url);
  await answer(writing, kAnswer);
  const page = await open(context, server.url);
  await crash(killed);
  await press(page, "Settings");
  await press(page, "Erase everything");
  await page.getByRole("dialog").getByRole("button", { name: "Erase everything" }).evaluate((button) => button.click());
  await saysSaved(page);
  assert.doesNotMatch(await everythingStored(page), /A draft of a killed tab/);
  await finish(writing);
  await saved(writing);
  await press(writing, "History");
  assert.match(await words(writing), /1 attempt, newest first/);
});
