import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { assertAccessible, openBrowser, until, visit } from "./support.js";

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

/** Whether nothing sticks out at the side, in either direction of reading. */
async function assertFits(page: Page, when: string): Promise<void> {
  const over = await page.evaluate(() => {
    const root = document.documentElement;
    const body = [...document.body.querySelectorAll("body > *, header *, main h1, main h2")];
    const out = body.filter((element) => {
      const box = element.getBoundingClientRect();
      return (
        element.checkVisibility() && box.width > 1 && (box.left < -1 || box.right > window.innerWidth + 1)
      );
    });
    return { scroll: root.scrollWidth - window.innerWidth, out: out.map((element) => element.className) };
  });
  assert.ok(over.scroll <= 0, `${when}: ${over.scroll} px too wide`);
  assert.deepEqual(over.out, [], when);
}

const language = (page: Page): Promise<[string, string]> =>
  page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);

for (const size of ["phone", "desktop"] as const) {
  test(`an Arabic journey from the start page to an entry and back, ${size}`, async () => {
    const { page, context, check } = await visit(browser, "/ar", size);
    assert.deepEqual(await language(page), ["ar", "rtl"]);
    await assertAccessible(page, "Arabic start page");
    await assertFits(page, "Arabic start page");
    // The beginning of the line is at the right.
    const [brand, menu] = await Promise.all(
      [".site-header__brand", ".language-menu"].map((selector) => page.locator(selector).boundingBox()),
    );
    assert.ok(brand && menu && brand.x > menu.x, "the name stands at the right");
    // Debts, as people in Aleppo say it.
    await page.fill("#suche [name=q]", "ديون");
    await page.press("#suche [name=q]", "Enter");
    await page.waitForURL((url) => url.pathname === "/ar" && url.searchParams.has("q"));
    await page.locator("#treffer .offer-card").first().waitFor();
    await assertAccessible(page, "Arabic hits");
    await assertFits(page, "Arabic hits");
    const title = page.locator("#treffer .offer-card__link").first();
    assert.equal(await title.getAttribute("lang"), "de", "names of entries are German");
    const name = await title.textContent();
    await title.click();
    await page.waitForURL(/\/ar\/angebote\//);
    await until(async () => assert.equal(await page.locator("h1").textContent(), name));
    await assertAccessible(page, "Arabic entry");
    await assertFits(page, "Arabic entry");
    await page.locator("[data-js=back-to-list]").click();
    await page.waitForURL(/\/ar\?q=/);
    check();
    await context.close();
  });

  test(`the menu leads to the same page in another language and is remembered, ${size}`, async () => {
    const { page, context, check } = await visit(browser, "/liste?category=schuldnerberatung", size);
    const menu = page.locator(".language-menu__summary");
    await menu.focus();
    await page.keyboard.press("Enter");
    await assertAccessible(page, "open menu of languages");
    await assertFits(page, "open menu of languages");
    await page.locator(".language-menu__link", { hasText: "English" }).click();
    await page.waitForURL(/\/en\/liste\?category=/);
    assert.deepEqual(await language(page), ["en", "ltr"]);
    assert.deepEqual(
      (await context.cookies()).map(({ name, value }) => [name, value]),
      [["language", "en"]],
    );
    await page.goto("/");
    assert.equal(new URL(page.url()).pathname, "/en", "the start page remembers");
    await page.goto("/gemeinden");
    assert.deepEqual(await language(page), ["de", "ltr"], "a German link stays German");
    check();
    await context.close();
  });

  test(`the whole site in Leichte Sprache is reached from the page that explains it, ${size}`, async () => {
    const { page, context, check } = await visit(browser, "/", size);
    await page.locator("footer a[href='/leichte-sprache']").click();
    await page.waitForURL(/\/leichte-sprache$/);
    assert.equal(await page.locator("main").getAttribute("lang"), "de-x-leicht");
    await assertAccessible(page, "page in Leichte Sprache");
    await assertFits(page, "page in Leichte Sprache");
    await page.locator("main .kern-btn").click();
    await page.waitForURL(/\/leicht$/);
    assert.deepEqual(await language(page), ["de-x-leicht", "ltr"]);
    await assertAccessible(page, "start page in Leichte Sprache");
    check();
    await context.close();
  });
}

test("without JavaScript the menu opens and leads on", async () => {
  const { page, context, check } = await visit(browser, "/", "phone", { javaScriptEnabled: false });
  await page.locator(".language-menu__summary").click();
  await page.locator(".language-menu__link", { hasText: "Українська" }).click();
  await page.waitForURL(/\/uk$/);
  check();
  await context.close();
});

test("suggestions and popups of the map stay in the language", async () => {
  const { page, context, check } = await visit(browser, "/en/liste", "desktop");
  await page.focus("#suche [name=q]");
  await page.keyboard.type("schuldn");
  await page.locator("[role=listbox] [role=option]").first().waitFor();
  await until(async () => {
    const asked = await page.evaluate(() =>
      performance.getEntriesByType("resource").map((entry) => new URL(entry.name).pathname),
    );
    assert.ok(asked.includes("/en/_/suche/vorschlaege"), asked.join(" "));
  });
  check();
  await context.close();
});
