// What a screen reader is given, in its order and with its names: compared with what stands in `snapshots/`.
// `npm run snapshots` (by scripts/with-server.sh) writes them anew; whoever does reads the difference.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { fillIn } from "./accounts.js";
import { type OwnServer, openServer } from "./server.js";
import { mapReady, openBrowser, SIZES } from "./support.js";

const FOLDER = fileURLToPath(new URL("../e2e/snapshots/", import.meta.url));
/** How long a page may take to be ready: long, because machines are sometimes busy. */
const PATIENCE_MS = 120_000;
const UPDATE = process.env["SOZIALATLAS_E2E_UPDATE"] === "1";

let browser: Browser;
let server: OwnServer;
before(async () => {
  browser = await openBrowser();
  server = await openServer();
});
after(async () => {
  await server.close();
  await browser.close();
});

/** A page whose tree is kept. */
interface Kept {
  readonly name: string;
  readonly path: string;
  /** The part of the page; its content where nothing is said. The frame is the same everywhere: one page has it whole. */
  readonly part?: string;
  readonly script?: false;
  readonly ready?: (page: Page) => Promise<void>;
  readonly who?: "provider" | "editor";
}

const PAGES: readonly Kept[] = [
  { name: "start", path: "/", part: "body", ready: mapReady },
  { name: "list", path: "/liste?category=tafel_mittagstisch" },
  { name: "list-without-script", path: "/liste?category=tafel_mittagstisch", script: false },
  { name: "entry", path: "{entry}", ready: backdropReady },
  { name: "guide", path: "/wegweiser" },
  { name: "guide-result", path: "/wegweiser/pflege/zuhause" },
  { name: "planning-without-script", path: "/planung", script: false },
  { name: "provider-form", path: "/mein/angebote/neu", who: "provider", ready: backdropReady },
  { name: "editors-desk", path: "/redaktion", who: "editor" },
];

/** Waits until a small map has its background. */
async function backdropReady(page: Page): Promise<void> {
  await page.locator("[data-map]").first().scrollIntoViewIfNeeded();
  await page.waitForSelector("[data-map] .leaflet-overlay-pane, [data-map] .leaflet-backdrop-pane", {
    state: "attached",
  });
  await page.waitForSelector(".map__status", { state: "detached" });
}

/** What changes with the hour or the day, and what there is many times alike: one of each stays. */
const GONE = [
  ".offer-card__open",
  ".offer-card__stale",
  ".hours__today",
  ".entry__notice",
  ".entry__standing",
  ".leaflet-marker-pane > *",
  ".leaflet-control-scale",
  ".results__list > li:nth-child(n + 3)",
  ".entry-block li:nth-child(n + 6)",
  "option:nth-child(n + 4)",
  "tbody tr:nth-child(n + 3)",
  ".hours tbody tr:nth-child(n + 2)",
  ".area-list > li:nth-child(n + 3)",
];

async function settle(page: Page): Promise<void> {
  await page.evaluate((gone) => {
    for (const element of document.querySelectorAll(gone.join(", "))) {
      element.remove();
    }
    // The week begins today: one line stands for all.
    for (const cell of document.querySelectorAll(".hours__row > *")) {
      cell.textContent = cell.matches("th") ? "Tag" : "Zeit";
    }
  }, GONE);
}

const MONTHS =
  /\b(Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?= \d)/g;

/** Numbers and months change with data and day: only that they are there is kept. Levels of headings stay. */
function steady(tree: string): string {
  return (
    tree
      .replace(MONTHS, "Monat")
      .replace(/mailto:\S+/g, "mailto:…")
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "…")
      .replace(/(?<!\[level=)\d+([.,]\d+)*/g, "0")
      // A choice tells its number only where there is something.
      .replaceAll(" (0)", "")
  );
}

async function tree(kept: Kept, path: string, email: string | undefined): Promise<string> {
  const context = await browser.newContext({
    baseURL: server.base,
    viewport: SIZES.desktop,
    locale: "de-DE",
    reducedMotion: "reduce",
    serviceWorkers: "block",
    javaScriptEnabled: kept.script ?? true,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  if (email !== undefined) {
    await page.goto("/anmelden?weiter=/konto");
    await fillIn(page, email);
    await page.waitForURL("**/konto");
  }
  await page.goto(path);
  assert.equal(new URL(page.url()).pathname, path.split("?")[0]);
  await kept.ready?.(page);
  await settle(page);
  const found = await page.locator(kept.part ?? "main").ariaSnapshot();
  await context.close();
  return `${steady(found)}\n`;
}

interface Feature {
  readonly geometry: unknown;
  readonly properties: Record<"service_id" | "organization_id" | "opening_hours", string | null>;
}

/** The first entry of a kind that has a point and opening hours by the week, and who runs it. */
async function known(): Promise<{ entry: string; organization: string }> {
  const answer = await fetch(`${server.base}/api/collections/services/items?category=migration&limit=200`);
  const { features } = (await answer.json()) as { readonly features: readonly Feature[] };
  const found = features.find(
    ({ geometry, properties }) => geometry !== null && properties.opening_hours?.startsWith("Mo"),
  );
  assert.ok(found?.properties.organization_id, "no entry has a point, hours and an organization");
  return {
    entry: `/angebote/${found.properties.service_id}`,
    organization: found.properties.organization_id,
  };
}

test("reading order and names of the main pages are those that are kept", async () => {
  const { entry, organization } = await known();
  const people = { provider: "baum-traeger@example.org", editor: "baum-redaktion@example.org" };
  server.addAccount(people.provider, "provider", organization);
  server.addAccount(people.editor, "editor");
  mkdirSync(FOLDER, { recursive: true });
  const differing: string[] = [];
  for (const kept of PAGES) {
    const path = kept.path.replace("{entry}", entry);
    const found = await tree(kept, path, kept.who === undefined ? undefined : people[kept.who]);
    const file = `${FOLDER}${kept.name}.yml`;
    if (UPDATE) {
      writeFileSync(file, found);
      continue;
    }
    try {
      assert.equal(found, readFileSync(file, "utf8"));
    } catch (fault) {
      differing.push(`${kept.name}: ${(fault as Error).message}`);
    }
  }
  assert.equal(differing.length, 0, `differs from web/e2e/snapshots:\n${differing.join("\n")}`);
});
