// Golden reports: whole reports of fixed answers, reviewed as code when they change. UPDATE_GOLDEN=1 writes them anew; raise
// scoring::kEngineVersion with them. Inputs: the second answers of tests/answers, and the batch lines of tests/golden/*.jsonl.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root, succeed } from "./dryrun.mjs";

const golden = join(root, "tests/golden");
const answers = join(root, "tests/answers");

function answerLines() {
  if (!existsSync(answers)) return "";
  return readdirSync(answers).filter((name) => name.endsWith(".txt")).sort().map((name) => {
    const id = name.slice(0, -".txt".length);
    return `${JSON.stringify({ id, question_id: id.slice(0, id.lastIndexOf(".")), answer: readFileSync(join(answers, name), "utf8") })}\n`;
  }).join("");
}

const sets = [
  ["answers", answerLines()],
  ...readdirSync(golden).filter((name) => name.endsWith(".jsonl")).sort().map((name) => [name.slice(0, -".jsonl".length), readFileSync(join(golden, name), "utf8")]),
];

for (const [name, lines] of sets) {
  const path = join(golden, `${name}.reports.json`);
  const isUpdate = process.env.UPDATE_GOLDEN === "1";
  test(`golden ${name}`, { skip: !isUpdate && !existsSync(path) && "no golden yet: UPDATE_GOLDEN=1" }, () => {
    const printed = succeed(["score", "--batch", "-"], lines).trimEnd().split("\n");
    const reports = printed.map((line) => JSON.parse(line));
    // One spelling only: what a program would print that reads a report and writes it back.
    printed.forEach((line, index) => assert.equal(line, JSON.stringify(reports[index])));
    // The answer stands in the input already.
    const kept = reports.map(({ input, ...rest }) => (input ? { ...rest, input: { ...input, answer: undefined } } : rest));
    const text = `${JSON.stringify(kept, null, 1)}\n`;
    if (isUpdate) writeFileSync(path, text);
    const expected = JSON.parse(readFileSync(path, "utf8"));
    JSON.parse(text).forEach((report, index) => assert.deepEqual(report, expected[index], `${name}: ${report.id}`));
    assert.equal(text, readFileSync(path, "utf8"));
  });
}
