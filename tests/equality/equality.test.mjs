// The command line's sources, built natively and as WebAssembly for Node, must print the same bytes: the page's reports are
// then those of the command line. Runs on every question's own sentences, on every golden batch, and on hostile input.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const native = process.env.DRYRUN_CLI ?? join(root, "build/native/dryrun");
const web = process.env.DRYRUN_NODE_CLI ?? join(root, "build/web/dryrun-node.js");

function run(command, args, input) {
  const { status, stdout, stderr, error } = spawnSync(command[0], [...command.slice(1), ...args], {
    cwd: root,
    input: input ?? "",
    maxBuffer: 256 << 20,
  });
  if (error) throw error;
  return { status, stdout, stderr: stderr.toString("utf8") };
}

/** Runs both and returns what they agree on. */
function agree(args, input) {
  const one = run([native], args, input);
  const other = run([process.execPath, web], args, input);
  assert.equal(other.status, one.status, `exit status of ${args.join(" ")}\n${one.stderr}\n${other.stderr}`);
  if (!one.stdout.equals(other.stdout)) {
    const lines = [one, other].map(({ stdout }) => stdout.toString("utf8").split("\n"));
    const at = lines[0].findIndex((line, index) => line !== lines[1][index]);
    assert.equal(lines[1][at], lines[0][at], `line ${at + 1} of ${args.join(" ")}`);
    assert.fail(`${args.join(" ")}: ${one.stdout.length} bytes natively, ${other.stdout.length} in WebAssembly`);
  }
  return one;
}

function filesUnder(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesUnder(path, ending);
      return entry.name.endsWith(ending) ? [path] : [];
    });
}

const questions = filesUnder(join(root, "data/banks"), ".json").flatMap((path) => JSON.parse(readFileSync(path, "utf8")).questions ?? []);

/** Every text that a question is written to be judged by. */
function batchOf(question) {
  const texts = [
    ["strong", question.strong?.answer],
    ["weak", question.weak?.answer],
    ...(question.criteria ?? []).flatMap(({ id, must_earn, must_not }) => [[`${id}/earn`, must_earn], [`${id}/not`, must_not]]),
  ].filter(([, answer]) => answer);
  return ["senior", "staff"]
    .flatMap((level) => texts.map(([name, answer]) => JSON.stringify({ id: `${question.id}/${name}/${level}`, question_id: question.id, answer, level })))
    .join("\n") + "\n";
}

test("both builds are there", () => {
  assert.ok(existsSync(native), `${native} is missing: cmake --build --preset native`);
  assert.ok(existsSync(web), `${web} is missing: cmake --build --preset web`);
});

for (const args of [["--help"], ["questions"], ["questions", "--format", "json"], ["selftest"], ["no-such-command"]]) {
  test(`'${args.join(" ")}' says the same`, () => { agree(args); });
}

/** Questions are judged in one run for each group: starting a program costs more than judging. */
for (const group of new Set(questions.map((question) => question.group))) {
  test(`${group}: every sentence of its questions is judged the same`, () => {
    const own = questions.filter((question) => question.group === group);
    const batch = own.map(batchOf).join("");
    const { status, stdout } = agree(["score", "--batch", "-"], batch);
    assert.equal(status, 0);
    assert.equal(stdout.toString("utf8").trimEnd().split("\n").length, batch.trimEnd().split("\n").length);
    agree(["score", "--question", own[0].id, "--answer", "-"], own[0].strong?.answer ?? "");
  });
}

for (const path of filesUnder(join(root, "tests/golden"), ".jsonl")) {
  test(`${relative(root, path)} is judged the same`, () => { agree(["score", "--batch", path]); });
}

test("hostile answers are judged the same", { skip: questions.length === 0 && "no bank yet" }, () => {
  const answers = [
    Buffer.from(""),
    Buffer.from([0xff, 0xfe, 0x41, 0x00, 0xc3, 0x28, 0xed, 0xa0, 0x80, 0xf4, 0x90, 0x80, 0x80]),
    Buffer.from("\u0645\u0631\u062d\u0628\u0627 \u{1f680} e\u0301 \u202e abc \ufeff".repeat(50)),
    Buffer.from("I rolled it back. ".repeat(20000)),
    Buffer.from("(".repeat(100000)),
    Buffer.alloc((1 << 20) + 1, "a"),
  ];
  for (const answer of answers) agree(["score", "--question", questions[0].id, "--answer", "-", "--format", "json"], answer);
});

test("broken batch lines are answered the same", () => {
  const lines = ["", "{}", "[1]", "nonsense", '{"id": "a", "question_id": "no-such-question", "answer": "x"}', `${"[".repeat(5000)}`, '{"id": 1}'];
  agree(["score", "--batch", "-"], lines.join("\n"));
});
