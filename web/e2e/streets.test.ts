// Streets on the map: a server of its own, whose tile source is a server of this test on loopback.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { archive } from "./archive.js";
import { assertAccessible, openBrowser, SIZES } from "./support.js";

/** A grey pixel. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
const MISSING = "Die Straßen fehlen gerade auf der Karte. Alles andere stimmt.";

/** A server of ours, with the folder where it writes. */
interface Atlas {
  readonly address: string;
  close(): Promise<void>;
}

let browser: Browser;
let source: Server;
let lies = false;
const asked: IncomingHttpHeaders[] = [];

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

/** Starts our server with these tiles; it says on its first line where it listens. */
async function openAtlas(tiles: Record<string, string>): Promise<Atlas> {
  const binary = process.env["SOZIALATLAS_E2E_BINARY"];
  const home = process.env["SOZIALATLAS_E2E_HOME"];
  assert.ok(binary && home, "run the journeys by scripts/with-server.sh");
  const data = mkdtempSync(join(tmpdir(), "sozialatlas-streets-"));
  const server = spawn(binary, ["serve", "--listen", "127.0.0.1:0", "--data-dir", data], {
    cwd: home,
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, SOZIALATLAS_TILES_ATTRIBUTION: "© Teststraßen", ...tiles },
  });
  const close = async (): Promise<void> => {
    if (server.exitCode === null) {
      const ended = new Promise((done) => server.once("exit", done));
      server.kill("SIGTERM");
      await ended;
    }
    rmSync(data, { recursive: true, force: true });
  };
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /http:\/\/[0-9.:]+$/.exec(line)?.[0];
    if (address !== undefined) {
      return { address, close };
    }
  }
  await close();
  throw new Error("the server did not start");
}

/** A page of a server of ours that notes what leaves its origin. */
async function openPage(
  atlas: Atlas,
  colorScheme: "light" | "dark",
): Promise<{ page: Page; left: string[] }> {
  const context = await browser.newContext({
    viewport: SIZES.desktop,
    locale: "de-DE",
    reducedMotion: "reduce",
    serviceWorkers: "block",
    colorScheme,
  });
  const page = await context.newPage();
  const left: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(`${atlas.address}/`) && !request.url().startsWith("data:")) {
      left.push(request.url());
    }
  });
  page.on("pageerror", (error) => left.push(`script: ${error.message}`));
  await page.goto(`${atlas.address}/`);
  return { page, left };
}

before(async () => {
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
});

test("streets come from our own origin, name their source, and a map without them keeps working", async (t) => {
  const atlas = await openAtlas({
    SOZIALATLAS_TILES_SOURCE: `${await openSource()}/{z}/{x}/{y}.png`,
    SOZIALATLAS_TILES_ATTRIBUTION_URL: "https://tiles.example/",
  });
  t.after(async () => {
    await atlas.close();
    source.closeAllConnections();
    await new Promise((done) => source.close(done));
  });
  const { page, left } = await openPage(atlas, "light");
  await page.waitForSelector(".map.map--streets .streets--picture .leaflet-tile-loaded");
  const sources = page.locator(".leaflet-control-attribution");
  const link = sources.getByRole("link", { name: "© Teststraßen" });
  assert.equal(await link.getAttribute("href"), "https://tiles.example/");
  assert.equal(await page.getByText(MISSING).isVisible(), false);
  await assertAccessible(page, "the map with streets");

  lies = true;
  await page.locator(".leaflet-control-zoom-in").click();
  await page.getByText(MISSING).waitFor();
  await page.waitForSelector(".leaflet-marker-pane > *", { state: "attached" });
  await page.getByRole("link", { name: "Impressum" }).first().waitFor();
  await assertAccessible(page, "the map whose streets are missing");
  await page.emulateMedia({ media: "print" });
  assert.ok(await link.isVisible(), "the source is named on paper too");

  assert.deepEqual(left, [], "a request left the origin");
  assert.ok(asked.length > 0);
  for (const headers of asked) {
    assert.match(headers["user-agent"] ?? "", /^Sozialatlas\//);
    for (const name of ["cookie", "referer", "x-forwarded-for", "accept-language", "origin"]) {
      assert.equal(headers[name], undefined, name);
    }
  }
  await page.context().close();
});

for (const scheme of ["light", "dark"] as const) {
  test(`a file of vector tiles is drawn in the browser, ${scheme}`, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "sozialatlas-archive-"));
    const file = join(folder, "streets.pmtiles");
    // The tile of zoom 8 that the county lies in.
    writeFileSync(file, archive(134, 89, [8.44, 47.05, 9.84, 47.98]));
    const atlas = await openAtlas({ SOZIALATLAS_TILES_FILE: file });
    t.after(async () => {
      await atlas.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const { page, left } = await openPage(atlas, scheme);
    await page.waitForSelector(".map.map--streets .streets canvas.leaflet-tile-loaded");
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLCanvasElement>(".streets canvas")].some((canvas) => {
        const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
        return pixels?.some((value) => value > 0) === true;
      }),
    );
    assert.equal(await page.locator(".streets--dark").count(), scheme === "dark" ? 1 : 0);
    assert.ok(await page.getByText("© Teststraßen").first().isVisible());
    assert.equal(await page.getByText(MISSING).isVisible(), false);
    await assertAccessible(page, "the map with a file of streets");
    assert.deepEqual(left, [], "a request left the origin, or a script failed");
    await page.context().close();
  });
}
