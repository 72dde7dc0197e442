// Runs the test suites one after the other, each after the build that it needs, prints the time of each, and ends with one
// line "N passed, N failed" over all of them. Called by ./test. A suite is counted as the number of its tests; one that
// breaks before it can tell counts as one failure, never as none.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(new URL("..", import.meta.url)));
const logs = join(root, "artefacts/logs");
const environment = {
  ...process.env,
  DRYRUN_CLI: join(root, "build/native/dryrun"),
  DRYRUN_NODE_CLI: join(root, "build/web/dryrun-node.js"),
  DRYRUN_DESKTOP: join(root, "build/native/dryrun-desktop"),
  DRYRUN_DIST: join(root, "dist"),
  DRYRUN_ARTEFACTS: join(root, "artefacts"),
  // A leak of the system's OpenGL is not ours; one of ours is found by the units.
  ASAN_OPTIONS: "detect_stack_use_after_return=1:strict_string_checks=1",
  UBSAN_OPTIONS: "print_stacktrace=1:halt_on_error=1",
};

/** Test files of node:test under tests/<folder>. */
function nodeTests(folder) {
  const path = join(root, "tests", folder);
  if (!existsSync(path)) return [];
  return readdirSync(path).filter((name) => name.endsWith(".test.mjs")).sort().map((name) => join("tests", folder, name));
}

const doctest = (preset) => ({
  available: true,
  command: [join(root, "build", preset, "tests"), "--no-colors=true"],
  count(output) {
    const line = output.match(/test cases:\s*(\d+)\s*\|\s*(\d+) passed\s*\|\s*(\d+) failed/);
    return line && { passed: Number(line[2]), failed: Number(line[3]) };
  },
});

function nodeTest(folder, { concurrency, minutes } = {}) {
  const files = nodeTests(folder);
  return {
    available: files.length > 0,
    minutes,
    command: [process.execPath, ...(concurrency ? [`--test-concurrency=${concurrency}`] : []), "--test", "--test-reporter=tap", ...files],
    count(output) {
      const number = (name) => Number(output.match(new RegExp(`^# ${name} (\\d+)$`, "m"))?.[1] ?? NaN);
      const [passed, failed, cancelled, skipped] = ["pass", "fail", "cancelled", "skipped"].map(number);
      return Number.isNaN(passed) ? null : { passed, failed: failed + cancelled, skipped };
    },
  };
}

const kSuites = [
  { name: "layering", title: "layering", builds: [], ...nodeTest("layering") },
  { name: "units", title: "units (native)", builds: ["native"], ...doctest("native") },
  { name: "sanitizers", title: "units (ASan+UBSan)", builds: ["native-debug"], ...doctest("native-debug") },
  { name: "cli", title: "cli", builds: ["native", "web"], ...nodeTest("cli", { concurrency: 2 }) },
  { name: "web-equality", title: "web equality", builds: ["native", "web"], ...nodeTest("equality") },
  { name: "desktop", title: "desktop (Xvfb)", builds: ["native"], ...nodeTest("desktop", { concurrency: 1 }) },
  { name: "fuzz", title: "fuzz", builds: ["fuzz"], ...nodeTest("fuzz") },
  { name: "chromium", title: "chromium", builds: ["native", "web"], ...nodeTest("web", { concurrency: 1, minutes: 15 }) },
];

/** Runs a program; its output goes to a log file and comes back as a string. */
function run(command, logName, minutes = 10) {
  return new Promise((fulfil) => {
    const started = Date.now();
    const child = spawn(command[0], command.slice(1), { cwd: root, env: environment, stdio: ["ignore", "pipe", "pipe"] });
    const parts = [];
    child.stdout.on("data", (part) => parts.push(part));
    child.stderr.on("data", (part) => parts.push(part));
    let timedOut = false;
    const timer = setTimeout(() => { timedOut = true; child.kill("SIGKILL"); }, minutes * 60_000);
    const finish = (code, note = "") => {
      clearTimeout(timer);
      const output = Buffer.concat(parts).toString("utf8") + note;
      writeFileSync(join(logs, `${logName}.log`), output);
      fulfil({ ok: code === 0, output, seconds: (Date.now() - started) / 1000 });
    };
    child.on("error", (error) => finish(1, `\n${command[0]}: ${error.message}\n`));
    child.on("close", (code) => finish(code ?? 1, timedOut ? `\nended after ${minutes} minutes without finishing\n` : ""));
  });
}

/** What to show of a failed run: for node:test the failing parts, for everything else the end. */
function excerpt(output) {
  const lines = output.split("\n");
  const interesting = lines.findIndex((line) => /^\s*not ok |error:|ERROR|FAILED/.test(line));
  const from = Math.max(0, interesting < 0 ? lines.length - 60 : interesting - 2);
  return lines.slice(from, from + 120).join("\n");
}

const builds = new Map();
async function build(preset) {
  if (builds.has(preset)) return builds.get(preset);
  process.stdout.write(`build ${preset} ... `);
  const configured = await run(["cmake", "--preset", preset], `configure-${preset}`);
  const built = configured.ok ? await run(["cmake", "--build", "--preset", preset], `build-${preset}`, 20) : configured;
  const seconds = configured.seconds + (built === configured ? 0 : built.seconds);
  console.log(`${built.ok ? "done" : "FAILED"} in ${seconds.toFixed(1)} s`);
  if (!built.ok) console.log(excerpt(built.output));
  builds.set(preset, { ok: built.ok, seconds });
  return builds.get(preset);
}

async function main() {
  const wanted = process.argv.slice(2);
  if (wanted.includes("--list")) {
    for (const suite of kSuites) console.log(`${suite.name.padEnd(14)}${suite.title}${suite.available ? "" : " (no test file)"}`);
    return;
  }
  const unknown = wanted.filter((name) => !kSuites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    console.error(`test: no suite is called ${unknown.join(", ")}; there are ${kSuites.map((suite) => suite.name).join(", ")}`);
    process.exit(2);
  }
  mkdirSync(logs, { recursive: true });

  const rows = [];
  for (const suite of kSuites) {
    if (!suite.available || (wanted.length > 0 && !wanted.includes(suite.name))) continue;
    let buildsOk = true;
    for (const preset of suite.builds) buildsOk = (await build(preset)).ok && buildsOk;
    if (!buildsOk) {
      rows.push({ title: suite.title, passed: 0, failed: 1, skipped: 0, seconds: 0, note: "not built" });
      continue;
    }
    process.stdout.write(`${suite.title} ... `);
    const { ok, output, seconds } = await run(suite.command, suite.name, suite.minutes);
    const counted = suite.count(output) ?? { passed: 0, failed: 0 };
    let { passed, failed, skipped = 0 } = counted;
    if (!ok && failed === 0) failed = 1;
    if (ok && passed + failed === 0) failed = 1;
    console.log(`${passed} passed, ${failed} failed in ${seconds.toFixed(1)} s`);
    if (failed > 0) console.log(excerpt(output));
    rows.push({ title: suite.title, passed, failed, skipped, seconds, note: "" });
  }

  const total = (key) => rows.reduce((sum, row) => sum + row[key], 0);
  console.log("");
  for (const [preset, { ok, seconds }] of builds) console.log(`${`build ${preset}`.padEnd(24)}${seconds.toFixed(1).padStart(8)} s${ok ? "" : "  FAILED"}`);
  for (const row of rows) {
    console.log(`${row.title.padEnd(24)}${row.seconds.toFixed(1).padStart(8)} s  ${row.passed} passed, ${row.failed} failed${row.note && ` (${row.note})`}`);
  }
  const skipped = total("skipped");
  console.log("");
  console.log(`${total("passed")} passed, ${total("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  process.exitCode = total("failed") > 0 || rows.length === 0 ? 1 : 0;
}

await main();
