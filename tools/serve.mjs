// Serves a folder on loopback, for ./run and the browser tests. Never reached from another machine, never a production
// server. serve.mjs [FOLDER] [PORT]; as a module: serve(folder, port) -> {url, requests, close()}.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const kTypes = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".pack": "application/octet-stream",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ico": "image/x-icon",
  ".webmanifest": "application/manifest+json",
};

/** Port 0 takes a free one. `requests` lists the paths asked for so far, so that a test can say that there were none. */
export function serve(folder, port = 0) {
  const root = resolve(folder);
  const requests = [];
  const server = createServer((request, response) => {
    let path = "\0";
    try {
      path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    } catch {
      // Not an address: answered below like one that isn't there.
    }
    requests.push(path);
    let file = normalize(join(root, path));
    const inside = file === root || file.startsWith(root + sep);
    let size = -1;
    try {
      if (inside && statSync(file).isDirectory()) file = join(file, "index.html");
      if (inside) size = statSync(file).size;
    } catch {
      // Not there: answered below.
    }
    if (!inside || size < 0 || !["GET", "HEAD"].includes(request.method)) {
      response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("Not found\n");
      return;
    }
    response.writeHead(200, {
      "Content-Type": kTypes[extname(file)] ?? "application/octet-stream",
      "Content-Length": size,
      "Cache-Control": "no-cache",
      "X-Content-Type-Options": "nosniff",
    });
    if (request.method === "HEAD") response.end();
    else createReadStream(file).pipe(response);
  });
  return new Promise((fulfil, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      fulfil({
        url: `http://127.0.0.1:${server.address().port}/`,
        requests,
        close: () => new Promise((done) => { server.close(done); server.closeAllConnections?.(); }),
      });
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? "dist";
  const wanted = Number(process.argv[3] ?? 8080);
  // A port that is taken (another ./run) is no reason to fail.
  const server = await serve(folder, wanted).catch(() => serve(folder, 0));
  console.log(`Dry Run is at ${server.url}`);
  console.log(`and as one file, to double-click or take along: ${resolve(folder, "dry-run.html")}`);
  console.log("Ctrl+C ends it.");
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
}
