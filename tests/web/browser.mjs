// What the browser tests share: the Chromium of the system under playwright-core, and dist/ served on loopback.
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../tools/serve.mjs";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
export const dist = process.env.DRYRUN_DIST ?? join(root, "dist");

/** dry-run.html as a file:// address. */
export const portablePage = pathToFileURL(join(dist, "dry-run.html")).href;

function chromiumPath() {
  const candidates = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const found = candidates.find((path) => path && existsSync(path));
  if (!found) throw new Error("no Chromium was found: run ./setup, or set CHROMIUM to its path");
  return found;
}

/** WebGL in software: Chromium takes no other without a graphics card, and only when told so. */
export function launch(options = {}) {
  const { args = [], ...rest } = options;
  return chromium.launch({
    executablePath: chromiumPath(),
    args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", ...args],
    ...rest,
  });
}

/** A browser whose profile lives in `folder`, for tests that end it and come back. */
export function launchPersistent(folder, options = {}) {
  const { args = [], ...rest } = options;
  return chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath(),
    args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", ...args],
    ...rest,
  });
}

export const serveDist = (port = 0) => serve(dist, port);

/** Errors that the page logs, throws or meets, as they come in: a test asserts that the list is empty. */
export function collectErrors(page) {
  const errors = [];
  page.on("pageerror", (error) => errors.push(`thrown: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && errors.push(`logged: ${message.text()}`));
  page.on("requestfailed", (request) => errors.push(`failed: ${request.url()}`));
  return errors;
}

/** Where a screenshot or another artefact of a test goes. */
export function artefact(name) {
  const folder = process.env.DRYRUN_ARTEFACTS ?? join(root, "artefacts");
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
}
