// The judge measured in the browser: its test runs in slices on the person's own machine, and asks nobody anything.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { portablePage } from "./browser.mjs";
import { browser, server } from "./stage.mjs";
import { open, press, words } from "./steps.mjs";

const share = async (page) => Number.parseInt(await page.getByRole("progressbar", { name: "Measured so far" }).getAttribute("aria-valuetext"), 10);
const row = (page, id) => page.locator(`#twin [data-id="${id}"]`).textContent();

for (const [name, address] of [["the hosted page", () => server.url], ["the single file", () => portablePage]]) {
  describe(`how honest the judge is, in ${name}`, () => {
    let context, page;
    before(async () => {
      context = await browser.newContext();
      page = await open(context, address());
    });
    after(() => context?.close());

    test("it is measured while the page stays usable, pauses, and sends nothing", async () => {
      await press(page, "How honest is this judge\\?");
      await page.getByRole("button", { name: "Measure it here" }).and(page.locator(":not([disabled])")).waitFor({ state: "attached" });
      const requests = [];
      page.on("request", (request) => requests.push(request.url()));
      await press(page, "Measure it here");
      await page.waitForFunction(() => Number.parseInt(document.querySelector("#twin [role=progressbar]")?.getAttribute("aria-valuetext"), 10) >= 2);
      await press(page, "Pause");
      await page.getByRole("button", { name: "Go on" }).waitFor({ state: "attached" });
      const paused = await share(page);
      await page.waitForTimeout(300);
      assert.equal(await share(page), paused);
      assert.match(await row(page, "honesty:twin"), /^A strong answer has more points than its own weak twin: unseen \d+ of \d+, seen not measured yet$/);
      await press(page, "Go on");
      await page.waitForFunction((before) => Number.parseInt(document.querySelector("#twin [role=progressbar]")?.getAttribute("aria-valuetext"), 10) > before, paused);
      assert.match(await words(page), /What it can't do/);
      assert.deepEqual(requests, []);
      assert.deepEqual(page.errors, []);
    });
  });
}
