// Answers that tabs left unfinished.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, server } from "./stage.mjs";
import { answer, crash, field, finish, kAnswer, open, press, saved, words } from "./steps.mjs";

test("the drafts of killed tabs come back one after the other, the newest first, and none is lost", async () => {
  const context = await browser.newContext();
  const tabs = [];
  for (const draft of ["The oldest draft.", "The middle draft.", "The newest draft."]) {
    const page = await open(context, server.url);
    await answer(page, draft);
    tabs.push(page);
  }
  for (const page of [tabs[1], tabs[2], tabs[0]]) await crash(page);

  const page = await open(context, server.url);
  assert.match(await words(page), /The newest draft/);
  await press(page, "Continue");
  await field(page).fill(`${kAnswer} The newest draft.`);
  await finish(page);
  await saved(page);
  await press(page, "Home");
  assert.match(await words(page), /You left more than one answer unfinished\. The others are kept/);

  // While that tab lives, another one takes the next; reloaded, it takes up the same again.
  const second = await open(context, server.url);
  assert.match(await words(second), /The middle draft/);
  await second.reload();
  await second.getByRole("button", { name: "Continue" }).waitFor({ state: "attached" });
  assert.match(await words(second), /The middle draft/);
  await press(second, "Discard");
  await press(second, "Discard it");
  await second.reload();
  await second.getByRole("button", { name: "Continue" }).waitFor({ state: "attached" });
  assert.match(await words(second), /The oldest draft/);
  await press(second, "Submit as it is");
  await saved(second);

  const last = await open(context, server.url);
  await last.getByRole("button", { name: "Start a question" }).waitFor({ state: "attached" });
  await press(last, "History");
  assert.match(await words(last), /2 attempts, newest first/);
  assert.doesNotMatch(await words(last), /more than one answer/);
  await context.close();
});
