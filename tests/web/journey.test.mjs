// The whole journey in a real Chromium, through the twin's roles and names, on http and on file://.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { artefact, launchPersistent, portablePage, root } from "./browser.mjs";
import { browser, server } from "./stage.mjs";
import { answer, crash, field, finish, kAnswer, open, press, saved, verdict, words } from "./steps.mjs";

const cli = process.env.DRYRUN_CLI ?? join(root, "build/native/dryrun");

for (const [name, address] of [["http", () => server.url], ["file", () => portablePage]]) {
  describe(`on ${name}`, () => {
    test("a question is answered, judged, found in the history after a restart, and judged alike by the command line", async () => {
      const profile = mkdtempSync(join(tmpdir(), "dryrun-profile-"));
      let context = await launchPersistent(profile, { acceptDownloads: true });
      let page = await open(context, address());
      await answer(page, kAnswer);
      assert.ok((await page.getByRole("checkbox", { checked: true }).count()) > 0, "the checklist ticks itself from the answer");
      const told = await finish(page);
      await saved(page);
      assert.deepEqual(page.errors, []);
      await context.close();

      context = await launchPersistent(profile, { acceptDownloads: true });
      page = await open(context, address());
      await press(page, "History");
      assert.match(await words(page), /1 attempt, newest first/);
      await page.locator("#twin li button").first().evaluate((element) => element.click());
      assert.equal(await verdict(page), told);
      await press(page, "Settings");
      const [file] = await Promise.all([page.waitForEvent("download"), press(page, "Export")]);
      const chunks = [];
      for await (const chunk of await file.createReadStream()) chunks.push(chunk);
      const progress = JSON.parse(Buffer.concat(chunks).toString("utf8"));
      assert.equal(progress.attempts.length, 1, "the attempt outlives the browser");
      const [attempt] = progress.attempts;
      const printed = execFileSync(cli, ["score", "--question", attempt.question_id, "--answer", "-", "--format", "json"], { input: kAnswer, encoding: "utf8" });
      assert.equal(JSON.stringify(attempt.report), JSON.stringify(JSON.parse(printed)), "page and command line print one report");
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    });

    test("time that runs out submits what was typed", async () => {
      const context = await browser.newContext();
      const page = await open(context, address(), { clock: true });
      await answer(page, kAnswer);
      await page.clock.fastForward(181_000);
      await page.clock.runFor(500);
      await verdict(page);
      assert.match(await words(page), /eight people carry the pager/);
      await context.close();
    });

    test("after loading, the page asks for nothing more, also offline", async () => {
      const context = await browser.newContext();
      const page = await open(context, address());
      await page.waitForLoadState("networkidle"); // the rules follow the first screen
      await context.setOffline(true);
      const requests = [];
      page.on("request", (request) => requests.push(request.url()));
      await answer(page, kAnswer);
      await finish(page);
      assert.deepEqual(requests.filter((url) => !/^(blob|data):/.test(url)), []);
      await context.close();
    });
  });
}

test("the draft of a running answer survives a renderer crash", async () => {
  const context = await browser.newContext();
  const page = await open(context, server.url);
  await answer(page, "A draft that nobody may lose.");
  await crash(page);
  const again = await open(context, server.url);
  await press(again, "Continue");
  assert.equal(await field(again).inputValue(), "A draft that nobody may lose.");
  await context.close();
});

test("two tabs keep each other's attempts", async () => {
  const context = await browser.newContext();
  const one = await open(context, server.url);
  const two = await open(context, server.url);
  for (const page of [one, two]) {
    await answer(page, kAnswer);
    await finish(page);
  }
  await saved(one);
  const fresh = await open(context, server.url);
  await press(fresh, "History");
  await fresh.waitForFunction(() => document.querySelectorAll("#twin li").length >= 2);
  await context.close();
});

test("blocked storage is said plainly, and practice goes on", async () => {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    const refuse = { get: () => { throw new DOMException("blocked", "SecurityError"); } };
    Object.defineProperty(window, "localStorage", refuse);
    Object.defineProperty(window, "indexedDB", refuse);
  });
  const page = await open(context, server.url);
  assert.match(await words(page), /storage is blocked/);
  await answer(page, kAnswer);
  await finish(page);
  await context.close();
});

test("at rest nothing is drawn, the context lives, and the picture is not flat", async () => {
  const context = await browser.newContext();
  const page = await open(context, server.url);
  await page.waitForTimeout(2000);
  const before = await page.evaluate(() => window.dryRun.framesDrawn());
  await page.waitForTimeout(5000);
  assert.equal(await page.evaluate(() => window.dryRun.framesDrawn()), before);
  assert.ok(before > 0);
  assert.equal(await page.evaluate(() => document.getElementById("stage").getContext("webgl2").isContextLost()), false);
  const picture = await page.screenshot();
  assert.ok(picture.length > 20_000, `a picture of ${picture.length} bytes is flat`);
  await context.close();
});

test("the canvas has as many pixels as the screen, and fields follow the chosen theme", async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, colorScheme: "light" });
  const page = await open(context, server.url);
  assert.deepEqual(await page.evaluate(() => [document.getElementById("stage").width, document.getElementById("stage").height]), [1170, 2532]);
  await press(page, "Settings");
  await page.getByRole("radio", { name: "Dark" }).evaluate((element) => element.click());
  await press(page, "Home");
  await answer(page, kAnswer);
  assert.equal(await field(page).evaluate((element) => getComputedStyle(element).color), "rgb(236, 233, 227)");
  await context.close();
});

test("screens in light and dark, wide and narrow", async () => {
  for (const colorScheme of ["light", "dark"]) {
    for (const [width, height] of [[1280, 800], [390, 844], [320, 640]]) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height }, deviceScaleFactor: 2 });
      const page = await open(context, server.url);
      const keep = async (screen) => {
        await page.waitForTimeout(400);
        await page.screenshot({ path: artefact(`${screen}-${width}-${colorScheme}.png`) });
      };
      await keep("home");
      await answer(page, kAnswer);
      await keep("practice");
      await finish(page);
      await keep("verdict");
      await press(page, "History");
      await keep("history");
      await press(page, "Settings");
      await keep("settings");
      assert.deepEqual(page.errors, []);
      await context.close();
    }
  }
});
