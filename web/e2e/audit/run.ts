// Opens the cases, several at a time, and lets axe look at each.
import { availableParallelism } from "node:os";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { BASE, watch } from "../support.js";
import { addressIn, type Case, type Scheme } from "./cases.js";
import type { House } from "./house.js";
import type { AuditedPage } from "./pages.js";

/** Something that is wrong. */
export interface Finding {
  readonly page: string;
  readonly language: string;
  /** In px; 0 where it is said of the page whatever its width. */
  readonly width: number;
  readonly scheme: Scheme | "";
  /** What, and where on the page. */
  readonly what: string;
}

/** What came out. */
export interface Audit {
  /** How many times axe has looked at a page. */
  readonly looks: number;
  readonly findings: readonly Finding[];
  /** Every address that a page of the audit links to. */
  readonly links: ReadonlySet<string>;
}

/** How long a page may take to be ready: long, because machines are sometimes busy. */
const PATIENCE_MS = 120_000;

/** How high the window is, in px. */
const HEIGHT = 800;

/** Rules of WCAG 2.2 that axe has and does not ask by itself. */
const RULES = { "target-size": { enabled: true } } as const;

/** What axe finds on the page as it is now. */
async function look(page: Page): Promise<string[]> {
  const found = await page.evaluate(async (rules) => {
    const { axe: own } = globalThis as unknown as { readonly axe: typeof axe };
    const { violations } = await own.run(document, { resultTypes: ["violations"], rules });
    return violations.map(({ id, help, nodes }) => ({
      rule: `${id}: ${help}`,
      spots: nodes.slice(0, 3).map((node) => `${node.target.join(" ")}  ${node.html.slice(0, 160)}`),
      more: nodes.length - 3,
    }));
  }, RULES);
  return found.map(({ rule, spots, more }) =>
    [rule, ...spots, ...(more > 0 ? [`and ${more} more`] : [])].join("\n      "),
  );
}

/** Waits until everything that the page fetches after it has loaded is there; what waits to be seen is looked for. */
async function settle(page: Page): Promise<void> {
  for (const map of await page.locator("[data-map]:visible").all()) {
    await map.scrollIntoViewIfNeeded();
  }
  await page.waitForFunction(() => {
    const maps = [...document.querySelectorAll("[data-map]")].filter((map) => map.checkVisibility());
    const started = maps.every((map) => map.classList.contains("leaflet-container"));
    return started && document.querySelector(".map__status, [aria-busy=true]") === null;
  });
  if ((await page.locator(".leaflet-container").count()) > 0) {
    await page.waitForLoadState("networkidle");
  }
  // Back to where a reader begins: what lies half under the header that stays would count as too small to be hit.
  await page.evaluate(() => window.scrollTo(0, 0));
}

/** What sticks out at the side makes a page scroll in two directions (WCAG 1.4.10). */
async function tooWide(page: Page): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return over > 0 ? [`the page is ${over} px too wide`] : [];
}

type Collect = (width: number, scheme: Scheme | "", found: readonly string[]) => void;

async function audit(page: Page, one: Case<AuditedPage>, house: House, collect: Collect): Promise<string[]> {
  const faults = watch(page);
  const answer = await page.goto(house.address(addressIn(one.language, one.page.path)));
  const refused = (answer?.status() ?? 0) >= 400;
  if (refused !== (one.page.fails ?? false) || new URL(page.url()).pathname === "/anmelden") {
    const asked = one.page.path === "/anmelden" && !refused;
    collect(0, "", asked ? [] : [`answered ${answer?.status()} at ${page.url()}`]);
  }
  await page.evaluate(axe.source);
  for (const { width, schemes } of one.looks) {
    await page.setViewportSize({ width, height: HEIGHT });
    await settle(page);
    for (const scheme of schemes) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      collect(width, scheme, [...(await look(page)), ...(await tooWide(page))]);
    }
  }
  collect(0, "", one.page.fails ? faults.filter((fault) => !fault.includes("status of 404")) : faults);
  return page.locator("a[href]").evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
}

/** Audits the cases; `progress` is told after each. */
export async function run(
  browser: Browser,
  cases: readonly Case<AuditedPage>[],
  house: House,
  progress: (done: number) => void = () => {},
): Promise<Audit> {
  const findings: Finding[] = [];
  const links = new Set<string>();
  let next = 0;
  let looks = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let one = cases[next++]; one !== undefined; one = cases[next++]) {
      const { page, language, looks: wanted } = one;
      const context = await browser.newContext({
        baseURL: BASE,
        locale: "de-DE",
        viewport: { width: wanted[0]?.width ?? 0, height: HEIGHT },
        reducedMotion: "reduce",
        serviceWorkers: "block",
      });
      context.setDefaultTimeout(PATIENCE_MS);
      await context.addCookies(house.cookies(page.who));
      const collect: Collect = (width, scheme, found) => {
        for (const what of found) {
          findings.push({ page: page.path, language, width, scheme, what });
        }
      };
      const linked = await audit(await context.newPage(), one, house, collect);
      for (const link of linked) {
        links.add(link);
      }
      looks += wanted.reduce((sum, { schemes }) => sum + schemes.length, 0);
      done += 1;
      progress(done);
      await context.close();
    }
  };
  // One more than there are processors: one waits for the server while another is looked at.
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, work));
  return { looks, findings, links };
}

/** The findings as text, those that are alike together: what, and where it was seen. */
export function told(findings: readonly Finding[]): string {
  const alike = new Map<string, string[]>();
  for (const { page, language, width, scheme, what } of findings) {
    const key = `${page}\n    ${what}`;
    alike.set(key, [...(alike.get(key) ?? []), [language, width, scheme].join(" ").trim()]);
  }
  return [...alike]
    .map(
      ([what, seen]) =>
        `${what}\n      seen: ${seen.slice(0, 12).join(", ")}${seen.length > 12 ? ` and ${seen.length - 12} more` : ""}`,
    )
    .join("\n");
}
