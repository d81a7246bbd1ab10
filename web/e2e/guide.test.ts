import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { assertAccessible, assertFits, hasText, openBrowser, visit } from "./support.js";

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const EXIT = "a[data-js=quick-exit]";

test("without scripts the questions lead to offers, and every step back", async () => {
  const { page, context } = await visit(browser, "/", "phone", { javaScriptEnabled: false });
  await page.locator(".situation-link").click();
  await page.locator(".guide__situation", { hasText: "Ich verliere meine Wohnung" }).click();
  await hasText(page.locator("h1"), /Was ist passiert/);
  await page.locator(".guide__answer", { hasText: "Miete nicht zahlen" }).click();
  await page.waitForURL((url) => url.pathname === "/wegweiser/wohnung/miete");
  assert.ok((await page.locator(".guide__list .offer-card").count()) > 0);
  assert.ok((await page.locator(".guide__source", { hasText: "§ 22 Absatz 8 SGB II" }).count()) > 0);
  await page.selectOption("#wo", { label: "Engen" });
  await page.locator(".guide__place button").click();
  await page.waitForURL((url) => url.searchParams.get("municipality") === "08335022");
  assert.ok((await page.locator(".offer-card__distance").count()) > 0);
  await page.locator(".guide__back a").first().click();
  await page.waitForURL((url) => url.pathname === "/wegweiser/wohnung");
  assert.deepEqual(await context.cookies(), []);
  await context.close();
});

test("nothing sticks out at 320 pixels, in the dark and with large letters", async () => {
  for (const path of [
    "/wegweiser",
    "/wegweiser/gewalt",
    "/wegweiser/schulden",
    "/liste?category=schutz_gewalt",
  ]) {
    const { page, context, check } = await visit(browser, path, "phone", { colorScheme: "dark" });
    await page.setViewportSize({ width: 320, height: 640 });
    await assertFits(page, path);
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    await assertFits(page, `${path} with large letters`);
    await assertAccessible(page, `${path}, dark`);
    check();
    await context.close();
  }
});

for (const way of ["button", "escape"] as const) {
  test(`a page about violence is left at once and not come back to (${way})`, async () => {
    const { page, context } = await visit(browser, "/", "desktop");
    await context.route("https://**", (route) =>
      route.fulfill({ contentType: "text/html", body: "<h1>Wetter</h1>" }),
    );
    await page.goto("/wegweiser/gewalt");
    if (way === "button") {
      await page.locator(EXIT).click();
    } else {
      for (let press = 0; press < 3; press += 1) {
        await page.keyboard.press("Escape");
      }
    }
    await page.waitForURL("https://**");
    assert.equal(await page.evaluate(() => document.referrer), "");
    await page.goBack();
    // The page itself has left the history.
    await page.waitForURL((url) => url.pathname === "/");
    await context.close();
  });
}

test("without scripts the way out is a link, and a list that becomes one about violence gets it", async () => {
  const plain = await visit(browser, "/liste?category=schutz_gewalt", "phone", { javaScriptEnabled: false });
  const link = plain.page.locator(EXIT);
  assert.match((await link.getAttribute("href")) ?? "", /^https:/);
  assert.match((await link.getAttribute("rel")) ?? "", /noreferrer/);
  await plain.context.close();
  const { page, context } = await visit(browser, "/liste", "desktop");
  assert.equal(await page.locator(EXIT).count(), 0);
  await page.locator("#facetten summary").first().click();
  await page.locator("#facetten input[name=category][value=schutz_gewalt]").check();
  await page.locator(EXIT).waitFor();
  await context.close();
});

test("filters by age, moment and order take effect at once and survive opening a hit", async () => {
  const { page, context, check } = await visit(browser, "/liste", "phone");
  await page.locator("#facetten summary").first().click();
  await page.locator("#f-age").fill("10");
  await page.locator("#f-age").press("Tab");
  await page.waitForURL("**age=10**");
  await page.locator("input[name=age][value=unknown]").check();
  await page.waitForURL("**age=10,unknown**");
  await page.locator("#f-open-at").check();
  await page.locator("#f-open-typed").fill("2026-12-01T10:30");
  await page.locator("#f-open-typed").blur();
  await page.waitForURL("**open=2026-12-01T10:30**");
  await page.locator("input[name=open][value=unknown]").check();
  await page.waitForURL("**open=2026-12-01T10:30,unknown**");
  await page.locator(".sorts__link", { hasText: "nach Namen" }).click();
  await page.waitForURL("**sort=name**");
  const before = page.url();
  await page.locator("#treffer .offer-card__link").first().click();
  await page.waitForURL("**/angebote/**");
  await page.locator(".breadcrumb__link").first().click();
  await page.waitForURL("**sort=name**");
  assert.equal(page.url(), before);
  await assertAccessible(page, "with filters");
  check();
  await context.close();
});
