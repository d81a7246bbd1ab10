import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { account, signIn } from "./accounts.js";
import {
  assertAccessible,
  assertFits,
  backdropReady,
  hasFocus,
  hasText,
  openBrowser,
  SIZES,
  type Size,
  until,
  visit,
} from "./support.js";

let browser: Browser;
let provider = "";

before(async () => {
  browser = await openBrowser();
  provider = await account("provider", "traeger");
});

after(async () => browser.close());

const sizes = Object.keys(SIZES) as Size[];

/** Opens the parts of the form that a phone folds. */
async function unfold(page: Page): Promise<void> {
  const folded = page.locator("details.mine-form__part:not([open]) > summary");
  while ((await folded.count()) > 0) {
    await folded.first().click();
  }
}

describe("a provider", () => {
  for (const size of sizes) {
    it(`writes a new entry that waits for the editors (${size})`, async () => {
      const { page, context, check } = await visit(browser, "/", size);
      await signIn(page, provider, "/mein");
      await assertAccessible(page, "/mein");
      await page.getByRole("link", { name: "Neues Angebot eintragen" }).click();
      await page.getByLabel("Name des Angebots", { exact: true }).fill(`Nähtreff ${size}`);
      await page.getByLabel("Thema", { exact: true }).selectOption({ index: 1 });
      await unfold(page);
      await page.getByLabel("feste Zeiten in der Woche").check();
      await page.getByLabel("Montag", { exact: true }).fill("25:00–26:00");
      await page.getByRole("button", { name: "An die Redaktion senden" }).click();
      await hasFocus(page, "fehler");
      await assertAccessible(page, "form with faults");
      await page.getByRole("link", { name: /Montag/ }).click();
      await hasFocus(page, "f-site-0-mo");
      await page.getByLabel("Montag", { exact: true }).fill("9–12");
      await page.locator(".mine-form__buttons").getByRole("button", { name: "Vorschau ansehen" }).click();
      await hasText(page.locator("#vorschau article"), /9–12 Uhr/);
      await assertAccessible(page, "form with preview");
      await page.getByRole("button", { name: "An die Redaktion senden" }).click();
      await page.getByText("Der Eintrag ist bei der Redaktion").waitFor();
      await page.goto("/mein");
      await hasText(page.locator("main"), new RegExp(`Nähtreff ${size}\\s*in Prüfung`));
      check(/status of 422/);
      await context.close();
    });

    it(`reads its organization and its table without barriers (${size})`, async () => {
      const { page, context, check } = await visit(browser, "/", size);
      await signIn(page, provider, "/mein");
      const own = await page.locator("#t-traeger ~ ul a").first().getAttribute("href");
      for (const path of [own ?? "", `${own}/tabelle`]) {
        await page.goto(path);
        await assertAccessible(page, path);
        await assertFits(page, path);
      }
      check();
      await context.close();
    });
  }

  it("sets the point on the map with a click and with the arrow keys", async () => {
    const { page, context, check } = await visit(browser, "/", "desktop");
    await signIn(page, provider, "/mein/angebote/neu");
    const map = page.locator("[data-map=picker]");
    await map.scrollIntoViewIfNeeded();
    await backdropReady(page, "[data-map=picker]");
    await map.click({ position: { x: 200, y: 150 } });
    const lat = page.getByLabel("Geografische Breite");
    let clicked = 0;
    await until(async () => {
      clicked = Number(await lat.inputValue());
      assert.ok(clicked > 40 && clicked < 60, `latitude ${clicked}`);
    });
    const mark = map.locator(".leaflet-marker-icon");
    await mark.focus();
    await page.keyboard.press("ArrowUp");
    await until(async () => assert.ok(Number(await lat.inputValue()) > clicked, "up is north"));
    check();
    await context.close();
  });

  it("writes an entry without scripts and finds its place by name", async () => {
    const { page, context } = await visit(browser, "/", "phone", { javaScriptEnabled: false });
    await signIn(page, provider, "/mein/angebote/neu");
    await page.getByLabel("Name des Angebots", { exact: true }).fill("Ohne Skript");
    await page.getByLabel("Thema", { exact: true }).selectOption({ index: 2 });
    await page.getByLabel("Punkt auf der Karte finden").fill("Engen");
    await page.getByRole("button", { name: "Ort suchen" }).click();
    await page
      .getByRole("button", { name: /Mitte von Engen/ })
      .first()
      .click();
    await until(async () => assert.notEqual(await page.getByLabel("Geografische Breite").inputValue(), ""));
    assert.equal(await page.getByLabel("Name des Angebots", { exact: true }).inputValue(), "Ohne Skript");
    await page.getByRole("button", { name: "Als Entwurf speichern" }).click();
    await page.getByText("Der Entwurf ist gespeichert").waitFor();
    await context.close();
  });

  it("confirms an entry with the keyboard alone", async () => {
    const { page, context, check } = await visit(browser, "/", "desktop");
    await signIn(page, provider, "/mein");
    await page.getByRole("button", { name: "Stimmt noch" }).first().focus();
    await page.keyboard.press("Enter");
    await page.getByText("ist jetzt bestätigt").waitFor();
    check();
    await context.close();
  });
});
