import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { account, addAccount, organization, PASSWORD, signIn } from "./accounts.js";
import { linkTo } from "./mail.js";
import { command, type OwnServer, openServer } from "./own-server.js";
import {
  assertAccessible,
  assertFits,
  backdropReady,
  hasCount,
  hasFocus,
  hasText,
  openBrowser,
  openContext,
  SIZES,
  until,
  visit,
} from "./support.js";

let browser: Browser;
let editor = "";
let provider = "";

before(async () => {
  browser = await openBrowser();
  editor = await account("editor", "leben-redaktion");
  provider = await account("provider", "leben-traeger", 1);
});

after(() => browser.close());

const NAME = "Kaffeerunde am Montag";
const FIRST = "Wir trinken zusammen Kaffee.";
const SECOND = "Wir trinken zusammen Kaffee und spielen Karten.";

/** The editor publishes what waits of the entry, without scripts. */
async function publish(desk: Page): Promise<void> {
  await signIn(desk, editor, "/redaktion");
  await desk.locator("[data-case]", { hasText: NAME }).first().click();
  await desk.getByRole("button", { name: "Veröffentlichen" }).click();
  await desk.getByText("Veröffentlicht", { exact: true }).waitFor();
}

/** Waits until everybody finds the entry with these words. */
async function isPublic(page: Page, words: string): Promise<void> {
  await until(async () => {
    await page.goto(`/liste?q=${encodeURIComponent(NAME)}`);
    await page.locator("#treffer .offer-card__link", { hasText: NAME }).click({ timeout: 1000 });
    assert.equal((await page.locator(".entry__summary").textContent())?.trim(), words);
  });
}

test("an entry is written by keyboard alone, published, changed and taken back without scripts, and everybody sees each", async () => {
  const { page, context, check } = await visit(browser, "/", "desktop");
  await signIn(page, provider, "/mein");
  await page.getByRole("link", { name: "Neues Angebot eintragen" }).press("Enter");
  await page.getByLabel("Name des Angebots", { exact: true }).focus();
  await page.keyboard.type(NAME);
  await page.keyboard.press("Tab");
  await page.keyboard.type(FIRST);
  await page.getByLabel("Thema", { exact: true }).press("ArrowDown");
  await page.getByLabel("Punkt auf der Karte finden").focus();
  await page.keyboard.type("Engen");
  await page.getByRole("button", { name: "Ort suchen" }).press("Enter");
  await hasFocus(page, "gefunden-0");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await until(async () => assert.notEqual(await page.getByLabel("Geografische Breite").inputValue(), ""));
  await page.getByRole("button", { name: "An die Redaktion senden" }).press("Enter");
  await page.getByText("Der Eintrag ist bei der Redaktion").waitFor();
  const form = new URL(page.url()).pathname;
  assert.match(form, /^\/mein\/angebote\/[0-9a-f-]{36}$/);

  const desk = await visit(browser, "/", "phone", { javaScriptEnabled: false });
  const public_ = await visit(browser, "/", "phone", { javaScriptEnabled: false });
  await hasCount(public_.page.getByText(NAME), 0);
  await publish(desk.page);
  await isPublic(public_.page, FIRST);
  await assertFits(public_.page, "the new entry");

  await page.goto(form);
  await page.locator("#f-description").fill(SECOND);
  await page.getByRole("button", { name: "An die Redaktion senden" }).press("Enter");
  await page.getByText("Der Eintrag ist bei der Redaktion").waitFor();
  await publish(desk.page);
  await isPublic(public_.page, SECOND);

  await desk.page.getByRole("link", { name: "Verlauf" }).click();
  await desk.page.getByRole("link", { name: "Fassung 1", exact: true }).click();
  await desk.page.getByRole("button", { name: "Diese Fassung zurückholen" }).click();
  await isPublic(public_.page, FIRST);
  check();
  for (const one of [context, desk.context, public_.context]) {
    await one.close();
  }
});

test("the area of a service is chosen on the map and by its boxes, and both say the same", async () => {
  const { page, context, check } = await visit(browser, "/", "desktop");
  await signIn(page, provider, "/mein/angebote/neu");
  await page.getByText("Für welche Gemeinden gilt das Angebot?").press("Enter");
  const map = page.locator("[data-map=areas]");
  await backdropReady(page, "[data-map=areas]");
  const boxes = page.locator("input[name$='area-municipality']");
  const picked = map.locator(".map-area--picked");
  await hasCount(picked, 0);
  await map.click();
  await hasCount(picked, 1);
  await hasCount(page.locator("input[name$='area-municipality']:checked"), 1);
  assert.ok(await page.getByLabel("nur Menschen aus diesen Gemeinden").isChecked(), "the boxes count");
  await page.locator("input[name$='area-municipality']:not(:checked)").first().press(" ");
  await hasCount(picked, 2);
  await assertAccessible(page, "the map of areas");
  await page.getByLabel("Name des Angebots", { exact: true }).fill("Nur für zwei Gemeinden");
  await page.getByRole("button", { name: "Als Entwurf speichern" }).click();
  await page.getByText("Der Entwurf ist gespeichert").waitFor();
  await backdropReady(page, "[data-map=areas]");
  await hasCount(picked, 2);
  assert.ok((await boxes.count()) > 20, "every municipality has a box");
  check();
  await context.close();
});

test("a forgotten password is replaced by the link in a mail, which works once", async () => {
  const email = "vergesslich@example.org";
  addAccount(email, "provider", await organization());
  const { page, context } = await visit(browser, "/passwort/vergessen", "phone");
  await page.getByLabel("E-Mail-Adresse").focus();
  await page.keyboard.type(email);
  await page.keyboard.press("Enter");
  await page.getByText("Wenn es zu dieser Adresse ein Konto gibt").waitFor();
  const { pathname } = new URL(await linkTo(email, /^\/passwort\/neu\//));
  await page.goto(pathname);
  await assertAccessible(page, "a new password");
  const fresh = "acht trockene reiher im moor";
  for (const field of await page.locator("main input[type=password]").all()) {
    await field.fill(fresh);
  }
  await page.locator("main input[type=password]").last().press("Enter");
  await page.waitForURL((url) => url.pathname !== pathname);
  await page.goto(pathname);
  await page.getByRole("heading", { name: "Dieser Link gilt nicht mehr" }).waitFor();
  const other = await visit(browser, "/anmelden?weiter=/mein", "phone");
  for (const [password, told] of [
    [PASSWORD, /stimm/],
    [fresh, /Mein Bereich/],
  ] as const) {
    await other.page.getByLabel("E-Mail-Adresse").fill(email);
    await other.page.getByLabel("Passwort", { exact: true }).fill(password);
    await other.page.getByRole("button", { name: "Anmelden" }).press("Enter");
    await hasText(other.page.locator("main"), told);
  }
  await context.close();
  await other.context.close();
});

/** A server that reminds a provider at once, whatever the hour: upkeep begins at six in the county's time zone. */
async function remindingServer(folder: string): Promise<OwnServer> {
  const region = join(folder, "region");
  cpSync(join(process.env["SOZIALATLAS_E2E_HOME"] ?? "", "data", "konstanz"), region, { recursive: true });
  const file = join(region, "region.toml");
  // Etc/GMT-3 is three hours ahead of UTC.
  const ahead = 12 - new Date().getUTCHours();
  const zone = `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
  const settings = readFileSync(file, "utf8")
    .replace(/^timezone = .*$/m, `timezone = "${zone}"`)
    .replaceAll(/^remind_after_months = .*$/gm, "remind_after_months = 0");
  writeFileSync(file, settings);
  const data = join(folder, "var");
  const words = ["--data-dir", data, "--region", region];
  command(["import", ...words]);
  addAccount("erinnert@example.org", "provider", await organization(), data);
  return openServer(words, () => ({ SOZIALATLAS_MAIL_DIR: join(folder, "mail") }));
}

test("an entry is confirmed by the link in a mail, without signing in and without scripts, once", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sozialatlas-reminder-"));
  const server = await remindingServer(folder);
  const context = await openContext(browser, {
    baseURL: server.address,
    viewport: SIZES.phone,
    locale: "de-DE",
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  const link = await linkTo("erinnert@example.org", /^\/bestaetigen\//, join(folder, "mail"));
  assert.ok(link.startsWith(server.address), link);
  await page.goto(link);
  await page.getByRole("heading", { name: "Stimmt dieser Eintrag noch?" }).waitFor();
  await assertFits(page, "confirming by mail");
  const entry =
    (await page.getByRole("link", { name: "So sehen alle den Eintrag" }).getAttribute("href")) ?? "";
  await page.getByRole("button", { name: "Ja, alles stimmt noch" }).press("Enter");
  await page.getByText("Der Eintrag ist bestätigt.").waitFor();
  assert.deepEqual(await context.cookies(), [], "no cookie is needed");
  await page.goto(link);
  await page.getByText("Dieser Link wurde schon benutzt").waitFor();
  await until(async () => {
    await page.goto(entry);
    assert.match((await page.locator("main").textContent()) ?? "", /Vom Träger bestätigt:/);
  });
  await context.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});
