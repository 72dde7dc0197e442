// Characters that the page's fonts lack, in a real Chromium: the canvas shows them as the system's fonts have them. Which fonts those are
// differs between machines, so the tests ask for Greek, Arabic and Hebrew, which every system has, and for nothing of the others but that they hold.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { artefact, collectErrors, portablePage } from "./browser.mjs";
import { browser, server } from "./stage.mjs";

const kAnswer =
  "Our slogan was Ελευθερία, مرحبا بالعالم, שָׁלוֹם עולם, 日本語のチーム, e\u0301te\u0301, 🙂👩‍💻🇯🇵, and I chose the smaller step because eight people carry the pager. " +
  "The price was a report that slipped by a quarter, and since then complaints fell from thirty a week to two.";

const press = (page, name) => page.locator("#twin :is(button, a)").filter({ hasText: new RegExp(`^${name}$`) }).first().evaluate((element) => element.click());

/** Notes what is drawn with Canvas 2D: `window.drawn` by character. Runs in the page. */
function watchCanvas2D() {
  window.drawn = {};
  const { fillText, getImageData } = CanvasRenderingContext2D.prototype;
  let letter = "";
  CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
    letter = text;
    return fillText.call(this, text, ...place);
  };
  CanvasRenderingContext2D.prototype.getImageData = function (...area) {
    const image = getImageData.call(this, ...area);
    const seen = (window.drawn[letter] ??= { times: 0, fonts: [], width: image.width, height: image.height });
    seen.times += 1;
    seen.fonts.push(this.font);
    seen.pixels = image.data.filter((_, i) => i % 4 === 3).join();
    return image;
  };
}

/** A browser without Canvas 2D. Runs in the page. */
function refuseCanvas2D() {
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return kind === "2d" ? null : getContext.call(this, kind, ...rest);
  };
}

/** A browser that guards against fingerprinting. Runs in the page. */
function handOutNoise() {
  CanvasRenderingContext2D.prototype.getImageData = (x, y, width, height) => new ImageData(new Uint8ClampedArray(4 * width * height).fill(255), width, height);
}

/** Always the same question, so that pictures can be compared. Runs in the page. */
function choosePredictably() {
  crypto.getRandomValues = (bytes) => bytes.fill(0);
}

/** Until nothing more is drawn. */
async function rest(page) {
  let drawn = -1;
  for (let last = -2; last !== drawn; await page.waitForTimeout(500)) [last, drawn] = [drawn, await page.evaluate(() => window.dryRun.framesDrawn())];
}

/** The report of `answer`, opened. */
async function report(address, answer, script) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2, acceptDownloads: true, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.errors = collectErrors(page);
  await page.addInitScript(choosePredictably);
  if (script) await page.addInitScript(script);
  await page.goto(address);
  await page.getByRole("button", { name: "Start a question" }).waitFor({ state: "attached" });
  page.requests = [];
  page.on("request", (request) => page.requests.push(request.url()));
  await press(page, "Start a question");
  await press(page, "Start answering now");
  await page.getByRole("textbox", { name: "Your answer" }).fill(answer);
  await press(page, "Finish");
  await page.getByRole("heading", { name: /^(Pass|Fail, for now|Can't judge)/ }).first().waitFor({ state: "attached" });
  await rest(page);
  return page;
}

/** How many pixels of two pictures plainly differ; where a glyph lies in the atlas may change its edges by a shade. */
async function difference(one, other) {
  const page = await browser.newPage();
  const count = await page.evaluate(async (pictures) => {
    const [a, b] = await Promise.all(
      pictures.map(async (base64) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
        const pen = new OffscreenCanvas(image.width, image.height).getContext("2d");
        pen.drawImage(image, 0, 0);
        return pen.getImageData(0, 0, image.width, image.height).data;
      }),
    );
    return a.length === b.length ? a.filter((value, i) => i % 4 === 0 && Math.abs(value - b[i]) > 64).length : Infinity;
  }, [one, other].map((bytes) => bytes.toString("base64")));
  await page.close();
  return count;
}

for (const [name, address] of [["http", () => server.url], ["file", () => portablePage]]) {
  describe(`on ${name}`, () => {
    test("an answer in other scripts is drawn with the system's fonts, and nothing is asked for", async () => {
      const page = await report(address(), kAnswer, watchCanvas2D);
      const drawn = await page.evaluate(() => window.drawn);
      await page.screenshot({ path: artefact(`glyphs-${name}.png`) });
      for (const letter of "Ελευθρίαمرحبשלו") {
        assert.ok(drawn[letter], `${letter} is drawn`);
        assert.match(drawn[letter].pixels, /[1-9]/, `${letter} is not blank`);
        assert.ok(drawn[letter].fonts.every((font) => /^(400|600|normal)? ?[\d.]+px system-ui/.test(font)), String(drawn[letter].fonts));
      }
      assert.equal(new Set([..."Ελευθρίαمرحبשלו"].map((letter) => drawn[letter].pixels)).size, 15, "each letter has a form of its own");
      assert.deepEqual([..."abc, \u0301\u05B8\u200D"].filter((letter) => drawn[letter]), [], "what the fonts have, and what has no width, is left alone");
      assert.deepEqual(Object.entries(drawn).filter(([, { fonts }]) => new Set(fonts).size < fonts.length), [], "each is drawn once a size");
      assert.deepEqual(page.requests.filter((url) => !/^(blob|data):/.test(url)), []);
      assert.deepEqual(page.errors, []);
      await page.context().close();
    });
  });
}

test("the answer's characters arrive unchanged in the report and in what is saved", async () => {
  const page = await report(server.url, kAnswer);
  const shown = (await page.locator("#twin").innerText()).replace(/\s+/g, " ");
  for (const words of ["Ελευθερία", "مرحبا بالعالم", "שָׁלוֹם עולם", "日本語のチーム", "e\u0301te\u0301", "🙂👩‍💻🇯🇵"]) assert.ok(shown.includes(words), words);
  await press(page, "Settings");
  const [file] = await Promise.all([page.waitForEvent("download"), press(page, "Export")]);
  const chunks = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  const [attempt] = JSON.parse(Buffer.concat(chunks).toString("utf8")).attempts;
  assert.equal(attempt.report.input.answer, kAnswer);
  await page.context().close();
});

test("what no font of the system has, and what a browser refuses to draw, stays a box with the code point's number", async () => {
  const pictureOf = async (answer, script) => {
    const page = await report(server.url, answer, script);
    const clip = await page.locator("#twin p").filter({ hasText: "Our slogan was" }).first().boundingBox();
    const bytes = await page.screenshot({ clip });
    assert.deepEqual(page.errors, []);
    await page.context().close();
    return bytes;
  };
  const withoutCanvas = await pictureOf(kAnswer, refuseCanvas2D);
  const withNoise = await pictureOf(kAnswer, handOutNoise);
  assert.ok((await difference(withoutCanvas, withNoise)) < 100, "however the browser refuses, boxes are drawn");
  assert.ok((await difference(withoutCanvas, await pictureOf(kAnswer))) > 1000, "letters look other than boxes");

  const page = await report(server.url, kAnswer.replace("Ελευθερία", "\u{50000}"), watchCanvas2D);
  assert.equal(await page.evaluate(() => window.drawn["\u{50000}"]), undefined);
  await page.context().close();
});
