// Dry Run as a frame of another page, which is served here from an origin of its own.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, beforeEach, afterEach, test } from "node:test";
import { collectErrors, root } from "./browser.mjs";
import { browser, server } from "./stage.mjs";
import { answer, finish, isReady, kAnswer, open, press, field, words } from "./steps.mjs";

const cli = process.env.DRYRUN_CLI ?? join(root, "build/native/dryrun");
const kQuestion = "slow-at-night";

/** The page around writes down what it is told, and by whom; a second frame of it is a stranger to the first. */
const hostPage = (frame) => `<!doctype html><title>A page around</title><h1>A page around</h1>
<iframe id="app" src="${frame}" width="900" height="640"></iframe><iframe id="stranger" src="/stranger"></iframe>
<script>
const app = document.getElementById("app");
window.received = [];
addEventListener("message", (event) => received.push({ origin: event.origin, isApp: event.source === app.contentWindow, data: event.data }));
window.tell = (message) => app.contentWindow.postMessage(message, new URL(app.src).origin);
</script>`;
const kStranger = `<!doctype html><script>
window.received = [];
addEventListener("message", (event) => received.push(event.data));
window.tell = (message) => parent.frames[0].postMessage(message, "*");
</script>`;

let host;
let context;
before(async () => {
  host = createServer((request, response) => {
    const url = new URL(request.url, "http://localhost");
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
    response.end(url.pathname === "/stranger" ? kStranger : hostPage(`${server.url}index.html?${url.searchParams.get("frame")}`.replaceAll("&", "&amp;")));
  });
  await new Promise((done) => host.listen(0, "127.0.0.1", done));
});
after(() => {
  host?.closeAllConnections();
  host?.close();
});
beforeEach(async () => (context = await browser.newContext()));
afterEach(() => context.close());

const kReady = { type: "dryrun.ready", version: 1 };
const kHello = { type: "dryrun.hello", version: 1 };

/** The page around with Dry Run in a frame whose address ends so. */
async function openHost(query = `embed=1&question=${kQuestion}`) {
  const page = await context.newPage();
  const errors = collectErrors(page);
  await page.goto(`http://127.0.0.1:${host.address().port}/?frame=${encodeURIComponent(query)}`);
  const app = page.frameLocator("#app");
  await isReady(app);
  await page.waitForFunction(() => received.length > 0);
  return { page, app, errors, received: () => page.evaluate(() => received.map((message) => message.data)), tell: (message) => page.evaluate((data) => tell(data), message) };
}

const hears = (page, count) => page.waitForFunction((wanted) => received.length >= wanted, count);
/** Long enough for a message that ought not to come. */
const settled = (page) => page.waitForTimeout(400);

async function assertNoWayElsewhere(app) {
  for (const name of ["Home", "History", "Settings", "Another question", "See the whole history"]) {
    assert.equal(await app.locator("#twin :is(a, button)").filter({ hasText: new RegExp(`^${name}$`) }).count(), 0, name);
  }
}

test("a frame shows the question that its address names, and no way elsewhere", async () => {
  const { app } = await openHost();
  const title = JSON.parse(execFileSync(cli, ["questions", "--format", "json"], { encoding: "utf8", maxBuffer: 64 << 20 })).find((question) => question.id === kQuestion).title;
  assert.equal(await app.getByRole("heading", { level: 1 }).textContent(), title);
  await assertNoWayElsewhere(app);
  await answer(app, kAnswer);
  assert.equal(await app.getByRole("heading", { level: 1 }).textContent(), title);
  await assertNoWayElsewhere(app);
  await finish(app);
  await assertNoWayElsewhere(app);
});

test("the page around hears nothing of an answer before its hello, then the result once, as the command line prints it", async () => {
  const { page, app, errors, received, tell } = await openHost();
  const stranger = page.frames().find((frame) => frame.url().endsWith("/stranger"));
  await stranger.evaluate((hello) => tell(hello), kHello);
  await answer(app, kAnswer);
  await finish(app);
  await settled(page);
  assert.deepEqual(await received(), [kReady]);
  assert.deepEqual(await stranger.evaluate(() => received), [], "a stranger's hello earns nothing");

  await tell(kHello);
  await hears(page, 2);
  const [, result] = await received();
  assert.deepEqual(Object.keys(result).sort(), ["attempt_id", "report", "type", "version"]);
  assert.equal(result.type, "dryrun.result");
  assert.equal(result.version, 1);
  assert.match(result.attempt_id, /^[0-9a-f]{32}$/);
  const printed = execFileSync(cli, ["score", "--question", kQuestion, "--answer", "-", "--format", "json"], { input: kAnswer, encoding: "utf8" });
  assert.deepEqual(result.report, JSON.parse(printed));

  await tell(kHello);
  await settled(page);
  assert.equal((await received()).length, 2, "one answer, one message");
  assert.ok(await page.evaluate((origin) => received.every((message) => message.isApp && message.origin === origin), new URL(server.url).origin));

  await press(app, "Try again");
  await press(app, "Start answering now");
  await field(app).fill(kAnswer);
  await finish(app);
  await hears(page, 3);
  await settled(page);
  assert.equal((await received()).length, 3, "a second answer, a second message");
  assert.deepEqual(errors, []);
});

test("a question that isn't there, or an address that is no text, is told on the page", async () => {
  for (const id of ["no-such-question", "%E0%A4%A", "%00", "%3Cb%3Ebold%3C%2Fb%3E", "x".repeat(2000)]) {
    const { page, app, errors, received } = await openHost(`embed=1&question=${id}`);
    assert.equal(await app.getByRole("heading", { level: 1 }).textContent(), "There is no such question");
    assert.match(await words(app), /The page around asks Dry Run for the question ".+"\. Its author can find the ids/);
    assert.equal(await app.getByRole("button").count(), 0, "nothing can be started");
    assert.deepEqual(await received(), [kReady]);
    assert.deepEqual(errors, []);
    await page.close();
  }
});

test("messages that are none of ours do no harm", async () => {
  const { page, app, errors, received, tell } = await openHost();
  const kNone = [null, 0, "dryrun.hello", [], {}, { type: "dryrun.hello" }, { type: "dryrun.hello", version: 2 }, { type: "dryrun.hello", version: "1" }, { type: ["dryrun.hello"], version: 1 }, { type: "dryrun.result", version: 1 }];
  for (const message of kNone) await tell(message);
  await page.evaluate(() => {
    const circular = { type: "dryrun.hello" };
    circular.version = circular;
    tell(circular);
    tell(new Uint8Array(1 << 20));
  });
  await answer(app, kAnswer);
  await finish(app);
  await settled(page);
  assert.deepEqual(await received(), [kReady], "none of them was a hello");
  await tell({ ...kHello, more: "of a later version" });
  await hears(page, 2);
  assert.equal((await received())[1].type, "dryrun.result");
  assert.deepEqual(errors, []);
});

test("a result too long for a message is kept, and that is said", async () => {
  const { page, app, received, tell } = await openHost();
  await tell(kHello);
  await answer(app, `${kAnswer} `.repeat(900));
  await finish(app);
  await app.getByText("too long to be handed to the page around").first().waitFor();
  await settled(page);
  assert.deepEqual(await received(), [kReady]);
});

test("an answer left unfinished at another question stays out of the frame, and is not lost", async () => {
  const whole = await open(context, server.url);
  await answer(whole, "A draft of another question.");
  assert.doesNotMatch(await whole.title(), /slow at night/i);
  await whole.close();
  const { page, app } = await openHost();
  assert.doesNotMatch(await words(app), /A draft of another question/);
  await app.getByRole("button", { name: "Start a question" }).waitFor({ state: "attached" });
  await page.close();
  const again = await open(context, server.url);
  assert.match(await words(again), /A draft of another question/);
});
