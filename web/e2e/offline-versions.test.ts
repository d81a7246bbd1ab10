import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { BASE, openBrowser } from "./support.js";

/** A worker as an older program might have had it: its own store, and every page from there, whatever the server says. */
const OLD = `
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const store = await caches.open("sozialatlas-0");
  const type = { headers: { "content-type": "text/html; charset=utf-8" } };
  await store.put("/liste", new Response("<!doctype html><html lang=de><title>Alt</title><h1>Alte Fassung</h1>", type));
  await clients.claim();
})()));
self.addEventListener("fetch", (event) => {
  if (event.request.mode === "navigate") {
    event.respondWith(caches.match("/liste"));
  }
});`;
/** What a program without a front end sends. */
const GONE = readFileSync(new URL("../../src/http/pages/offline/gone.js", import.meta.url), "utf8");

let browser: Browser;
let front: Server;
let origin = "";
/** What is served at /sw.js in place of the program's own. */
let worker: string | null = null;

before(async () => {
  browser = await openBrowser();
  front = createServer((asked, answer) => {
    if (worker !== null && asked.url === "/sw.js") {
      answer.writeHead(200, { "content-type": "text/javascript", "cache-control": "no-cache" });
      answer.end(worker);
      return;
    }
    const passed = request(`${BASE}${asked.url ?? "/"}`, { method: asked.method, headers: asked.headers });
    passed.on("response", (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((done) => front.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
});

after(async () => {
  await browser.close();
  front.closeAllConnections();
  front.close();
});

/** Resolves when something is so in the page. */
async function until(page: Page, what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < 300 && !(await page.evaluate(holds)); round++) {
    await page.waitForTimeout(100);
  }
  assert.ok(await page.evaluate(holds), what);
}

test("a worker of an older version gives way, and what it kept goes with it", async () => {
  const context = await browser.newContext({ baseURL: origin, serviceWorkers: "allow" });
  const page = await context.newPage();
  worker = OLD;
  await page.goto("/liste");
  await until(page, "the old worker is in charge", async () => {
    const store = await caches.has("sozialatlas-0");
    return store && navigator.serviceWorker.controller !== null;
  });
  await page.goto("/liste");
  assert.equal(await page.textContent("h1"), "Alte Fassung", "and answers from what it has kept");

  worker = null;
  await page.goto("/liste");
  await until(page, "the store of the old version is gone", async () => !(await caches.has("sozialatlas-0")));
  await page.goto("/liste");
  await page.locator(".offer-card").first().waitFor();
  await until(page, "the new one keeps its own", async () => {
    const store = await caches.open("sozialatlas-2");
    return (await store.match("/_/offline.json")) !== undefined;
  });
  assert.deepEqual(await page.evaluate(() => caches.keys()), ["sozialatlas-2"]);

  // A page that registers nothing itself: what takes the worker away is the worker that the browser asks for.
  worker = GONE;
  await page.goto("/anmelden");
  await until(page, "nothing is left where the program has no worker any more", async () => {
    const workers = await navigator.serviceWorker.getRegistrations();
    return workers.length === 0 && (await caches.keys()).length === 0;
  });
  await page.goto("/liste");
  await page.locator(".offer-card").first().waitFor();
  await context.close();
});
