import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, it } from "node:test";
import type { Browser, BrowserContext, FrameLocator, Page } from "playwright-core";
import { assertAccessible, BASE, mapReady, openBrowser, SIZES, type Size, visit } from "./support.js";

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Verein</title>
<link rel="icon" href="data:,">${head}</head><body><h1>Unser Verein</h1>${body}</body></html>`;
const SCRIPT = `<script src="${BASE}/embed/sozial-atlas.js" async></script>`;
const OURS = `script-src ${BASE}; frame-src ${BASE}; img-src data:`;
/** Styles as they are found in the wild, all of which would ruin the list if they reached it. */
const STYLES = `* { box-sizing: content-box !important; font: 3px/1 cursive !important; color: #fefefe !important }
iframe { display: none !important; width: 10px !important } div, a, main { visibility: hidden; float: left }
h1, .wide { visibility: visible; width: 300px; overflow: hidden } sozial-atlas { visibility: visible; --sozial-atlas-accent: #c00000 }`;

/** Pages of somebody else: path, policy, HTML. */
const PAGES: Readonly<Record<string, readonly [policy: string, html: string]>> = {
  "/": [
    `default-src 'none'; ${OURS}; style-src 'none'`,
    page(SCRIPT, `<sozial-atlas title="Hilfe in der Nähe"></sozial-atlas>`),
  ],
  "/styled": [
    `default-src 'none'; ${OURS}; style-src 'self'`,
    page(
      `${SCRIPT}<link rel="stylesheet" href="/style.css">`,
      `<section class="wide"><sozial-atlas title="Hilfe"></sozial-atlas></section>`,
    ),
  ],
  "/refused": [
    `default-src 'none'; script-src ${BASE}; img-src data:`,
    page(
      SCRIPT,
      `<sozial-atlas free="yes" title="Kostenlose Hilfe"></sozial-atlas>
       <sozial-atlas title="Zweite"><a href="${BASE}/liste">Unser eigener Link</a></sozial-atlas>`,
    ),
  ],
  "/no-script": [
    `default-src 'none'; frame-src ${BASE}; img-src data:`,
    page(
      SCRIPT,
      `<sozial-atlas title="Hilfe"><a href="${BASE}/liste">Unser eigener Link</a></sozial-atlas>
       <iframe src="${BASE}/embed?ansicht=beides" title="Hilfe" width="300" height="600"></iframe>`,
    ),
  ],
};

describe("the list in pages of others", () => {
  let browser: Browser;
  let foreign: Server;
  let address = "";

  before(async () => {
    browser = await openBrowser();
    foreign = createServer((request, response) => {
      const [policy, html] = PAGES[request.url ?? ""] ?? ["default-src 'none'", ""];
      const style = request.url === "/style.css";
      response.writeHead(html !== "" || style ? 200 : 404, {
        "content-type": style ? "text/css" : "text/html; charset=utf-8",
        "content-security-policy": policy,
      });
      response.end(style ? STYLES : html);
    });
    await new Promise<void>((done) => foreign.listen(0, "127.0.0.1", done));
    address = `http://localhost:${(foreign.address() as AddressInfo).port}`;
  });

  after(async () => {
    await browser.close();
    foreign.close();
  });

  /** Opens a page of somebody else; `faults` hears what the scripts and policies complain about. */
  async function open(
    path: string,
  ): Promise<{ page: Page; context: BrowserContext; frame: FrameLocator; faults: string[] }> {
    const context = await browser.newContext({ viewport: SIZES.phone, serviceWorkers: "block" });
    const opened = await context.newPage();
    const faults: string[] = [];
    opened.on("pageerror", (error) => faults.push(error.message));
    opened.on("console", (message) => {
      if (message.type() === "error") {
        faults.push(message.text());
      }
    });
    await opened.goto(address + path);
    return { page: opened, context, frame: opened.frameLocator("sozial-atlas iframe"), faults };
  }

  /** Resolves when the frame is as high as what is in it. */
  async function fits(on: Page, frame: FrameLocator): Promise<void> {
    const inner = async (): Promise<number> =>
      frame.locator(".embed").evaluate((box) => Math.ceil(box.getBoundingClientRect().height));
    const outer = async (): Promise<number> =>
      on.locator("sozial-atlas iframe").evaluate((box) => box.clientHeight);
    let [has, is] = [await inner(), await outer()];
    for (let round = 0; round < 200 && has !== is; round++) {
      await on.waitForTimeout(100);
      [has, is] = [await inner(), await outer()];
    }
    assert.equal(is, has, "the frame is as high as what is in it");
  }

  it("shows the element under a strict policy, as high as its list, and is used by keyboard", async () => {
    const { page, context, frame, faults } = await open("/");
    await frame.locator(".offer-card").first().waitFor();
    await fits(page, frame);
    assert.equal(await page.locator("sozial-atlas iframe").getAttribute("title"), "Hilfe in der Nähe");

    const link = frame.locator(".offer-card__link").first();
    const reached = async (): Promise<boolean> => link.evaluate((node) => node === document.activeElement);
    const stops = await frame.locator("a[href], button, input, select, summary, [tabindex='0']").count();
    for (let presses = 0; presses <= stops && !(await reached()); presses += 1) {
      await page.keyboard.press("Tab");
    }
    assert.ok(await reached(), "the tab key reaches the first offer");
    const opened = context.waitForEvent("page");
    await page.keyboard.press("Enter");
    const entry = await opened;
    await entry.waitForURL(`${BASE}/angebote/**`, { waitUntil: "commit" });
    assert.deepEqual(await context.cookies(), []);
    assert.deepEqual(faults, []);
    await context.close();
  });

  it("begins the next page of hits at its top", async () => {
    const { page, context, frame } = await open("/");
    await frame.locator(".offer-card").first().waitFor();
    await fits(page, frame);
    const first = await frame.locator(".offer-card").first().getAttribute("id");
    await frame.locator(".pagination__link[rel=next]").click();
    await frame.locator(".pagination__link[rel=first]").waitFor();
    assert.notEqual(await frame.locator(".offer-card").first().getAttribute("id"), first);
    await page.waitForFunction(() => {
      const top = document.querySelector("sozial-atlas")?.getBoundingClientRect().top;
      // Browsers scroll by whole pixels.
      return top !== undefined && Math.abs(top) < 1;
    });
    await fits(page, frame);
    await context.close();
  });

  it("is out of reach of the styles of the page around, and takes its colour from them", async () => {
    const { page, context, frame, faults } = await open("/styled");
    await frame.locator(".offer-card").first().waitFor();
    await frame.locator(".embed[data-accent=c00000]").waitFor();
    await fits(page, frame);
    const sizes = await page.locator("sozial-atlas").evaluate((element) => ({
      around: element.parentElement?.clientWidth,
      element: element.getBoundingClientRect().width,
      // Its border is the element's.
      frame: element.shadowRoot?.querySelector("div")?.clientWidth,
    }));
    assert.deepEqual(sizes, { around: 300, element: 300, frame: 298 });
    const own = await visit(browser, "/embed", "phone");
    const read = (node: Element): string[] => {
      const { fontFamily, fontSize, visibility } = getComputedStyle(node);
      return [fontFamily, fontSize, visibility];
    };
    const alone = await own.page.locator(".offer-card__link").first().evaluate(read);
    assert.deepEqual(await frame.locator(".offer-card__link").first().evaluate(read), alone);
    assert.deepEqual(faults, []);
    await own.context.close();
    await context.close();
  });

  it("becomes a link where the page around lets no frame in", async () => {
    const { page, context, faults } = await open("/refused");
    const link = page.locator("sozial-atlas").first().getByRole("link", { name: "Kostenlose Hilfe" });
    await link.waitFor();
    assert.equal(await link.getAttribute("href"), `${BASE}/liste?free=yes`);
    await page.getByRole("link", { name: "Unser eigener Link" }).waitFor();
    assert.equal(await page.locator("sozial-atlas iframe").count(), 0);
    assert.ok(faults.length > 0 && faults.every((fault) => fault.includes("frame-src")), faults.join("\n"));
    await context.close();
  });

  it("is the owner's link where no script runs, and a plain frame still shows the list", async () => {
    const { page, context } = await open("/no-script");
    await page.getByRole("link", { name: "Unser eigener Link" }).waitFor();
    const frame = page.frameLocator("body > iframe");
    await frame.locator(".offer-card").first().waitFor();
    await frame.locator(".leaflet-marker-pane > *").first().waitFor({ state: "attached" });
    await context.close();
    const bare = await visit(browser, "/embed?ansicht=beides", "phone", { javaScriptEnabled: false });
    assert.ok((await bare.page.locator(".offer-card").count()) > 0);
    assert.ok(await bare.page.locator("noscript p").isVisible(), "it says that the map needs a script");
    await bare.context.close();
  });

  for (const size of Object.keys(SIZES) as Size[]) {
    for (const path of ["/embed?ansicht=beides", "/ar/embed", "/embed?farbe=dunkel", "/embed/anleitung"]) {
      it(`has no findings at ${path} (${size})`, async () => {
        const { page, check, context } = await visit(browser, path, size);
        if (path.endsWith("beides")) {
          await mapReady(page);
        }
        if (path.endsWith("anleitung")) {
          await page.frameLocator("sozial-atlas iframe").locator(".offer-card").first().waitFor();
        }
        await assertAccessible(page, path);
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.ok(wider <= 0, "nothing runs out of the window");
        check();
        await context.close();
      });
    }
  }

  it("is dark or light as the owner wants it, whatever the device prefers, and has their colour as its line", async () => {
    const ground = async (farbe: string, colorScheme: "dark" | "light"): Promise<string> => {
      const shown = await visit(browser, `/embed?farbe=${farbe}&akzent=c00000`, "phone", { colorScheme });
      await shown.page.locator("html.js").waitFor();
      const looks = await shown.page.evaluate(() => ({
        ground: getComputedStyle(document.body).backgroundColor,
        line: getComputedStyle(document.querySelector(".embed") as Element).borderBlockStartColor,
      }));
      assert.equal(looks.line, "rgb(192, 0, 0)");
      shown.check();
      await shown.context.close();
      return looks.ground;
    };
    const dark = await ground("auto", "dark");
    const light = await ground("auto", "light");
    assert.notEqual(dark, light);
    assert.equal(await ground("dunkel", "light"), dark);
    assert.equal(await ground("hell", "dark"), light);
  });
});
