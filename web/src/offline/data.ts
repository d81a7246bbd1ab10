import type { MapData } from "../state/atlas";

/** A topic with the words by which it is found. */
export interface KeptCategory {
  readonly code: string;
  readonly label: string;
  readonly parent?: string;
  readonly words: readonly string[];
}

/** One site of an entry, in words; what is not known is left out. */
export interface KeptEntry {
  /** The service. */
  readonly id: string;
  /** The site, as the map knows it. */
  readonly site: string;
  readonly category: string;
  /** Its topics beside the first. */
  readonly also?: readonly string[];
  readonly name: string;
  readonly organization?: string;
  readonly place: string;
  readonly text?: string;
  readonly phones?: readonly { readonly href: string; readonly number: string }[];
  readonly email?: string;
  readonly website?: string;
  readonly address?: readonly string[];
  readonly route?: string;
  readonly hours?: readonly (readonly [string, string])[];
  readonly appointment?: boolean;
  readonly hours_text?: string;
  readonly for_whom?: readonly string[];
  readonly ages?: string;
  readonly anonymous?: string;
  readonly cost?: string;
  readonly languages?: string;
  readonly access?: string;
  readonly standing: string;
  /** Which of the texts are in the language of the page; the others are German. */
  readonly translated?: readonly TranslatedText[];
}

/** The texts of an entry that people translate. */
export type TranslatedText = "name" | "text" | "hours_text" | "for_whom" | "cost";

/** Everything kept in one language, as `/_/offline.json` has it. */
export interface Kept {
  readonly version: string;
  /** Local date and time, `YYYY-MM-DDTHH:MM:SS`. */
  readonly made: string;
  readonly made_words: string;
  readonly page: string;
  readonly pages: readonly string[];
  readonly assets: readonly string[];
  readonly backdrop: string;
  readonly map: MapData;
  readonly discreet: readonly string[];
  readonly left_out: number;
  readonly categories: readonly KeptCategory[];
  readonly entries: readonly KeptEntry[];
  /** Words of the search page, their values, and the places of the entries that each leaves. */
  readonly filters: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

/** Words of a search page that say nothing about what is found. */
const SILENT = ["sort", "nach"];

const OLD_MS = 7 * 24 * 60 * 60 * 1000;

/** Whether the data are older than a week; a date that cannot be read counts as old. */
export function isOld(made: string, now: Date): boolean {
  const age = now.getTime() - new Date(made).getTime();
  return !(age <= OLD_MS);
}

/** Lower case, without accents; ß is ss, and umlauts are found in any spelling. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/ß/gu, "ss")
    .replaceAll(/ae|oe|ue/g, (pair) => pair.charAt(0))
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "");
}

/** The folded words of a text that say something by their length. */
function words(text: string): string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
}

/** The values of a word: repeated or with commas. `q` is one text, commas and all. */
function valuesOf(query: URLSearchParams, word: string): string[] {
  const given = query.getAll(word);
  return (word === "q" ? given : given.flatMap((some) => some.split(","))).filter((value) => value !== "");
}

/** Finds entries among those kept: all words of a text must stand in an entry or among the words of its topics. */
export class KeptSearch {
  readonly #kept: Kept;
  readonly #texts: readonly string[];
  readonly #parents: ReadonlyMap<string, string | undefined>;

  constructor(kept: Kept) {
    this.#kept = kept;
    this.#parents = new Map(kept.categories.map((category) => [category.code, category.parent]));
    const topics = new Map(
      kept.categories.map(({ code, label, words: everyday }) => [
        code,
        folded([label, ...everyday].join(" ")),
      ]),
    );
    this.#texts = kept.entries.map((entry) => {
      const own = [entry.name, entry.organization, entry.place, entry.text, ...(entry.for_whom ?? [])];
      const above = this.#topics(entry).map((code) => topics.get(code) ?? "");
      return [folded(own.filter((text) => text !== undefined).join(" ")), ...above].join(" ");
    });
  }

  /** The entries for a search page's query: its words, its topics and the filters that were kept. */
  find(query: URLSearchParams): KeptEntry[] {
    const wanted = words(query.get("q") ?? "");
    const codes = valuesOf(query, "category");
    const sets = Object.entries(this.#kept.filters)
      .map(([word, values]) => valuesOf(query, word).map((value) => values[value] ?? []))
      .filter((chosen) => chosen.length > 0)
      .map((chosen) => new Set(chosen.flat()));
    return this.#kept.entries.filter((entry, at) => {
      const text = this.#texts[at] ?? "";
      const above = this.#topics(entry);
      return (
        wanted.every((word) => text.includes(word)) &&
        (codes.length === 0 || codes.some((c) => above.includes(c))) &&
        sets.every((set) => set.has(at))
      );
    });
  }

  /** What of a query is answered without internet. */
  known(query: URLSearchParams): URLSearchParams {
    const known = new URLSearchParams();
    for (const word of ["q", "category", ...Object.keys(this.#kept.filters)]) {
      const values = valuesOf(query, word).join(",");
      if (values !== "") {
        known.set(word, values);
      }
    }
    return known;
  }

  /** Whether a query asks for more than can be told without internet: a distance, a time. */
  asksMore(query: URLSearchParams): boolean {
    const known = this.known(query);
    return [...query].some(([word, value]) => value !== "" && !known.has(word) && !SILENT.includes(word));
  }

  /** What the map shows of these entries. */
  drawn(found: readonly KeptEntry[]): MapData {
    const sites = new Set(found.map((entry) => entry.site));
    const points = this.#kept.map.points.filter((point) => sites.has(point.id));
    const places = this.#kept.map.places
      .map((place) => ({ ...place, features: place.features.filter((one) => sites.has(one.id)) }))
      .filter((place) => place.features.length > 0);
    const atPlaces = places.reduce((sum, place) => sum + place.features.length, 0);
    return { total: sites.size, points, places, placeless: sites.size - points.length - atPlaces };
  }

  /** The sites of one entry. */
  sites(id: string): KeptEntry[] {
    return this.#kept.entries.filter((entry) => entry.id === id);
  }

  /** What a topic is called. */
  label(code: string): string {
    return this.#kept.categories.find((category) => category.code === code)?.label ?? "";
  }

  /** The topics of an entry and all above them. */
  #topics(entry: KeptEntry): string[] {
    return [entry.category, ...(entry.also ?? [])].flatMap((code) => this.#above(code));
  }

  /** A topic and all above it. */
  #above(code: string): string[] {
    const all: string[] = [];
    for (
      let at: string | undefined = code;
      at !== undefined && !all.includes(at);
      at = this.#parents.get(at)
    ) {
      all.push(at);
    }
    return all;
  }
}
