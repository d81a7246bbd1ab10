import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { assertAccessible, backdropReady, openBrowser, SIZES, type Size, visit } from "./support.js";

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
  "/wegweiser",
  "/wegweiser/gewalt",
  "/wegweiser/pflege/zuhause?municipality=08335022",
  "/liste?category=schutz_gewalt",
  "/liste?age=67,unknown&open=today,unknown&sort=name",
  "/gemeinden",
  "/wichtige-nummern",
  "/plakate?category=tafel_mittagstisch",
  "/impressum",
  "/datenschutz",
  "/barrierefreiheit",
  "/planung/matrix?max_distance_m=5000",
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
  // What residents read is looked at in `accessible.test.ts`.
  test(`axe finds nothing on the pages about the interface (${size}), and no request leaves the origin`, async () => {
    for (const path of MACHINE_PAGES) {
      const { page, context, check } = await visit(browser, path, size);
      if (size === "desktop" && (await page.locator("[data-map]").count()) > 0) {
        await backdropReady(page);
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

test("nothing is wider than a screen of 320 pixels, nor than a phone's with text twice as large", async () => {
  for (const path of [...PAGES, ...MACHINE_PAGES, ...(await linkedPages())]) {
    const { page, context } = await visit(browser, path, "phone");
    await page.setViewportSize({ width: 320, height: 640 });
    const width = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok((await width()) <= 320, `${path} is ${await width()} px wide`);
    await page.setViewportSize(SIZES.phone);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    const limit = SIZES.phone.width;
    assert.ok((await width()) <= limit, `${path} is ${await width()} px wide with large text`);
    await context.close();
  }
});

test("on the phone no municipality's name is broken inside a word", async () => {
  const { page, context } = await visit(browser, "/gemeinden", "phone");
  const words = await page.locator(".municipalities :is(thead th, a)").evaluateAll((cells) =>
    cells.flatMap((cell) => {
      const text = (cell.querySelector("bdi") ?? cell).firstChild as Text;
      return [...text.data.matchAll(/[^\s-]+-?/g)].map((word) => {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
        return { word: word[0], lines: lines.size };
      });
    }),
  );
  assert.ok(words.length > 20);
  assert.deepEqual(
    words.filter(({ lines }) => lines !== 1),
    [],
  );
  await context.close();
});

test("the interface's pages have the header, the margins and the footer of the house", async () => {
  for (const size of Object.keys(SIZES) as Size[]) {
    const frame = async (path: string): Promise<number[]> => {
      const { page, context } = await visit(browser, path, size);
      const left = async (part: string): Promise<number> =>
        (await page.locator(part).first().boundingBox())?.x ?? -1;
      const edges = [await left(".site-header__brand"), await left(".site-footer__note")];
      assert.ok((await left("h1")) >= 16, `${path} has no margin (${size})`);
      await context.close();
      return edges;
    };
    const house = await frame("/impressum");
    for (const path of MACHINE_PAGES) {
      assert.deepEqual(await frame(path), house, `${path} (${size})`);
    }
  }
});

test("a link inside a sentence flows with its words", async () => {
  const { page, context } = await visit(browser, "/wichtige-nummern", "phone");
  const links = page.locator(".number-card__facts a");
  assert.ok((await links.count()) > 3);
  for (const link of await links.all()) {
    assert.equal(await link.evaluate((element) => getComputedStyle(element).display), "inline");
  }
  await context.close();
});
