// Runs the command line for the tests: the native build, and beside it the Node build where there is one, which must then say the
// same, byte for byte.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const native = process.env.DRYRUN_CLI ?? join(root, "build/native/dryrun");
const node = process.env.DRYRUN_NODE_CLI;
const hasNode = node !== undefined && existsSync(node);

function spawn(command, args, input) {
  const result = spawnSync(command[0], [...command.slice(1), ...args], { cwd: root, input: input ?? "", maxBuffer: 256 << 20 });
  // A program that refuses its flags ends without reading: a broken pipe is no fault of either.
  if (result.error && !(result.error.code === "EPIPE" && result.status !== null)) throw result.error;
  return { status: result.status, bytes: result.stdout, out: result.stdout.toString("utf8"), error: result.stderr.toString("utf8") };
}

/** Runs `dryrun ARGS` with `input` on standard input: { status, out, bytes, error }. */
export function dryrun(args, input) {
  const result = spawn([native], args, input);
  if (hasNode) {
    const other = spawn([process.execPath, node], args, input);
    assert.equal(other.status, result.status, `the Node build ends differently: ${args.join(" ")}\n${other.error}`);
    assert.ok(other.bytes.equals(result.bytes), `the Node build prints other bytes: ${args.join(" ")}`);
  }
  return result;
}

/** The same for commands that write files: natively only, so that nothing is written twice. */
export function dryrunOnce(args, input) {
  return spawn([native], args, input);
}

export function succeed(args, input) {
  const result = dryrun(args, input);
  assert.equal(result.status, 0, `${args.join(" ")}\n${result.error}`);
  return result.out;
}

export function judge(args, input) {
  return JSON.parse(succeed(["score", ...args, "--format", "json"], input));
}

/** One report or error for each line that is not blank. */
export function batch(lines) {
  const text = lines.map((line) => (typeof line === "string" || Buffer.isBuffer(line) ? line : JSON.stringify(line)));
  const out = succeed(["score", "--batch", "-"], Buffer.concat(text.flatMap((line) => [Buffer.from(line), Buffer.from("\n")])));
  return out === "" ? [] : out.trimEnd().split("\n").map((line) => JSON.parse(line));
}

const folder = join(root, "data/banks");
export const questions = existsSync(folder)
  ? readdirSync(folder).filter((name) => name.endsWith(".json")).sort().flatMap((name) => JSON.parse(readFileSync(join(folder, name), "utf8")).questions)
  : [];

/** A folder of its own for one test, gone when it ends. */
export function temporary(context) {
  const path = mkdtempSync(join(tmpdir(), "dryrun-test-"));
  context.after(() => rmSync(path, { recursive: true, force: true }));
  return {
    path: (name) => join(path, name),
    write(name, content) {
      writeFileSync(join(path, name), typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content));
      return join(path, name);
    },
  };
}

export const minimalQuestion = { id: "retire-a-service", prompt: "How would you retire a service that others call?", group: "system-design-architecture" };
export const bankOf = (...list) => ({ format: "dryrun-bank", version: 1, questions: list });
