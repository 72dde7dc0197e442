import assert from "node:assert/strict";
import { test } from "node:test";
import { bankOf, batch, dryrun, judge, minimalQuestion, questions, succeed, temporary } from "./dryrun.mjs";

const first = questions[0];

test("score prints one report as one line of JSON, with the answer as received", () => {
  const out = succeed(["score", "--question", first.id, "--format", "json"], first.strong.answer);
  assert.ok(out.endsWith("}\n"));
  assert.equal(out.trimEnd().split("\n").length, 1);
  assert.equal(JSON.parse(out).input.answer, first.strong.answer);
});

test("score exits with 0 whatever the verdict", () => {
  for (const answer of [first.strong.answer, first.weak.answer, "", "Hm."]) {
    assert.equal(dryrun(["score", "--question", first.id], answer).status, 0);
  }
  assert.equal(judge(["--question", first.id], "").verdict, "cannot-judge");
});

test("the ledger sums to the score, and each span lies inside the answer", () => {
  const lines = questions.flatMap(({ id, strong, weak }) => [strong, weak].map(({ answer }) => ({ id, question_id: id, answer })));
  for (const [index, report] of batch(lines).entries()) {
    const bytes = Buffer.byteLength(lines[index].answer);
    assert.equal(report.ledger.reduce((sum, row) => sum + row.points, 0), report.score, report.id);
    for (const { begin, end } of [...report.ledger, ...report.gates]) {
      assert.ok((begin === null && end === null) || (begin >= 0 && begin < end && end <= bytes), `${report.id} ${begin}-${end} of ${bytes}`);
    }
  }
});

test("an answer comes from a file, from standard input by name, and by default", (context) => {
  const file = temporary(context).write("answer.txt", first.strong.answer);
  const named = succeed(["score", "--question", first.id, "--answer", file, "--format", "json"]);
  assert.equal(succeed(["score", "--question", first.id, "--answer", "-", "--format", "json"], first.strong.answer), named);
  assert.equal(succeed(["score", "--question", first.id, "--format=json"], first.strong.answer), named);
});

test("the text form names the verdict, the score and the threshold", () => {
  const report = judge(["--question", first.id], first.strong.answer);
  const text = succeed(["score", "--question", first.id], first.strong.answer);
  assert.match(text, new RegExp(report.verdict, "i"));
  assert.ok(text.includes(String(report.score)) && text.includes(String(report.threshold)));
});

test("level, mode and seconds are part of the input that the report gives back", () => {
  const { input } = judge(["--question", first.id, "--level", "staff", "--mode", "spoken", "--seconds", "150"], first.strong.answer);
  assert.deepEqual([input.level, input.mode, input.seconds], ["staff", "spoken", 150]);
});

test("a free question is judged, with its group given or told from its words", () => {
  for (const group of [[], ["--group", "system-design-architecture"]]) {
    const report = judge(["--ask", "How would you split a database that is too big?", ...group], first.strong.answer);
    assert.equal(Object.keys(report.dimensions).length, 6);
  }
});

test("invalid UTF-8 is replaced byte for byte", () => {
  const report = judge(["--question", first.id], Buffer.concat([Buffer.from("We "), Buffer.from([0xff, 0xc3]), Buffer.from(" it.")]));
  assert.equal(report.input.answer, "We ?? it.");
});

test("an answer of 1 MiB is judged and one byte more is refused", () => {
  const most = "I asked who calls it. ".repeat(1 << 16).slice(0, 1 << 20);
  assert.equal(judge(["--question", first.id], most).input.answer.length, 1 << 20);
  const { status, out, error } = dryrun(["score", "--question", first.id], most + "x");
  assert.deepEqual([status, out], [2, ""]);
  assert.match(error, /larger than the limit of 1 MiB; shorten it or split it/);
});

test("--bank replaces the bank inside, --add-bank adds to it", (context) => {
  const file = temporary(context).write("bank.json", bankOf(minimalQuestion));
  const ids = (...args) => JSON.parse(succeed(["questions", "--format", "json", ...args])).map(({ id }) => id);
  assert.deepEqual(ids("--bank", file), [minimalQuestion.id]);
  assert.deepEqual(ids("--add-bank", file), [...questions.map(({ id }) => id), minimalQuestion.id]);
  assert.equal(judge(["--question", minimalQuestion.id, "--bank", file], first.strong.answer).input.question_id, minimalQuestion.id);
  const twice = dryrun(["questions", "--bank", file, "--add-bank", file]);
  assert.equal(twice.status, 2);
  assert.match(twice.error, /B014/);
});

test("a bank that can't be read stops the command and tells every finding", (context) => {
  const file = temporary(context).write("bank.json", bankOf({ ...minimalQuestion, group: "design", seconds: "1" }));
  const { status, out, error } = dryrun(["score", "--bank", file, "--question", "retire-a-service"], "x");
  assert.deepEqual([status, out], [2, ""]);
  assert.match(error, /bank\.json:1:\d+ B007 /);
  assert.match(error, /bank\.json:1:\d+ B004 /);
});

test("a batch answers each line in order and goes on after a bad one", () => {
  const line = (id, more) => ({ id, question_id: first.id, answer: first.strong.answer, ...more });
  const out = batch([
    line("a"), "", "nonsense", "[1]", line("b", { question_id: "no-such" }), line("c", { level: "principal" }), line("d", { mode: "sung" }),
    line("e", { seconds: -1 }), line("f", { answer: undefined }), line("g", { question: "Both?" }), line("h", { question_id: undefined }),
    line("i", { words: [["so", 5, 1]] }), line({}, {}), line(7), line("j", { label: "strong", source: "x" }), line("k", { answer: "" }),
    { id: "l", question: "How would you do it?", group: "nowhere", answer: "x" }, line("z"),
  ]);
  assert.equal(out.length, 17);
  assert.deepEqual(out.filter((one) => "error" in one).map(({ id }) => id), [null, null, "b", "c", "d", "e", "f", "g", "h", "i", {}, "l"]);
  assert.deepEqual(out.filter((one) => "verdict" in one).map(({ id }) => id), ["a", "7", "j", "k", "z"]);
  assert.match(out[1].error, /^line 3: not JSON/);
  assert.match(out[3].error, /unknown question "no-such"/);
  assert.match(out[4].error, /senior or staff/);
  assert.match(out[5].error, /typed or spoken/);
});

test("a question whose collection puts it into none of the groups is judged like one without a group", () => {
  const line = { id: "x", question: "Tell me about a release that went wrong.", answer: first.strong.answer };
  const [none, other, unknown] = batch([line, { ...line, group: "other" }, { ...line, group: "others" }]);
  assert.deepEqual(other, none);
  assert.match(unknown.error, /"group" can't be "others"/);
});

test("a batch line is the report that score prints", () => {
  const alone = judge(["--question", first.id], first.strong.answer);
  const [inBatch] = batch([{ id: "x", question_id: first.id, answer: first.strong.answer }]);
  inBatch.id = alone.id;
  assert.deepEqual(inBatch, alone);
});

test("a batch takes carriage returns, a missing last newline, invalid UTF-8 and a whole MiB", () => {
  const line = (answer) => JSON.stringify({ id: "a", question_id: first.id, answer });
  const out = succeed(["score", "--batch", "-"], Buffer.from(`${line("x")}\r\n\r\n${line("y")}`));
  assert.equal(out.trimEnd().split("\n").length, 2);
  const [replaced] = batch([Buffer.from(line("caf\u00e9")).map((byte) => (byte === 0xa9 ? 0xff : byte))]);
  assert.equal(replaced.input.answer, "caf??");
  const [whole, over] = batch([{ id: "b", question_id: first.id, answer: "\u0001".repeat(1 << 20) }, { id: "c", question_id: first.id, answer: "a".repeat((1 << 20) + 1) }]);
  assert.ok("verdict" in whole);
  assert.match(over.error, /1 MiB/);
});

test("a batch is read from a file, and an empty one prints nothing", (context) => {
  const file = temporary(context).write("batch.jsonl", `${JSON.stringify({ id: "a", question_id: first.id, answer: "x" })}\n`);
  assert.equal(succeed(["score", "--batch", file]).trimEnd().split("\n").length, 1);
  assert.equal(succeed(["score", "--batch", "-"], ""), "");
});

test("each wrong flag ends with 2, prints nothing and says what is legal", () => {
  const cases = [
    [["score"], /--question ID or as --ask/],
    [["score", "--question", first.id, "--ask", "Why?"], /one of them/],
    [["score", "--question", "no-such"], /unknown question "no-such"/],
    [["score", "--question", `${first.id}x`], new RegExp(`Did you mean "${first.id}"`)],
    [["score", "--anwser", "x"], /Did you mean "--answer"/],
    [["score", "--question", first.id, "--level", "junior"], /senior or staff/],
    [["score", "--question", first.id, "--mode", "sung"], /typed or spoken/],
    [["score", "--question", first.id, "--seconds", "12.5"], /whole number/],
    [["score", "--question", first.id, "--format", "xml"], /text or json/],
    [["score", "--question", first.id, "--group", "behavioural-leadership"], /--group is for --ask/],
    [["score", "--ask", "Why?", "--group", "design"], /system-design-architecture/],
    [["score", "--question", first.id, "--without", "no-such-rule"], /no rule "no-such-rule"/],
    [["score", "--question", first.id, "--answer"], /needs a value/],
    [["score", "--question", first.id, "--question", first.id], /given twice/],
    [["score", "--question", first.id, "extra"], /takes only options, so "extra" is one word too many/],
    [["score", "--question", first.id, "--answer", "no-such-file"], /no-such-file: there is no such file; look at the path/],
    [["score", "--question", first.id, "--answer", "data"], /data: is a folder; name a file in it/],
    [["score", "--batch", "no-such-file"], /no-such-file: there is no such file/],
    [["score", "--batch", "data"], /data: is a folder/],
    [["score", "--batch", "-", "--level", "staff"], /--level does not go with --batch/],
    [["questions", "--bank", "no-such-file"], /no-such-file: /],
    [["scroe"], /Did you mean "score"/],
    [[], /which command/],
  ];
  for (const [args, message] of cases) {
    const { status, out, error } = dryrun(args, "An answer.");
    assert.deepEqual([status, out], [2, ""], args.join(" "));
    assert.match(error, message);
  }
});
