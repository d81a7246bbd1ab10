// Fails when JavaScript and CSS of a kind of page, Leaflet included and fonts apart, exceed its budget.
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
const PAGES = [
  { name: "start page", budget: 130_000, files: [...start] },
  {
    name: "what planning adds to it",
    budget: 130_000,
    files: [...planning].filter((file) => !start.has(file)),
  },
  { name: "script of <sozial-atlas>", budget: 6_000, files: ["sozial-atlas.js"] },
];

for (const { name, budget, files } of PAGES) {
  let total = 0;
  for (const file of files) {
    const bytes = gzipSync(readFileSync(dist + file), { level: 9 }).length;
    total += bytes;
    console.log(`${String(bytes).padStart(8)}  ${file}`);
  }
  console.log(`${String(total).padStart(8)}  of ${budget} bytes gzip: ${name}`);
  if (total > budget) {
    console.error(`over the budget: ${name}`);
    process.exitCode = 1;
  }
}
