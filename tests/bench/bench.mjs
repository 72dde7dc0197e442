// ./run bench: how long verdicts take, natively and as WebAssembly, beside a plain scan of the same bytes and beside prose checkers
// from npm. All in one run, round by round with every contestant in each, so that other work on the machine meets all of them. The
// tables go to docs/benchmarks.md; --quick runs one round of short texts and only prints. (What the page weighs is a test:
// tests/web/artefacts.test.mjs.)
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";

const root = join(import.meta.dirname, "../..");
const page = join(root, "docs/benchmarks.md");
const isQuick = process.argv.includes("--quick");
const rounds = isQuick ? 1 : 9;
const sizes = isQuick ? [50, 450] : [50, 450, 5_000, 100_000];
const question = "slow-at-night";
const limitMs = 20_000;

const programs = {
  native: [join(root, "build/native/dryrun-bench")],
  wasm: [process.execPath, join(root, "build/web/dryrun-bench.js")],
};
const checkers = ["write-good", "retext as alex", "retext for style"];

/** Texts of these lengths: the answers to the question, then all others, from the beginning again where they end. */
function makeTexts() {
  const folder = join(root, "tests/answers");
  const names = readdirSync(folder).sort();
  const ordered = [...names.filter((name) => name.startsWith(`${question}.`)), ...names.filter((name) => !name.startsWith(`${question}.`))];
  const words = ordered.map((name) => `${readFileSync(join(folder, name), "utf8").trim()}\n\n`).join("").match(/\S+\s+/g);
  return sizes.map((count) => Array.from({ length: count }, (_, i) => words[i % words.length]).join(""));
}

function judge(program, files) {
  const { status, stdout, stderr, error } = spawnSync(program[0], [...program.slice(1), question, ...files], { encoding: "utf8" });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program.join(" ")} ended with ${status}\n${stderr}`);
  return stdout.trim().split("\n").map((line) => JSON.parse(line));
}

/** A checker in its thread. One that takes too long is ended, and is spared texts of that length from then on. */
class Checker {
  #worker = null;
  #tooLong = Infinity;

  constructor(name) {
    this.name = name;
  }

  /** How long one check takes (Infinity beyond the limit) and how much it finds. */
  async check(text) {
    if (text.length >= this.#tooLong) return { verdict_ns: Infinity };
    this.#worker ??= new Worker(join(import.meta.dirname, "checkers.mjs"), { workerData: this.name });
    this.#worker.postMessage(text);
    try {
      const [{ ms, findings }] = await once(this.#worker, "message", { signal: AbortSignal.timeout(limitMs) });
      return { verdict_ns: ms * 1e6, findings };
    } catch (error) {
      if (error.name !== "AbortError") throw error;
      this.#tooLong = text.length;
      await this.end();
      return { verdict_ns: Infinity };
    }
  }

  async end() {
    await this.#worker?.terminate();
    this.#worker = null;
  }
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

const whole = (value) => Math.round(value).toLocaleString("en");

/** Two digits of a small figure: more would be noise. */
const short = (value) => (value >= 9.95 ? whole(value) : value.toFixed(value >= 0.995 ? 1 : 2));

const table = (head, rows) => [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

async function measure(texts) {
  const folder = mkdtempSync(join(tmpdir(), "dryrun-bench-"));
  const files = texts.map((text, i) => join(folder, `${sizes[i]}.txt`));
  files.forEach((file, i) => writeFileSync(file, texts[i]));
  const threads = checkers.map((name) => new Checker(name));
  const measured = [];
  try {
    for (let round = 0; round < rounds; ++round) {
      process.stderr.write(`bench: round ${round + 1} of ${rounds}\n`);
      const each = { native: judge(programs.native, files), wasm: judge(programs.wasm, files) };
      for (const thread of threads) {
        each[thread.name] = [];
        for (const text of texts) each[thread.name].push(await thread.check(text));
      }
      measured.push(each);
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
    rmSync(folder, { recursive: true });
  }
  return measured;
}

const overLimit = `over ${limitMs / 1000} s`;
const verdict = (name, i) => (round) => round[name][i].verdict_ns;

/** The median of the ratios that each round gives. */
const ratio = (measured, of, to) => median(measured.map((round) => of(round) / to(round)));

function judgeRow(measured, i) {
  const ms = measured.map((round) => round.native[i].verdict_ns / 1e6);
  const builds = ["native", "wasm"].map((name) => measured[0][name][i]);
  return [
    whole(sizes[i]),
    `${short(median(ms))} (${short(Math.min(...ms))} to ${short(Math.max(...ms))})`,
    short(ratio(measured, verdict("wasm", i), verdict("native", i))),
    short(ratio(measured, verdict("native", i), (round) => round.native[i].scan_ns)),
    short(ratio(measured, verdict("wasm", i), (round) => round.wasm[i].scan_ns)),
    short(ratio(measured, (round) => round.native[i].live_ns, verdict("native", i))),
    builds.map((build) => whole(build.allocations)).join(", "),
    builds.map((build) => short(build.allocated_bytes / 1024)).join(", "),
  ];
}

function checkerCell(measured, name, i) {
  const ratios = ["native", "wasm"].map((build) => ratio(measured, verdict(name, i), verdict(build, i)));
  return ratios.every(Number.isFinite) ? ratios.map(short).join(", ") : overLimit;
}

function report(measured) {
  const [fewer, more] = [sizes.length - 2, sizes.length - 1];
  const perWord = (name) => {
    const value = (ratio(measured, verdict(name, more), verdict(name, fewer)) * sizes[fewer]) / sizes[more];
    return Number.isFinite(value) ? value.toFixed(2) : overLimit;
  };
  const date = new Date().toISOString().slice(0, 10);
  return `${date}, ${availableParallelism()} cores, Node ${process.versions.node}; rounds: ${rounds}.

### A verdict

${table(
  ["words", `native, in ms on this machine, ${date}`, "wasm, in native times", "native, in byte scans", "wasm, in byte scans", "live checklist, in verdicts", "allocations: native, wasm", "KB allocated: native, wasm"],
  sizes.map((_, i) => judgeRow(measured, i)),
)}

### Prose checkers, in native verdicts and in wasm verdicts

${table(["words", ...checkers], [
  ...sizes.map((size, i) => [whole(size), ...checkers.map((name) => checkerCell(measured, name, i))]),
  [`findings in ${whole(sizes[more])} words`, ...checkers.map((name) => whole(measured[0][name][more].findings ?? 0))],
])}

### Time per word in ${whole(sizes[more])} words, against ${whole(sizes[fewer])}

${table(["native", "wasm", ...checkers], [["native", "wasm", ...checkers].map(perWord)])}`;
}

const tables = report(await measure(makeTexts()));
console.log(tables);
if (!isQuick) {
  const [begin, end] = ["<!-- tables: begin -->", "<!-- tables: end -->"];
  const text = readFileSync(page, "utf8");
  if (!text.includes(begin) || !text.includes(end)) throw new Error(`docs/benchmarks.md has lost its marks ${begin} and ${end}`);
  writeFileSync(page, `${text.slice(0, text.indexOf(begin) + begin.length)}\n\n${tables}\n\n${text.slice(text.indexOf(end))}`);
}
