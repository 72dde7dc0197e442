// Puts the web artefacts together in dist/. Called by the build; see cmake/web.cmake.
//
// Two forms of one page, from one shell.html:
//   index.html    hosted: dry-run.js, dry-run-shell.js, dry-run.wasm, dryrun.pack, rules.pack and the icons lie beside it
//   dry-run.html  one self-contained file that also runs from file://, with no request at all
//
// Both run the same scripts, as classic ones and in this order: dry-run.js (Emscripten's, defines createDryRun), then
// dry-run-shell.js (web/main.js and all that it imports, bundled into one function by esbuild). The shell script finds
//   window.DRYRUN_INLINE = { wasm: "<base64>", pack: "<base64>", rules: "<base64>" }
// in dry-run.html; where it is undefined, it fetches "dry-run.wasm", "dryrun.pack" and later "rules.pack" beside the page.
//
// shell.html marks where things go:
//   <!-- dry-run:head -->     content security policy and icons; must be the first thing that loads anything
//   <!-- dry-run:scripts -->  the scripts, at the end of the body
//   {{version}}               the version of the build
// Style sheets are written in shell.html itself, in <style>: their hashes go into the policy, so that inline style
// attributes stay forbidden (setting element.style from script is allowed).
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { build, transform } from "esbuild";

const { values: options } = parseArgs({
  options: {
    root: { type: "string" }, // the source tree
    out: { type: "string" }, // dist/
    script: { type: "string" }, // Emscripten's dry-run.js
    wasm: { type: "string" },
    pack: { type: "string" },
    rules: { type: "string" },
    version: { type: "string" },
    mode: { type: "string", default: "release" },
  },
});

const base64 = (path) => readFileSync(path).toString("base64");
const hashSource = (text) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
// In an HTML script these end or derail the element, wherever they stand; inside JavaScript strings and regular
// expressions "<\/" and "<\!" mean the same.
const escapeScript = (text) => text.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");

async function bundleShellScript() {
  const result = await build({
    entryPoints: [join(options.root, "web/main.js")],
    bundle: true,
    write: false,
    format: "iife",
    target: ["es2020"],
    charset: "utf8",
    legalComments: "none",
    minify: options.mode === "release",
    define: { DRYRUN_VERSION: JSON.stringify(options.version), DRYRUN_DEBUG: JSON.stringify(options.mode !== "release") },
    logLevel: "warning",
  });
  return result.outputFiles[0].text;
}

/** Emscripten keeps the names of what its own functions hold. */
async function minifyScript(text) {
  if (options.mode !== "release") return text;
  return (await transform(text, { minify: true, target: "es2020", legalComments: "none" })).code;
}

function policy({ scripts, styles, connect }) {
  return [
    "default-src 'none'",
    `script-src ${scripts} 'wasm-unsafe-eval'`,
    `style-src ${styles}`,
    "img-src 'self' data: blob:",
    "font-src 'self' data: blob:",
    "media-src 'self' blob:",
    `connect-src ${connect}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function fill(shell, marks) {
  let page = shell.replaceAll("{{version}}", options.version);
  for (const [mark, text] of Object.entries(marks)) {
    const place = `<!-- dry-run:${mark} -->`;
    if (page.split(place).length !== 2) throw new Error(`shell.html must hold ${place} exactly once`);
    page = page.replace(place, () => text);
  }
  return page;
}

const styleHashes = (shell) =>
  [...shell.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((match) => hashSource(match[1])).join(" ") || "'none'";

function writeIfChanged(path, content) {
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}

async function main() {
  const shell = readFileSync(join(options.root, "shell.html"), "utf8").replaceAll("{{version}}", options.version);
  const emscripten = await minifyScript(readFileSync(options.script, "utf8"));
  const shellScript = await bundleShellScript();
  const assets = join(options.root, "assets");
  const icons = readdirSync(assets).filter((name) => /\.(png|svg|ico)$/.test(name)).sort();

  // Everything goes to a folder of its own first and is moved at the end: a failed build leaves the last good page.
  mkdirSync(options.out, { recursive: true });

  const styles = styleHashes(shell);
  const meta = (text) => `<meta http-equiv="Content-Security-Policy" content="${text}">`;

  const iconLinks = [];
  if (icons.includes("icon-32.png")) iconLinks.push(["icon", "icon-32.png", 'sizes="32x32"']);
  if (icons.includes("icon-192.png")) iconLinks.push(["icon", "icon-192.png", 'sizes="192x192"']);
  if (icons.includes("icon-180.png")) iconLinks.push(["apple-touch-icon", "icon-180.png", 'sizes="180x180"']);
  const hostedIcons = iconLinks.map(([rel, name, sizes]) => `<link rel="${rel}" type="image/png" ${sizes} href="${name}">`);
  const inlineIcons = iconLinks.slice(0, 1).map(
    ([rel, name, sizes]) => `<link rel="${rel}" type="image/png" ${sizes} href="data:image/png;base64,${base64(join(assets, name))}">`,
  );

  const hosted = fill(shell, {
    head: [meta(policy({ scripts: "'self'", styles, connect: "'self'" })), ...hostedIcons].join("\n"),
    scripts: '<script src="dry-run.js"></script>\n<script src="dry-run-shell.js"></script>',
  });

  const inline = [
    `window.DRYRUN_INLINE={wasm:"${base64(options.wasm)}",pack:"${base64(options.pack)}",rules:"${base64(options.rules)}"};`,
    escapeScript(emscripten),
    escapeScript(shellScript),
  ];
  const portable = fill(shell, {
    head: [
      meta(policy({ scripts: inline.map(hashSource).join(" "), styles, connect: "'none'" })),
      ...inlineIcons,
    ].join("\n"),
    scripts: inline.map((text) => `<script>${text}</script>`).join("\n"),
  });

  copyFileSync(options.wasm, join(options.out, "dry-run.wasm"));
  copyFileSync(options.pack, join(options.out, "dryrun.pack"));
  copyFileSync(options.rules, join(options.out, "rules.pack"));
  for (const name of icons) copyFileSync(join(assets, name), join(options.out, basename(name)));
  writeIfChanged(join(options.out, "dry-run.js"), emscripten);
  writeIfChanged(join(options.out, "dry-run-shell.js"), shellScript);
  writeIfChanged(join(options.out, "dry-run.html"), portable);
  writeIfChanged(join(options.out, "index.html"), hosted);
}

main().catch((error) => {
  // The build tool looks at the time of index.html: without it the next build tries again.
  rmSync(join(options.out, "index.html"), { force: true });
  console.error(`bundle: ${error.message}`);
  process.exit(1);
});
