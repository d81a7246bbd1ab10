import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { account, signIn } from "./accounts.js";
import {
  assertAccessible,
  assertFits,
  focused,
  hasCount,
  hasFocus,
  hasFocusOn,
  hasText,
  openBrowser,
  SIZES,
  type Size,
  until,
  visit,
} from "./support.js";

let browser: Browser;
let editor = "";
let provider = "";

before(async () => {
  browser = await openBrowser();
  editor = await account("editor", "redaktion");
  provider = await account("provider", "vorschlagend");
});

after(async () => browser.close());

const sizes = Object.keys(SIZES) as Size[];

/** The address of an entry that visitors find. */
async function firstEntry(page: Page): Promise<string> {
  await page.goto("/liste?category=tafel_mittagstisch");
  return (await page.locator(".offer-card a[href^='/angebote/']").first().getAttribute("href")) ?? "";
}

/** What the server wants between showing a form and getting it back, and a little more: programs are faster. */
const TIME_TRAP_MS = 3_200;

/** Sends the message that is filled in. No state of the page tells that the time is over: it has to be waited out. */
async function sendMessage(page: Page): Promise<void> {
  await page.waitForTimeout(TIME_TRAP_MS);
  await page.getByRole("button", { name: "Nachricht senden" }).press("Enter");
  await page.getByText("Danke, Ihre Nachricht ist angekommen").waitFor();
}

/** A version of one of the provider's entries that waits for an editor; the words that are new in it. */
async function propose(page: Page, words: string): Promise<void> {
  await signIn(page, provider, "/mein");
  const state = page.locator(".mine-list__state", { hasText: /^öffentlich$/ });
  const own = page.locator(".mine-list__item").filter({ has: state }).locator("a").first();
  await page.goto((await own.getAttribute("href")) ?? "");
  await page.locator("#f-description").fill(words);
  await page.getByRole("button", { name: "An die Redaktion senden" }).click();
  await page.getByText("Der Eintrag ist bei der Redaktion").waitFor();
}

describe("a suggestion", () => {
  for (const size of sizes) {
    it(`goes from a visitor to an editor and back (${size})`, async () => {
      // The refused form answers 422, which the browser counts as a fault of the console.
      const { page, context } = await visit(browser, "/", size);
      await page.goto(await firstEntry(page));
      await page.getByRole("link", { name: "Fehler melden" }).click();
      await page.waitForURL("**/vorschlag?**");
      await assertAccessible(page, "form of a suggestion");
      await assertFits(page, "form of a suggestion");
      await page.getByRole("button", { name: "Nachricht senden" }).click();
      await hasFocusOn(page, /Bitte prüfen Sie diese Angaben/);
      await assertAccessible(page, "form of a suggestion with faults");
      const words = `Die Telefonnummer stimmt nicht (${size}).`;
      await page.getByLabel("Was stimmt nicht").fill(words);
      await sendMessage(page);
      await assertAccessible(page, "page of the answer");
      await assertFits(page, "page of the answer");
      assert.deepEqual(await context.cookies(), [], "no cookie is needed");
      const link = page.url();

      const desk = await visit(browser, "/", size);
      await signIn(desk.page, editor, "/redaktion?kind=suggested_correction");
      await assertAccessible(desk.page, "the list");
      await assertFits(desk.page, "the list");
      await desk.page.locator("tr", { hasText: words }).locator("[data-case]").click();
      await desk.page.getByLabel("Antwort oder Frage").waitFor();
      await assertAccessible(desk.page, "case of a suggestion");
      await assertFits(desk.page, "case of a suggestion");
      await desk.page.getByLabel("Antwort oder Frage").fill("Danke, ist geändert.");
      await desk.page.getByRole("button", { name: "Übernommen" }).press("Enter");
      await desk.page.getByText("Gespeichert").waitFor();
      desk.check();
      await desk.context.close();

      await page.goto(link);
      await hasText(page.locator("main"), /Danke, ist geändert\./);
      await context.close();
    });
  }
});

describe("an editor", () => {
  for (const size of sizes) {
    it(`sees old beside new, refuses, and publishes what is right (${size})`, async () => {
      const { page, context } = await visit(browser, "/", size);
      const words = `Neue Beschreibung für ${size}, von Hand geschrieben.`;
      await propose(page, words);
      const desk = await visit(browser, "/", size);
      await signIn(desk.page, editor, "/redaktion?kind=changed");
      await desk.page.locator("[data-case]").first().click();
      await hasText(desk.page.locator(".compare ins", { hasText: size }), new RegExp(size));
      await assertAccessible(desk.page, "case of an entry");
      await assertFits(desk.page, "case of an entry");
      await desk.page.getByRole("button", { name: "Ablehnen" }).click();
      await desk.page.getByText("Bitte schreiben Sie dem Träger").waitFor();
      await assertAccessible(desk.page, "case of an entry with a fault");
      await desk.page.getByRole("button", { name: "Veröffentlichen" }).click();
      await desk.page.getByText("Veröffentlicht", { exact: true }).waitFor();
      const open = desk.page.getByRole("link", { name: "So sieht ihn die Öffentlichkeit" });
      const entry = (await open.getAttribute("href")) ?? "";
      await desk.page.getByRole("link", { name: "Verlauf" }).click();
      await desk.page.waitForURL(/\/verlauf/);
      await assertAccessible(desk.page, "history");
      await assertFits(desk.page, "history");
      // What the public sees follows soon after.
      await until(async () => {
        await desk.page.goto(entry);
        const words = await desk.page.locator(".entry__summary").textContent();
        assert.match(words ?? "", new RegExp(size));
      });
      await desk.page.goto(`${entry}/verlauf`);
      await hasText(desk.page.locator(".events"), /Beschreibung/);
      await assertAccessible(desk.page, "public history");
      await desk.context.close();
      await context.close();
    });
  }

  it("moves through the list by keyboard alone, and can switch the keys off", async () => {
    const { page, context, check } = await visit(browser, "/", "desktop");
    await signIn(page, editor, "/redaktion?kind=stale");
    const names = await page.locator("[data-case]").allTextContents();
    await page.keyboard.press("j");
    await until(async () => assert.equal(await focused(page), names[0]?.trim()));
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await until(async () => assert.equal(await focused(page), names[1]?.trim()));
    await page.keyboard.press("x");
    await hasCount(page.locator("input[name=item]:checked"), 1);
    await page.locator("#q-text").focus();
    await page.keyboard.press("j");
    assert.equal(await page.locator("#q-text").inputValue(), "j", "typing stays typing");
    await page.locator("[data-case]").nth(1).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/redaktion\/eintraege\//);
    const name = (names[1] ?? "").trim().slice(0, 12);
    await until(async () =>
      assert.ok((await page.locator("h1").textContent())?.includes(name), `the entry is not ${name}`),
    );
    await page.goBack();
    await page.locator("details", { hasText: "Mit der Tastatur arbeiten" }).locator("summary").click();
    await assertAccessible(page, "help for the keys");
    await page.locator("#keys-on").uncheck();
    await page.locator("main").focus();
    await page.keyboard.press("j");
    assert.notEqual(await focused(page), names[0]?.trim());
    check();
    await context.close();
  });

  it("confirms several at once and takes it back, without JavaScript", async () => {
    const { page, context } = await visit(browser, "/", "phone", { javaScriptEnabled: false });
    await signIn(page, editor, "/redaktion?kind=stale");
    assert.equal(await page.locator("button[data-js]:visible, [data-js=keys]:visible").count(), 0);
    for (const n of [0, 1]) {
      await page.locator("input[name=item]").nth(n).check({ force: true });
    }
    await page.getByRole("button", { name: "Als aktuell bestätigen" }).click();
    await hasText(page.locator("main"), /2 Einträge bestätigt/);
    await page.getByRole("button", { name: "Rückgängig machen" }).click();
    await hasText(page.locator("main"), /2 Einträge sind wieder wie vorher/);
    await context.close();
  });

  it("merges two entries that are the same by keyboard alone, and old links lead to the one that stays", async () => {
    const { page, context } = await visit(browser, "/", "desktop");
    await signIn(page, editor, "/redaktion?kind=duplicate");
    await assertAccessible(page, "likely duplicates");
    await page.locator("[data-case]").first().press("Enter");
    await page.waitForURL(/merged=/);
    await assertAccessible(page, "merging");
    const gone = new URL(page.url()).searchParams.get("merged") ?? "";
    const kept = new URL(page.url()).searchParams.get("kept") ?? "";
    await page.getByRole("button", { name: "Vorschau zeigen" }).press("Enter");
    await hasFocus(page, "vorschau");
    await assertAccessible(page, "preview of merging");
    await page.getByRole("button", { name: "Zusammenführen", exact: true }).press("Enter");
    await page.waitForURL(/getan=merge/);
    await until(async () => {
      await page.goto(`/angebote/${gone}`);
      assert.ok(page.url().endsWith(`/angebote/${kept}`), page.url());
    });
    await context.close();
  });

  for (const size of sizes) {
    it(`finds no barrier on the other pages of the desk (${size})`, async () => {
      const { page, context, check } = await visit(browser, "/vorschlag?kind=complaint", size);
      await assertAccessible(page, "form of a complaint");
      await page.getByLabel("Wartezeit").check({ force: true });
      await page.getByLabel("Was ist passiert?").fill(`Wir warten seit Monaten (${size}).`);
      await sendMessage(page);
      await signIn(page, editor, "/redaktion/lob-und-beschwerde");
      await hasText(page.locator("main"), /Wir warten seit Monaten/);
      const pages = ["", "/auswertung"].map((end) => `/redaktion/lob-und-beschwerde${end}`);
      for (const path of [...pages, "/redaktion", "/redaktion/aktualitaet", "/vorschlag"]) {
        await page.goto(path);
        await assertAccessible(page, `${path} (${size})`);
        await assertFits(page, `${path} (${size})`);
      }
      check();
      await context.close();
    });
  }
});
