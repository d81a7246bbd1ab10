import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import {
  assertAccessible,
  hasCount,
  hasText,
  openBrowser,
  openContext,
  SIZES,
  type Size,
  until,
  visit,
} from "./support.js";

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

/** The ids in the address of a list. */
const idsOf = (url: string): readonly string[] =>
  (new URL(url).searchParams.get("ids") ?? "").split(",").filter((id) => id !== "");

/** Pages in a PDF, as its page objects tell. */
const pagesOf = (pdf: Buffer): number => pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;

for (const size of Object.keys(SIZES) as Size[]) {
  test(`two offers are saved, passed on, opened without scripts and printed (${size})`, async () => {
    const { page, context, check } = await visit(browser, "/liste?category=tafel_mittagstisch", size);
    const first = page.locator(".offer-card__save").first();
    await until(async () => assert.equal(await first.getAttribute("aria-pressed"), "false"));
    await first.focus();
    await page.keyboard.press("Enter");
    await until(async () => assert.equal(await first.getAttribute("aria-pressed"), "true"));
    await page.locator(".offer-card__link").nth(1).click();
    await page.waitForURL("**/angebote/**");
    const save = page.locator(".entry__actions [data-js=save]");
    await save.focus();
    await page.keyboard.press(" ");
    await until(async () => assert.equal(await save.getAttribute("aria-pressed"), "true"));
    await assertAccessible(page, "an entry that is saved");
    await page.locator("a[data-js=saved-nav]").click();
    await page.waitForURL("**/merkliste?ids=**");
    const ids = idsOf(page.url());
    assert.equal(ids.length, 2);
    await hasCount(page.locator(".saved__item"), 2);
    await assertAccessible(page, "the saved list");
    const pdf = await page.pdf({ format: "A4" });
    assert.equal(pagesOf(pdf), 1, "the list does not fit on a sheet");
    check();
    const passedOn = new URL(page.url());
    await context.close();

    const other = await visit(browser, passedOn.pathname + passedOn.search, size, {
      javaScriptEnabled: false,
    });
    await hasCount(other.page.locator(".saved__item"), 2);
    await other.page.fill("#saved-q", "Schuldnerberatung");
    await other.page.locator(".saved__search button[type=submit]").click();
    await other.page.locator(".saved__hit a").first().click();
    await until(() => assert.equal(idsOf(other.page.url()).length, 3));
    await other.page.locator(".saved__remove").first().click();
    await until(() => assert.deepEqual(idsOf(other.page.url()).slice(0, 1), ids.slice(1)));
    other.check();
    await other.context.close();
  });
}

test("where a device keeps nothing the list goes by its address and says so", async () => {
  const context = await openContext(browser, { baseURL: process.env["SOZIALATLAS_E2E_URL"] ?? "" });
  await context.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("refused", "SecurityError");
      },
    });
  });
  const page = await context.newPage();
  await page.goto("/liste?category=tafel_mittagstisch");
  await page.locator(".offer-card__save").first().click();
  await page.waitForURL("**/merkliste?ids=**");
  await hasCount(page.locator(".saved__item"), 1);
  await hasText(page.locator("[data-js=saved-state]"), /kein Speichern/);
  await page.locator("[data-js=saved-keep]").waitFor({ state: "hidden" });
  await assertAccessible(page, "the saved list without storage");
  await context.close();
});

test("what is sent is kept only when asked to, and help against violence never with it", async () => {
  const found = await visit(browser, "/liste?category=schutz_gewalt", "desktop");
  assert.equal(await found.page.locator(".offer-card__save").count(), 0);
  const id = (selector: string): Promise<string | null> =>
    found.page.locator(selector).first().getAttribute("data-service-id");
  const discreet = await id(".offer-card");
  await found.page.goto("/liste?category=tafel_mittagstisch");
  const plain = await id(".offer-card");
  await found.page.goto(`/merkliste?ids=${discreet},${plain}`);
  const stored = (): Promise<string | null> =>
    found.page.evaluate(() => localStorage.getItem("sozialatlas-saved"));
  assert.equal(await stored(), null, "kept unasked");
  await assertAccessible(found.page, "a list with help against violence");
  await found.page.locator("[data-js=saved-keep]").click();
  await until(async () => assert.equal(await stored(), JSON.stringify([plain])));
  await found.page.locator("[data-js=saved-forget]").click();
  await until(async () => assert.equal(await stored(), null, "a trace is left"));
  await found.context.close();
});

test("the sheet of an entry is one page with its code; its facts for programs stand in the page", async () => {
  const { page, context, check } = await visit(browser, "/liste?category=tafel_mittagstisch", "desktop");
  await page.locator(".offer-card__link").first().click();
  await page.waitForURL("**/angebote/**");
  const facts = await page.locator("script[type='application/ld+json']").textContent();
  assert.equal((JSON.parse(facts ?? "") as { "@context": string })["@context"], "https://schema.org");
  await page.locator(".contact-list a[href*='/merkblatt']").first().click();
  await page.waitForURL("**/merkblatt*");
  const code = page.locator(".sheet__qr img");
  await until(async () =>
    assert.ok(await code.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)),
  );
  await assertAccessible(page, "the sheet of an entry");
  assert.equal(pagesOf(await page.pdf({ format: "A4" })), 1, "the sheet is longer than a page");
  check();
  await context.close();
});
