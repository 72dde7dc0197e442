// Fifty ends without a goodbye, in one profile: odd ones kill the whole browser, even ones crash the tab, at a moment that chance picks.
// After each, what was said to be saved must be there; after a crashed tab also every attempt that had a verdict, and every letter typed.
// `node tests/soak/kills.mjs [ROUNDS] [SEED]`, by ./run soak.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { launchPersistent, serveDist } from "../web/browser.mjs";
import { crash, field, finish, kAnswer, open, press, words } from "../web/steps.mjs";

const rounds = Number(process.argv[2] ?? 50);
let seed = Number(process.argv[3] ?? 1);
/** A number from 0 to below `end`: a linear congruential generator, so that a seed repeats a run. */
const chance = (end) => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32) * end;

const profile = mkdtempSync(join(tmpdir(), "dryrun-kills-"));
const server = await serveDist();

function killBrowser() {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      if (readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(profile)) process.kill(Number(pid), "SIGKILL");
    } catch {
      // gone by itself
    }
  }
}

/** @returns {Promise<number>} how many attempts the history lists */
async function attempts(page) {
  await press(page, "History");
  await page.getByRole("heading", { name: "History", level: 1 }).waitFor({ state: "attached" });
  const said = await words(page);
  return Number(/(\d+) attempts?, newest first/.exec(said)?.[1] ?? 0);
}

/** What a person has seen on the screen, and may count on. */
const promised = { saved: 0, judged: 0, typed: "" };
const counts = { crashed: 0, killed: 0, whileTyping: 0, afterVerdict: 0, afterSaved: 0, lettersLost: 0, verdictsLost: 0 };

try {
  for (let round = 0; round < rounds; ++round) {
    const context = await launchPersistent(profile);
    let page = await open(context, server.url);
    await press(page, "Start a question");
    await press(page, "Start answering now");
    const moment = ["whileTyping", "afterVerdict", "afterSaved"][Math.floor(chance(3))];
    ++counts[moment];
    if (moment === "whileTyping") {
      promised.typed = "";
      for (let letters = 5 + Math.floor(chance(60)); letters > 0; --letters) {
        promised.typed += kAnswer[promised.typed.length];
        await field(page).pressSequentially(promised.typed.at(-1));
      }
    } else {
      await field(page).fill(kAnswer);
      await finish(page);
      ++promised.judged;
      if (moment === "afterSaved") {
        await press(page, "Home");
        await page.waitForFunction(() => document.querySelector("#twin")?.textContent?.includes("Saved on this machine"));
        promised.saved = promised.judged;
      } else {
        await sleep(chance(400));
      }
    }

    const isKilled = round % 2 === 1;
    ++counts[isKilled ? "killed" : "crashed"];
    let next = context;
    if (isKilled) {
      killBrowser();
      await context.close().catch(() => {});
      next = await launchPersistent(profile);
    } else {
      const other = await context.newPage(); // the browser stays open
      await crash(page);
      await other.close();
    }

    page = await open(next, server.url);
    if (moment === "whileTyping") {
      const draft = page.getByRole("button", { name: "Continue" });
      let found = "";
      if ((await draft.count()) > 0) {
        await press(page, "Continue");
        found = await field(page).inputValue();
        await press(page, "Discard");
        await press(page, "Discard it");
      }
      assert.ok(promised.typed.startsWith(found), `round ${round}: the draft is not what was typed: ${found}`);
      if (!isKilled) assert.equal(found, promised.typed, `round ${round}: letters are gone after a crashed tab`);
      counts.lettersLost += promised.typed.length - found.length;
    }
    const kept = await attempts(page);
    assert.ok(kept >= promised.saved, `round ${round}: ${promised.saved} attempts were said to be saved, ${kept} are there`);
    if (!isKilled) assert.ok(kept >= promised.judged, `round ${round}: ${promised.judged} attempts had a verdict, ${kept} are there`);
    assert.ok(kept <= promised.judged, `round ${round}: ${kept} attempts are there, only ${promised.judged} were made`);
    counts.verdictsLost += promised.judged - kept;
    promised.judged = kept;
    promised.saved = Math.min(kept, promised.saved);
    await next.close();
    process.stdout.write(`\rkills: ${round + 1} of ${rounds}`);
  }
  console.log(`\n${JSON.stringify({ rounds, attempts: promised.judged, ...counts })}`);
} finally {
  killBrowser();
  await server.close();
  rmSync(profile, { recursive: true, force: true });
}
