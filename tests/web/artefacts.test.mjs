import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { collectErrors, dist, portablePage } from "./browser.mjs";
import { browser, server } from "./stage.mjs";

// What a first visit fetches before it can be used (rules.pack follows); icons in other sizes and the portable file are not part of it.
const kHosted = ["index.html", "dry-run.js", "dry-run-shell.js", "dry-run.wasm", "dryrun.pack", "icon-32.png"];

test("the hosted page weighs at most 420 KB brotli in all", (t) => {
  const sizes = kHosted.map((name) => [name, brotliCompressSync(readFileSync(join(dist, name))).length]);
  for (const [name, size] of sizes) t.diagnostic(`${name}: ${size}`);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  t.diagnostic(`in all: ${total}`);
  assert.ok(total <= 420 * 1024, `${total} bytes`);
});

test("the hosted page loads without an error, and nothing but its own files", async () => {
  const page = await browser.newPage();
  const errors = collectErrors(page);
  const requested = new Set();
  page.on("request", (request) => requested.add(request.url()));
  await page.goto(server.url, { waitUntil: "networkidle" });
  await page.waitForTimeout(500);
  assert.deepEqual(errors, []);
  for (const url of requested) assert.ok(url.startsWith(server.url) || /^(blob|data):/.test(url), url);
  await page.close();
});

test("the portable file loads from file:// without an error and without any request", async () => {
  const page = await browser.newPage();
  const errors = collectErrors(page);
  const requested = [];
  page.on("request", (request) => requested.push(request.url()));
  await page.goto(portablePage, { waitUntil: "load" });
  await page.waitForTimeout(1000);
  assert.deepEqual(errors, []);
  assert.deepEqual(requested.filter((url) => url !== portablePage && !/^(blob|data):/.test(url)), []);
  await page.close();
});

test("no artefact names another host to load from", () => {
  for (const name of readdirSync(dist).filter((name) => /\.(html|js)$/.test(name))) {
    const text = readFileSync(join(dist, name), "utf8");
    assert.doesNotMatch(text, /(src|href)="https?:/, name);
  }
});
