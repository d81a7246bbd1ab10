import { mkdirSync } from "node:fs";
import { mapReady, openBrowser, type Size, visit } from "./support.js";

const FOLDER = "../docs/images";

/** Pictures of the running pages: file name, address, size, whether the map is the subject. */
const PICTURES: readonly (readonly [name: string, path: string, size: Size, map: boolean])[] = [
  ["start-desktop", "/", "desktop", true],
  ["results-desktop", "/?category=tafel_mittagstisch", "desktop", true],
  ["list-desktop", "/liste", "desktop", false],
  ["numbers-desktop", "/wichtige-nummern", "desktop", false],
  ["start-phone", "/", "phone", false],
  ["results-phone", "/?category=tafel_mittagstisch", "phone", false],
  ["map-phone", "/?category=tafel_mittagstisch", "phone", true],
  ["planning-matrix-desktop", "/planung/matrix", "desktop", false],
];

/** Pictures of the planning page: a scenario on the map, and its tables and diagrams. */
const PLANNING = "/planung?category=schuldnerberatung&max_distance_m=7000&add=8.79,47.83";

/** Only pictures whose name begins so; all without. */
const wanted = process.argv[2] ?? "";

mkdirSync(FOLDER, { recursive: true });
const browser = await openBrowser();
for (const [name, path, size, map] of PICTURES.filter(([name]) => name.startsWith(wanted))) {
  const { page, context, check } = await visit(browser, path, size);
  if (map && size === "phone") {
    await page.locator("[data-js=map-toggle]").first().click();
  }
  if (map) {
    await mapReady(page);
  }
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  check();
  await context.close();
}
for (const [name, size, part] of [
  ["planning-desktop", "desktop", "h1"],
  ["planning-map-desktop", "desktop", ".plan-board"],
  ["planning-diagrams-desktop", "desktop", "#diagramm-verteilung"],
  ["planning-map-phone", "phone", "#planung-werkzeuge"],
] as const) {
  if (!name.startsWith(wanted)) {
    continue;
  }
  const { page, context, check } = await visit(browser, PLANNING, size);
  await page.waitForSelector("#planung-karte[aria-busy=false]");
  await page.waitForSelector("#diagramm-lorenz svg", { state: "attached" });
  await page.evaluate((selector) => {
    document.querySelector(selector)?.scrollIntoView({ block: "start" });
    // The page's head stays in place and covers what is right below the edge.
    window.scrollBy(0, -100);
  }, part);
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  check();
  await context.close();
}
await browser.close();
