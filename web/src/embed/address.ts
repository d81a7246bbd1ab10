/** What the framed page sends to the page around it. */
export const MESSAGE = "sozial-atlas-height";

/**
 * Words of an address that are attributes of the element, with "-" for "_": those of the whole site, in its order. A
 * test of the server compares the two lists.
 */
const WORDS = [
  "q",
  "category",
  "target_group",
  "municipality",
  "served",
  "language",
  "accessible",
  "free",
  "anonymous",
  "age",
  "format",
  "appointment",
  "capacity",
  "open",
  "near",
  "within_m",
  "sort",
  "bbox",
];

const attributeOf = (word: string): string => word.replaceAll("_", "-");

/** English values of attributes; every other value goes to the frame as it is, which says what is wrong with it. */
const VIEWS: Readonly<Record<string, string>> = { list: "liste", map: "karte", both: "beides" };
const THEMES: Readonly<Record<string, string>> = { light: "hell", dark: "dunkel" };

/** Languages with a path of their own; German has none. */
const LANGUAGES = ["en", "uk", "ar", "tr", "fr", "leicht"];

/** Attributes whose change makes another frame. */
export const OBSERVED: readonly string[] = [
  ...WORDS.map(attributeOf),
  "lang",
  "view",
  "theme",
  "height",
  "title",
];

/** Lowest and highest height in CSS pixels that a frame is given. */
const HEIGHTS = { least: 80, most: 30_000 } as const;

/** A colour as six hexadecimal digits; null for everything that is not written `#rgb` or `#rrggbb`. */
export function hexColour(text: string): string | null {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (digits === undefined) {
    return null;
  }
  return digits.length === 6 ? digits : [...digits].map((digit) => digit + digit).join("");
}

/** The path prefix of a language tag: "en-GB" is "/en"; German and what we do not have is "". */
function prefixOf(tag: string): string {
  const lower = tag.trim().toLowerCase();
  const code = lower === "de-x-leicht" ? "leicht" : (lower.split("-")[0] ?? "");
  return LANGUAGES.includes(code) ? `/${code}` : "";
}

/** Where the element leads. */
export interface Addresses {
  /** What stands in the frame. */
  readonly frame: string;
  /** The same hits on the whole site, where the page around shows no frames. */
  readonly list: string;
}

/** The addresses for the element's attributes. */
export function addresses(
  origin: string,
  attribute: (name: string) => string | null,
  accent: string,
): Addresses {
  const words = new URLSearchParams();
  const put = (word: string, value: string | null | undefined): void => {
    const text = value?.trim() ?? "";
    if (text !== "") {
      words.set(word, text);
    }
  };
  const at = (path: string): string => {
    const query = words.toString();
    return `${origin}${prefixOf(attribute("lang") ?? "")}${path}${query === "" ? "" : `?${query}`}`;
  };
  for (const word of WORDS) {
    put(word, attribute(attributeOf(word)));
  }
  const list = at("/liste");
  const view = attribute("view")?.trim() ?? "";
  put("ansicht", VIEWS[view] ?? view);
  const theme = attribute("theme")?.trim() ?? "";
  put("farbe", THEMES[theme] ?? theme);
  put("akzent", hexColour(accent));
  return { frame: at("/embed"), list };
}

/** A height that was set by hand, in CSS pixels; null lets the frame grow with its page. */
export function fixedHeight(text: string | null): number | null {
  const height = /^\d{1,5}$/.test(text?.trim() ?? "") ? Number(text) : 0;
  return height >= HEIGHTS.least ? Math.min(height, HEIGHTS.most) : null;
}

/** What is looked at of the browser's report that a page's policy has refused something. */
export interface Refused {
  readonly effectiveDirective: string;
  readonly blockedURI: string;
}

/** Whether the page around lets our frames not in: its Content-Security-Policy names other origins only. */
export function isRefused(refused: Refused, origin: string): boolean {
  const { effectiveDirective, blockedURI } = refused;
  return effectiveDirective === "frame-src" && (blockedURI === origin || blockedURI.startsWith(`${origin}/`));
}

/** What is looked at of a message. */
export interface Heard {
  readonly origin: string;
  readonly source: unknown;
  readonly data: unknown;
}

/** The height a message tells, if it comes from our own frame and from our own origin; else null. */
export function heightFrom(heard: Heard, origin: string, frame: unknown): number | null {
  if (heard.origin !== origin || frame === null || heard.source !== frame) {
    return null;
  }
  const data = heard.data as { type?: unknown; height?: unknown } | null;
  if (typeof data !== "object" || data?.type !== MESSAGE) {
    return null;
  }
  const { height } = data;
  return typeof height === "number" && height >= HEIGHTS.least && height <= HEIGHTS.most
    ? Math.ceil(height)
    : null;
}
