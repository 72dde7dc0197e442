// Ratios of times, all taken in one run. By ./run bench. (What the page weighs is a test: tests/web/artefacts.test.mjs.)
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const programs = { native: [join(root, "build/native/dryrun")], wasm: [process.execPath, join(root, "build/web/dryrun-node.js")] };

const folder = join(root, "tests/answers");
const lines = readdirSync(folder).map((name) => ({ id: name, question_id: name.split(".")[0], answer: readFileSync(join(folder, name), "utf8") }));
const batch = lines.map((line) => JSON.stringify(line)).join("\n") + "\n";
const wordsOf = (text) => text.split(/\s+/).length;

/** The shortest of five runs, in milliseconds: the one that other work disturbed least. */
function time(program, input) {
  const runs = Array.from({ length: 5 }, () => {
    const begin = performance.now();
    const { status } = spawnSync(program[0], [...program.slice(1), "score", "--batch", "-"], { input, maxBuffer: 1 << 30 });
    if (status !== 0) throw new Error(`${program.join(" ")} ended with ${status}`);
    return performance.now() - begin;
  });
  return Math.min(...runs);
}

/** One answer of about this many words, made of the answers that there are. */
function longAnswer(count) {
  const text = lines.map((line) => line.answer).join(" ").split(/\s+/);
  const answer = Array.from({ length: count }, (_, i) => text[i % text.length]).join(" ");
  return JSON.stringify({ id: "long", question_id: lines[0].question_id, answer }) + "\n";
}

const empty = Object.fromEntries(Object.entries(programs).map(([name, program]) => [name, time(program, "")]));
const perAnswer = (name, times = 20) => (time(programs[name], batch.repeat(times)) - empty[name]) / (times * lines.length);
const native = perAnswer("native");
const wasm = perAnswer("wasm");
const long = [10_000, 100_000].map((count) => (time(programs.native, longAnswer(count)) - empty.native) / count);

const words = lines.reduce((sum, line) => sum + wordsOf(line.answer), 0) / lines.length;
console.log(`| what | figure |
| --- | --- |
| answers judged in a second, ${Math.round(words)} words each, one core of this machine, native | ${Math.round(1000 / native)} |
| the same judged by WebAssembly under Node, in native times | ${(wasm / native).toFixed(2)} |
| time per word in an answer of 100,000 words, against 10,000 | ${(long[1] / long[0]).toFixed(2)} |`);
