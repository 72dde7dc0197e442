// The picture: a lost WebGL context, and stillness for those who ask for it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { artefact } from "./browser.mjs";
import { browser, server } from "./stage.mjs";
import { answer, field, finish, kAnswer, open, press, words } from "./steps.mjs";

const isPlain = (page) => page.evaluate(() => document.documentElement.classList.contains("plain"));
/** A picture of one colour packs into a few kilobytes. */
const isFlat = async (page) => (await page.locator("#stage").screenshot({ path: artefact("context-restored.png") })).length < 20_000;

test("while the picture's context is lost the page itself can be read and used, and afterwards the picture is back", async () => {
  const context = await browser.newContext();
  const page = await open(context, server.url);
  assert.equal(await isFlat(page), false);
  await page.evaluate(() => {
    const stage = document.getElementById("stage");
    window.loser = stage.getContext("webgl2").getExtension("WEBGL_lose_context");
    window.isLost = new Promise((resolve) => stage.addEventListener("webglcontextlost", resolve));
    window.isRestored = new Promise((resolve) => stage.addEventListener("webglcontextrestored", resolve));
    loser.loseContext();
  });
  await page.evaluate(async () => void (await isLost));
  assert.equal(await isPlain(page), true, "the twin is shown");
  await page.locator("#twin").getByRole("button", { name: "Start a question" }).click();
  await page.getByRole("button", { name: "Start answering now" }).click();
  await field(page).click();
  await page.keyboard.type("Typed while it was lost. ");

  await page.evaluate(async () => {
    loser.restoreContext();
    await isRestored;
  });
  await page.waitForTimeout(400);
  assert.equal(await isPlain(page), false, "the picture is shown again");
  assert.equal(await isFlat(page), false);
  assert.equal(await field(page).inputValue(), "Typed while it was lost. ");
  await field(page).fill(`Typed while it was lost. ${kAnswer}`);
  await finish(page);
  await page.waitForTimeout(400);
  assert.equal(await isFlat(page), false);
  assert.match(await words(page), /Typed while it was lost/);
  assert.deepEqual(page.errors, []);
  await context.close();
});

/** Where a flick of the finger takes the page while it is made, and after. */
async function flick(reducedMotion) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, reducedMotion });
  const page = await open(context, server.url);
  const top = () => page.getByRole("heading", { level: 1 }).evaluate((heading) => heading.getBoundingClientRect().top);
  const frames = () => page.evaluate(() => window.dryRun.framesDrawn());
  const touch = await context.newCDPSession(page);
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: 200, y: 700 }] });
  for (let y = 680; y >= 400; y -= 40) {
    await page.waitForTimeout(16);
    await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x: 200, y }] });
  }
  await page.waitForTimeout(16);
  const [atRelease, framesAtRelease] = [await top(), await frames()];
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await page.waitForTimeout(800);
  const result = { glided: Math.round(atRelease - (await top())), frames: (await frames()) - framesAtRelease };
  await context.close();
  return result;
}

test("a flick glides on, but not for those who ask for reduced motion", async () => {
  const moving = await flick("no-preference");
  assert.ok(moving.glided > 20, `it glided by ${moving.glided}`);
  const still = await flick("reduce");
  assert.ok(Math.abs(still.glided) <= 1, `it glided by ${still.glided}`);
  assert.ok(still.frames <= 8, `${still.frames} frames`);
});

test("with reduced motion a press is drawn and then nothing moves", async () => {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const page = await open(context, server.url);
  const frames = () => page.evaluate(() => window.dryRun.framesDrawn());
  const presses = [["History"], ["Settings"], ["Erase everything"], ["Keep it all"], ["Home"]];
  for (const [name] of presses) {
    await page.waitForTimeout(300);
    const before = await frames();
    await press(page, name);
    await page.waitForTimeout(300);
    const settled = await frames();
    assert.ok(settled > before && settled - before <= 12, `${name}: ${settled - before} frames`);
    await page.waitForTimeout(700);
    assert.equal(await frames(), settled, name);
  }
  await context.close();
});
