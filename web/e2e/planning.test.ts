import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { assertAccessible, BASE, openBrowser, SIZES, type Size, visit } from "./support.js";

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const QUESTION = "/planung?category=tafel_mittagstisch&max_distance_m=5000";

/** Waits until map and diagrams show the answer of the address. */
async function planReady(page: Page): Promise<void> {
  await page.waitForSelector("#planung-karte .plan-site-mark", { state: "attached" });
  await page.waitForSelector("#planung-karte[aria-busy=false]");
  await page.waitForSelector("#diagramm-lorenz svg.plan-plot", { state: "attached" });
}

/** Does something that asks the server and waits until the new sentence stands and the map has its data. */
async function untilAnswered(page: Page, act: () => Promise<unknown>): Promise<void> {
  const sites = page.waitForResponse((response) => response.url().includes("/api/coverage/sites"));
  await act();
  await sites;
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
}

const sentence = async (page: Page): Promise<string> =>
  ((await page.locator("#planung-satz").textContent()) ?? "").trim();

/** A word of the page's address. */
const word = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);

/** The middle of an element on the screen. */
async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  assert.ok(box, "the element is not to be seen");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Whether the canvas of the cells holds more than one colour. */
async function drawnColours(page: Page): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>("canvas.plan-cells");
    const pixels = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
    const words = pixels === undefined ? [] : new Uint32Array(pixels.buffer);
    return new Set(words).size;
  });
}

test("choosing another offer and distance changes sentence, tables and address, and going back restores them", async () => {
  const { page, context, check } = await visit(browser, QUESTION, "desktop");
  await planReady(page);
  const first = await sentence(page);
  assert.ok((await drawnColours(page)) >= 4, "the map has no cells");
  await untilAnswered(page, () => page.selectOption("#plan-category", "schuldnerberatung"));
  const second = await sentence(page);
  assert.notEqual(second, first);
  assert.equal(word(page, "category"), "schuldnerberatung");
  await untilAnswered(page, async () => {
    await page.locator("#plan-distance-slider").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
  });
  assert.equal(word(page, "max_distance_m"), "6000");
  assert.equal(await page.inputValue("[name=max_distance_km]"), "6");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "plan-distance-slider");
  const shared = await sentence(page);
  const other = await visit(browser, page.url().slice(BASE.length), "desktop");
  assert.equal(await sentence(other.page), shared);
  await other.context.close();
  await untilAnswered(page, () => page.goBack());
  assert.equal(await sentence(page), second);
  assert.equal(await page.inputValue("[name=max_distance_km]"), "5");
  check();
  await context.close();
});

test("a distance that cannot be one is told at its field, and a comma is understood", async () => {
  const { page, context } = await visit(browser, QUESTION, "desktop");
  await planReady(page);
  const distance = page.locator("#plan-distance");
  await distance.fill("0");
  await distance.press("Enter");
  await page.waitForSelector("#plan-distance-fehler");
  assert.equal(await distance.getAttribute("aria-invalid"), "true");
  await untilAnswered(page, async () => {
    await distance.fill("5,25");
    await distance.press("Enter");
  });
  assert.equal(word(page, "max_distance_m"), "5250");
  assert.equal(await page.locator("#plan-distance-fehler").count(), 0);
  assert.equal(await distance.getAttribute("aria-invalid"), null);
  await context.close();
});

test("a white spot is joined with its row both ways, by pointer and by keys", async () => {
  const { page, context, check } = await visit(browser, QUESTION, "desktop");
  await planReady(page);
  const row = page.locator("#weisse-flecken tr[data-area]").first();
  const number = page.locator(".plan-number").first();
  await row.hover();
  await page.waitForSelector(".plan-number--lit");
  await row.focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("#weisse-flecken tr.is-chosen");
  assert.match((await page.locator("[role=status]").allTextContents()).join(" "), /Karte zeigt/);
  await page.locator(".map-home").click();
  await number.focus();
  await page.keyboard.press("Enter");
  const label = await page.evaluate(() => (document.activeElement as HTMLElement).dataset["label"]);
  assert.equal(label, await row.getAttribute("data-label"));
  const town = page.locator("#gemeinden-werte tr[data-ags]").nth(3);
  await town.focus();
  await page.keyboard.press("Enter");
  assert.equal(await town.getAttribute("aria-current"), "true");
  check();
  await context.close();
});

test("by keyboard a site is added, moved and taken away; each step has its address", async () => {
  const { page, context, check } = await visit(browser, QUESTION, "desktop");
  await planReady(page);
  const before = await sentence(page);
  await page.locator(".plan-toolbar button").first().focus();
  await page.keyboard.press("Enter");
  for (let i = 0; i < 6; i += 1) {
    await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("Shift+ArrowUp");
  }
  await page.waitForFunction(() => /\d/.test(document.querySelector(".plan-gain--on")?.textContent ?? ""));
  await page.keyboard.press("Escape");
  assert.equal(word(page, "add"), null, "Escape gives up");
  await page.locator(".plan-toolbar button").first().click();
  for (let i = 0; i < 6; i += 1) {
    await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("Shift+ArrowUp");
  }
  await untilAnswered(page, () => page.keyboard.press("Enter"));
  const placed = word(page, "add");
  assert.match(placed ?? "", /^\d+\.\d+,\d+\.\d+$/);
  assert.notEqual(await sentence(page), before);
  assert.ok(await page.locator("#szenario li").count(), "the scenario lists what was changed");
  const mark = page.locator(".plan-site-mark--added");
  await mark.focus();
  await page.keyboard.press("Enter");
  await page.locator(".map-popup button").first().focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await untilAnswered(page, () => page.keyboard.press("Enter"));
  assert.notEqual(word(page, "add"), placed);
  await page.locator(".plan-site-mark--added").focus();
  await untilAnswered(page, () => page.keyboard.press("Delete"));
  assert.equal(word(page, "add"), null);
  assert.equal(await sentence(page), before);
  check();
  await context.close();
});

test("a site dragged by mouse tells at once whom it reaches, and stands in the address when dropped", async () => {
  const { page, context, check } = await visit(browser, `${QUESTION}&add=8.75,47.87`, "desktop");
  await planReady(page);
  const from = await middleOf(page.locator(".plan-site-mark--added"));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 10, { steps: 3 });
  await page.mouse.move(from.x + 60, from.y + 30);
  await page.waitForSelector(".plan-gain--on");
  assert.match((await page.locator(".plan-gain").textContent()) ?? "", /\d/);
  assert.match(word(page, "add") ?? "", /^8\.75,47\.87$/);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await page.waitForSelector(".plan-gain--on", { state: "detached" });
  assert.equal(word(page, "add"), "8.75,47.87", "Escape gives up");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 30, { steps: 4 });
  await untilAnswered(page, () => page.mouse.up());
  assert.notEqual(word(page, "add"), "8.75,47.87");
  await untilAnswered(page, () => page.goBack());
  assert.equal(word(page, "add"), "8.75,47.87");
  check();
  await context.close();
});

test("the preview of a change agrees with the server's answer", async () => {
  const { page, context, check } = await visit(browser, QUESTION, "desktop");
  await planReady(page);
  await page.locator(".plan-toolbar button").first().click();
  for (let i = 0; i < 7; i += 1) {
    await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("Shift+ArrowUp");
  }
  await page.waitForSelector(".plan-gain--on");
  const told = Number(
    ((await page.locator(".plan-gain").textContent()) ?? "")
      .replace(/\D*([\d.]+).*/, "$1")
      .replace(/\./g, ""),
  );
  await untilAnswered(page, () => page.keyboard.press("Enter"));
  const address = await page.locator("#planung-ergebnis").getAttribute("data-scenario");
  const asked = `${address}&add=${word(page, "add")}`;
  const answer = await page.request.get(asked);
  assert.equal(answer.status(), 200, asked);
  const { difference } = (await answer.json()) as { difference: { gained: number } };
  // The preview is rounded as the page rounds: to tens below 1,000, to hundreds above.
  const step = difference.gained < 1000 ? 10 : 100;
  assert.ok(
    Math.abs(difference.gained - told) <= step / 2 + 1,
    `${told} told, ${difference.gained} computed`,
  );
  check();
  await context.close();
});

test("an existing site is closed by click and opened again", async () => {
  const { page, context, check } = await visit(browser, QUESTION, "desktop");
  await planReady(page);
  const before = await sentence(page);
  // One that stands by itself: its popup holds one site.
  const marks = page.locator(".plan-site-mark");
  for (let i = 0; i < (await marks.count()); i += 1) {
    await marks.nth(i).focus();
    await page.keyboard.press("Enter");
    await page.locator(".map-popup").waitFor();
    if ((await page.locator(".plan-popup__item").count()) === 1) {
      break;
    }
    await page.keyboard.press("Escape");
    await page.locator(".map-popup").waitFor({ state: "detached" });
  }
  await assertAccessible(page, "with the popup of a site");
  await untilAnswered(page, () => page.locator(".map-popup button").first().click());
  assert.notEqual(word(page, "close"), null);
  await page.locator(".plan-site-mark--closed").focus();
  await page.keyboard.press("Enter");
  await untilAnswered(page, () => page.locator(".map-popup button").first().click());
  assert.equal(word(page, "close"), null);
  assert.equal(await sentence(page), before);
  check();
  await context.close();
});

test("a change that cannot be is told and changes nothing", async () => {
  const { page, context } = await visit(browser, QUESTION, "desktop");
  await planReady(page);
  const add = page.locator(".plan-toolbar button").first();
  await add.click();
  for (let i = 0; i < 6; i += 1) {
    await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("Shift+ArrowUp");
  }
  await untilAnswered(page, () => page.keyboard.press("Enter"));
  const address = page.url();
  await page.locator(".plan-site-mark--added").focus();
  // The same place once more: two sites cannot stand on one spot.
  await add.click();
  for (let i = 0; i < 6; i += 1) {
    await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("Shift+ArrowUp");
  }
  await page.keyboard.press("Enter");
  await page.waitForSelector(".plan-alert[role=alert]");
  assert.equal(page.url(), address, "the place stands once");
  assert.equal(await page.locator(".plan-site-mark--added").count(), 1);
  await assertAccessible(page, "with a refused change");
  await context.close();
});

test("overland the server tells while a site is dragged", async () => {
  const question = `${QUESTION}&metric=overland&add=8.79,47.83`;
  const { page, context, check } = await visit(browser, question, "desktop");
  // The land is prepared after the start of the server; until then the page asks again by itself.
  await page.waitForSelector("#planung-karte .plan-site-mark--added", { state: "attached", timeout: 90_000 });
  await page.waitForSelector("#planung-karte[aria-busy=false]");
  const from = await middleOf(page.locator(".plan-site-mark--added"));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 20, { steps: 4 });
  await page.waitForFunction(() => /\d/.test(document.querySelector(".plan-gain--on")?.textContent ?? ""));
  assert.equal(await page.locator(".plan-reach").count(), 0, "overland reach is no circle");
  await untilAnswered(page, () => page.mouse.up());
  assert.equal(word(page, "metric"), "overland");
  check();
  await context.close();
});

for (const size of Object.keys(SIZES) as Size[]) {
  test(`axe finds nothing on the cockpit, and it shows map and diagrams (${size})`, async () => {
    const { page, context, check } = await visit(browser, `${QUESTION}&add=8.75,47.87`, size);
    await planReady(page);
    await assertAccessible(page, `the cockpit (${size})`);
    check();
    await context.close();
  });
}

test("axe finds nothing on the cockpit in the dark", async () => {
  const { page, context, check } = await visit(browser, `${QUESTION}&add=8.75,47.87`, "desktop", {
    colorScheme: "dark",
  });
  await planReady(page);
  await assertAccessible(page, "the cockpit in the dark");
  check();
  await context.close();
});

test("without JavaScript the cockpit answers by form and tables", async () => {
  const { page, context } = await visit(browser, "/planung", "phone", { javaScriptEnabled: false });
  await page.selectOption("#plan-category", "schuldnerberatung");
  await page.fill("[name=max_distance_km]", "7.5");
  await page.locator("#planung-frage button[type=submit]").click();
  await page.waitForURL("**max_distance_m=7500**");
  assert.match(await sentence(page), /7,5/);
  assert.ok((await page.locator("#gemeinden-werte tbody tr").count()) > 20);
  assert.ok((await page.locator("#weisse-flecken tbody tr").count()) > 0);
  assert.equal(await page.locator("#planung-karte").isVisible(), false);
  await context.close();
});

test("the cockpit is not wider than a screen of 320 pixels", async () => {
  const { page, context, check } = await visit(browser, `${QUESTION}&add=8.75,47.87`, "phone");
  await page.setViewportSize({ width: 320, height: 640 });
  await planReady(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 320, `${width} px`);
  check();
  await context.close();
});

test("on paper stands a sharp map in place of the one on the screen", async () => {
  const { page, context, check } = await visit(browser, QUESTION, "desktop", { colorScheme: "dark" });
  await planReady(page);
  const size = await page.evaluate(() => {
    window.dispatchEvent(new Event("beforeprint"));
    const map = document.querySelector<HTMLCanvasElement>("canvas.plan-print");
    const colour = map?.getContext("2d")?.getImageData(3, 3, 1, 1).data;
    return { width: map?.width ?? 0, light: (colour?.[0] ?? 0) > 128 };
  });
  assert.ok(size.width >= 1800, `${size.width} px wide`);
  assert.ok(size.light, "paper is white, also when the screen is dark");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("canvas.plan-print").isVisible(), true);
  assert.equal(await page.locator("#planung-karte").isVisible(), false);
  const pdf = await page.pdf({ format: "A4" });
  assert.ok(pdf.includes("/Subtype /Image"), "the PDF has no picture of the map");
  check();
  await context.close();
});

test("the picture that is saved is a PNG of title, map and legend", async () => {
  const { page, context, check } = await visit(browser, QUESTION, "phone");
  await planReady(page);
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("[data-js=plan-picture]").click(),
  ]);
  assert.match(saved.suggestedFilename(), /\.png$/);
  const parts: Buffer[] = [];
  for await (const part of await saved.createReadStream()) {
    parts.push(part as Buffer);
  }
  const file = Buffer.concat(parts);
  assert.equal(file.subarray(1, 4).toString(), "PNG");
  assert.equal(file.readUInt32BE(16), 2000, "the width in pixels");
  check();
  await context.close();
});

/** Draws with a finger on the screen: down, over some points, up. */
async function swipe(page: Page, path: readonly { x: number; y: number }[], up = true): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const [first, ...rest] = path.map(({ x, y }) => ({ x, y, id: 1 }));
  assert.ok(first);
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [first] });
  for (const point of rest) {
    await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [point] });
    await page.waitForTimeout(30);
  }
  if (up) {
    await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  }
}

test("on a phone a site is dragged by finger, and the page stays where it is", async () => {
  const { page, context, check } = await visit(browser, `${QUESTION}&add=8.75,47.87`, "phone");
  await planReady(page);
  const mark = page.locator(".plan-site-mark--added");
  await mark.scrollIntoViewIfNeeded();
  const from = await middleOf(mark);
  const rolled = await page.evaluate(() => window.scrollY);
  // To the lower right: there the county goes on.
  const way = [0, 6, 12, 18, 24].map((step) => ({ x: from.x + step, y: from.y + step / 2 }));
  await untilAnswered(page, () => swipe(page, way));
  const [lon = 0, lat = 0] = (word(page, "add") ?? "").split(",").map(Number);
  assert.ok(lon > 8.75 && lat < 47.87, `it went to ${lon},${lat}, not to the lower right`);
  assert.ok(
    Math.abs((await page.evaluate(() => window.scrollY)) - rolled) < 60,
    "the finger rolled the page",
  );
  check();
  await context.close();
});

test("over the lake the preview says that nobody can stand there, and promises nobody", async () => {
  for (const metric of ["straight", "overland"]) {
    const question = `${QUESTION}&metric=${metric}&add=8.75,47.87`;
    const { page, context } = await visit(browser, question, "desktop");
    const mark = page.locator("#planung-karte .plan-site-mark--added");
    await mark.waitFor({ state: "attached", timeout: 90_000 });
    await page.waitForSelector("#planung-karte[aria-busy=false]");
    const before = page.url();
    await mark.focus();
    await page.keyboard.press("Enter");
    await page.locator(".map-popup button").first().focus();
    await page.keyboard.press("Enter");
    // From the middle of the land south into the Untersee, some ten kilometres, then a little further.
    const told = page.locator(".plan-gain");
    let wet = false;
    for (let step = 0; step < 40 && !wet; step += 1) {
      await page.keyboard.press(step % 2 === 0 ? "Shift+ArrowDown" : "Shift+ArrowRight");
      await page.waitForTimeout(40);
      wet = /Wasser/.test((await told.textContent()) ?? "");
    }
    assert.ok(wet, "the way leads into the lake");
    assert.doesNotMatch((await told.textContent()) ?? "", /\d/, "nobody is promised anything");
    assert.equal(await page.locator(".plan-reach:visible").count(), 0);
    await page.keyboard.press("Enter");
    await page.waitForSelector(".plan-alert[role=alert]");
    assert.match((await page.locator(".plan-alert").textContent()) ?? "", /im Wasser/);
    assert.equal(page.url(), before, "the place is refused");
    await context.close();
  }
});

test("a change of the scenario does not move the map on the screen", async () => {
  const { page, context, check } = await visit(browser, QUESTION, "desktop");
  await planReady(page);
  const map = page.locator("#planung-karte");
  await map.scrollIntoViewIfNeeded();
  await page.evaluate(() => window.scrollBy(0, 60));
  const top = async (): Promise<number> => (await map.boundingBox())?.y ?? Number.NaN;
  const before = await top();
  await page.locator(".plan-toolbar button").first().click();
  for (let i = 0; i < 6; i += 1) {
    await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("Shift+ArrowUp");
  }
  await untilAnswered(page, () => page.keyboard.press("Enter"));
  assert.ok(await page.locator(".plan-scenario").isVisible());
  assert.ok(Math.abs((await top()) - before) <= 2, `from ${before} to ${await top()}`);
  assert.match((await page.locator(".plan-gain").textContent()) ?? "", /rund .* erreicht/);
  const undo = page.getByText("Alle Änderungen zurücknehmen").filter({ visible: true });
  assert.equal(await undo.count(), 1, "one way to take everything back");
  await untilAnswered(page, () => undo.click());
  assert.ok(Math.abs((await top()) - before) <= 2, "and back");
  check();
  await context.close();
});

test("sites, numbers and rows are one stop of the tab key each, and the arrow keys lead on", async () => {
  const { page, context, check } = await visit(browser, `${QUESTION}&add=8.75,47.87`, "desktop");
  await planReady(page);
  const stops = (selector: string): Promise<number> =>
    page.evaluate(
      (marks) =>
        [...document.querySelectorAll<HTMLElement>(marks)].filter((mark) => mark.tabIndex >= 0).length,
      selector,
    );
  assert.equal(await stops(".plan-site-mark"), 1);
  assert.equal(await stops(".plan-number:not([hidden])"), 1);
  assert.equal(await stops("#weisse-flecken tr[data-area]"), 1);
  assert.equal(await stops("#gemeinden-werte tr[data-ags]"), 1);
  await page.locator(".plan-number[tabindex='0']").focus();
  await page.keyboard.press("ArrowLeft");
  assert.ok(await page.evaluate(() => document.activeElement?.matches(".plan-number:not([hidden])")));
  assert.equal(await stops(".plan-number:not([hidden])"), 1);
  await page.locator("#weisse-flecken tr[tabindex='0']").focus();
  await page.keyboard.press("ArrowDown");
  const row = await page.evaluate(() => (document.activeElement as HTMLElement).dataset["number"]);
  assert.equal(row, "2");
  await page.keyboard.press("End");
  assert.equal(await stops("#weisse-flecken tr[data-area]"), 1);
  check();
  await context.close();
});

test("while the server prepares or is busy the page says so and asks again by itself", async () => {
  const { page, context } = await visit(browser, QUESTION, "desktop");
  await planReady(page);
  const waiting = (box: string): string =>
    `<header data-planung-teil="kopf"><h1 id="planung-satz">Wird vorbereitet</h1>${box}</header>`;
  const bar = '<progress class="plan-progress" max="100" value="42" aria-label="Fortschritt"></progress>';
  const answers = [
    { status: 503, body: waiting(`<div role="status">42 % sind geschafft ${bar}</div>`) },
    {
      status: 202,
      body: waiting('<div role="status" data-again-after="1">Gerade wird viel gerechnet</div>'),
    },
  ];
  const asked: string[] = [];
  await page.route("**/planung?*", async (route) => {
    asked.push(route.request().url());
    const answer = answers.shift();
    if (answer === undefined) {
      await route.continue();
    } else {
      await route.fulfill({ ...answer, headers: { "Retry-After": "1" }, contentType: "text/html" });
    }
  });
  await page.selectOption("#plan-category", "schuldnerberatung");
  await page.waitForSelector("[data-planung-teil=kopf] progress");
  assert.equal(await page.locator("progress").getAttribute("value"), "42");
  await page.getByText("Gerade wird viel gerechnet").waitFor();
  await page.locator("#planung-satz", { hasText: "Schuldnerberatung" }).waitFor();
  assert.equal(asked.length, 3, "asked once and, told to, twice more");
  assert.equal(new Set(asked).size, 1, "the same question each time");
  await page.waitForSelector("#planung-karte[aria-busy=false]");
  assert.equal(word(page, "category"), "schuldnerberatung");
  await context.close();
});

test("cells of a kilometre are drawn as large as they are, in the colour of their people", async () => {
  const context = await browser.newContext({ baseURL: BASE, viewport: SIZES.desktop, locale: "de-DE" });
  const page = await context.newPage();
  // Two cells of 1 km: one with 2,000 people beyond reach, one with 100 within it.
  const cells = [
    { east: 4_236_000, north: 2_741_000, people: 2000, served: 0 },
    { east: 4_241_000, north: 2_741_000, people: 100, served: 1 },
  ];
  const count = cells.length;
  const body = Buffer.alloc(16 + count * 23);
  body.write("SACB");
  body.writeUInt16LE(1, 4);
  body.writeUInt32LE(1000, 8);
  body.writeUInt32LE(count, 12);
  cells.forEach(({ east, north, people, served }, i) => {
    body.writeUInt32LE(east, 16 + i * 4);
    body.writeUInt32LE(north, 16 + (count + i) * 4);
    body.writeFloatLE(people, 16 + (2 * count + i) * 4);
    body.writeFloatLE(served === 1 ? 400 : 9000, 16 + (3 * count + i) * 4);
    body.writeUInt32LE(0, 16 + (4 * count + i) * 4);
    body.writeUInt8(served, 16 + 20 * count + i);
  });
  await page.route("**/api/coverage/cells?*", (route) =>
    route.fulfill({ body, contentType: "application/octet-stream" }),
  );
  await page.goto(QUESTION, { waitUntil: "networkidle" });
  await planReady(page);
  const found = await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>("canvas.plan-cells");
    const context = canvas?.getContext("2d");
    if (!canvas || !context) {
      return null;
    }
    const pixels = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    const boxes = new Map<number, { left: number; right: number; top: number; bottom: number }>();
    pixels.forEach((colour, i) => {
      if (colour === 0) {
        return;
      }
      const [x, y] = [i % canvas.width, Math.floor(i / canvas.width)];
      const box = boxes.get(colour) ?? { left: x, right: x, top: y, bottom: y };
      boxes.set(colour, {
        left: Math.min(box.left, x),
        right: Math.max(box.right, x),
        top: Math.min(box.top, y),
        bottom: Math.max(box.bottom, y),
      });
    });
    const bar = document.querySelector<HTMLElement>(".leaflet-control-scale-line");
    const metres = Number.parseFloat(bar?.textContent ?? "") * (bar?.textContent?.includes("km") ? 1000 : 1);
    const swatch = (name: string): string => {
      const element = document.querySelector(`.planung-legende .plan-swatch--${name}`);
      return element === null ? "" : getComputedStyle(element).backgroundColor;
    };
    const css = (colour: number): string =>
      `rgb(${colour & 255}, ${(colour >> 8) & 255}, ${(colour >> 16) & 255})`;
    return {
      boxes: [...boxes].map(([colour, box]) => ({ colour: css(colour), ...box })),
      metresPerPixel: metres / Number.parseFloat(bar?.style.width ?? ""),
      full: swatch("class-5"),
      served: swatch("served"),
    };
  });
  assert.ok(found);
  assert.deepEqual(
    found.boxes.map((box) => box.colour).sort(),
    [found.full, found.served].sort(),
    "one colour for each",
  );
  for (const box of found.boxes) {
    for (const pixels of [box.right - box.left + 1, box.bottom - box.top + 1]) {
      // The grid is turned a little against the screen, and an edge is a pixel wide.
      const metres = pixels * found.metresPerPixel;
      assert.ok(metres > 900 && metres < 1150 + 2 * found.metresPerPixel, `${metres} m`);
    }
  }
  await context.close();
});

test("the heat map is one stop of the tab key; arrow keys lead through it and every field has a full name", async () => {
  const { page, context, check } = await visit(browser, "/planung/matrix", "desktop");
  await page.waitForSelector("table#matrix[role=grid]");
  const stops = await page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLElement>("#matrix a")].filter((link) => link.tabIndex >= 0).length,
  );
  assert.equal(stops, 1);
  const name = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
  await page.locator("#matrix a[tabindex='0']").focus();
  const first = await name();
  await page.keyboard.press("ArrowRight");
  const second = await name();
  assert.match(second, /^[^,]+, [^:]+: .*%, .*Menschen/);
  assert.equal(second.split(",")[0], first.split(",")[0], "the same row");
  await page.keyboard.press("ArrowDown");
  const third = await name();
  assert.notEqual(third.split(",")[0], second.split(",")[0]);
  assert.equal(third.split(/[,:]/)[1], second.split(/[,:]/)[1], "the same column");
  await page.keyboard.press("End");
  await page.keyboard.press("Control+End");
  const seen = await page.evaluate(() => {
    const cell = document.activeElement?.getBoundingClientRect();
    const box = document.querySelector(".plan-scroll--matrix")?.getBoundingClientRect();
    return (
      cell !== undefined && box !== undefined && cell.right <= box.right + 1 && cell.bottom <= box.bottom + 1
    );
  });
  assert.ok(seen, "what has the focus is in view");
  await assertAccessible(page, "the heat map");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/planung?**municipality=**");
  check();
  await context.close();
});

test("in the heat map of a narrow screen no word breaks, and the page is not wider than the screen", async () => {
  const { page, context, check } = await visit(browser, "/planung/matrix", "phone");
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 740 });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
    const broken = await page.evaluate(() =>
      [...document.querySelectorAll("#matrix tbody th[scope=row]")].flatMap((head) => {
        const text = head.firstChild;
        const words = [...(text?.textContent ?? "").matchAll(/\S+/g)];
        return words.flatMap((word) => {
          const range = document.createRange();
          // A hyphen of its own is a place to break.
          const end = word[0].indexOf("-") + 1 || word[0].length;
          range.setStart(text as Node, word.index);
          range.setEnd(text as Node, word.index + end);
          return range.getClientRects().length > 1 ? [word[0]] : [];
        });
      }),
    );
    assert.deepEqual(broken, [], `broken at ${width} px`);
  }
  await assertAccessible(page, "the heat map on a phone");
  check();
  await context.close();
});

test("on A4 the answer has map, tables, method and sources on at most four pages", async () => {
  const scenario = `${QUESTION}&add=8.75,47.87`;
  for (const [question, most] of [
    [QUESTION, 4],
    [scenario, 4],
    ["/planung/matrix", 3],
  ] as const) {
    const { page, context, check } = await visit(browser, question, "desktop");
    if (question !== "/planung/matrix") {
      await planReady(page);
      await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    }
    const pdf = await page.pdf({ preferCSSPageSize: true, format: "A4" });
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    assert.ok(pages >= 1 && pages <= most, `${question}: ${pages} pages`);
    check();
    await context.close();
  }
});

test("the table for German spreadsheets is offered beside the plain one", async () => {
  const { page, context, check } = await visit(browser, QUESTION, "desktop");
  await planReady(page);
  const address = await page.locator("a[data-export=csv-excel]").getAttribute("href");
  const table = await (await page.request.get(address ?? "")).text();
  const [head = "", first = ""] = table.split("\r\n");
  assert.equal(head.charCodeAt(0), 0xfeff, "a byte order mark");
  assert.equal(first.split(";").length, head.split(";").length);
  assert.match(first, /;\d+,\d+/);
  check();
  await context.close();
});

test("choosing another offer while a site is closed stays calm: what no longer fits is told, and counts again later", async () => {
  const { page, context, check } = await visit(browser, QUESTION, "desktop");
  await planReady(page);
  const before = await sentence(page);
  await page.locator(".plan-site-mark[tabindex='0']").focus();
  // A place with one site only: there the delete key closes it.
  for (let i = 0; i < 12 && word(page, "close") === null; i += 1) {
    const answered = page
      .waitForResponse((it) => it.url().includes("/sites"), { timeout: 1500 })
      .catch(() => null);
    await page.keyboard.press("Delete");
    if ((await answered) === null) {
      await page.keyboard.press(["ArrowRight", "ArrowUp", "ArrowLeft"][i % 3] ?? "ArrowDown");
    }
  }
  assert.notEqual(word(page, "close"), null, "a site was closed");
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
  await untilAnswered(page, () => page.selectOption("#plan-category", "schuldnerberatung"));
  assert.equal(await page.locator("#fehler").count(), 0, "no fault");
  assert.match((await page.locator(".plan-scenario__note").textContent()) ?? "", /zählt hier nicht/);
  assert.equal(await page.locator(".plan-alert[role=alert]").count(), 0);
  await assertAccessible(page, "with a change that does not fit");
  await untilAnswered(page, () => page.selectOption("#plan-category", "tafel_mittagstisch"));
  assert.equal(await page.locator(".plan-scenario__note").count(), 0);
  const undo = page.getByText("Alle Änderungen zurücknehmen").filter({ visible: true });
  await untilAnswered(page, () => undo.click());
  assert.equal(await sentence(page), before);
  check();
  await context.close();
});
