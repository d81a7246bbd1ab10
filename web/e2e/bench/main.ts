// `make bench`: what pages and map reach in a browser.
//     npm run bench [-- --only pages|map] [--record]
import { join } from "node:path";
import { measureMap } from "./map.js";
import { measurePages } from "./pages.js";

const words = process.argv.slice(2);
const only = words.includes("--only") ? words[words.indexOf("--only") + 1] : undefined;
const home = process.env["SOZIALATLAS_E2E_HOME"] ?? "..";
const file = words.includes("--record") ? join(home, "docs/PERFORMANCE.md") : undefined;
const parts = { pages: measurePages, map: measureMap };
let isMet = true;
for (const [name, measure] of Object.entries(parts)) {
  if (only === undefined || only === name) {
    isMet = (await measure(file)) && isMet;
  }
}
process.exitCode = isMet ? 0 : 1;
