import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import {
  assertAccessible,
  BASE,
  hasText,
  mapReady,
  openBrowser,
  openContext,
  SIZES,
  type Size,
  total,
  until,
  visit,
} from "./support.js";

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const SEARCH = "/?category=tafel_mittagstisch";

for (const size of Object.keys(SIZES) as Size[]) {
  test(`search, list, map, entry and back with the filters kept (${size})`, async () => {
    const { page, context, check } = await visit(browser, "/", size);
    await page.locator("#facetten summary").click();
    const box = page.locator("#facetten input[name=category]").first();
    const chosen = (await box.getAttribute("value")) ?? "";
    await box.check();
    await page.waitForURL(`**category=${chosen}**`);
    const found = await total(page);
    assert.ok(found > 0, "the filter finds nothing");
    await until(async () => {
      const open = await page.locator("#facetten details").first().getAttribute("open");
      assert.equal(open, "", "the filters closed");
      const focus = await page.evaluate(() => document.activeElement?.getAttribute("name"));
      assert.equal(focus, "category", "the focus was lost");
    });
    if (size === "phone") {
      await page.locator("[data-js=map-toggle]").click();
    }
    await mapReady(page);
    if (size === "phone") {
      await page.locator("[data-js=list-toggle]").click();
    }
    await page.locator("#treffer .offer-card__link").first().click();
    await page.waitForURL("**/angebote/**");
    assert.equal(new URL(page.url()).searchParams.get("category"), chosen, "the entry forgot the search");
    await page.goBack();
    await page.waitForURL(`**category=${chosen}**`);
    assert.equal(await total(page), found);
    assert.ok(await page.locator(`#facetten input[value="${chosen}"]`).isChecked());
    check();
    await context.close();
  });
}

test("on the phone a chosen mark shows its card at the bottom edge, which can be closed", async () => {
  const { page, context, check } = await visit(browser, SEARCH, "phone");
  await page.locator("[data-js=map-toggle]").click();
  await mapReady(page);
  // Each bubble that is opened comes nearer, until there is a mark of its own.
  await until(async () => {
    if ((await page.locator(".map-marker").count()) === 0) {
      await page.locator(".map-bubble").first().press("Enter", { timeout: 1000 });
      assert.fail("no mark yet");
    }
  });
  await page.locator(".map-marker").first().press("Enter");
  const card = page.locator(".map-card");
  await card.locator("a[href^='/angebote/']").first().waitFor();
  await assertAccessible(page, "the card on the phone's map");
  await card.locator(".map-card__close").click();
  await card.waitFor({ state: "hidden" });
  check();
  await context.close();
});

test("an answer that does not come leaves the list, says so, and can be asked for again", async () => {
  const { page, context } = await visit(browser, SEARCH, "desktop");
  const before = await total(page);
  await page.route(`${BASE}/?*`, (route) => route.abort());
  await page.fill("#suche [name=q]", "Tafel");
  await page.press("#suche [name=q]", "Enter");
  const error = page.locator(".results__error[role=alert]");
  await error.waitFor();
  assert.equal(await total(page), before);
  await assertAccessible(page, "with an error");
  await page.unroute(`${BASE}/?*`);
  await error.locator("button").click();
  await page.waitForURL("**q=Tafel**");
  await error.waitFor({ state: "detached" });
  await context.close();
});

test("the count of a new list is announced", async () => {
  const { page, context, check } = await visit(browser, "/", "desktop");
  await page.fill("#suche [name=q]", "Tafel");
  await page.press("#suche [name=q]", "Enter");
  await page.waitForURL("**q=Tafel**");
  await hasText(page.locator("body > .kern-sr-only[role=status]"), new RegExp(`^${await total(page)} `));
  check();
  await context.close();
});

test("moving the map changes the list only when asked to", async () => {
  const { page, context, check } = await visit(browser, "/", "desktop");
  await mapReady(page);
  const all = await total(page);
  await page.locator(".leaflet-control-zoom-in").click();
  const button = page.locator(".map-button");
  await button.waitFor();
  assert.equal(await total(page), all);
  assert.equal(new URL(page.url()).search, "");
  await button.click();
  await page.waitForURL("**bbox=**");
  assert.ok((await total(page)) < all);
  check();
  await context.close();
});

test("an address that does not exist gets a page with ways out", async () => {
  for (const path of [
    "/angebote/00000000-0000-0000-0000-000000000000",
    "/gibtesnicht",
    "/gemeinden/../../etc",
  ]) {
    const context = await openContext(browser, { baseURL: BASE, viewport: SIZES.phone });
    const page = await context.newPage();
    const answer = await page.goto(path);
    assert.equal(answer?.status(), 404, path);
    assert.ok((await page.locator("main a[href='/']").count()) > 0, `${path}: no way out`);
    await assertAccessible(page, path);
    await context.close();
  }
});

test("axe finds nothing in the dark", async () => {
  for (const path of [SEARCH, "/wichtige-nummern"]) {
    const { page, context, check } = await visit(browser, path, "desktop", { colorScheme: "dark" });
    await assertAccessible(page, `${path} in the dark`);
    check();
    await context.close();
  }
});

test("on paper the list stands without controls, with addresses and telephone numbers", async () => {
  const { page, context, check } = await visit(browser, "/liste", "desktop");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".page__search").isVisible(), false);
  assert.equal(await page.locator(".site-nav").isVisible(), false);
  assert.ok(await page.locator(".offer-card__place").first().isVisible());
  const number = page.locator(".offer-card__phone .kern-sr-only").first();
  if ((await number.count()) > 0) {
    const box = await number.boundingBox();
    assert.ok(box !== null && box.width > 40, "the telephone number is not printed");
  }
  check();
  await context.close();
});

test("on paper the map stands whole, as it was on the screen", async () => {
  const { page, context, check } = await visit(browser, "/", "desktop");
  await mapReady(page);
  const screen = await page.locator("#karte").boundingBox();
  await page.emulateMedia({ media: "print" });
  await until(async () => {
    const paper = await page.locator("#karte").boundingBox();
    assert.ok(screen !== null && paper !== null);
    assert.ok(paper.width <= 640.5 && paper.height <= 600.5, `${paper.width} x ${paper.height}`);
    const shape = (box: typeof paper): number => box.width / box.height;
    assert.ok(Math.abs(shape(paper) - shape(screen)) < 0.01, "the map is cut off");
  });
  check();
  await context.close();
});
