// `make audit`: axe on every page, in every language, at three widths, light and dark; and whether a page is forgotten.
//     npm run audit [-- WORD]     only pages whose address holds the word
import { BASE, openBrowser } from "../support.js";
import { every, LANGUAGES } from "./cases.js";
import { openHouse } from "./house.js";
import { type AuditedPage, GERMAN, PUBLIC } from "./pages.js";
import { forgottenPaths, forgottenRoutes, served, sitemap } from "./routes.js";
import { type Finding, run, told } from "./run.js";

const word = process.argv[2] ?? "";
const home = process.env["SOZIALATLAS_E2E_HOME"] ?? "..";
const chosen = (pages: readonly AuditedPage[]): AuditedPage[] =>
  served(pages, home).filter(({ path }) => path.includes(word));
const everybody = chosen(PUBLIC);
const german = chosen(GERMAN);

/** One line a page: findings by language; a dot where the page is not there. */
function table(findings: readonly Finding[]): string {
  const paths = [...everybody, ...german].map(({ path }) => path);
  const wide = Math.max(...paths.map((path) => path.length));
  const count = (path: string, language: string): string => {
    const there = language === "de" || everybody.some((page) => page.path === path);
    return there ? String(findings.filter((f) => f.page === path && f.language === language).length) : "·";
  };
  const row = (name: string, cells: readonly string[]): string =>
    [name.padEnd(wide), ...cells.map((cell) => cell.padStart(6))].join(" ");
  return [
    row("findings", LANGUAGES),
    ...paths.map((path) =>
      row(
        path,
        LANGUAGES.map((language) => count(path, language)),
      ),
    ),
  ].join("\n");
}

const browser = await openBrowser();
const house = await openHouse(browser, [...everybody, ...german]);
const cases = [...every(everybody, LANGUAGES), ...every(german, ["de"])];
const began = Date.now();
const { looks, findings, links } = await run(browser, cases, house, (done) => {
  if (done % 50 === 0) {
    console.error(`${done} of ${cases.length} pages opened`);
  }
});
await browser.close();

const forgotten =
  word === ""
    ? [
        ...forgottenRoutes(home).map((path) => `${path} (router)`),
        ...forgottenPaths(links, BASE).map((path) => `${path} (a link)`),
        ...forgottenPaths(await sitemap(BASE), BASE).map((path) => `${path} (sitemap)`),
      ]
    : [];
console.log(table(findings));
console.log(
  `\naxe looked ${looks} times in ${Math.round((Date.now() - began) / 1000)} s: ${findings.length} findings`,
);
if (findings.length > 0) {
  console.log(told(findings));
}
if (forgotten.length > 0) {
  console.log(`not in the list of pages (web/e2e/audit/pages.ts):\n  ${forgotten.join("\n  ")}`);
}
process.exitCode = findings.length + forgotten.length > 0 ? 1 : 0;
