import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import {
  assertAccessible,
  focused,
  hasCount,
  hasText,
  mapReady,
  openBrowser,
  total,
  until,
  visit,
} from "./support.js";

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

test("a search shows fewer hits, keeps its address, and going back shows all again", async () => {
  const { page, context, check } = await visit(browser, "/", "desktop");
  await mapReady(page);
  const all = await total(page);
  await page.fill("#suche [name=q]", "Tafel");
  await page.press("#suche [name=q]", "Enter");
  await page.waitForFunction(
    (before) => document.getElementById("treffer")?.dataset["total"] !== String(before),
    all,
  );
  const some = await total(page);
  assert.ok(some > 0 && some < all, `${some} of ${all}`);
  assert.equal(new URL(page.url()).searchParams.get("q"), "Tafel");
  await page.goBack();
  await page.waitForFunction(
    (count) => document.getElementById("treffer")?.dataset["total"] === String(count),
    all,
  );
  await page.goForward();
  await page.waitForFunction(
    (count) => document.getElementById("treffer")?.dataset["total"] === String(count),
    some,
  );
  await assertAccessible(page, "after a search");
  check();
  await context.close();
});

test("list and map are joined: pointing at a card lights its mark", async () => {
  const { page, context, check } = await visit(browser, "/?category=tafel_mittagstisch", "desktop");
  await mapReady(page);
  const cards = page.locator("#treffer .offer-card");
  for (let i = 0; i < (await cards.count()); i += 1) {
    await cards.nth(i).hover();
    if ((await page.locator("[class*='--highlighted']").count()) > 1) {
      check();
      await context.close();
      return;
    }
  }
  assert.fail("no card of the list has a mark on the map");
});

test("a mark opens what it stands for, with a link to the entry", async () => {
  const { page, context, check } = await visit(browser, "/?category=tafel_mittagstisch", "desktop");
  await mapReady(page);
  await page.locator(".map-marker, .map-disc").first().click();
  const link = page.locator(".map-popup a[href^='/angebote/']").first();
  await link.waitFor();
  await assertAccessible(page, "with an open popup");
  await link.click();
  await page.waitForURL("**/angebote/**");
  await hasCount(page.locator("h1"), 1);
  check();
  await context.close();
});

test("every mark has a name of its own", async () => {
  const { page, context } = await visit(browser, "/", "desktop");
  await mapReady(page);
  const names = await page
    .locator(".leaflet-marker-icon")
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("aria-label") ?? ""));
  assert.ok(names.length > 5);
  assert.ok(
    names.every((name) => name !== "" && name !== "Marker"),
    names.join(" | "),
  );
  await context.close();
});

test("by keyboard alone: skip link, search, first hit, entry and back", async () => {
  const { page, context, check } = await visit(browser, "/", "desktop");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.hash === "#inhalt");
  await page.locator("#suche [name=q]").focus();
  await page.keyboard.type("Schuldnerberatung");
  await page.keyboard.press("Enter");
  await page.waitForURL("**q=Schuldnerberatung**");
  const first = page.locator("#treffer .offer-card a[href^='/angebote/']").first();
  const name = ((await first.textContent()) ?? "").trim();
  for (let i = 0; i < 80 && (await focused(page)) !== name; i += 1) {
    await page.keyboard.press("Tab");
  }
  assert.equal(await focused(page), name, "the first hit cannot be reached by Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/angebote/**");
  await until(async () => assert.equal(((await page.locator("h1").textContent()) ?? "").trim(), name));
  check();
  await context.close();
});

test("by keyboard alone on the map: a mark is reached, opened and closed", async () => {
  const { page, context, check } = await visit(browser, "/?category=tafel_mittagstisch", "desktop");
  await mapReady(page);
  await page.locator(".map-marker, .map-disc").first().focus();
  await page.keyboard.press("Enter");
  await page.locator(".map-popup").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".map-popup").waitFor({ state: "detached" });
  check();
  await context.close();
});

test("on the phone the list comes first, and the map is one button away and back", async () => {
  const { page, context, check } = await visit(browser, "/?category=kita", "phone");
  assert.equal(await page.locator("#karte").isVisible(), false);
  await page.locator("[data-js=map-toggle]").first().click();
  await mapReady(page);
  await page.locator("#karte").waitFor();
  await assertAccessible(page, "the map on the phone");
  await page.locator("[data-js=list-toggle]").first().click();
  await page.locator("#karte").waitFor({ state: "hidden" });
  check();
  await context.close();
});

test("near me asks only on a click and falls back to a typed place", async () => {
  const { page, context, check } = await visit(browser, "/", "phone");
  const button = page.locator("#suche [data-js=locate]");
  await button.click();
  const message = page.locator("[data-js=locate-message]");
  await message.waitFor();
  await hasText(message, /\S/);
  await page.fill("#suche [name=near]", "78234");
  await page.press("#suche [name=near]", "Enter");
  await page.waitForURL("**near=78234**");
  assert.ok((await total(page)) > 0);
  check();
  await context.close();
});

test("near me with a position sorts by distance", async () => {
  const { page, context, check } = await visit(browser, "/", "desktop");
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ longitude: 8.7695, latitude: 47.8525 });
  await page.locator("#suche [data-js=locate]").click();
  await page.waitForURL("**near=8.7695,47.8525**");
  await until(async () => assert.match(await page.locator("#treffer").innerText(), /\d (k?m)\b/));
  check();
  await context.close();
});

test("a category and a place without an offer name what is nearest", async () => {
  const { page, context } = await visit(browser, "/liste?q=gibtesnichtxyz", "desktop", {
    javaScriptEnabled: false,
  });
  assert.equal(await total(page), 0);
  assert.ok((await page.locator("#treffer a").count()) > 0, "no way out of an empty list");
  await context.close();
});
