import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import {
  assertAccessible,
  assertFits,
  BASE,
  hasCount,
  hasText,
  openBrowser,
  until,
  visit,
} from "./support.js";

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

/** Resolves when the worker has kept the data of a language. */
async function kept(page: Page, address: string): Promise<void> {
  const isKept = async (data: string): Promise<boolean> =>
    (await (await caches.open("sozialatlas-2")).match(data)) !== undefined;
  await until(async () => assert.ok(await page.evaluate(isKept, address), "the worker keeps the data"));
}

interface KeptData {
  readonly discreet: readonly string[];
  readonly left_out: number;
  readonly entries: readonly {
    readonly id: string;
    readonly site: string;
    readonly name: string;
    readonly category: string;
  }[];
  readonly map: {
    readonly points: readonly { readonly id: string }[];
    readonly places: readonly { readonly features: readonly { readonly id: string }[] }[];
  };
  readonly filters: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

for (const size of ["phone", "desktop"] as const) {
  test(`the county can be read without internet, ${size}`, async () => {
    const { page, context } = await visit(browser, "/liste", size, { serviceWorkers: "allow" });
    await kept(page, "/_/offline.json");
    await page.goto("/liste?q=tafel", { waitUntil: "networkidle" });
    await context.setOffline(true);

    await page.goto("/gemeinden");
    await hasText(page.locator("[data-js=offline-state]"), /Stand der gespeicherten Daten/);
    // As many as fit on a page.
    await hasCount(page.locator("[data-js=offline-list] article"), 50);
    await page.fill("#offline-q", "Schuldnerberatung");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelectorAll("[data-js=offline-list] article").length < 50);
    const found = await page.locator("[data-js=offline-list] article").count();
    assert.ok(found > 0, "the words are found");
    await assertAccessible(page, "the list without internet");
    await assertFits(page, "the list without internet");

    const name = await page.locator("[data-js=offline-list] article a").first().textContent();
    await page.locator("[data-js=offline-list] article a").first().click();
    await page.locator("[data-js=offline-entry] .offline__block").first().waitFor();
    await until(async () => assert.equal(await page.textContent("h1"), name));
    await assertAccessible(page, "an entry without internet");

    await page.goto("/wichtige-nummern");
    await page.locator(".number-card__call").first().waitFor();
    await page.goto("/offline");
    const last = page.locator("[data-js=offline] a[href='/liste?q=tafel']");
    await last.waitFor();
    await context.setOffline(false);
    await context.close();
  });
}

for (const size of ["phone", "desktop"] as const) {
  test(`what was kept is filtered and stands on the map, ${size}`, async () => {
    const { page, context } = await visit(browser, "/liste", size, { serviceWorkers: "allow" });
    await kept(page, "/_/offline.json");
    const data = (await (await fetch(`${BASE}/_/offline.json`)).json()) as KeptData;
    const accessible = new Set(data.filters["accessible"]?.["yes"]);
    const onMap = [...data.map.points, ...data.map.places.flatMap((place) => place.features)];
    const marked = new Set(onMap.map((feature) => feature.id));
    const isMarked = (place: number): boolean => marked.has(data.entries[place]?.site ?? "");
    // A Gemeinde whose offers fit on a page, one of them accessible and on the map.
    const few = Object.entries(data.filters["municipality"] ?? {}).find(
      ([, places]) => places.length <= 50 && places.some((place) => accessible.has(place) && isMarked(place)),
    );
    assert.ok(few, "the county has one");
    const [municipality, places] = few;
    const both = places.filter((place) => accessible.has(place));
    await context.setOffline(true);

    const cards = page.locator("[data-js=offline-list] article");
    const marker = page.locator("[data-js=offline-map] .leaflet-marker-pane > *").first();
    await page.goto(`/liste?municipality=${municipality}&open=now`);
    await cards.first().waitFor();
    assert.equal(await cards.count(), places.length, "as many as the list has with internet");
    assert.equal(await page.inputValue("#offline-municipality"), municipality);
    assert.ok(
      await page.locator("[data-js=offline-asks-more]").isVisible(),
      "hours are not looked at, and it says so",
    );
    if (size === "phone") {
      await page.locator("[data-js=offline-map] summary").click();
    }
    await marker.waitFor({ state: "attached" });
    await page.locator(".map__status").waitFor({ state: "detached" });
    await assertAccessible(page, "the map without internet");

    await page.selectOption("#offline-accessible", "yes");
    await page.locator("[data-js=offline-search] button[type=submit]").click();
    await page.waitForFunction(
      (wanted) => document.querySelectorAll("[data-js=offline-list] article").length === wanted,
      both.length,
    );
    assert.ok(await page.locator("[data-js=offline-asks-more]").isHidden());
    await marker.waitFor({ state: "attached" });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    assert.ok(wide, "nothing sticks out");
    await context.close();
  });
}

test("nothing is kept of what is nobody else's business, nor of desks", async () => {
  const { page, context } = await visit(browser, "/", "phone", { serviceWorkers: "allow" });
  await kept(page, "/_/offline.json");
  const data = (await (await fetch(`${BASE}/_/offline.json`)).json()) as KeptData;
  assert.ok(data.discreet.length > 0 && data.left_out > 0, "there is something to leave out");
  assert.equal(data.entries.filter((entry) => data.discreet.includes(entry.category)).length, 0);
  const answer = await fetch(`${BASE}/api/collections/services/items?limit=1&category=${data.discreet[0]}`);
  const items = (await answer.json()) as { features: { properties: { service_id: string; name: string } }[] };
  const secret = items.features[0]?.properties;
  assert.ok(secret, "the county has one");
  // Visited with internet, and yet not to be found afterwards.
  await page.goto(`/angebote/${secret.service_id}`, { waitUntil: "networkidle" });
  await page.goto(`/liste?category=${data.discreet[0]}`, { waitUntil: "networkidle" });
  await page.goto("/liste?q=frauenhaus", { waitUntil: "networkidle" });
  await page.goto("/anmelden", { waitUntil: "networkidle" });
  await page.goto("/liste", { waitUntil: "networkidle" });
  const stored = await page.evaluate(async () => {
    const store = await caches.open("sozialatlas-2");
    const texts = [];
    for (const request of await store.keys()) {
      const kind = request.url.includes("/_/assets/") ? "" : await (await store.match(request))?.text();
      texts.push(`${request.url} ${kind ?? ""}`);
    }
    return texts.join("\n");
  });
  assert.ok(!stored.includes(secret.service_id) && !stored.includes(secret.name), "kept nowhere");
  assert.ok(!stored.includes("/anmelden\n") && !stored.includes("/liste?"));
  await context.setOffline(true);
  await page.goto(`/angebote/${secret.service_id}`);
  await page.locator("[data-js=offline-entry] p").first().waitFor();
  assert.ok(!(await page.content()).includes(secret.name));
  await context.close();
});

test("another language is kept once it is read, and what is kept is small", async () => {
  const { page, context } = await visit(browser, "/ar/liste", "phone", { serviceWorkers: "allow" });
  await kept(page, "/ar/_/offline.json");
  await context.setOffline(true);
  await page.goto("/ar/gemeinden");
  await page.locator("[data-js=offline-count]").waitFor();
  assert.equal(await page.getAttribute("html", "dir"), "rtl");
  await assertAccessible(page, "the list without internet in Arabic");
  await context.setOffline(false);
  const list = (await (await fetch(`${BASE}/ar/_/offline.json`)).json()) as {
    assets: string[];
    pages: string[];
    backdrop: string;
  };
  let bytes = 0;
  for (const path of [
    "/ar/_/offline.json",
    "/sw.js",
    "/app.webmanifest?lang=ar",
    list.backdrop,
    ...list.assets,
    ...list.pages,
  ]) {
    const answer = await fetch(`${BASE}${path}`);
    assert.equal(answer.status, 200, path);
    const body = new Uint8Array(await answer.arrayBuffer());
    // As it is transferred; fonts are compressed in themselves.
    bytes += Math.min(body.length, gzipSync(body).length);
  }
  assert.ok(bytes < 1_500_000, `${bytes} bytes`);
  await context.close();
});
