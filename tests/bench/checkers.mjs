// The prose checkers from npm that ./run bench compares with, each in a thread of its own, which bench.mjs can end when a text takes
// too long. A message is a text; the answer is how long one check takes, in milliseconds, and what it found.
import { parentPort, workerData } from "node:worker_threads";

/** As in judge_bench.cpp: stretches of at least the one length for as long as the other, of which the quickest counts. */
const kShortestStretchMs = 2;
const kMeasuredMs = 20;

/** Text in, findings out: nothing has to be written back. */
function findOnly() {
  this.compiler = () => "";
}

async function retext(plugins) {
  const [{ unified }, ...used] = await Promise.all(["unified", "retext-english", ...plugins].map((name) => import(name)));
  const processor = used.reduce((made, { default: plugin }) => made.use(plugin), unified()).use(findOnly).freeze();
  return (text) => processor.processSync(text).messages.length;
}

/** By the name that the table gives them: makes a function from a text to the number of findings. */
const checkers = {
  "write-good": async () => {
    const { default: writeGood } = await import("write-good");
    return (text) => writeGood(text).length;
  },
  // What the checker alex does with plain text.
  "retext as alex": () => retext(["retext-equality", "retext-profanities"]),
  "retext for style": () => retext(["retext-intensify", "retext-passive", "retext-repeated-words", "retext-simplify"]),
};

const check = await checkers[workerData]();

parentPort.on("message", (text) => {
  let best = Infinity;
  let findings = 0;
  let times = 1;
  for (const start = performance.now(); best === Infinity || performance.now() - start < kMeasuredMs; ) {
    const begin = performance.now();
    for (let i = 0; i < times; ++i) findings = check(text);
    const took = performance.now() - begin;
    if (took < kShortestStretchMs) times *= 2;
    else best = Math.min(best, took / times);
  }
  parentPort.postMessage({ ms: best, findings });
});
