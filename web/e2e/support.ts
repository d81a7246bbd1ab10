import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from "playwright-core";

/** Address of the running server; scripts/with-server.sh starts one. */
export const BASE = process.env["SOZIALATLAS_E2E_URL"] ?? "";

/** The two sizes every journey is taken in. */
export const SIZES = {
  phone: { width: 360, height: 740 },
  desktop: { width: 1440, height: 900 },
} as const;

export type Size = keyof typeof SIZES;

/** How long a journey waits for what has to come, in milliseconds: long, because machines are sometimes busy. */
const PATIENCE_MS = 60_000;
/** Pause between two looks at what has to come. */
const LOOK_AGAIN_MS = 50;

/**
 * Looks again and again until `fact` throws nothing; after a minute its last fault is the test's. Whatever follows from
 * an act is waited for like this, so that no journey depends on how fast the machine is.
 */
export async function until(fact: () => Promise<unknown> | unknown): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      await fact();
      return;
    } catch (fault) {
      if (Date.now() > end) {
        throw fault;
      }
    }
    await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS));
  }
}

/** Waits until the first of these elements has this text. */
export async function hasText(locator: Locator, text: RegExp): Promise<void> {
  await until(async () => assert.match((await locator.first().textContent({ timeout: 1000 })) ?? "", text));
}

/** Waits until there are so many of these elements. */
export async function hasCount(locator: Locator, count: number): Promise<void> {
  await until(async () => assert.equal(await locator.count(), count));
}

/** Waits until the element with this id has the focus. */
export async function hasFocus(page: Page, id: string): Promise<void> {
  await until(async () => assert.equal(await page.evaluate(() => document.activeElement?.id), id));
}

/** Waits until what has the focus is called like this. */
export async function hasFocusOn(page: Page, words: RegExp): Promise<void> {
  await until(async () => assert.match(await focused(page), words));
}

/** Fails if the page is wider than the window. */
export async function assertFits(page: Page, what: string): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(wide <= 0, `${what} is ${wide} px too wide`);
}

/** The browser of the system. */
export function browserFile(): string {
  assert.notEqual(BASE, "", "SOZIALATLAS_E2E_URL is not set: run scripts/with-server.sh");
  const known = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const executablePath = process.env["SOZIALATLAS_E2E_BROWSER"] ?? known.find(existsSync);
  assert.ok(executablePath, "no Chromium found: scripts/test-setup.sh installs one");
  return executablePath;
}

/** Opens it; one for all tests of a file. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserFile(), args: ["--no-sandbox"] });
}

/** A page that fails the test on script errors and on any request that leaves the origin. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Fails if anything went wrong on the page until now, but for what is expected: a form that is refused. */
  check(expected?: RegExp): void;
}

/** Opens a browser of its own that waits as long as a busy machine needs. */
export async function openContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

/** Opens a page of the server. */
export async function visit(
  browser: Browser,
  path: string,
  size: Size,
  options: {
    readonly javaScriptEnabled?: boolean;
    readonly colorScheme?: "dark" | "light";
    readonly serviceWorkers?: "allow" | "block";
  } = {},
): Promise<Visit> {
  const context = await openContext(browser, {
    baseURL: BASE,
    viewport: SIZES[size],
    locale: "de-DE",
    reducedMotion: "reduce",
    hasTouch: size === "phone",
    // Only the journey without internet needs what the worker keeps.
    serviceWorkers: "block",
    ...options,
  });
  const page = await context.newPage();
  const faults = watch(page);
  const answer = await page.goto(path, { waitUntil: "networkidle" });
  assert.ok(answer, `no answer for ${path}`);
  return {
    page,
    context,
    check: (expected) =>
      assert.deepEqual(
        faults.filter((fault) => expected?.test(fault) !== true),
        [],
      ),
  };
}

/** Notes from now on what goes wrong on a page: errors of scripts, complaints of the console, requests that leave. */
export function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("console", (message) => {
    // The browser's driver says so on every public page where a journey does without the worker.
    if (message.text() === "Service Worker registration blocked by Playwright") {
      return;
    }
    if (message.type() === "error" || message.type() === "warning") {
      faults.push(`console: ${message.text()}`);
    }
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${BASE}/`) && !url.startsWith("data:") && !url.startsWith("blob:")) {
      faults.push(`a request left the origin: ${url}`);
    }
  });
  return faults;
}

/** Fails on any finding of axe. */
export async function assertAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map((finding) => {
    const spots = finding.nodes.slice(0, 3).map((node) => node.html.slice(0, 160));
    return `${finding.id}: ${finding.help}\n    ${spots.join("\n    ")}`;
  });
  assert.deepEqual(found, [], `${what}:\n${found.join("\n")}`);
}

/** What has the focus, in words a person would use. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return (element?.getAttribute("aria-label") ?? element?.textContent ?? "").trim();
  });
}

/** The number of hits the page tells. */
export async function total(page: Page): Promise<number> {
  return Number(await page.locator("#treffer").getAttribute("data-total"));
}

/** Waits until the map has its marks. */
export async function mapReady(page: Page): Promise<void> {
  await page.waitForSelector(".leaflet-marker-pane > *", { state: "attached" });
  await backdropReady(page);
}

/** Waits until a map has been started and has its background; until it is started it has no line that says so either. */
export async function backdropReady(page: Page, map = "[data-map]"): Promise<void> {
  await page.waitForSelector(`${map} .leaflet-backdrop-pane path.map-area--land`, { state: "attached" });
  await page.waitForSelector(`${map} .map__status`, { state: "detached" });
}
