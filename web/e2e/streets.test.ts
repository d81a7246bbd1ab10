// Streets on the map: a server of its own, whose tile source is a server of this test on loopback.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { assertAccessible, openBrowser, SIZES } from "./support.js";

/** A grey pixel. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
const MISSING = "Die Straßen fehlen gerade auf der Karte. Alles andere stimmt.";

let browser: Browser;
let source: Server;
let server: ChildProcess;
let atlas = "";
let lies = false;
const asked: IncomingHttpHeaders[] = [];
const data = mkdtempSync(join(tmpdir(), "sozialatlas-streets-"));

async function openSource(): Promise<string> {
  source = createServer((request, answer) => {
    asked.push(request.headers);
    answer.setHeader("Content-Type", "image/png");
    answer.end(lies ? "<!doctype html><h1>Wartung</h1>" : PIXEL);
  });
  await new Promise<void>((done) => source.listen(0, "127.0.0.1", done));
  const address = source.address();
  assert.ok(address !== null && typeof address === "object");
  return `http://127.0.0.1:${address.port}`;
}

/** Starts our server; it says on its first line where it listens. */
async function openAtlas(tiles: string): Promise<string> {
  const binary = process.env["SOZIALATLAS_E2E_BINARY"];
  const home = process.env["SOZIALATLAS_E2E_HOME"];
  assert.ok(binary && home, "run the journeys by scripts/with-server.sh");
  server = spawn(binary, ["serve", "--listen", "127.0.0.1:0", "--data-dir", data], {
    cwd: home,
    stdio: ["ignore", "pipe", "ignore"],
    env: {
      ...process.env,
      SOZIALATLAS_TILES_SOURCE: `${tiles}/{z}/{x}/{y}.png`,
      SOZIALATLAS_TILES_ATTRIBUTION: "© Teststraßen",
      SOZIALATLAS_TILES_ATTRIBUTION_URL: "https://tiles.example/",
    },
  });
  assert.ok(server.stdout);
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /http:\/\/[0-9.:]+$/.exec(line)?.[0];
    if (address !== undefined) {
      return address;
    }
  }
  throw new Error("the server did not start");
}

before(async () => {
  browser = await openBrowser();
  atlas = await openAtlas(await openSource());
});
after(async () => {
  await browser.close();
  const ended = new Promise((done) => server.once("exit", done));
  server.kill("SIGTERM");
  await ended;
  source.closeAllConnections();
  await new Promise((done) => source.close(done));
  rmSync(data, { recursive: true, force: true });
});

test("streets come from our own origin, name their source, and a map without them keeps working", async () => {
  const context = await browser.newContext({
    viewport: SIZES.desktop,
    locale: "de-DE",
    reducedMotion: "reduce",
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  const left: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(`${atlas}/`) && !request.url().startsWith("data:")) {
      left.push(request.url());
    }
  });
  await page.goto(`${atlas}/`);
  await page.waitForSelector(".map.map--streets .streets--picture .leaflet-tile-loaded");
  const sources = page.locator(".leaflet-control-attribution");
  const link = sources.getByRole("link", { name: "© Teststraßen" });
  assert.equal(await link.getAttribute("href"), "https://tiles.example/");
  assert.equal(await page.getByText(MISSING).isVisible(), false);
  await assertAccessible(page, "the map with streets");
  await page.emulateMedia({ media: "print" });
  assert.ok(await link.isVisible(), "the source is named on paper too");
  await page.emulateMedia({ media: "screen" });

  lies = true;
  await page.locator(".leaflet-control-zoom-in").click();
  await page.getByText(MISSING).waitFor();
  await page.waitForSelector(".leaflet-marker-pane > *", { state: "attached" });
  await page.getByRole("link", { name: "Impressum" }).first().waitFor();
  await assertAccessible(page, "the map whose streets are missing");

  assert.deepEqual(left, [], "a request left the origin");
  assert.ok(asked.length > 0);
  for (const headers of asked) {
    assert.match(headers["user-agent"] ?? "", /^Sozialatlas\//);
    for (const name of ["cookie", "referer", "x-forwarded-for", "accept-language", "origin"]) {
      assert.equal(headers[name], undefined, name);
    }
  }
  await context.close();
});
