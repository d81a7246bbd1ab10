import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { matrixReady, planReady, QUESTION } from "./planning-support.js";
import { assertAccessible, openBrowser, until, visit } from "./support.js";

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

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
  await page.locator("canvas.plan-print").waitFor();
  await page.locator("#planung-karte").waitFor({ state: "hidden" });
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

test("the heat map is one stop of the tab key; arrow keys lead through it and every field has a full name", async () => {
  const { page, context, check } = await visit(browser, "/planung/matrix", "desktop");
  await matrixReady(page);
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
  await until(async () => {
    const seen = await page.evaluate(() => {
      const cell = document.activeElement?.getBoundingClientRect();
      const box = document.querySelector(".plan-scroll--matrix")?.getBoundingClientRect();
      return (
        cell !== undefined &&
        box !== undefined &&
        cell.right <= box.right + 1 &&
        cell.bottom <= box.bottom + 1
      );
    });
    assert.ok(seen, "what has the focus is in view");
  });
  await assertAccessible(page, "the heat map");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/planung?**municipality=**");
  check();
  await context.close();
});

test("in the heat map of a narrow screen no word breaks, and the page is not wider than the screen", async () => {
  const { page, context, check } = await visit(browser, "/planung/matrix", "phone");
  await matrixReady(page);
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
    if (question === "/planung/matrix") {
      await matrixReady(page);
    } else {
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
