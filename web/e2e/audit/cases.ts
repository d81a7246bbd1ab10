// Which page is opened in which language, width and colours. Pure, so that a test can say what is covered.

/** The languages of the public pages by the first segment of their address; German has none. */
export const LANGUAGES = ["de", "leicht", "en", "uk", "ar", "tr", "fr"] as const;
export const SCHEMES = ["light", "dark"] as const;
/** A narrow phone, a tablet, a desk. */
export const WIDTHS = [320, 768, 1440] as const;
/** Languages that the ordinary tests read in full: the source, and the one from right to left. */
const FULL: readonly Language[] = ["de", "ar"];

export type Language = (typeof LANGUAGES)[number];
export type Scheme = (typeof SCHEMES)[number];

/** A page opened once, and looked at in the widths one after the other, in each in one or both colour schemes. */
export interface Case<P> {
  readonly page: P;
  readonly language: Language;
  readonly looks: readonly Look[];
}

/** How a page that is open is looked at. */
export interface Look {
  readonly width: number;
  readonly schemes: readonly Scheme[];
}

/** Every page in every language, width and scheme, opened anew for each width. */
export function every<P>(pages: readonly P[], languages: readonly Language[]): Case<P>[] {
  return pages.flatMap((page) =>
    languages.flatMap((language) =>
      WIDTHS.map((width) => ({ page, language, looks: [{ width, schemes: SCHEMES }] })),
    ),
  );
}

/** The same, each page opened once and the window resized, as somebody does who turns a tablet. */
export function everyResized<P>(pages: readonly P[], languages: readonly Language[]): Case<P>[] {
  const looks = WIDTHS.map((width) => ({ width, schemes: SCHEMES }));
  return pages.flatMap((page) => languages.map((language) => ({ page, language, looks })));
}

/**
 * German and Arabic in full; of the other languages every page in each of them once, so that every pair of page,
 * language, width and scheme is there, though not every three of them.
 */
export function ordinary<P>(pages: readonly P[]): Case<P>[] {
  const rest = LANGUAGES.filter((language) => !FULL.includes(language));
  const pairs = pages.flatMap((page, row) =>
    rest.map((language, column) => {
      const width = WIDTHS[(row + 2 * column) % WIDTHS.length] ?? WIDTHS[0];
      const scheme = SCHEMES[(row + column) % SCHEMES.length] ?? SCHEMES[0];
      return { page, language, looks: [{ width, schemes: [scheme] }] };
    }),
  );
  return [...everyResized(pages, FULL), ...pairs];
}

/** The address of a page in a language. */
export function addressIn(language: Language, path: string): string {
  if (language === "de") {
    return path;
  }
  return `/${language}${path === "/" || path.startsWith("/?") ? path.slice(1) : path}`;
}
