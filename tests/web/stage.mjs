// One browser and one server for all tests of a file: importing it starts them before the first test and ends them after the last.
import { after, before } from "node:test";
import { launch, serveDist } from "./browser.mjs";

/** @type {import("playwright-core").Browser} */
export let browser;
/** @type {Awaited<ReturnType<typeof serveDist>>} */
export let server;

before(async () => {
  browser = await launch();
  server = await serveDist();
});
after(async () => {
  await browser?.close();
  await server?.close();
});
