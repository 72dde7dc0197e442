// What the browser does to the storage while Dry Run is open.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, server } from "./stage.mjs";
import { answer, finish, kAnswer, open, press, saved, words } from "./steps.mjs";

test("a database handle that the browser closed is replaced, and the next attempt is kept", async () => {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    const openDatabase = IDBFactory.prototype.open;
    const handles = new Set();
    IDBFactory.prototype.open = function (...names) {
      const request = openDatabase.apply(this, names);
      request.addEventListener("success", () => handles.add(request.result));
      return request;
    };
    window.closeDatabases = () => {
      for (const handle of handles) handle.close();
      return handles.size;
    };
  });
  const page = await open(context, server.url);
  await answer(page, kAnswer);
  await finish(page);
  await saved(page);
  assert.ok((await page.evaluate(() => closeDatabases())) > 0);

  await press(page, "Try again");
  await press(page, "Start answering now");
  await page.getByRole("textbox", { name: "Your answer" }).fill(`${kAnswer} The second time I say more.`);
  await finish(page);
  await saved(page);
  await press(page, "Settings");
  assert.match(await words(page), /Saved on this machine/);
  await page.reload();
  await press(page, "History");
  assert.match(await words(page), /2 attempts, newest first/);
  assert.deepEqual(page.errors, []);
  await context.close();
});
