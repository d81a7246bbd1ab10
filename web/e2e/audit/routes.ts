// Whether the audit knows every page of the server: those of the router's source, of the sitemap, and of every link.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGES } from "./cases.js";
import { GERMAN, LEFT_OUT, PUBLIC } from "./pages.js";

/** What stands for one or more segments of a path: `{id}`, `{*rest}`, `*`. */
const pattern = (route: string): RegExp => {
  const escaped = route.replace(/[.+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/\{\*[^}]*\}/g, ".+").replace(/\{[^}]*\}|\*/g, "[^/]+")}$`);
};

const pathOf = (address: string): string => address.split(/[?#]/, 1)[0] ?? "";
const everything = [...PUBLIC, ...GERMAN].map(({ path }) => pathOf(path));
const covered = everything.map(pattern);
const excused = LEFT_OUT.map(([route]) =>
  route.endsWith("/*")
    ? new RegExp(`${pattern(route.slice(0, -2)).source.slice(0, -1)}/.+$`)
    : pattern(route),
);

/** The path of an address without the segment of its language. */
export function withoutLanguage(path: string): string {
  const [, first = "", ...rest] = path.split("/");
  return (LANGUAGES as readonly string[]).includes(first) ? `/${rest.join("/")}` : path;
}

/** Whether a page with this path is audited, or left out for a reason. */
export function isKnown(path: string): boolean {
  const plain = withoutLanguage(path);
  return [...covered, ...excused].some((known) => known.test(plain));
}

/** Whether a route of the source has a page in the audit, or a reason. */
function isRouteKnown(route: string): boolean {
  const asked = pattern(route);
  const [start = ""] = route.split("/{*");
  const below = route.includes("/{*");
  return (
    everything.some((path) => asked.test(path) || (below && path.startsWith(`${start}/`))) ||
    isKnown(route.replace(/[{}*]/g, ""))
  );
}

/** The routes that answer GET, as the source of the pages names them; constants by what stands in the same folder. */
export function routesOf(home: string): string[] {
  const folder = join(home, "src/http/pages");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".rs"),
  );
  const sources = files.filter((name) => !/(^|\/)tests(\/|\.rs)/.test(name));
  const found = new Set<string>();
  for (const name of sources) {
    const text = readFileSync(join(folder, name), "utf8");
    for (const [, route = ""] of text.matchAll(/\.route\(\s*"([^"]+)",\s*get\(/g)) {
      found.add(route);
    }
    // A route whose path is a constant: `const PATH: &str = "/liste.pdf";`
    for (const [, route = ""] of text.matchAll(
      /^(?:pub(?:\([^)]*\))? )?const [A-Z_]+: &str = "(\/[^"]*)";/gm,
    )) {
      found.add(route);
    }
  }
  return [...found].sort();
}

/** Pages of the list whose address the source of this server knows: a county may be served by an older one. */
export function served<P extends { readonly path: string; readonly fails?: boolean }>(
  pages: readonly P[],
  home: string,
): P[] {
  const folder = join(home, "src/http/pages");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".rs"),
  );
  const text = files.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  const plain = [...text.matchAll(/"(\/[^"\s{]*)"/g)].map(([, route = ""]) => route);
  const routes = [...new Set([...plain, ...routesOf(home)])].map(pattern);
  return pages.filter(
    ({ path, fails }) =>
      fails === true || path.startsWith("/api") || routes.some((route) => route.test(pathOf(path))),
  );
}

/** Routes of the source that no page of the audit shows and nothing excuses. */
export function forgottenRoutes(home: string): string[] {
  return routesOf(home).filter((route) => !isRouteKnown(route));
}

/** Paths among addresses of this server that the audit does not know. */
export function forgottenPaths(addresses: Iterable<string>, base: string): string[] {
  const own = [...addresses].filter((address) => address.startsWith(`${base}/`) || address === base);
  const paths = new Set(own.map((address) => new URL(address).pathname));
  return [...paths].filter((path) => !isKnown(path)).sort();
}

/** The addresses that the sitemap names. */
export async function sitemap(base: string): Promise<string[]> {
  const text = await (await fetch(`${base}/sitemap.xml`)).text();
  return [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) =>
    address.replaceAll("&amp;", "&"),
  );
}
