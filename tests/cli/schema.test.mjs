// The JSON Schema and the reader must accept and refuse the same structures, or an author's editor would tell tales.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import { bankOf, dryrun, minimalQuestion, root, temporary } from "./dryrun.mjs";

const schema = JSON.parse(readFileSync(join(root, "data/schema/bank.schema.json"), "utf8"));
const validate = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false }).compile(schema);

const pattern = { mark: 3, all: ["warn ~3 caller"], any: ["early"], none: ["never"], within: "sentence", mood: "any", negated_counts: false, why: "w" };
const criterion = { id: "c", name: "C", points: 17, dimension: "pragmatism", primary: true, hint: "h", evidence: [pattern], must_earn: "a", must_not: "b" };
const full = {
  ...minimalQuestion, title: "t", looks_for: "l", rounds: ["leadership"], levels: ["senior"], difficulty: 1, topics: ["x"], seconds: 60,
  framework: "design", criteria: [criterion], strong: { answer: "a", why: "w" }, weak: { answer: "b", why: "w" }, why_not: "",
  follow_ups: [{ ask: "And?", criterion: "c" }, { ask: "Or?" }], notes: "n",
};
const withQuestion = (change) => bankOf({ ...full, ...change });
const withCriterion = (change) => withQuestion({ criteria: [{ ...criterion, ...change }] });
const withPattern = (change) => withCriterion({ evidence: [{ ...pattern, ...change }] });
const without = (object, key) => Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));

const cases = [
  ["a minimal question", bankOf(minimalQuestion)],
  ["a full question", bankOf(full)],
  ["no questions", bankOf()],
  ["a schema key", { $schema: "x", ...bankOf(full) }],
  ["a whole number with a point", withQuestion({ seconds: "60.0" }), (text) => text.replace('"60.0"', "60.0")],
  ["a list at the top", []],
  ["another format", { ...bankOf(full), format: "dryrun-concepts" }],
  ["no format", without(bankOf(full), "format")],
  ["no version", without(bankOf(full), "version")],
  ["a newer version", { ...bankOf(full), version: 2 }],
  ["version 0", { ...bankOf(full), version: 0 }],
  ["a title that is no text", { ...bankOf(full), title: 3 }],
  ["an unknown key at the top", { ...bankOf(full), extra: 1 }],
  ["questions that are no list", { ...bankOf(full), questions: {} }],
  ["a question that is text", bankOf("x")],
  ...["id", "prompt", "group"].map((key) => [`a question without ${key}`, bankOf(without(full, key))]),
  ...["id", "name", "points", "dimension", "evidence"].map((key) => [`a criterion without ${key}`, withQuestion({ follow_ups: [], criteria: [without(criterion, key)] })]),
  ["an unknown key in a question", withQuestion({ extra: 1 })],
  ["an unknown key in a criterion", withCriterion({ extra: 1 })],
  ["an unknown key in a pattern", withPattern({ extra: 1 })],
  ["an unknown key in a follow-up", withQuestion({ follow_ups: [{ ask: "And?", extra: 1 }] })],
  ["an unknown key in a worked answer", withQuestion({ strong: { answer: "a", why: "b", extra: 1 } })],
  ["a blank prompt", withQuestion({ prompt: " \t\n" })],
  ["an empty title", withQuestion({ title: "" })],
  ["a null", withQuestion({ title: null })],
  ["an unknown group", withQuestion({ group: "design" })],
  ["an unknown round", withQuestion({ rounds: ["lunch"] })],
  ["a round twice", withQuestion({ rounds: ["leadership", "leadership"] })],
  ["no rounds", withQuestion({ rounds: [] })],
  ["a level that is a number", withQuestion({ levels: [1] })],
  ["difficulty 0", withQuestion({ difficulty: 0 })],
  ["difficulty 1.5", withQuestion({ difficulty: 1.5 })],
  ["too few seconds", withQuestion({ seconds: 9 })],
  ["too many seconds", withQuestion({ seconds: 3601 })],
  ["a blank topic", withQuestion({ topics: [" "] })],
  ["a topic twice", withQuestion({ topics: ["a", "a"] })],
  ["a worked answer that is text", withQuestion({ strong: "a" })],
  ["a worked answer without why", withQuestion({ weak: { answer: "a" } })],
  ["a follow-up without ask", withQuestion({ follow_ups: [{}] })],
  ["no points", withCriterion({ points: 0 })],
  ["too many points", withCriterion({ points: 86 })],
  ["an unknown dimension", withCriterion({ dimension: "speed" })],
  ["primary as text", withCriterion({ primary: "yes" })],
  ["no evidence", withCriterion({ evidence: [] })],
  ["a pattern with neither all nor any", withCriterion({ evidence: [{ mark: 3, none: ["x"] }] })],
  ["a pattern with empty all and any", withPattern({ all: [], any: [] })],
  ["a pattern with empty all and some any", withPattern({ all: [] })],
  ["a blank phrase", withPattern({ all: [""] })],
  ["mark 1", withPattern({ mark: 1 })],
  ["mark 6", withPattern({ mark: 6 })],
  ["an unknown reach", withPattern({ within: "page" })],
  ["an unknown mood", withPattern({ mood: "hoped" })],
  ["negated_counts as a number", withPattern({ negated_counts: 1 })],
];

for (const [name, bank, change = (text) => text] of cases) {
  test(`schema and reader agree on ${name}`, (context) => {
    const text = change(JSON.stringify(bank));
    const file = temporary(context).write("bank.json", text);
    const { status, error } = dryrun(["questions", "--bank", file]);
    const isValid = validate(JSON.parse(text));
    assert.equal(status, isValid ? 0 : 2, `${error}\n${JSON.stringify(validate.errors)}`);
  });
}

test("the banks inside the program keep to the schema", () => {
  const folder = join(root, "data/banks");
  for (const name of readdirSync(folder)) {
    assert.ok(validate(JSON.parse(readFileSync(join(folder, name), "utf8"))), `${name}: ${JSON.stringify(validate.errors, null, 1)}`);
  }
});
