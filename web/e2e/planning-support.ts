import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { backdropReady, until } from "./support.js";

/** What most journeys of the cockpit begin with. */
export const QUESTION = "/planung?category=tafel_mittagstisch&max_distance_m=5000";

/** Waits until map and diagrams show the answer of the address; the map knows land and water, and its cells are drawn. */
export async function planReady(page: Page): Promise<void> {
  await page.waitForSelector("#planung-karte .plan-site-mark", { state: "attached" });
  await page.waitForSelector("#planung-karte[aria-busy=false]");
  await page.waitForSelector("#diagramm-lorenz svg.plan-plot", { state: "attached" });
  await backdropReady(page, "#planung-karte");
  await framesDrawn(page);
}

/** Waits until the heat map is there and its keys are; its first answer of a server takes a while. */
export async function matrixReady(page: Page): Promise<void> {
  await page.waitForSelector("table#matrix[role=grid]");
}

/** Does something that asks the server and waits until the new sentence stands and the map has its data. */
export async function untilAnswered(page: Page, act: () => Promise<unknown>): Promise<void> {
  const sites = page.waitForResponse((response) => response.url().includes("/api/coverage/sites"));
  await act();
  await sites;
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
  await framesDrawn(page);
}

/**
 * Takes a new site into the hand by keyboard: a pointer that rests where the map moves below it would lead the site. It
 * begins in the middle of the map and goes so many long steps to the left and up.
 */
export async function carryNewSite(page: Page, steps: number): Promise<void> {
  await page.locator(".plan-toolbar button").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("#planung-karte.plan-placing");
  for (let i = 0; i < steps; i += 1) {
    await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("Shift+ArrowUp");
  }
  await framesDrawn(page);
}

/** Waits until the preview of a site in the hand has such words. */
export async function previewSays(page: Page, words: RegExp): Promise<void> {
  await until(async () =>
    assert.match((await page.locator(".plan-gain--on").textContent({ timeout: 1000 })) ?? "", words),
  );
}

/** Waits until all that was asked for with `requestAnimationFrame` until now has been drawn. */
export async function framesDrawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );
}

export const sentence = async (page: Page): Promise<string> =>
  ((await page.locator("#planung-satz").textContent()) ?? "").trim();

/** A word of the page's address. */
export const word = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);

/** The middle of an element on the screen. */
export async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  assert.ok(box, "the element is not to be seen");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Whether the canvas of the cells holds more than one colour. */
export async function drawnColours(page: Page): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>("canvas.plan-cells");
    const pixels = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
    const words = pixels === undefined ? [] : new Uint32Array(pixels.buffer);
    return new Set(words).size;
  });
}
