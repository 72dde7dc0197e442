// Diagnostic codes: what the source can print, docs/diagnostics.md explains, and `dryrun explain` tells.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { dryrun, root, succeed } from "./dryrun.mjs";

const sources = readdirSync(join(root, "src"), { recursive: true }).map(String).filter((name) => /\.(cpp|h)$/.test(name));
const text = sources.map((name) => readFileSync(join(root, "src", name), "utf8")).join("\n");
const codes = [...new Set([...text.matchAll(/"([A-Z]\d{3})"/g)].map(([, code]) => code))].sort();
const page = readFileSync(join(root, "docs/diagnostics.md"), "utf8");
const rows = [...page.matchAll(/^\| ([A-Z]\d{3}) \|/gm)].map(([, code]) => code);

test("every code of the source has one row in docs/diagnostics.md, and no row is of a code that is gone", () => {
  assert.ok(codes.length > 60);
  assert.deepEqual([...rows].sort(), codes);
});

test("explain tells of every code what is wrong and how to mend it", () => {
  for (const code of codes) {
    const [what, mend] = succeed(["explain", code]).split("\n");
    assert.match(what, new RegExp(`^${code}: .+[.]$`));
    assert.match(mend, /^ {2}To mend it: .+[.]$/);
  }
});

test("a code that doesn't exist is told as one, with the place where all are listed", () => {
  const { status, error } = dryrun(["explain", "B999"]);
  assert.equal(status, 2);
  assert.match(error, /no code "B999".*docs\/diagnostics\.md/);
});
