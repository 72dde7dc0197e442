// Plain mode: the twin is the page, for people who ask for it and where there is no WebGL. Everything here is pressed with a pointer, at
// the place where it can be seen.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { artefact, collectErrors, launch } from "./browser.mjs";
import { browser, server } from "./stage.mjs";
import { field, isReady, kAnswer, verdict } from "./steps.mjs";

/** Where no WebGL is to be had. */
let blind;
before(async () => (blind = await launch({ args: ["--disable-gpu", "--disable-software-rasterizer", "--disable-3d-apis"] })));
after(() => blind?.close());

/** A real click: it fails when something else lies over the control, or when it can't be seen. */
const click = (page, name) => page.locator("#twin").getByRole("button", { name, exact: true }).or(page.getByRole("link", { name, exact: true })).first().click({ timeout: 5000 });

async function openPlain(where, address, options) {
  const context = await where.newContext(options);
  if (options.withoutContexts) await context.addInitScript(() => (HTMLCanvasElement.prototype.getContext = () => null));
  const page = await context.newPage();
  page.errors = collectErrors(page);
  await page.goto(address);
  await isReady(page);
  return page;
}

/** What is wrong with how the page looks: words too small or too pale, controls that can't be hit, parts that stick out. */
const faults = (page) =>
  page.evaluate(() => {
    const found = [];
    const rgb = (colour) => colour.match(/[\d.]+/g).map(Number);
    const luminance = (colour) => rgb(colour).slice(0, 3).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)).reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
    const paperOf = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor;
        if ((rgb(colour)[3] ?? 1) > 0.99) return colour;
      }
      return "rgb(255, 255, 255)";
    };
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    for (const element of document.querySelectorAll("#twin :is(h1, h2, h3, p, button, a, label, textarea, [role=progressbar])")) {
      const name = `${element.dataset.id ?? element.tagName}`;
      if (element.closest("[inert]")) continue;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const [light, dark] = [luminance(style.color), luminance(paperOf(element))].sort((a, b) => b - a);
      if ((light + 0.05) / (dark + 0.05) < 4.5) found.push(`${name} is too pale: ${style.color} on ${paperOf(element)}`);
      if (parseFloat(style.fontSize) < 16) found.push(`${name} is too small: ${style.fontSize}`);
      if (box.width < 1 || box.height < 1) found.push(`${name} takes no room`);
      if (box.left < 0 || box.right > innerWidth + 0.5) found.push(`${name} sticks out`);
    }
    const entries = [...document.querySelectorAll("#twin :is(nav a, label)")].map((element) => [element, element.getBoundingClientRect()]);
    for (const [a, first] of entries) {
      for (const [b, second] of entries) {
        if (a !== b && Math.abs(first.top - second.top) < 4 && second.left >= first.left && second.left - first.right < 8) found.push(`${a.textContent} touches ${b.textContent}`);
      }
    }
    return found;
  });

const shownTime = (page) => page.getByRole("progressbar", { name: "Time left" }).evaluate((clock) => {
  const box = clock.getBoundingClientRect();
  const isInView = box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
  return isInView ? getComputedStyle(clock, "::before").content + clock.getAttribute("aria-valuetext") : "";
});

async function wholeQuestion(page, name) {
  const keep = async (screen) => {
    await page.waitForTimeout(150);
    assert.deepEqual(await faults(page), [], screen);
    await page.screenshot({ path: artefact(`plain-${screen}-${name}.png`), fullPage: true });
  };
  assert.equal(await page.locator("#stage").isVisible(), false);
  await keep("home");
  await click(page, "Start a question");
  await keep("preparation");
  await click(page, "Start answering now");
  await field(page).click();
  await page.keyboard.insertText(kAnswer);
  const time = await shownTime(page);
  assert.match(time, /Time left/);
  await page.waitForFunction((before) => document.querySelector("[data-id=clock]").getAttribute("aria-valuetext") !== before, time.slice(time.search(/\d+:\d\d of/)));
  assert.match(await shownTime(page), /\d:\d\d of \d:\d\d/);
  await keep("practice");
  await click(page, "Discard");
  await keep("dialog");
  await click(page, "Keep it");
  await click(page, "Finish");
  await verdict(page);
  await keep("verdict");
  // The answer reads as one text, its marked words in place.
  const lines = await page.locator("[data-id='answer:evidence'] > *").evaluateAll((parts) => parts.map((part) => getComputedStyle(part).display));
  assert.ok(lines.length > 3 && lines.every((display) => display.startsWith("inline")), `${lines}`);
  await page.getByRole("button", { name: "because eight people" }).first().click();
  assert.equal(await page.getByRole("button", { name: "because eight people" }).first().getAttribute("aria-pressed"), "true");
  await click(page, "History");
  await keep("history");
  await click(page, "Settings");
  await keep("settings");
  await page.getByText("Twice", { exact: true }).click();
  await page.waitForTimeout(100);
  assert.equal(await page.getByRole("radio", { name: "Twice" }).isChecked(), true, "a choice shows that it is taken");
  assert.equal(await page.getByRole("radio", { name: "Normal" }).isChecked(), false);
  assert.deepEqual(page.errors, []);
}

describe("in plain mode a whole question is answered with what can be seen", () => {
  for (const [name, options] of [
    ["1280-light", { viewport: { width: 1280, height: 800 }, colorScheme: "light" }],
    ["390-dark", { viewport: { width: 390, height: 844 }, colorScheme: "dark" }],
  ]) {
    test(`asked for by the address, ${name}`, async () => {
      const page = await openPlain(browser, `${server.url}?plain=1`, options);
      await wholeQuestion(page, name);
      await page.context().close();
    });
  }

  test("in a browser without WebGL", async () => {
    const page = await openPlain(blind, server.url, {});
    assert.equal(await page.evaluate(() => document.createElement("canvas").getContext("webgl2")), null);
    await wholeQuestion(page, "no-webgl");
    await page.context().close();
  });

  test("where the canvas gives no context at all", async () => {
    const page = await openPlain(browser, server.url, { withoutContexts: true });
    await wholeQuestion(page, "no-context");
    await page.context().close();
  });

  test("where the system forces its own colours", async () => {
    const page = await openPlain(browser, server.url, { forcedColors: "active" });
    assert.equal(await page.locator("#stage").isVisible(), false);
    await click(page, "Start a question");
    await click(page, "Start answering now");
    await field(page).fill(kAnswer);
    await click(page, "Finish");
    await verdict(page);
    await page.context().close();
  });
});
