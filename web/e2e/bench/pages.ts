// Lighthouse and the weight of the four pages that most people see first.
import { createServer } from "node:net";
import lighthouse from "lighthouse";
import { type Browser, chromium } from "playwright-core";
import { BASE, browserFile, SIZES } from "../support.js";
import { circumstances, median, Report } from "./report.js";

/** What Lighthouse judges, and the least of it, in hundredths. */
const WANTED = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 } as const;
/** Runs of which the middle one counts; fewer for trying out. */
const RUNS = Number(process.env["SOZIALATLAS_BENCH_RUNS"] ?? 5);
/** Most bytes of a first load, fonts included, without tiles; and of the list without fonts. */
const FIRST_LOAD = 300_000;
const LIST = 60_000;

type Category = keyof typeof WANTED;

/** A page and what it is called in the table. */
interface Measured {
  readonly name: string;
  readonly path: string;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const bound = server.address();
  await new Promise((done) => server.close(done));
  return typeof bound === "object" && bound !== null ? bound.port : 0;
}

/** One run of Lighthouse in a browser of its own: its scores, and what cost points. */
async function run(path: string): Promise<{ scores: Record<Category, number>; faults: string[] }> {
  const port = await freePort();
  const args = ["--no-sandbox", `--remote-debugging-port=${port}`];
  const browser = await chromium.launch({ executablePath: browserFile(), args });
  try {
    const onlyCategories = Object.keys(WANTED);
    const result = await lighthouse(BASE + path, { port, logLevel: "error", onlyCategories });
    if (result === undefined) {
      throw new Error(`Lighthouse gave no result for ${path}`);
    }
    const { categories, audits } = result.lhr;
    const scores = {} as Record<Category, number>;
    const faults = new Set<string>();
    for (const key of Object.keys(WANTED) as Category[]) {
      const category = categories[key];
      scores[key] = Math.round((category?.score ?? 0) * 100);
      for (const { id, weight } of category?.auditRefs ?? []) {
        const audit = audits[id];
        if (weight > 0 && audit !== undefined && audit.score !== null && audit.score < 0.9) {
          faults.add(`${id} (${audit.displayValue ?? audit.title})`);
        }
      }
    }
    return { scores, faults: [...faults] };
  } finally {
    await browser.close();
  }
}

async function judge(report: Report, { name, path }: Measured): Promise<void> {
  const runs = [];
  for (let n = 0; n < RUNS; n += 1) {
    runs.push(await run(path));
  }
  for (const [category, wanted] of Object.entries(WANTED) as [Category, number][]) {
    const all = runs.map(({ scores }) => scores[category]);
    const middle = median(all);
    const least = wanted === 100 ? "100" : `at least ${wanted}`;
    const spread = Math.min(...all) === Math.max(...all) ? "" : ` (${all.join(", ")})`;
    report.demand(
      `Lighthouse, ${name}: ${category.replace("-", " ")}`,
      `${middle}${spread}`,
      least,
      middle >= wanted,
    );
  }
  const faults = new Set(runs.flatMap(({ faults }) => faults));
  if (faults.size > 0) {
    report.tell(`what costs points on ${name}`, [...faults].join("; "));
  }
}

/** Kinds of what a page loads, as the browser names them. */
const KINDS = { Document: "page", Stylesheet: "styles", Script: "scripts", Font: "fonts" } as const;

/** What a phone transfers to open a page for the first time, in bytes by kind; headers included. */
async function weigh(browser: Browser, path: string): Promise<Map<string, number>> {
  const context = await browser.newContext({
    viewport: SIZES.phone,
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
    // What is kept for the time without internet comes later, in the background, and is told by `npm run size`.
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  const kinds = new Map<string, string>();
  const bytes = new Map<string, number>();
  cdp.on("Network.responseReceived", ({ requestId, type }) => {
    kinds.set(requestId, type in KINDS ? KINDS[type as keyof typeof KINDS] : "data and pictures");
  });
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "data and pictures";
    bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
  });
  await page.goto(BASE + path, { waitUntil: "networkidle" });
  await context.close();
  return bytes;
}

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

async function weights(report: Report, pages: readonly Measured[]): Promise<void> {
  const browser = await chromium.launch({ executablePath: browserFile(), args: ["--no-sandbox"] });
  for (const { name, path } of pages) {
    const bytes = await weigh(browser, path);
    const total = [...bytes.values()].reduce((sum, one) => sum + one, 0);
    const parts = [...bytes].map(([kind, one]) => `${kind} ${kB(one)}`).join(", ");
    report.demand(`first load of ${name}`, `${kB(total)} (${parts})`, "at most 300 kB", total <= FIRST_LOAD);
    if (path === "/liste") {
      const bare = total - (bytes.get("fonts") ?? 0);
      report.demand(`first load of ${name} without fonts`, kB(bare), "at most 60 kB", bare <= LIST);
    }
  }
  await browser.close();
}

/** An entry that everybody finds: the first of a kind. */
async function entry(): Promise<string> {
  const answer = await fetch(`${BASE}/api/collections/services/items?category=tafel_mittagstisch&limit=1`);
  const { features } = (await answer.json()) as {
    readonly features: readonly { readonly properties: { readonly service_id: string } }[];
  };
  return `/angebote/${features[0]?.properties.service_id}`;
}

/** Measures the pages; whether everything demanded was reached. */
export async function measurePages(file: string | undefined): Promise<boolean> {
  const pages = [
    { name: "`/`", path: "/" },
    { name: "`/liste`", path: "/liste" },
    { name: "an entry", path: await entry() },
    { name: "`/wegweiser`", path: "/wegweiser" },
  ];
  const report = new Report();
  await weights(report, pages);
  for (const page of pages) {
    await judge(report, page);
  }
  if (file !== undefined) {
    const about =
      `Measured by \`make bench\` (\`web/e2e/bench/pages.ts\`) ${circumstances()} Lighthouse 12 with its own phone, ` +
      `network and processor, the middle of ${RUNS} runs, each in a browser of its own; what a phone transfers to open a ` +
      "page for the first time, headers included, as the browser counts it.";
    report.record(file, "Pages in the browser", about);
  }
  return report.isMet;
}
