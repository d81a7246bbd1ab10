/** What the worker does with a request. */
export type Way = "pass" | "asset" | "data" | "backdrop" | "map" | "page";

/** What decides about a request. */
export interface Asked {
  readonly method: string;
  /** Whether a whole page is asked for. */
  readonly navigates: boolean;
  readonly url: URL;
  /** Our own origin. */
  readonly origin: string;
}

/** Paths, without a language, that belong to a person or must be true to the minute: never touched. */
const LIVE = [
  "planung",
  "mein",
  "redaktion",
  "verwaltung",
  "anmelden",
  "abmelden",
  "konto",
  "passwort",
  "einladung",
  "bestaetigen",
  "vorschlag",
  "embed",
  "api",
  "hsds",
  "healthz",
  "readyz",
];

/** Codes of languages that may stand first in a path. */
const LANGUAGES = ["en", "uk", "ar", "tr", "fr", "leicht"];

/** A path without its language, and the language's code (empty for German). */
export function splitLanguage(path: string): { language: string; rest: string } {
  const [, first = "", ...others] = path.split("/");
  return LANGUAGES.includes(first)
    ? { language: first, rest: `/${others.join("/")}` }
    : { language: "", rest: path };
}

/** Whether a list is shown at this path: what offline use remembers as the last search. */
export function isList(path: string): boolean {
  const { rest } = splitLanguage(path);
  return rest === "/" || rest === "/liste";
}

/** What to do with a request; everything that is not surely public and harmless passes. */
export function wayOf({ method, navigates, url, origin }: Asked): Way {
  if (method !== "GET" || url.origin !== origin) {
    return "pass";
  }
  if (url.pathname.startsWith("/_/assets/")) {
    return "asset";
  }
  const { rest } = splitLanguage(url.pathname);
  if (rest === "/_/offline.json") {
    return "data";
  }
  if (rest === "/_/map/backdrop.json") {
    return "backdrop";
  }
  if (rest === "/_/map/services.json") {
    return url.search === "" ? "map" : "pass";
  }
  const [, first = ""] = rest.split("/");
  const file = first.includes(".") && !rest.slice(1).includes("/");
  return navigates && first !== "_" && !file && !LIVE.includes(first) ? "page" : "pass";
}

/**
 * A search to remember: never one for topics that are nobody else's business. Of words the server alone knows what
 * they are about; it forbids to store such an answer (`no-store`).
 */
export function searchToRemember(
  url: URL,
  discreet: readonly string[],
  cacheControl: string | null,
): string | null {
  if (
    !isList(url.pathname) ||
    url.search === "" ||
    cacheControl === null ||
    cacheControl.includes("no-store")
  ) {
    return null;
  }
  const asked = url.searchParams.getAll("category").flatMap((codes) => codes.split(","));
  return asked.some((code) => discreet.includes(code)) ? null : url.pathname + url.search;
}
