// Fails when JavaScript and CSS of a kind of page, Leaflet included and fonts apart, exceed its budget; or the service
// worker; or all that a device keeps of one language for the time without internet. The data of that come from a server:
// they count when SOZIALATLAS_E2E_URL names one (scripts/with-server.sh target/debug/sozialatlas npm --prefix web run size).
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));

/** @type {Record<string, { file: string, css?: string[], imports?: string[] }>} */
const manifest = JSON.parse(readFileSync(`${dist}manifest.json`, "utf8"));

/**
 * Adds the files that a module needs at once.
 * @param {Set<string>} files
 * @param {string} key
 */
function collect(files, key) {
  const chunk = manifest[key];
  if (chunk === undefined) {
    throw new Error(`${key} was not built`);
  }
  if (!files.has(chunk.file)) {
    files.add(chunk.file);
    for (const style of chunk.css ?? []) {
      files.add(style);
    }
    for (const needed of chunk.imports ?? []) {
      collect(files, needed);
    }
  }
  return files;
}

/** @param {readonly string[]} keys */
const filesOf = (...keys) => keys.reduce(collect, new Set());

const start = filesOf("src/main.ts", "styles/main.css", "src/map/start.ts");
const planning = filesOf("src/planning/start.ts", "src/map/plan/start.ts", "src/planning/charts.ts");
const streets = filesOf("src/map/streets/start.ts", "src/map/streets/archive.ts");
const offline = filesOf("src/offline/page.ts");
const PAGES = [
  { name: "start page", budget: 130_000, files: [...start] },
  {
    name: "what planning adds to it",
    budget: 130_000,
    files: [...planning].filter((file) => !start.has(file)),
  },
  {
    name: "what the page without internet adds to it",
    budget: 6_000,
    files: [...offline].filter((file) => !start.has(file)),
  },
  {
    name: "what streets add to a page, where an operator has them",
    budget: 50_000,
    files: [...streets].filter((file) => !start.has(file)),
  },
  { name: "service worker", budget: 3_000, files: ["sw.js"] },
  { name: "script of <sozial-atlas>", budget: 6_000, files: ["sozial-atlas.js"] },
];

/** @param {Uint8Array} content */
const zipped = (content) => gzipSync(content, { level: 9 }).length;

/**
 * Tells what was measured, and fails when it is too much.
 * @param {string} name
 * @param {number} budget
 * @param {readonly (readonly [string, number])[]} measured
 */
function judge(name, budget, measured) {
  let total = 0;
  for (const [file, bytes] of measured) {
    total += bytes;
    console.log(`${String(bytes).padStart(8)}  ${file}`);
  }
  console.log(`${String(total).padStart(8)}  of ${budget} bytes gzip: ${name}`);
  if (total > budget) {
    console.error(`over the budget: ${name}`);
    process.exitCode = 1;
  }
}

for (const { name, budget, files } of PAGES) {
  judge(
    name,
    budget,
    files.map((file) => [file, zipped(readFileSync(dist + file))]),
  );
}

/**
 * An address of the server and what it transfers: fonts are compressed in themselves.
 * @param {string} path
 * @returns {Promise<readonly [string, number]>}
 */
async function transferred(path) {
  const answer = await fetch(base + path);
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status}`);
  }
  const content = new Uint8Array(await answer.arrayBuffer());
  return [path, Math.min(content.length, zipped(content))];
}

const base = process.env["SOZIALATLAS_E2E_URL"];
if (base !== undefined) {
  for (const prefix of ["", "/ar"]) {
    const data = `${prefix}/_/offline.json`;
    const kept = await (await fetch(base + data)).json();
    const paths = [data, "/sw.js", kept.backdrop, ...kept.assets, ...kept.pages];
    judge(`kept without internet, ${data}`, 1_500_000, await Promise.all(paths.map(transferred)));
  }
}
