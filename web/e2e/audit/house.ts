// What the addresses of the audit need from the running county: entries, an account of each kind, a message.
import assert from "node:assert/strict";
import type { Browser, Cookie, Page } from "playwright-core";
import { account, addAccount, signIn } from "../accounts.js";
import { BASE } from "../support.js";
import type { AuditedPage, Who } from "./pages.js";

/** A county that can be walked through. */
export interface House {
  /** The address of a page, its `{words}` filled in. */
  address(path: string): string;
  /** The cookies of somebody who is signed in; none for everybody. */
  cookies(who: Who | undefined): Cookie[];
}

type Words = Record<string, string>;

/** The last segment of the first link of a page whose address begins so. */
async function linked(page: Page, start: string, not = "nothing"): Promise<string> {
  const links = await page
    .locator(`a[href^='${start}']`)
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
  const found = links.find(
    (path) => path.split("/").length === start.split("/").length && !path.endsWith(not),
  );
  assert.ok(found, `${page.url()} has no link to ${start}`);
  return found.slice(start.length);
}

/** What everybody finds: an entry, one that is nobody else's business, a provider, a municipality. */
async function findPublic(page: Page): Promise<Words> {
  await page.goto("/liste?category=schutz_gewalt");
  const discreet = await linked(page, "/angebote/");
  await page.goto("/liste?category=tafel_mittagstisch");
  const entry = await linked(page, "/angebote/");
  await page.goto(`/angebote/${entry}`);
  const organization = await linked(page, "/traeger/");
  const municipality = await linked(page, "/gemeinden/");
  return { discreet, entry, organization, municipality };
}

/** A message to the editors: the token under which its sender follows it. */
async function tell(page: Page): Promise<string> {
  await page.goto("/vorschlag?kind=complaint");
  await page.getByLabel("Wartezeit").check({ force: true });
  await page.getByLabel("Was ist passiert?").fill("Eine Nachricht für die Prüfung der Barrierefreiheit.");
  // A form that is sent within three seconds of being opened is not a person's: it comes back.
  for (let tries = 0; tries < 3; tries += 1) {
    await page.waitForTimeout(3_200);
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === "POST"),
      page.getByRole("button", { name: "Nachricht senden" }).click(),
    ]);
    if (answer.status() >= 300 && answer.status() < 400) {
      await page.waitForURL("**/vorschlag/antwort/**");
      break;
    }
    await page.waitForLoadState("load");
  }
  const path = new URL(page.url()).pathname;
  assert.match(path, /^\/vorschlag\/antwort\//, "the message was not taken");
  return path.split("/").at(-1) ?? "";
}

/** What each of the four sees that nobody else does. */
async function findOwn(page: Page, who: Who): Promise<Words> {
  if (who === "provider") {
    await page.goto("/mein");
    return {
      own: await linked(page, "/mein/angebote/", "/neu"),
      ownOrganization: await linked(page, "/mein/traeger/"),
    };
  }
  if (who === "editor") {
    await page.goto("/redaktion/lob-und-beschwerde");
    const suggestion = await linked(page, "/redaktion/vorschlaege/");
    await page.goto("/redaktion?kind=duplicate");
    const twins = await page.locator("a[href^='/redaktion/zusammenfuehren?']").first().getAttribute("href");
    return { suggestion, twins: new URL(twins ?? "", BASE).search.slice(1) };
  }
  if (who === "admin") {
    await page.goto("/verwaltung");
    return { account: await linked(page, "/verwaltung/konten/") };
  }
  return {};
}

async function mail(who: Who): Promise<string> {
  const name = `pruefung-${who}`;
  if (who === "planner") {
    addAccount(`${name}@example.org`, who);
    return `${name}@example.org`;
  }
  return account(who, name);
}

/** Looks around in the county; only those who see one of the pages are signed in. */
export async function openHouse(browser: Browser, pages: readonly AuditedPage[]): Promise<House> {
  const words: Words = {};
  const cookies = new Map<Who, Cookie[]>();
  const open = async (work: (page: Page) => Promise<Words>): Promise<Cookie[]> => {
    const context = await browser.newContext({ baseURL: BASE, locale: "de-DE", serviceWorkers: "block" });
    context.setDefaultTimeout(120_000);
    Object.assign(words, await work(await context.newPage()));
    const kept = await context.cookies();
    await context.close();
    return kept;
  };
  await open(findPublic);
  await open(async (page) => ({ answer: await tell(page) }));
  const wanted = new Set(pages.flatMap(({ who }) => who ?? []));
  for (const who of wanted) {
    const address = await mail(who);
    const found = await open(async (page) => {
      await signIn(page, address, "/konto");
      return findOwn(page, who);
    });
    cookies.set(who, found);
  }
  return {
    address: (path) =>
      path.replace(/\{(\w+)\}/g, (_, word: string) => {
        assert.ok(words[word], `nothing is known for {${word}}`);
        return words[word];
      }),
    cookies: (who) => (who === undefined ? [] : (cookies.get(who) ?? [])),
  };
}
