// Other words for a judged answer, in the browser: a copy is edited and judged at each keystroke, and nothing of it is kept.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, server } from "./stage.mjs";
import { answer, finish, kAnswer, open, press, saved, words } from "./steps.mjs";

test("the verdict follows the words that are typed, and the attempt stays", async () => {
  const context = await browser.newContext();
  const page = await open(context, server.url);
  const hollow = "I always follow best practice. It was a modern, scalable and robust solution, and everybody was happy with it in the end, as one would expect.";
  await answer(page, hollow);
  const first = await finish(page);
  assert.match(first, /^Fail/);
  await press(page, "Try other words");
  const copy = page.getByRole("textbox", { name: "Other words for your answer" });
  assert.equal(await copy.inputValue(), hollow);
  const score = async () => Number((await page.locator('#twin [data-id="rewording:score"]').textContent()).match(/^\d+/)[0]);
  const before = await score();
  await copy.fill(kAnswer);
  await page.waitForFunction((was) => Number(document.querySelector('#twin [data-id="rewording:score"]').textContent.match(/^\d+/)[0]) > was, before);
  await copy.press("End");
  await copy.pressSequentially(" And so on.");
  assert.equal(await copy.inputValue(), `${kAnswer} And so on.`);
  await press(page, "Back to your answer");
  assert.match(await words(page), /I always follow best practice/);
  await saved(page);
  await page.reload();
  await press(page, "History");
  assert.match(await words(page), /1 attempt/);
  assert.deepEqual(page.errors, []);
  await context.close();
});
