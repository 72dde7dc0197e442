// The desktop program in a real window: an X server without a screen (Xvfb), real keys and presses (xdotool), real files.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.DRYRUN_DESKTOP ?? join(root, "build/native/dryrun-desktop");
const kWords = "First I would ask which pain hurts most";

let server, display, home;

/** Waits until `probe` gives something true, at most half a minute. */
async function eventually(what, probe) {
  const end = Date.now() + 30_000;
  while (Date.now() < end) {
    const found = probe();
    if (found) return found;
    await new Promise((fulfil) => setTimeout(fulfil, 50));
  }
  throw new Error(`never came about: ${what}`);
}

function xdotool(...words) {
  const result = spawnSync("xdotool", words, { env: { ...process.env, DISPLAY: display }, encoding: "utf8" });
  assert.equal(result.status, 0, `xdotool ${words.join(" ")}: ${result.stderr}`);
  return result.stdout.trim();
}

/** The screen's pixels, an XWD picture that Xvfb keeps in a file. */
const picture = () => readFileSync(join(home, "Xvfb_screen0"));
/** Waits for the picture to stop changing, and gives it. */
async function settledPicture() {
  let last = picture();
  return eventually("a picture at rest", () => {
    spawnSync("sleep", ["0.4"]);
    const now = picture();
    const isSame = now.equals(last);
    last = now;
    return isSame ? now : null;
  });
}

const store = () => join(home, "store");
const kept = (suffix) => readdirSync(store()).filter((name) => name.endsWith(suffix)).map((name) => readFileSync(join(store(), name), "utf8"));

async function open(...flags) {
  const child = spawn(program, ["--folder", store(), ...flags], { env: { ...process.env, DISPLAY: display, HOME: home }, stdio: ["ignore", "inherit", "inherit"] });
  const ended = new Promise((fulfil) => child.on("exit", fulfil));
  const window = xdotool("search", "--sync", "--onlyvisible", "--name", "^Dry Run$").split("\n")[0];
  xdotool("windowfocus", "--sync", window);
  await settledPicture();
  return { child, kill: () => (child.kill("SIGKILL"), ended), window };
}

/** Time for some frames, where there is nothing to wait for. */
const aMoment = () => new Promise((fulfil) => setTimeout(fulfil, 500));

/** Presses at a place in the window, which is 1200 by 800 pixels at the screen's corner. While a clock runs the picture has no rest to
 * wait for: a moment has to do, and what a press did is seen in what the program keeps. */
async function pressAt(x, y) {
  xdotool("mousemove", String(x), String(y), "click", "1");
  await aMoment();
}
const kStart = [120, 427], kStartAnswering = [130, 738], kField = [400, 300], kSubmitAsItIs = [227, 389];

before(async () => {
  home = mkdtempSync(join(tmpdir(), "dryrun-desktop-"));
  mkdirSync(store());
  server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x900x24", "-fbdir", home, "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  display = `:${await new Promise((fulfil, fail) => {
    server.stdio[3].once("data", (bytes) => fulfil(bytes.toString().trim()));
    server.once("error", fail);
    server.once("exit", (code) => fail(new Error(`Xvfb ended with ${code}`)));
  })}`;
});

after(() => {
  server?.kill();
  rmSync(home, { recursive: true, force: true });
});

test("a question is answered by keyboard and mouse; its draft survives a kill, and its verdict is kept", async () => {
  let app = await open();
  assert.ok(new Set(picture().subarray(4096)).size > 40, "the picture is flat");
  for (let presses = 0; presses < 4; ++presses) {  // Home, History, Settings, "Start a question"
    xdotool("key", "Tab");
    await settledPicture();
  }
  xdotool("key", "Return");
  await eventually("an answer under way", () => kept(".draft").length === 1);
  await aMoment();
  await pressAt(...kStartAnswering);
  await pressAt(...kField);
  xdotool("type", "--delay", "30", kWords);
  await eventually("the words in the draft", () => kept(".draft")[0]?.includes(kWords));
  await app.kill();

  app = await open();
  assert.ok(kept(".draft")[0].includes(kWords), "the draft is lost");
  await pressAt(...kSubmitAsItIs);
  await eventually("the attempt in a snapshot", () => kept(".json").some((text) => text.includes(kWords) && text.includes('"verdict"')));
  assert.equal(kept(".draft").length, 0);
  await app.kill();
});

test("a changed question file is shown while the window stands, and so is what is wrong with a bad one", async () => {
  const bank = join(home, "own.json");
  const write = (title) =>
    writeFileSync(bank, `{"format": "dryrun-bank", "version": 1, "questions": [{"id": "own", "title": ${title}, "prompt": "What did you change last, and why?", "group": "behavioural-leadership"}]}`);
  write('"Before"');
  const app = await open("--bank", bank);
  const before = await settledPicture();
  write('"After it was changed"');
  const changed = await eventually("the new title", () => (picture().equals(before) ? null : settledPicture()));
  write("oops");
  await eventually("the diagnostics", () => (picture().equals(changed) ? null : true));
  await app.kill();
});
