// The fuzz targets, what each begins with, and how one is run: shared by the ten seconds each of ./test and the minutes of ./run soak.
// Seeds are made from the data and the answers of this tree into build/fuzz/seeds; the nasty ones in tests/fuzz/seeds are written by
// hand, or once broke something and stay.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));
export const kBuild = join(root, "build/fuzz");
const kFound = join(root, "artefacts/fuzz");

const read = (path) => readFileSync(join(root, path), "utf8");
const filesOf = (folder) => readdirSync(join(root, folder)).sort().map((name) => join(folder, name));
const answers = () => filesOf("tests/answers").map((path) => [path.replace(/.*\/(.*)\.\w+\.txt$/, "$1"), read(path)]);
const questions = () => filesOf("data/banks").flatMap((path) => JSON.parse(read(path)).questions);
const concepts = () => filesOf("data/concepts").flatMap((path) => JSON.parse(read(path)).concepts);
const lines = () => read("tests/golden/edges.jsonl").trimEnd().split("\n");

const reports = () => JSON.parse(read("tests/golden/edges.reports.json")).map((report, index) => (
  report.input ? { ...report, input: { ...report.input, answer: JSON.parse(lines()[index]).answer } } : report));

/** One question and one criterion each, so that a seed is short. */
function banks() {
  const bank = (question) => JSON.stringify({ format: "dryrun-bank", version: 1, questions: [question] });
  return questions().flatMap((question) => [
    ...question.criteria.map((criterion) => bank({ id: question.id, prompt: question.prompt, group: question.group, criteria: [criterion] })),
    bank({ ...question, criteria: undefined, follow_ups: question.follow_ups.map(({ ask }) => ({ ask })) }),
  ]);
}

/** Histories of one attempt, two histories to be merged, and a journal of every kind of change; NUL stands between the files. */
function histories() {
  const short = (report) => ({ ...report, criteria: report.criteria?.slice(0, 2), ledger: report.ledger?.slice(0, 2), delivery: undefined });
  const attempts = reports().map(short).map((report, index) => ({
    id: String(index % 3).repeat(32), started_wall_ms: index, question_id: report.input?.question_id ?? "", report,
  }));
  const settings = { level: "staff", time_factor: "1.5", theme: "dark", text_size_percent: 115, stamp_wall_ms: 1 };
  const running = {
    question_id: "q", phase: "paused", paused_from: "answering", time_factor: "1", level: "senior", answer_limit_ms: 9, preparation_limit_ms: 9,
    draft: "half", checklist: [{ id: "a", name: "A", hint: "", first_served_ms: 1, served: true, by_hand: false }], started_wall_ms: 2, last_wall_ms: 3,
  };
  const file = (...some) => JSON.stringify({ format: "dryrun-progress", version: 1, settings, erased_before_ms: 0, erased: ["f".repeat(32)], attempts: some, running });
  const changes = [
    { kind: "added", attempt: attempts[2] }, { kind: "erased", id: attempts[2].id }, { kind: "erased-all", wall_ms: 4 },
    { kind: "settings", settings }, { kind: "running", running }, { kind: "running" },
  ].map((change) => JSON.stringify(change));
  return [
    ...attempts.map((attempt) => file(attempt)),
    ...attempts.slice(1).map((attempt, index) => `${file(attempts[index])}\0${file(attempt)}`),
    ...changes,
    [file(attempts[0]), file(attempts[1]), ...changes].join("\0"),
  ];
}

/** Name, longest input, and what makes its seeds. */
export const kTargets = [
  { name: "text", longest: 2048, claim: "any bytes become a sound text, its tokens in order", seeds: () => answers().map(([, text]) => text) },
  { name: "json", longest: 2048, claim: "JSON is read and printed without loss, or refused at its fault", seeds: () => [...lines(), ...banks().filter((bank) => bank.length < 2048)] },
  { name: "phrase", longest: 256, claim: "any text is a phrase within its limits, or has a problem", seeds: () => concepts().flatMap((concept) => concept.phrases.slice(0, 3)) },
  { name: "bank", longest: 8192, claim: "a bank that is read is printed, linted and judged by", seeds: banks },
  { name: "progress", longest: 8192, claim: "progress is kept without loss, and merging keeps its laws", seeds: histories },
  {
    name: "batch", longest: 4096, claim: "a batch line gives a report that keeps its promises, or an error",
    seeds: () => [...lines(), ...answers().map(([question_id, answer]) => JSON.stringify({ question_id, answer })),
      ...reports().map((report) => JSON.stringify(report)).filter((report) => report.length < 4096)],
  },
];

/** Words to put in: the names and short texts of the JSON seeds, or the words and signs of the others. */
function dictionaryOf(seeds) {
  const found = new Set();
  for (const seed of seeds) {
    for (const [token] of seed.matchAll(/"[\w.-]{1,30}"|\{[\w-]+\}|[a-z]+'[a-z]+/g)) found.add(token);
  }
  return [...found].sort().slice(0, 1000).map((token) => `"${token.replace(/[\\"]/g, "\\$&")}"\n`).join("");
}

/**
 * Runs one target for that long; new inputs go to the folder `corpus`. One that breaks something is left in artefacts/fuzz.
 * @returns {Promise<{ok: boolean, output: string}>}
 */
export async function run(target, { seconds, seed, corpus }) {
  const made = join(kBuild, "seeds", target.name);
  rmSync(made, { recursive: true, force: true });
  for (const folder of [made, corpus, kFound]) mkdirSync(folder, { recursive: true });
  const seeds = target.seeds();
  seeds.forEach((text, index) => writeFileSync(join(made, String(index)), text));
  const dictionary = join(kBuild, "seeds", `${target.name}.dict`);
  writeFileSync(dictionary, dictionaryOf(seeds));
  const options = {
    max_total_time: seconds, seed, max_len: target.longest, timeout: 30, dict: dictionary, print_final_stats: 1, verbosity: 1,
    artifact_prefix: join(kFound, `${target.name}-`),
  };
  const child = spawn(join(kBuild, `fuzz-${target.name}`), [
    ...Object.entries(options).map(([name, value]) => `-${name}=${value}`), corpus, made, join(root, "tests/fuzz/seeds", target.name),
  ], { stdio: ["ignore", "pipe", "pipe"] });
  const parts = [];
  child.stdout.on("data", (part) => parts.push(part));
  child.stderr.on("data", (part) => parts.push(part));
  const code = await new Promise((fulfil) => child.on("close", fulfil).on("error", fulfil));
  return { ok: code === 0, output: Buffer.concat(parts).toString("utf8") };
}
