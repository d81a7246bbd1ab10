// Which page is opened in which language, width and colours. Pure, so that a test can say what is covered.

/** The languages of the public pages by the first segment of their address; German has none. */
export const LANGUAGES = ["de", "leicht", "en", "uk", "ar", "tr", "fr"] as const;
export const SCHEMES = ["light", "dark"] as const;
/** A narrow phone, a tablet, a desk. */
export const WIDTHS = [320, 768, 1440] as const;
/** Languages that the ordinary tests read at every width: the source, and the one from right to left. */
const FULL: readonly Language[] = ["de", "ar"];

export type Language = (typeof LANGUAGES)[number];
export type Scheme = (typeof SCHEMES)[number];

/** A page opened once, and looked at in one or both colour schemes. */
export interface Case<P> {
  readonly page: P;
  readonly language: Language;
  readonly width: number;
  readonly schemes: readonly Scheme[];
}

/** Every page in every language, width and scheme. */
export function every<P>(pages: readonly P[], languages: readonly Language[]): Case<P>[] {
  return pages.flatMap((page) =>
    languages.flatMap((language) => WIDTHS.map((width) => ({ page, language, width, schemes: SCHEMES }))),
  );
}

/**
 * German and Arabic at every width, and dark at one of them; of the other languages every page in each of them once, so
 * that every pair of page, language, width and scheme is there, though not every three of them.
 */
export function ordinary<P>(pages: readonly P[]): Case<P>[] {
  const rest = LANGUAGES.filter((language) => !FULL.includes(language));
  const full = every(pages, FULL).map((one) => {
    const dark = WIDTHS[pages.indexOf(one.page) % WIDTHS.length];
    return { ...one, schemes: one.width === dark ? SCHEMES : (["light"] as const) };
  });
  const pairs = pages.flatMap((page, row) =>
    rest.map((language, column) => ({
      page,
      language,
      width: WIDTHS[(row + 2 * column) % WIDTHS.length] ?? WIDTHS[0],
      schemes: [SCHEMES[(row + column) % SCHEMES.length] ?? SCHEMES[0]],
    })),
  );
  return [...full, ...pairs];
}

/** The address of a page in a language. */
export function addressIn(language: Language, path: string): string {
  if (language === "de") {
    return path;
  }
  return `/${language}${path === "/" || path.startsWith("/?") ? path.slice(1) : path}`;
}
