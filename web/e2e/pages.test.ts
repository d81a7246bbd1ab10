import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { assertAccessible, openBrowser, SIZES, type Size, visit } from "./support.js";

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const PAGES = [
  "/",
  "/?category=tafel_mittagstisch",
  "/?q=gibtesnichtxyz",
  "/liste",
  "/liste?near=Engen&within_m=5000",
  "/gemeinden",
  "/wichtige-nummern",
  "/impressum",
  "/datenschutz",
  "/barrierefreiheit",
];

/** The first entry, its provider and its municipality: found as a visitor finds them. */
async function linkedPages(): Promise<string[]> {
  const { page, context } = await visit(browser, "/liste?category=tafel_mittagstisch", "desktop");
  const entry = await page.locator(".offer-card a[href^='/angebote/']").first().getAttribute("href");
  await page.goto(entry ?? "");
  const found = [entry];
  for (const kind of ["/traeger/", "/gemeinden/"]) {
    const link = page.locator(`main a[href^='${kind}']`);
    found.push((await link.count()) > 0 ? await link.first().getAttribute("href") : null);
  }
  await context.close();
  return found.filter((href) => href !== null);
}

/** Pages about the interface: for developers, and held to the same rules. */
const MACHINE_PAGES = [
  "/api?f=html",
  "/api/docs",
  "/api/collections?f=html",
  "/api/collections/services/queryables?f=html",
  "/api/collections/services/items?f=html&limit=5",
  "/api/collections/municipalities/items?f=html",
];

for (const size of Object.keys(SIZES) as Size[]) {
  test(`axe finds nothing on any page (${size}), and no request leaves the origin`, async () => {
    for (const path of [...PAGES, ...MACHINE_PAGES, ...(await linkedPages())]) {
      const { page, context, check } = await visit(browser, path, size);
      if (size === "desktop" && (await page.locator("[data-map]").count()) > 0) {
        await page.waitForSelector(".map__status", { state: "detached" });
      }
      await assertAccessible(page, `${path} (${size})`);
      check();
      await context.close();
    }
  });

  test(`every page is complete without JavaScript (${size})`, async () => {
    for (const path of [...PAGES, ...(await linkedPages())]) {
      const { page, context } = await visit(browser, path, size, { javaScriptEnabled: false });
      assert.equal(await page.locator("h1").count(), 1, path);
      assert.ok((await page.locator("main").innerText()).trim().length > 80, path);
      assert.equal(
        await page.locator("button[data-js]:visible").count(),
        0,
        `${path} offers what needs a script`,
      );
      await context.close();
    }
  });
}

test("nothing is wider than a screen of 320 pixels", async () => {
  for (const path of [...PAGES, ...(await linkedPages())]) {
    const { page, context } = await visit(browser, path, "phone");
    await page.setViewportSize({ width: 320, height: 640 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 320, `${path} is ${width} px wide`);
    await context.close();
  }
});
