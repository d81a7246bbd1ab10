import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { addressIn, every, everyResized, LANGUAGES, ordinary, SCHEMES, WIDTHS } from "./audit/cases.js";
import { openHouse } from "./audit/house.js";
import { GERMAN, PUBLIC } from "./audit/pages.js";
import { forgottenPaths, forgottenRoutes, isKnown, served, sitemap } from "./audit/routes.js";
import { run, told } from "./audit/run.js";
import { BASE, openBrowser } from "./support.js";

const HOME = process.env["SOZIALATLAS_E2E_HOME"] ?? "..";

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

test("German and Arabic are looked at in full, and every pair with another language once", () => {
  const cases = ordinary(PUBLIC);
  const pairs = new Set<string>();
  const looks = cases.flatMap(({ page, language, looks }) =>
    looks.flatMap(({ width, schemes }) =>
      schemes.map((scheme) => [page.path, language, String(width), scheme] as const),
    ),
  );
  for (const words of looks) {
    for (const [at, one] of words.entries()) {
      for (const other of words.slice(at + 1)) {
        pairs.add(`${one} ${other}`);
      }
    }
  }
  const paths = PUBLIC.map(({ path }) => path);
  const widths = WIDTHS.map(String);
  const wanted = [paths, LANGUAGES, widths, SCHEMES].flatMap((ones, at, all) =>
    all.slice(at + 1).flatMap((others) => ones.flatMap((one) => others.map((other) => `${one} ${other}`))),
  );
  assert.deepEqual(
    wanted.filter((pair) => !pairs.has(pair)),
    [],
  );
  for (const language of ["de", "ar"] as const) {
    const own = new Set(looks.filter((words) => words[1] === language).map((words) => words.join(" ")));
    assert.equal(own.size, PUBLIC.length * WIDTHS.length * SCHEMES.length, language);
  }
  assert.equal(every(PUBLIC, LANGUAGES).length, PUBLIC.length * LANGUAGES.length * WIDTHS.length);
});

test("an address begins with its language", () => {
  assert.equal(addressIn("de", "/?q=a"), "/?q=a");
  assert.equal(addressIn("ar", "/"), "/ar");
  assert.equal(addressIn("ar", "/?q=a"), "/ar?q=a");
  assert.equal(addressIn("leicht", "/liste"), "/leicht/liste");
  assert.ok(isKnown("/uk/gemeinden/08335075") && !isKnown("/uk/neu") && !isKnown("/angebote/1/neu"));
});

test("no page of the router is missing in the list of pages that are audited", () => {
  assert.deepEqual(forgottenRoutes(HOME), []);
});

test("axe finds nothing on any public page, and every link and the sitemap lead to pages that are audited", async () => {
  const everybody = served(PUBLIC, HOME);
  const planning = served(GERMAN, HOME).filter(
    ({ path, who }) => path.startsWith("/planung") && who === undefined,
  );
  const house = await openHouse(browser, everybody);
  const { looks, findings, links } = await run(
    browser,
    [...ordinary(everybody), ...everyResized(planning, ["de"])],
    house,
  );
  assert.ok(looks > 450, `axe looked only ${looks} times`);
  assert.equal(findings.length, 0, `\n${told(findings)}`);
  assert.deepEqual(forgottenPaths([...links, ...(await sitemap(BASE))], BASE), []);
});
