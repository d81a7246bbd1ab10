import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, it } from "node:test";
import type { Browser } from "playwright-core";
import { assertAccessible, BASE, openBrowser, SIZES, type Size, visit } from "./support.js";

const PAGE = `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Verein</title>
<script src="${BASE}/embed/sozial-atlas.js" async></script></head>
<body><h1>Unser Verein</h1><sozial-atlas title="Hilfe in der Nähe"></sozial-atlas></body></html>`;
const POLICY = `default-src 'none'; script-src ${BASE}; frame-src ${BASE}; style-src 'none'`;

describe("the list in pages of others", () => {
  let browser: Browser;
  let foreign: Server;
  let address = "";

  before(async () => {
    browser = await openBrowser();
    foreign = createServer((request, response) => {
      const found = request.url === "/";
      response.writeHead(found ? 200 : 404, {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": POLICY,
      });
      response.end(found ? PAGE : "");
    });
    await new Promise<void>((done) => foreign.listen(0, "127.0.0.1", done));
    address = `http://localhost:${(foreign.address() as AddressInfo).port}/`;
  });

  after(async () => {
    await browser.close();
    foreign.close();
  });

  it("shows the element on another origin under a strict policy, as high as its list, by keyboard", async () => {
    const context = await browser.newContext({ viewport: SIZES.phone, serviceWorkers: "block" });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("favicon")) {
        faults.push(message.text());
      }
    });
    await page.goto(address);
    const frame = page.frameLocator("sozial-atlas iframe");
    await frame.locator(".offer-card").first().waitFor();
    const high = await page.waitForFunction(() => {
      const inner = document.querySelector("sozial-atlas")?.shadowRoot?.querySelector("iframe");
      return inner !== null && inner !== undefined && inner.clientHeight > 1500 ? inner.clientHeight : null;
    });
    const box = await frame.locator(".embed").evaluate((node) => node.getBoundingClientRect().height);
    assert.ok(Math.abs(Number(await high.jsonValue()) - box) <= 4, "as high as what is in it");
    assert.equal(await page.locator("sozial-atlas iframe").getAttribute("title"), "Hilfe in der Nähe");

    const link = frame.locator(".offer-card__link").first();
    const reached = async (): Promise<boolean> => link.evaluate((node) => node === document.activeElement);
    for (let presses = 0; presses < 12 && !(await reached()); presses += 1) {
      await page.keyboard.press("Tab");
    }
    assert.ok(await reached(), "the tab key reaches the first offer");
    const opened = context.waitForEvent("page");
    await page.keyboard.press("Enter");
    const entry = await opened;
    await entry.waitForLoadState();
    assert.match(entry.url(), new RegExp(`^${BASE}/angebote/`));
    assert.deepEqual(await context.cookies(), []);
    assert.deepEqual(faults, []);
    await context.close();
  });

  for (const size of Object.keys(SIZES) as Size[]) {
    for (const path of ["/embed?ansicht=beides", "/ar/embed", "/embed?farbe=dunkel", "/embed/anleitung"]) {
      it(`has no findings at ${path} (${size})`, async () => {
        const { page, check, context } = await visit(browser, path, size);
        await assertAccessible(page, path);
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(wider, 0, "nothing runs out of the window");
        check();
        await context.close();
      });
    }
  }

  it("is dark where the owner wants it, and has their colour as its line", async () => {
    const { page, check, context } = await visit(browser, "/embed?farbe=dunkel&akzent=c00000", "phone");
    const looks = await page.evaluate(() => ({
      ground: getComputedStyle(document.body).backgroundColor,
      line: getComputedStyle(document.querySelector(".embed") as Element).borderBlockStartColor,
    }));
    const [red = 255] = /\d+/.exec(looks.ground)?.map(Number) ?? [];
    assert.ok(red < 64, looks.ground);
    assert.equal(looks.line, "rgb(192, 0, 0)");
    check();
    await context.close();
  });
});
