// From home to a verdict with nothing but the keyboard.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, server } from "./stage.mjs";
import { field, kAnswer, open, verdict, words } from "./steps.mjs";

/** What has the focus: its name, and whether its place can be seen. Waits for the page to scroll there. */
async function focused(page) {
  await page.waitForTimeout(60);
  return page.evaluate(() => {
    const element = document.activeElement;
    const box = element.getBoundingClientRect();
    return {
      name: element.labels?.[0]?.textContent ?? element.textContent,
      isInTwin: document.getElementById("twin").contains(element),
      isInDialog: element.closest("[role=dialog]") !== null,
      isSeen: box.width > 0 && box.height > 0 && box.top >= -1 && box.left >= -1 && box.right <= innerWidth + 1 && box.top < innerHeight,
    };
  });
}

/** Tabs on until something of that name has the focus; on the way the focus is always on something that can be seen. */
async function tabTo(page, name) {
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    assert.ok(at.isInTwin || i > 0, "Tab goes into the page"); // after the last control it leaves to the browser's own
    if (at.isInTwin) assert.ok(at.isSeen, `${at.name} can be seen`);
    if (at.name === name) return;
  }
  assert.fail(`Tab never came to ${name}`);
}

async function assertFocusIsSomewhere(page) {
  const at = await focused(page);
  assert.ok(at.isInTwin && at.isSeen, `the focus is on ${JSON.stringify(at.name.slice(0, 40))}`);
}

for (const [width, height] of [[1280, 800], [390, 844]]) {
  test(`a question is answered by keyboard alone, ${width} wide`, async () => {
    const context = await browser.newContext({ viewport: { width, height } });
    const page = await open(context, server.url);
    await tabTo(page, "Start a question");
    await page.keyboard.press("Enter");
    await assertFocusIsSomewhere(page);
    await tabTo(page, "Start answering now");
    await page.keyboard.press("Space");
    await assertFocusIsSomewhere(page);
    await tabTo(page, "Your answer");
    await page.keyboard.type(kAnswer.slice(0, 60));
    await page.keyboard.insertText(kAnswer.slice(60));
    assert.equal(await field(page).inputValue(), kAnswer);
    if (width < 900) {
      await tabTo(page, "Steps: 5 of 5");
      await page.keyboard.press("Enter");
    }
    await tabTo(page, "Situation");
    const step = page.getByRole("checkbox", { name: "Situation" });
    const wasChecked = await step.isChecked();
    await page.keyboard.press("Space");
    await page.waitForTimeout(60);
    assert.equal(await step.isChecked(), !wasChecked, "Space ticks a step, once");
    assert.equal((await focused(page)).name, "Situation");
    await tabTo(page, "Finish");
    await page.keyboard.press("Enter");
    const word = await verdict(page);
    await assertFocusIsSomewhere(page);
    assert.equal((await focused(page)).name, word, "the focus is where the news is");
    await tabTo(page, "Try again");
    assert.deepEqual(page.errors, []);
    await context.close();
  });
}

test("a setting is chosen with the arrow keys, and the page says what holds", async () => {
  const context = await browser.newContext({ colorScheme: "light" });
  const page = await open(context, server.url);
  await tabTo(page, "Settings");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Settings" }).waitFor({ state: "attached" });
  await tabTo(page, "System");
  for (const [key, name] of [["ArrowRight", "Light"], ["ArrowRight", "Dark"], ["ArrowLeft", "Light"]]) {
    await page.keyboard.press(key);
    assert.equal((await focused(page)).name, name);
    assert.deepEqual(await page.getByRole("radio", { checked: true }).evaluateAll((radios) => radios.map((radio) => radio.labels[0].textContent)), ["Senior", "Normal", name, "100 %"]);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), name.toLowerCase());
  }
  await context.close();
});

test("a dialog keeps the focus, Escape is the way out of it, and the focus goes back", async () => {
  const context = await browser.newContext();
  const page = await open(context, server.url);
  await tabTo(page, "Start a question");
  await page.keyboard.press("Enter");
  await tabTo(page, "Start answering now");
  await page.keyboard.press("Enter");
  await tabTo(page, "Your answer");
  await page.keyboard.type("Not to be lost.");
  await tabTo(page, "Discard");
  await page.keyboard.press("Enter");
  assert.equal((await focused(page)).name, "Keep it");
  for (const key of ["Tab", "Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab"]) {
    await page.keyboard.press(key);
    const at = await focused(page);
    assert.ok(at.isInDialog || !at.isInTwin, `${key} reaches ${at.name} behind the dialog`);
  }
  await page.keyboard.press("Escape");
  assert.equal(await page.getByRole("dialog").count(), 0);
  assert.equal((await focused(page)).name, "Discard");
  assert.equal(await field(page).inputValue(), "Not to be lost.");

  await page.keyboard.press("Enter");
  await tabTo(page, "Discard it");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /Three minutes/ }).waitFor({ state: "attached" });
  assert.doesNotMatch(await words(page), /Not to be lost/);
  await assertFocusIsSomewhere(page);
  await page.keyboard.press("Escape"); // with no dialog there is nothing to get out of
  await assertFocusIsSomewhere(page);
  assert.deepEqual(page.errors, []);
  await context.close();
});
