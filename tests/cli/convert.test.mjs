// Lists that people keep already become banks, and questions are listed by what they are.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { dryrun, questions, root, succeed, temporary } from "./dryrun.mjs";

test("a list becomes a bank that lists, lints and judges", (context) => {
  const files = temporary(context);
  const list = files.write("list.md", "## System design & architecture\n- How would you store ten million photos for a museum?\n");
  const bank = files.write("bank.json", succeed(["convert", list, "--title", "Mine"]));
  const read = JSON.parse(succeed(["questions", "--bank", bank, "--format", "json"]));
  assert.equal(read[0].id, "how-would-you-store-ten-million");
  assert.equal(dryrun(["lint", bank]).status, 0);
  const report = JSON.parse(succeed(["score", "--bank", bank, "--question", read[0].id, "--format", "json"], "I'd ask the museum how many are looked at in a day."));
  assert.equal(report.input.question_id, read[0].id);

  const more = JSON.parse(succeed(["convert", "-", "--from", "csv", "--group", "behavioural-leadership", "--add-bank", bank], "prompt\nWhy?\n"));
  assert.deepEqual([more.title, ...more.questions.map(({ id }) => id)], ["Mine", read[0].id, "why"]);
});

test("a list that can't be converted says where and how to mend it, and prints nothing", (context) => {
  const files = temporary(context);
  for (const [args, input, says] of [
    [["convert", "-"], "- Why?", /say --from markdown, csv or anki/],
    [["convert", "-", "--from", "word"], "", /--from can't be "word"/],
    [["convert", "-", "--from", "markdown"], "\n- Why?", /-:2:1 B016 .*--group/],
    [["convert", "-", "--from", "markdown", "--group", "behaviour"], "- Why?", /--group can't be "behaviour"/],
    [["convert", files.write("x.csv", "a,b\n")], "", /x\.csv:1:1 B017/],
  ]) {
    const { status, out, error } = dryrun(args, input);
    assert.deepEqual([status, out], [2, ""]);
    assert.match(error, says);
  }
});

test("questions are filtered by group, round, level, topic and difficulty", () => {
  const ids = (...args) => JSON.parse(succeed(["questions", "--format", "json", ...args])).map(({ id }) => id);
  const expected = (takes) => questions.filter(takes).map(({ id }) => id);
  const { group, topics } = questions[0];
  for (const [args, takes] of [
    [["--group", group], (one) => one.group === group],
    [["--round", "phone-screening"], (one) => one.rounds.includes("phone-screening")],
    [["--level", "staff"], (one) => one.levels.includes("staff")],
    [["--difficulty", "3"], (one) => one.difficulty === 3],
    [["--topic", topics[0], "--topic", topics[1]], (one) => one.topics.includes(topics[0]) && one.topics.includes(topics[1])],
  ]) {
    assert.notEqual(expected(takes).length, 0);
    assert.notEqual(expected(takes).length, questions.length);
    assert.deepEqual(ids(...args), expected(takes));
  }
  for (const args of [["--round", "lunch"], ["--difficulty", "4"], ["--group", "x"]]) assert.equal(dryrun(["questions", ...args]).status, 2);
});

test("the guide for authors shows a list, a bank and a criterion that are what it says", (context) => {
  const files = temporary(context);
  const guide = readFileSync(join(root, "docs/authoring.md"), "utf8");
  const [list] = guide.match(/(?<=```markdown\n)[\s\S]*?(?=```)/);
  const [bank, criterion] = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => JSON.parse(text));
  const { questions: converted } = JSON.parse(succeed(["convert", files.write("list.md", list)]));
  assert.deepEqual(converted.map(({ group }) => group), ["system-design-architecture", "system-design-architecture"]);
  assert.equal(converted[1].title, "The second region");
  assert.equal(dryrun(["lint", files.write("bank.json", JSON.stringify(bank))]).status, 0);
  assert.deepEqual(criterion, questions.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterion.id));
});
