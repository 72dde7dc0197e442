// How well the judge tells strong from weak, and that no attack pays. Floors a little below what `dryrun selftest` shows today, on the pairs
// that may be looked at: they catch a judge that grew worse.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dryrun, dryrunOnce, succeed } from "./dryrun.mjs";

const percent = ({ hits, of }) => (100 * hits) / of;

test("strong answers stand above weak ones of their length, no attack pays, and small changes change little", () => {
  const { looked_at: measured, untouched } = JSON.parse(succeed(["selftest", "--format", "json"]));
  assert.equal(measured.pairs, 40);
  assert.equal(untouched.pairs, 20);
  assert.ok(measured.auc_milli >= 930, `${measured.auc_milli}`);
  assert.ok(percent(measured.pair_order) >= 92);
  assert.ok(percent(measured.strong_passed) >= 85);
  assert.ok(percent(measured.weak_passed) <= 10);
  for (const { id, passed, gain_milli: gain } of measured.attacks) {
    if (id === "sentences-shuffled") continue;
    assert.ok(percent(passed) <= (id === "other-question" ? 10 : 4), `${id}: ${passed.hits} of ${passed.of} pass`);
    assert.ok((gain ?? 0) <= 3000, `${id} gains ${gain} thousandths`);
  }
  for (const { id, near, flipped } of measured.changes) {
    const isSpeech = ["no-marks", "dropped", "misheard"].includes(id);
    assert.ok(percent(flipped) <= (isSpeech ? 14 : 1), `${id}: ${flipped.hits} of ${flipped.of} verdicts change`);
    assert.ok(percent(near) >= (isSpeech ? 40 : 99), `${id}: ${near.hits} of ${near.of} keep their points`);
  }
});

test("selftest prints a table for people, and says which formats there are", () => {
  assert.match(dryrunOnce(["selftest"]).out, /The third that nobody tunes on\n {2}pairs of a strong and a weak answer.* 20\n/);
  const { status, error } = dryrun(["selftest", "--format", "xml"]);
  assert.equal(status, 2);
  assert.match(error, /--format can't be "xml"/);
});
