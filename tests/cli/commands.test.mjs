import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { bankOf, batch, dryrun, dryrunOnce, judge, minimalQuestion, questions, root, succeed, temporary } from "./dryrun.mjs";

const first = questions[0];
const names = ["score", "questions", "lint", "explain", "verify", "rescore", "import", "export", "merge"];

test("help names every command, and each command every option it takes", () => {
  const help = succeed(["--help"]);
  assert.equal(succeed(["help"]), help);
  for (const name of names) {
    assert.ok(help.includes(`  ${name} `), name);
    const own = succeed([name, "--help"]);
    assert.equal(succeed(["help", name]), own);
    assert.ok(own.includes("--bank") && own.includes("--add-bank"), name);
  }
});

test("questions lists every question of the bank, for people and as JSON", () => {
  const text = succeed(["questions"]);
  for (const { id, prompt } of questions) assert.ok(text.includes(`${id}\n`) && text.includes(prompt), id);
  const list = JSON.parse(succeed(["questions", "--format", "json"]));
  assert.deepEqual(list.map(({ id }) => id), questions.map(({ id }) => id));
  assert.ok(list.every(({ criteria }) => criteria.length >= 5));
});

test("the data that ships lints clean", () => {
  const { status, out } = dryrun(["lint", "data"]);
  assert.equal(status, 0, out);
  assert.match(out, /clean\.\n$/);
});

test("lint exits with 1 on findings and prints file:line:column CODE message", (context) => {
  const files = temporary(context);
  const file = files.write("bank.json", bankOf({ ...minimalQuestion, titel: "x" }));
  const { status, out } = dryrun(["lint", file]);
  assert.equal(status, 1);
  assert.match(out, /bank\.json:1:\d+ B003 Unknown key "titel" .*Did you mean "title"\?/);
});

test("lint lets a minimal question pass with a warning", (context) => {
  const { status, out } = dryrun(["lint", temporary(context).write("bank.json", bankOf(minimalQuestion))]);
  assert.equal(status, 0);
  assert.match(out, /B111/);
});

test("lint finds phrases that the engine can't use", (context) => {
  const broken = structuredClone(first);
  broken.criteria[0].evidence[0].all = ["{no-such-concept} of ours"];
  const { status, out } = dryrun(["lint", temporary(context).write("bank.json", bankOf(broken))]);
  assert.equal(status, 1);
  assert.match(out, /S003/);
});

test("lint finds an id that two banks share, and a file that says nothing of itself", (context) => {
  const files = temporary(context);
  const twice = [files.write("a.json", bankOf(minimalQuestion)), files.write("b.json", bankOf(minimalQuestion))];
  assert.match(dryrun(["lint", ...twice]).out, /B014/);
  const unknown = dryrun(["lint", files.write("c.json", { format: "dryrun-bnak" })]);
  assert.equal(unknown.status, 1);
  assert.match(unknown.out, /L001 .*Did you mean "dryrun-bank"\?/);
});

test("--data takes the rules and banks of a folder, and says what is wrong with them", (context) => {
  const files = temporary(context);
  const folder = files.path("rules");
  cpSync(join(root, "data"), folder, { recursive: true });
  const args = ["--question", first.id, "--format", "json"];
  assert.equal(succeed(["score", ...args, "--data", folder], first.strong.answer), succeed(["score", ...args], first.strong.answer));
  assert.equal(succeed(["questions", "--data", `${folder}/`]), succeed(["questions"]));
  const changed = join(folder, "rubrics/common.json");
  const common = JSON.parse(readFileSync(changed, "utf8"));
  common.points_by_mark = common.points_by_mark.map((points, i) => (i === 4 ? points : 0));
  writeFileSync(changed, JSON.stringify(common));
  assert.ok(JSON.parse(succeed(["score", ...args, "--data", folder], first.strong.answer)).score < judge(["--question", first.id], first.strong.answer).score);
  writeFileSync(changed, "{");
  const broken = dryrun(["score", ...args, "--data", folder], first.strong.answer);
  assert.equal(broken.status, 2);
  assert.match(broken.error, /common\.json:1:\d+ /);
  const empty = dryrun(["score", ...args, "--data", files.path(".") + "/nothing"], "x");
  assert.equal(empty.status, 2);
  assert.match(empty.error, /there are no rules in .*--data wants a folder like data\//);
});

test("lint can't run without a path, on a missing file, or on a folder with nothing to check", (context) => {
  const files = temporary(context);
  files.write("notes.json", {});
  for (const args of [[], ["no-such-file.json"], [files.path(".")]]) assert.equal(dryrun(["lint", ...args]).status, 2, args.join(" "));
  assert.match(dryrun(["lint", files.path(".")]).error, /ends in \.json and says with "format" what it is/);
});

test("explain tells a rule of the ledger, a criterion of a question, and a diagnostic code", () => {
  const report = judge(["--question", first.id], first.strong.answer);
  assert.ok(report.ledger.length > 0);
  const { id, name } = first.criteria[0];
  assert.ok(succeed(["explain", `${first.id}/${id}`]).includes(name));
  assert.match(succeed(["explain", "B003"]), /B003: /);
  const unknown = dryrun(["explain", "no-such-rule"]);
  assert.deepEqual([unknown.status, unknown.out], [2, ""]);
  assert.match(unknown.error, /Ids stand in the ledger of a report/);
});

test("every rule that a ledger names can be explained and switched off", () => {
  const rules = new Set();
  const lines = questions.flatMap(({ id, strong, weak }) => [strong, weak].map(({ answer }) => ({ id, question_id: id, answer })));
  for (const { ledger } of batch(lines)) for (const { rule } of ledger) rules.add(rule);
  for (const rule of rules) assert.equal(dryrun(["explain", rule]).status, 0, rule);
});

test("verify finds a fresh report the same", (context) => {
  const files = temporary(context);
  for (const question of questions.filter((_question, index) => index % 10 === 0)) {
    const report = succeed(["score", "--question", question.id, "--format", "json"], question.strong.answer);
    const { status, out } = dryrun(["verify", files.write("report.json", report)]);
    assert.equal(status, 0, out);
    assert.equal(dryrun(["verify", "-"], report).status, 0);
  }
});

test("verify exits with 1 and names what differs in a report that was changed", () => {
  const report = judge(["--question", first.id], first.strong.answer);
  const changes = [
    (copy) => { copy.score += 1; },
    (copy) => { copy.input.answer += " More."; },
    (copy) => { copy.ledger[0].points += 1; },
    (copy) => { copy.hashes.question = "0".repeat(32); },
  ];
  for (const change of changes) {
    const copy = structuredClone(report);
    change(copy);
    const { status, out } = dryrun(["verify", "-"], JSON.stringify(copy));
    assert.equal(status, 1, String(change));
    assert.notEqual(out, "");
  }
});

test("verify can't run on what is no report, or when the question is gone", (context) => {
  const files = temporary(context);
  assert.equal(dryrun(["verify", files.write("x.json", "{}")]).status, 2);
  assert.equal(dryrun(["verify", files.write("x.json", "nonsense")]).status, 2);
  const report = succeed(["score", "--question", first.id, "--format", "json"], first.strong.answer);
  const gone = dryrun(["verify", "-", "--bank", files.write("bank.json", bankOf(minimalQuestion))], report);
  assert.equal(gone.status, 2);
  assert.match(gone.error, /unknown question/);
});

const hex = (digit) => digit.repeat(32);
const emptyProgress = { format: "dryrun-progress", version: 1, attempts: [], erased: [], settings: {} };

test("progress is exported, merged and imported; a broken file changes nothing", (context) => {
  const files = temporary(context);
  const a = files.write("a.json", { ...emptyProgress, erased: [hex("a")] });
  const b = files.write("b.json", { ...emptyProgress, erased: [hex("b")] });
  const exported = dryrun(["export", a]);
  if (exported.status !== 0) assert.fail(exported.error);
  const merged = succeed(["merge", a, b]);
  assert.equal(succeed(["merge", b, a]), merged);
  assert.equal(succeed(["merge", a, b, a]), merged);
  assert.deepEqual(JSON.parse(merged).erased, [hex("a"), hex("b")]);

  const into = files.path("mine.json");
  assert.equal(dryrunOnce(["import", a, "--into", into]).status, 0);
  assert.equal(dryrunOnce(["import", b, "--into", into]).status, 0);
  assert.equal(readFileSync(into, "utf8"), merged);
  assert.equal(dryrunOnce(["import", files.write("c.json", "nonsense"), "--into", into]).status, 2);
  assert.equal(dryrunOnce(["import", files.write("d.json", { ...emptyProgress, version: 99 }), "--into", into]).status, 2);
  assert.equal(readFileSync(into, "utf8"), merged);
  const newer = files.write("newer.json", { ...emptyProgress, version: 99 });
  assert.equal(dryrunOnce(["import", a, "--into", newer]).status, 2);
  assert.deepEqual(JSON.parse(readFileSync(newer, "utf8")).version, 99);
  assert.equal(dryrun(["import", a]).status, 2);
});

test("rescore of an empty history is no attempts", (context) => {
  const file = temporary(context).write("a.json", emptyProgress);
  assert.equal(succeed(["rescore", file]), "0 attempts\n");
  assert.deepEqual(JSON.parse(succeed(["rescore", file, "--format", "json"])), []);
});

test("lint wants a hit and a miss beside each concept", (context) => {
  const file = temporary(context).write("concepts.json", {
    format: "dryrun-concepts",
    version: 1,
    concepts: [{ id: "paper-boats", name: "Paper boats", phrases: ["paper boat"], hit: ["She folded a paper boat."] }],
  });
  const { status, out } = dryrun(["lint", file]);
  assert.equal(status, 1);
  assert.match(out, /concepts\.json:1:\d+ S112 The concept paper-boats needs at least one "hit" and one "miss" sentence/);
});

test("lint tells of a rubric without an id, and of a penalty that isn't there", (context) => {
  const rubric = (id, penalty) =>
    temporary(context).write("general.json", {
      format: "dryrun-rubric",
      version: 1,
      id,
      name: "General",
      thresholds: { senior: 60, staff: 75 },
      penalties: [penalty],
      criteria: [{ id: "decides", name: "Decides", points: 85, dimension: "pragmatism", primary: true, hint: "Choose.", evidence: [{ any: ["i chose"], why: "chooses" }] }],
    });
  const blank = dryrun(["lint", rubric("  ", "blame")]);
  assert.equal(blank.status, 1);
  assert.match(blank.out, /general\.json:1:\d+ B006 "id" is empty/);
  const unknown = dryrun(["lint", rubric("general", "blamed")]);
  assert.equal(unknown.status, 1);
  assert.match(unknown.out, /general\.json:1:\d+ S017 No penalty has the id "blamed"; did you mean "blame"\?/);
});

test("lint tells of a gate that nothing would ever look for", (context) => {
  const common = readFileSync(join(root, "data/rubrics/common.json"), "utf8").replace('"id": "off-question"', '"id": "off-questoin"');
  const { status, out } = dryrun(["lint", temporary(context).write("common.json", common)]);
  assert.equal(status, 1);
  assert.match(out, /common\.json:\d+:\d+ S018 No detector looks for the gate "off-questoin"; did you mean "off-question"\?/);
});

test("lint tells of a file of pairs that selftest couldn't read", (context) => {
  const { status, out } = dryrun(["lint", temporary(context).write("pairs.json", { format: "dryrun-selftest", version: 1, pairs: [{ id: "one" }] })]);
  assert.equal(status, 1);
  assert.match(out, /pairs\.json:1:1 L002 These pairs can't be read/);
});
