/** The words the page shows from scripts, as the server resolved them for the page's language. */
export interface Messages {
  /** The text of a message with `{ $name }` placeholders filled; the key itself where the server sent none. */
  text(key: string, values?: Readonly<Record<string, string | number>>): string;
  /**
   * The text for a count in the plural form of the page's language (CLDR: zero, one, two, few, many, other): `key-few`,
   * or `key-other` where the language files have no such form; `$count` in the page's number format.
   */
  plural(key: string, count: number, values?: Readonly<Record<string, string>>): string;
}

/** Replaces `{ $name }` placeholders; an unknown placeholder stays visible. */
export function fill(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/\{\s*\$([\w-]+)\s*\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Messages over a plain table of patterns; `language` (BCP 47) decides plural form and number format. */
export function createMessages(table: Readonly<Record<string, string>>, language: string): Messages {
  const numbers = new Intl.NumberFormat(language);
  const rules = new Intl.PluralRules(language);
  const text = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
    fill(table[key] ?? key, values);
  return {
    text,
    plural(key, count, values = {}) {
      const exact = `${key}-${rules.select(count)}`;
      const known = exact in table ? exact : `${key}-other`;
      return text(known, { ...values, count: numbers.format(count) });
    },
  };
}
