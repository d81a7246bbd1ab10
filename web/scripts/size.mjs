// Fails when JavaScript and CSS of the start page, Leaflet included and fonts apart, exceed the budget.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const BUDGET_BYTES = 130_000;
const dist = fileURLToPath(new URL("../dist/", import.meta.url));

const sizes = readdirSync(dist)
  .filter((name) => /\.(js|css)$/.test(name))
  .map((name) => ({ name, bytes: gzipSync(readFileSync(dist + name), { level: 9 }).length }));
const total = sizes.reduce((sum, file) => sum + file.bytes, 0);

for (const file of sizes) {
  console.log(`${String(file.bytes).padStart(8)}  ${file.name}`);
}
console.log(`${String(total).padStart(8)}  of ${BUDGET_BYTES} bytes gzip`);
if (sizes.length === 0 || total > BUDGET_BYTES) {
  console.error(sizes.length === 0 ? "dist/ holds no files: run the build first" : "over the budget");
  process.exitCode = 1;
}
