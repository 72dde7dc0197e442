// A first visit shows its first screen, and the rules and most questions follow; whoever practised here before, or follows a link to a
// question, waits for them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, server } from "./stage.mjs";
import { answer, field, finish, isReady, kAnswer, open, press, saved, words } from "./steps.mjs";

const kRules = "**/rules.pack";
const kLater = "date-already-promised"; // not the first of its bank
const kLaterTitle = /already promised/i;

/** Holds the rules back until `release` is called. */
async function holdRules(context) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await context.route(kRules, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test("a first visit has its first screen before the rules arrive, and a question that was asked for starts by itself", async () => {
  const context = await browser.newContext();
  const release = await holdRules(context);
  const page = await open(context, server.url);
  assert.doesNotMatch(await words(page), kLaterTitle, "the later question is not there yet");
  await press(page, "Start a question");
  await page.getByText(/the rules for judging are still loading/).first().waitFor({ state: "attached" });
  release();
  await press(page, "Start answering now");
  await field(page).fill(kAnswer);
  await finish(page);
  await press(page, "Home");
  await page.waitForFunction(() => /already promised/i.test(document.getElementById("twin")?.textContent ?? ""));
  assert.deepEqual(page.errors, []);
  await context.close();
});

test("where the rules can't be fetched, a first visit says so", async () => {
  const context = await browser.newContext();
  await context.route(kRules, (route) => route.fulfill({ status: 503, body: "" }));
  const page = await context.newPage();
  await page.goto(server.url);
  await isReady(page);
  await page.getByText(/The rules for judging could not be fetched .*Reload the page/).first().waitFor({ state: "attached" });
  await context.close();
});

test("a second visit waits for the rules, since an unfinished answer may be to any", async () => {
  const context = await browser.newContext();
  let page = await open(context, server.url);
  await answer(page, kAnswer);
  await finish(page);
  await saved(page);
  await page.close();

  const release = await holdRules(context);
  page = await context.newPage();
  await page.goto(server.url);
  await page.waitForTimeout(600);
  assert.equal(await page.locator("#twin h1").count(), 0, "nothing is shown yet");
  release();
  await isReady(page);
  assert.match(await words(page), kLaterTitle);
  await context.close();
});

test("a link to a later question waits for it", async () => {
  const context = await browser.newContext();
  const release = await holdRules(context);
  const page = await context.newPage();
  await page.goto(`${server.url}?question=${kLater}`);
  await page.waitForTimeout(600);
  assert.equal(await page.locator("#twin h1").count(), 0, "nothing is shown yet");
  release();
  await isReady(page);
  await context.close();
});
