import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { account, addAccount, fillIn, setUpFactor, signIn } from "./accounts.js";
import {
  assertAccessible,
  assertFits,
  hasCount,
  hasFocus,
  hasText,
  openBrowser,
  SIZES,
  type Size,
  visit,
} from "./support.js";

let browser: Browser;
let administrator = "";
before(async () => {
  browser = await openBrowser();
  administrator = await account("admin", "verwaltung");
});
after(() => browser.close());

for (const size of Object.keys(SIZES) as Size[]) {
  test(`an editor signs in, sets up the second factor, signs in with it and out (${size})`, async () => {
    const email = `redaktion-${size}@amt.example`;
    addAccount(email, "editor");
    // Without JavaScript: every page of the account has to work so.
    const options = { javaScriptEnabled: false };
    const { page, context, check } = await visit(browser, "/konto", size, options);
    assert.match(page.url(), /\/anmelden\?weiter=/);
    await fillIn(page, email);
    await page.waitForURL((url) => url.pathname === "/konto/zweiter-faktor");
    const codes = await setUpFactor(page);
    assert.equal(codes.length, 10);
    await page.getByRole("button", { name: "Abmelden" }).click();
    await page.waitForURL((url) => url.pathname === "/");
    await hasCount(page.getByRole("button", { name: "Abmelden" }), 0);

    await page.goto("/anmelden?weiter=/konto");
    await fillIn(page, email);
    await page.waitForURL("**/anmelden/code**");
    // The code that switched it on is used up; a recovery code needs no waiting.
    await page.getByLabel("Code", { exact: true }).fill(codes[0] ?? "");
    await page.getByRole("button", { name: "Anmelden" }).click();
    await page.getByText("noch 9 Ersatz-Codes").waitFor();
    check();
    await context.close();
  });

  test(`the pages of accounts have no barriers and their faults take the focus (${size})`, async () => {
    const email = `traegerin-${size}@amt.example`;
    addAccount(email, "planner");
    for (const colorScheme of ["light", "dark"] as const) {
      // A refused form is an error to the browser's console: nothing is checked there.
      const { page, context } = await visit(browser, "/anmelden", size, { colorScheme });
      await assertAccessible(page, `/anmelden, ${colorScheme}`);
      await page.goto("/passwort/vergessen");
      await assertAccessible(page, `/passwort/vergessen, ${colorScheme}`);
      await page.goto("/anmelden?weiter=/konto");
      await fillIn(page, email);
      await page.waitForURL((url) => url.pathname === "/konto/zweiter-faktor");
      await assertAccessible(page, `/konto/zweiter-faktor, ${colorScheme}`);
      await page.getByRole("button", { name: "Jetzt einrichten" }).click();
      const key = (await page.locator(".factor__key").textContent()) ?? "";
      await page.getByLabel("Code", { exact: true }).fill("1");
      await page.getByRole("button", { name: "Prüfen und einschalten" }).click();
      await hasFocus(page, "fehler");
      // The key stays the same.
      await hasText(page.locator(".factor__key"), new RegExp(`^\\s*${key.trim()}\\s*$`));
      await assertAccessible(page, `second factor with a fault, ${colorScheme}`);
      await assertFits(page, "second factor with a fault");
      await context.close();
    }
  });

  test(`a forgotten password: the same answer for everybody, by keyboard alone (${size})`, async () => {
    const { page, context, check } = await visit(browser, "/anmelden", size);
    await page.getByRole("link", { name: "Passwort vergessen?" }).press("Enter");
    await page.waitForURL("**/passwort/vergessen");
    await page.getByLabel("E-Mail-Adresse").focus();
    await page.keyboard.type("niemand@amt.example");
    await page.keyboard.press("Enter");
    await page.getByText("Wenn es zu dieser Adresse ein Konto gibt").waitFor();
    await assertAccessible(page, "link asked for");
    check();
    await context.close();
  });

  test(`the pages of the administration have no barriers and fit the screen (${size})`, async () => {
    const { page, context, check } = await visit(browser, "/", size);
    await signIn(page, administrator, "/verwaltung");
    const own = await page.locator("main a[href^='/verwaltung/konten/']").first().getAttribute("href");
    const pages = ["einladen", "post", "protokoll", "fristen"].map((end) => `/verwaltung/${end}`);
    for (const path of ["/verwaltung", own ?? "", ...pages, "/konto", "/bestaetigen/unbekannt"]) {
      await page.goto(path);
      assert.equal(new URL(page.url()).pathname, path, "nothing leads elsewhere");
      await assertAccessible(page, path);
      await assertFits(page, path);
    }
    // A link that nobody knows is an answer of its own, with a status that the browser notes.
    check(/status of 4/);
    await context.close();
  });
}
