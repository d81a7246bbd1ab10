// The map with 5,000 markers, on a processor four times as slow: frames while it is moved, and how soon input is painted.
import { setTimeout as sleep } from "node:timers/promises";
import { type Browser, type CDPSession, chromium, type Page } from "playwright-core";
import { BASE, browserFile, SIZES } from "../support.js";
import { circumstances, quantile, Report } from "./report.js";

const MARKERS = 5_000;
const SLOWER = 4;
const FRAMES_WANTED = 50;
const PAINT_WANTED_MS = 100;
/** How far a finger moves the map to each side, in pixels; how long there and back takes, and how often, in seconds. */
const SWING_PX = 110;
const SWING_S = 1.5;
const SWINGS = 4;
/** Steps of zoom, from the whole county to single streets. */
const ZOOMS = [0, 2, 4] as const;

/** An offer on the map, as `web/src/api/map-data.ts` has it. */
type MapPoint = Record<"id" | "service" | "theme" | "category" | "name" | "place", string> &
  Record<"lon" | "lat", number>;
interface MapData {
  readonly total: number;
  readonly points: readonly MapPoint[];
  readonly places: readonly never[];
  readonly placeless: number;
}

/** Numbers between 0 and 1, always the same for a seed (mulberry32, by Tommy Ettinger, public domain). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Invented offers in towns of very different sizes, each a round cloud thinning out, as benches/support/offers.rs. */
function offers(bounds: readonly number[], like: readonly MapPoint[]): MapData {
  const [west = 0, south = 0, east = 0, north = 0] = bounds;
  const random = seeded(20_261_123);
  const towns = Array.from({ length: 60 }, (_, rank) => ({
    lon: west + (east - west) * random(),
    lat: south + (north - south) * random(),
    weight: 1 / (rank + 1),
  }));
  const all = towns.reduce((sum, { weight }) => sum + weight, 0);
  const town = (): (typeof towns)[number] | undefined => {
    let left = random() * all;
    return towns.find(({ weight }) => {
      left -= weight;
      return left <= 0;
    });
  };
  const points = Array.from({ length: MARKERS }, (_, n): MapPoint => {
    const { lon, lat } = town() ?? { lon: west, lat: south };
    const far = 0.03 * random() ** 2;
    const angle = 2 * Math.PI * random();
    const model = like[n % like.length];
    return {
      id: `erfunden-${n}`,
      service: `erfunden-${n}`,
      lon: lon + 1.5 * far * Math.cos(angle),
      lat: lat + far * Math.sin(angle),
      theme: model?.theme ?? "",
      category: model?.category ?? "",
      name: `Erfundenes Angebot ${n}`,
      place: "Beispielstadt",
    };
  });
  return { total: MARKERS, points, places: [], placeless: 0 };
}

/** What the start page's map asks for is answered with invented offers. */
async function withManyMarkers(page: Page): Promise<void> {
  const like = (await (await fetch(`${BASE}/_/map/services.json`)).json()) as MapData;
  const home = await (await fetch(BASE)).text();
  const config = /<script type="application\/json" id="app-config">(.*?)<\/script>/s.exec(home)?.[1];
  const { bounds } = JSON.parse(config ?? "{}") as { readonly bounds: readonly number[] };
  const body = JSON.stringify(offers(bounds, like.points));
  await page.route(/\/_\/map\/services\.json/, (route) =>
    route.fulfill({ contentType: "application/json", body }),
  );
}

/** An event of Chromium's trace, as much as is read here; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ts: number;
}

/** Runs something and collects what the browser traced meanwhile. */
async function traced(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<readonly TraceEvent[]> {
  await browser.startTracing(page, {
    categories: [
      "disabled-by-default-devtools.timeline.frame",
      "devtools.timeline.frame",
      "devtools.timeline",
    ],
  });
  await work();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: TraceEvent[];
  };
  return trace.traceEvents;
}

/** Milliseconds between two moves of a finger, as fast screens report them (120 a second). */
const MOVE_MS = 8;

/** Moves the map with a finger, there and back; where it is tells the time. No move waits for the last one's frame. */
async function pan(cdp: CDPSession, x: number, y: number): Promise<void> {
  const touch = (
    type: "touchStart" | "touchMove" | "touchEnd",
    at: readonly [number, number][],
  ): Promise<unknown> =>
    cdp.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: at.map(([left, top]) => ({ x: left, y: top })),
    });
  await touch("touchStart", [[x, y]]);
  const began = performance.now();
  const sent: Promise<unknown>[] = [];
  for (let seconds = 0; seconds < SWINGS * SWING_S; seconds = (performance.now() - began) / 1000) {
    const turn = (2 * Math.PI * seconds) / SWING_S;
    sent.push(touch("touchMove", [[x + SWING_PX * Math.sin(turn), y + (SWING_PX / 2) * Math.sin(turn / 2)]]));
    await sleep(MOVE_MS);
  }
  await Promise.all(sent);
  await touch("touchEnd", []);
}

/** Times from a touch or click to the next paint (Event Timing, https://www.w3.org/TR/event-timing/), from now on. */
async function watchInput(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    const moves: number[] = [];
    Object.assign(window, { benchTimes: times, benchMoves: moves });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        times.push(entry.duration);
      }
    }).observe({ type: "event", durationThreshold: 16, buffered: false } as PerformanceObserverInit);
    // Moves are no discrete events and have no entry of their own: from the event to the frame after it.
    window.addEventListener(
      "pointermove",
      (event) => requestAnimationFrame(() => moves.push(performance.now() - event.timeStamp)),
      { capture: true, passive: true },
    );
  });
}

interface Figures {
  readonly marks: number;
  readonly framesPerSecond: number;
  readonly moves: readonly number[];
  readonly inputs: readonly number[];
}

async function measure(browser: Browser, page: Page, cdp: CDPSession): Promise<Figures> {
  const box = await page.locator("#karte").boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
  await watchInput(page);
  const events = await traced(browser, page, () => pan(cdp, x, y));
  const drawn = events.filter(({ name }) => name === "DrawFrame").map(({ ts }) => ts);
  const seconds = (Math.max(...drawn) - Math.min(...drawn)) / 1e6;
  const found = await page.evaluate(() => {
    const { benchTimes, benchMoves } = window as unknown as Record<"benchTimes" | "benchMoves", number[]>;
    return { inputs: benchTimes, moves: benchMoves };
  });
  const marks = await page.locator(".leaflet-marker-pane > *").count();
  return { marks, framesPerSecond: (drawn.length - 1) / seconds, ...found };
}

/** The phone's map with all markers, on a slow processor. */
async function open(browser: Browser): Promise<{ page: Page; cdp: CDPSession }> {
  const context = await browser.newContext({
    baseURL: BASE,
    viewport: SIZES.phone,
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
    serviceWorkers: "block",
  });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  await withManyMarkers(page);
  await page.goto("/", { waitUntil: "networkidle" });
  await page.locator("[data-js=map-toggle]").click();
  await page.waitForSelector(".leaflet-marker-pane > *");
  await page.waitForSelector(".map__status", { state: "detached" });
  const cdp = await context.newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  return { page, cdp };
}

/** Zooms in by so many steps on the largest cluster, as a person does: it is where most is drawn. */
async function zoomIn(page: Page, steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    const before = await page.locator(".leaflet-marker-pane > *").count();
    await page.locator(".leaflet-control-zoom-in").click();
    await page.waitForFunction(
      () => document.querySelector(".leaflet-zoom-anim, .leaflet-cluster-anim") === null,
    );
    await page.waitForFunction(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))),
    );
    console.log(
      `     zoomed in: ${before} → ${await page.locator(".leaflet-marker-pane > *").count()} marks`,
    );
  }
}

/** Measures the map; whether everything demanded was reached. */
export async function measureMap(file: string | undefined): Promise<boolean> {
  const report = new Report();
  const browser = await chromium.launch({ executablePath: browserFile(), args: ["--no-sandbox"] });
  const { page, cdp } = await open(browser);
  let zoomed = 0;
  for (const zoom of ZOOMS) {
    await zoomIn(page, zoom - zoomed);
    zoomed = zoom;
    const { marks, framesPerSecond, moves, inputs } = await measure(browser, page, cdp);
    const where = zoom === 0 ? "the whole county" : `${zoom} steps closer`;
    const what = `${MARKERS} markers, ${where} (${marks} marks drawn)`;
    const enough = framesPerSecond >= FRAMES_WANTED;
    report.demand(
      `${what}: frames a second`,
      framesPerSecond.toFixed(0),
      `at least ${FRAMES_WANTED}`,
      enough,
    );
    const late = quantile(moves, 0.99);
    const worst = Math.max(late, ...inputs);
    const told = `${worst.toFixed(0)} ms (moves: median ${quantile(moves, 0.5).toFixed(0)} ms of ${moves.length})`;
    report.demand(`${what}: input to paint`, told, `under ${PAINT_WANTED_MS} ms`, worst < PAINT_WANTED_MS);
  }
  await browser.close();
  if (file !== undefined) {
    const about =
      `Measured by \`make bench\` (\`web/e2e/bench/map.ts\`) ${circumstances()} The start page's map on a phone of ` +
      `${SIZES.phone.width} × ${SIZES.phone.height} pixels, the processor slowed down ${SLOWER} times, with ${MARKERS} ` +
      "invented offers (seeded) in place of the county's. A finger moves it there and back; frames are those that the " +
      "browser has drawn meanwhile (`DrawFrame` of its trace), input to paint is the slower of the Event Timing of touches " +
      "and of 99 of 100 moves until the frame after them.";
    report.record(file, "The map with many markers", about);
  }
  return report.isMet;
}
