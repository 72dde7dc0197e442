// A first visit begins with a few questions, and the other ones follow; whoever practised here before, or follows a link to a question,
// waits for all of them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, server } from "./stage.mjs";
import { answer, field, isReady, kAnswer, open, saved, verdict, press, words } from "./steps.mjs";

const kQuestions = "**/questions.pack";
const kLater = "date-already-promised"; // not the first of its bank
const kLaterTitle = /The date sales already promised|already promised/i;

/** Holds the questions back until `release` is called. */
async function holdQuestions(context) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await context.route(kQuestions, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

const questionsOnScreen = (page) => page.locator("#twin :is(button, a)").evaluateAll((all) => all.map((element) => element.textContent ?? ""));

test("a first visit is usable before the other questions arrive, and has them afterwards", async () => {
  const context = await browser.newContext();
  const release = await holdQuestions(context);
  const page = await open(context, server.url);
  const before = await questionsOnScreen(page);
  assert.ok(!before.some((name) => kLaterTitle.test(name)), "the later question is not there yet");
  await answer(page, kAnswer);
  const arrived = page.waitForResponse(kQuestions);
  release();
  await (await arrived).finished();
  await page.waitForTimeout(300);
  assert.equal(await field(page).inputValue(), kAnswer, "what was typed stays");
  await press(page, "Finish");
  await verdict(page);
  await press(page, "Home");
  await page.waitForFunction((pattern) => new RegExp(pattern, "i").test(document.getElementById("twin")?.textContent ?? ""), "already promised");
  assert.deepEqual(page.errors, []);
  await context.close();
});

test("where the other questions can't be fetched, a first visit goes on with those that are there, and says so", async () => {
  const context = await browser.newContext();
  await context.route(kQuestions, (route) => route.fulfill({ status: 503, body: "" }));
  const page = await context.newPage();
  await page.goto(server.url);
  await isReady(page);
  await page.getByText(/The other questions could not be fetched .*Reload the page/).first().waitFor({ state: "attached" });
  await answer(page, kAnswer);
  await press(page, "Finish");
  await verdict(page);
  await context.close();
});

test("a second visit waits for all questions, since an unfinished answer may be to any", async () => {
  const context = await browser.newContext();
  let page = await open(context, server.url);
  await answer(page, kAnswer);
  await press(page, "Finish");
  await verdict(page);
  await saved(page);
  await page.close();

  const release = await holdQuestions(context);
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
  const release = await holdQuestions(context);
  const page = await context.newPage();
  await page.goto(`${server.url}?question=${kLater}`);
  await page.waitForTimeout(600);
  assert.equal(await page.locator("#twin h1").count(), 0, "nothing is shown yet");
  release();
  await isReady(page);
  await context.close();
});
