import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import {
  carryNewSite,
  framesDrawn,
  middleOf,
  planReady,
  QUESTION,
  sentence,
  untilAnswered,
  word,
} from "./planning-support.js";
import {
  assertAccessible,
  BASE,
  hasCount,
  hasText,
  openBrowser,
  openContext,
  SIZES,
  visit,
} from "./support.js";

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

/** Draws with a finger on the screen: down, over some points, up. */
async function swipe(page: Page, path: readonly { x: number; y: number }[], up = true): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const [first, ...rest] = path.map(({ x, y }) => ({ x, y, id: 1 }));
  assert.ok(first);
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [first] });
  for (const point of rest) {
    await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [point] });
    await framesDrawn(page);
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
    await planReady(page);
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
      // The words of a step come with the next frame.
      await framesDrawn(page);
      wet = /Wasser/.test((await told.textContent()) ?? "");
    }
    assert.ok(wet, "the way leads into the lake");
    assert.doesNotMatch((await told.textContent()) ?? "", /\d/, "nobody is promised anything");
    await hasCount(page.locator(".plan-reach:visible"), 0);
    await page.keyboard.press("Enter");
    await hasText(page.locator(".plan-alert[role=alert]"), /im Wasser/);
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
  await carryNewSite(page, 6);
  await untilAnswered(page, () => page.keyboard.press("Enter"));
  await page.locator(".plan-scenario").waitFor();
  assert.ok(Math.abs((await top()) - before) <= 2, `from ${before} to ${await top()}`);
  await hasText(page.locator(".plan-gain"), /rund .* erreicht/);
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
  // Each answer waits until the one before it was seen: on the screen it is for a moment only.
  const seen: (() => void)[] = [];
  const gates = [0, 1].map(() => new Promise<void>((open) => seen.push(open)));
  await page.route("**/planung?*", async (route) => {
    await gates[asked.push(route.request().url()) - 2];
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
  seen[0]?.();
  await page.getByText("Gerade wird viel gerechnet").waitFor();
  seen[1]?.();
  await page.locator("#planung-satz", { hasText: "Schuldnerberatung" }).waitFor();
  assert.equal(asked.length, 3, "asked once and, told to, twice more");
  assert.equal(new Set(asked).size, 1, "the same question each time");
  await page.waitForSelector("#planung-karte[aria-busy=false]");
  assert.equal(word(page, "category"), "schuldnerberatung");
  await context.close();
});

test("cells of a kilometre are drawn as large as they are, in the colour of their people", async () => {
  const context = await openContext(browser, { baseURL: BASE, viewport: SIZES.desktop, locale: "de-DE" });
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

test("choosing another offer while a site is closed stays calm: what no longer fits is told, and counts again later", async () => {
  const { page, context, check } = await visit(browser, QUESTION, "desktop");
  await planReady(page);
  const before = await sentence(page);
  await page.locator(".plan-site-mark[tabindex='0']").focus();
  // A place with one site only: there the delete key closes it, and the map is busy at once.
  const asks = (): Promise<boolean> =>
    page.evaluate(() => document.querySelector("#planung-karte[aria-busy=true]") !== null);
  let closed = false;
  for (let i = 0; i < 12 && !closed; i += 1) {
    await page.keyboard.press("Delete");
    closed = (await asks()) || word(page, "close") !== null;
    if (!closed) {
      await page.keyboard.press(["ArrowRight", "ArrowUp", "ArrowLeft"][i % 3] ?? "ArrowDown");
    }
  }
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
  assert.notEqual(word(page, "close"), null, "a site was closed");
  await untilAnswered(page, () => page.selectOption("#plan-category", "schuldnerberatung"));
  assert.equal(await page.locator("#fehler").count(), 0, "no fault");
  await hasText(page.locator(".plan-scenario__note"), /zählt hier nicht/);
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
