// Takes out of a data file what only authors and tests need, and its layout: what the page loads has nothing that it doesn't use.
// Hashes don't change by it, since they never see these fields (src/scoring/canonical.cpp).
//
//   node tools/strip_data.mjs IN OUT [--first-question]
// With --first-question a bank keeps only its first question.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const kAuthorFields = new Set(["must_earn", "must_not", "notes", "hit", "miss", "source"]);

const [from, to, option] = process.argv.slice(2);
const data = JSON.parse(readFileSync(from, "utf8"), (key, value) => (kAuthorFields.has(key) ? undefined : value));
if (option === "--first-question") data.questions.length = 1;
mkdirSync(dirname(to), { recursive: true });
writeFileSync(to, JSON.stringify(data));
