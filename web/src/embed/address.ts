/** What the framed page sends to the page around it. */
export const MESSAGE = "sozial-atlas-height";

/** Attributes of the element that are words of the address. */
const WORDS: Readonly<Record<string, string>> = {
  q: "q",
  category: "category",
  "target-group": "target_group",
  municipality: "municipality",
  near: "near",
  "within-m": "within_m",
};

/** English values of attributes; every other value goes to the frame as it is, which says what is wrong with it. */
const VIEWS: Readonly<Record<string, string>> = { list: "liste", map: "karte", both: "beides" };
const THEMES: Readonly<Record<string, string>> = { light: "hell", dark: "dunkel" };

/** Languages with a path of their own; German has none. */
const LANGUAGES = ["en", "uk", "ar", "tr", "fr", "leicht"];

/** Attributes whose change makes another frame. */
export const OBSERVED: readonly string[] = [
  ...Object.keys(WORDS),
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

/** The address of the frame for the element's attributes. */
export function frameAddress(
  origin: string,
  attribute: (name: string) => string | null,
  accent: string,
): string {
  const words = new URLSearchParams();
  const put = (word: string, value: string | null | undefined): void => {
    const text = value?.trim() ?? "";
    if (text !== "") {
      words.set(word, text);
    }
  };
  for (const [name, word] of Object.entries(WORDS)) {
    put(word, attribute(name));
  }
  const view = attribute("view")?.trim() ?? "";
  put("ansicht", VIEWS[view] ?? view);
  const theme = attribute("theme")?.trim() ?? "";
  put("farbe", THEMES[theme] ?? theme);
  put("akzent", hexColour(accent));
  const query = words.toString();
  return `${origin}${prefixOf(attribute("lang") ?? "")}/embed${query === "" ? "" : `?${query}`}`;
}

/** A height that was set by hand, in CSS pixels; null lets the frame grow with its page. */
export function fixedHeight(text: string | null): number | null {
  const height = /^\d{1,5}$/.test(text?.trim() ?? "") ? Number(text) : 0;
  return height >= HEIGHTS.least ? Math.min(height, HEIGHTS.most) : null;
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
