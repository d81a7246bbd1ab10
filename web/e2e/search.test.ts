import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { assertAccessible, assertFits, hasText, openBrowser, total, visit } from "./support.js";

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const FIELD = "#suche [name=q]";

/** Types and waits for suggestions. */
async function typed(page: Page, text: string): Promise<void> {
  await page.focus(FIELD);
  await page.keyboard.type(text);
  await page.locator("[role=listbox] [role=option]").first().waitFor();
}

for (const size of ["phone", "desktop"] as const) {
  test(`suggestions are chosen by keyboard alone, ${size}`, async () => {
    const { page, context, check } = await visit(browser, "/liste", size);
    const all = await total(page);
    await typed(page, "schuldn");
    assert.equal(await page.getAttribute(FIELD, "aria-expanded"), "true");
    await assertAccessible(page, "with suggestions");
    await assertFits(page, "with suggestions");
    await page.keyboard.press("ArrowDown");
    const active = await page.getAttribute(FIELD, "aria-activedescendant");
    assert.ok(active, "an option is active");
    assert.equal(await page.getAttribute(`#${active}`, "aria-selected"), "true");
    assert.notEqual(await page.inputValue(FIELD), "schuldn");
    await page.keyboard.press("Escape");
    assert.equal(await page.inputValue(FIELD), "schuldn");
    await page.locator("[role=listbox]").waitFor({ state: "hidden" });
    await page.keyboard.type("e");
    await page.locator("[role=listbox] [role=option]").first().waitFor();
    await page.keyboard.press("ArrowDown");
    const chosen = await page.inputValue(FIELD);
    await page.keyboard.press("Enter");
    await page.waitForFunction(
      (before) => document.getElementById("treffer")?.dataset["total"] !== String(before),
      all,
    );
    assert.equal(new URL(page.url()).searchParams.get("q"), chosen);
    check();
    await context.close();
  });
}

test("a suggestion is chosen by a press, and the hits say why they are some", async () => {
  const { page, context, check } = await visit(browser, "/liste", "desktop");
  await typed(page, "stempeln");
  await page.locator("[role=option]", { hasText: "stempeln gehen" }).click();
  await page.locator(".offer-card__why").first().waitFor();
  await hasText(page.locator(".offer-card__why"), /gehört zu/);
  await assertAccessible(page, "with reasons");
  check();
  await context.close();
});

test("without scripts words are marked and typing errors forgiven all the same", async () => {
  const { page, context } = await visit(browser, "/liste?q=Schuldnerberatnug", "phone", {
    javaScriptEnabled: false,
  });
  assert.ok((await page.locator(".offer-card mark").count()) > 0);
  assert.match((await page.locator(".offer-card__why").first().textContent()) ?? "", /ähnlich geschrieben/);
  await context.close();
});
