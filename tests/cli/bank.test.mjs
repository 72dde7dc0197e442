// The bank that ships as a whole: enough of each kind, and no two questions alike. What one question must have, `dryrun lint` checks.
import assert from "node:assert/strict";
import { test } from "node:test";
import { questions } from "./dryrun.mjs";

/** Words that carry the build of a sentence and not what it is about. */
const kFrame = new Set(
  ("a an the this that these those it its i you we they he she him her his our your their my me us them who whom which what when where why how there here and or but if so as " +
    "than then not no nor of to in on at by for from with without about into over under after before since until through between within per each every all any some both one " +
    "is are was were be been am has have had do does did will would can could should may might must shall").split(" "),
);
const words = (text) => text.toLowerCase().replace(/’/g, "'").match(/[a-z0-9']+/g) ?? [];
const countBy = (values) => values.reduce((counts, value) => counts.set(value, (counts.get(value) ?? 0) + 1), new Map());

test("each group and each round has enough to choose from, at every difficulty", () => {
  const groups = countBy(questions.map(({ group }) => group));
  for (const [group, count] of groups) assert.ok(count >= kFewestOfGroup, `${group}: ${count}`);
  assert.equal(groups.size, 4);
  const rounds = countBy(questions.flatMap(({ rounds: fit }) => fit));
  for (const [round, fewest] of Object.entries(kFewestOfRound)) assert.ok(rounds.get(round) >= fewest, `${round}: ${rounds.get(round)}`);
  const difficulties = countBy(questions.map(({ difficulty }) => difficulty));
  for (const difficulty of [1, 2, 3]) assert.ok(difficulties.get(difficulty) >= questions.length / 10, `difficulty ${difficulty}: ${difficulties.get(difficulty)}`);
});
/** Forty is the aim. */
const kFewestOfGroup = 28;
const kFewestOfRound = { "phone-screening": 20, "system-design": 40, architectural: 30, behavioural: 40, leadership: 30 };

test("no two prompts share more than a third of what they are about", () => {
  const subjects = questions.map(({ prompt }) => new Set(words(prompt).filter((word) => !kFrame.has(word) && word.length > 2)));
  for (let i = 0; i < subjects.length; ++i) {
    for (let j = 0; j < i; ++j) {
      const shared = [...subjects[i]].filter((word) => subjects[j].has(word)).length;
      assert.ok(shared <= Math.min(subjects[i].size, subjects[j].size) / 3, `${questions[i].id} and ${questions[j].id} share ${shared} words`);
    }
  }
});

test("no sentence is built alike in more than three prompts", () => {
  const builds = new Map();
  for (const { id, prompt } of questions) {
    for (const sentence of prompt.split(/(?<=[.?!])\s+/)) {
      const build = words(sentence).map((word) => (kFrame.has(word) ? word : "_"));
      // "It's noon." is too short to be a habit.
      if (build.length < 4) continue;
      const key = build.join(" ");
      builds.set(key, [...(builds.get(key) ?? []), id]);
    }
  }
  for (const [build, ids] of builds) assert.ok(ids.length <= 3, `"${build}" in ${ids.join(", ")}`);
});
