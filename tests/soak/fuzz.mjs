// Every fuzz target for some minutes, one after the other, from a seed that the clock gives. Inputs that reach new code are kept in
// build/fuzz/corpus and are where the next run begins. `node tests/soak/fuzz.mjs [SECONDS] [TARGET...]`, by ./run soak.
import { join } from "node:path";
import { kBuild, kTargets, run } from "../fuzz/targets.mjs";

const seconds = Number(process.argv[2] ?? 600);
const named = process.argv.slice(3);
const unknown = named.filter((name) => !kTargets.some((target) => target.name === name));
if (!(seconds > 0) || unknown.length > 0) {
  console.error(`soak: fuzz [SECONDS] [TARGET...]; targets are ${kTargets.map((target) => target.name).join(", ")}`);
  process.exit(2);
}
for (const target of kTargets.filter(({ name }) => named.length === 0 || named.includes(name))) {
  process.stdout.write(`fuzz ${target.name} ... `);
  const { ok, output } = await run(target, { seconds, seed: Date.now() % 2 ** 31, corpus: join(kBuild, "corpus", target.name) });
  const stat = (name) => Number(output.match(new RegExp(`stat::${name}: *(\\d+)`))?.[1] ?? 0);
  console.log(`${ok ? "sound" : "BROKEN"}: ${stat("number_of_executed_units")} inputs, ${stat("average_exec_per_sec")} a second, ${stat("new_units_added")} new`);
  if (!ok) {
    console.log(output.slice(-6000));
    process.exitCode = 1;
  }
}
