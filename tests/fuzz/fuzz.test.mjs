// Every fuzz target for ten seconds, from the same seed each time. What an input broke is told with the way to run it again.
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { kBuild, kTargets, run } from "./targets.mjs";

describe("fuzz", { concurrency: 2 }, () => {
  for (const target of kTargets) {
    test(`${target.name}: ${target.claim}`, async () => {
      const corpus = join(kBuild, "scratch", target.name);
      rmSync(corpus, { recursive: true, force: true });
      const { ok, output } = await run(target, { seconds: 10, seed: 1, corpus });
      assert.ok(ok, `build/fuzz/fuzz-${target.name} FILE runs an input again; once mended, keep it in tests/fuzz/seeds/${target.name}\n${output.slice(-6000)}`);
    });
  }
});
