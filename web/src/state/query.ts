/** A geographic box: west, south, east, north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Words of the query that take several values, joined by commas. */
const MULTIPLE = new Set([
  "category",
  "target_group",
  "municipality",
  "language",
  "accessible",
  "free",
  "anonymous",
  "age",
  "format",
  "appointment",
  "capacity",
  "open",
]);

/**
 * The query string for the fields of the search form: empty fields are left out, several values of one word
 * are joined by commas, `within_m` needs `near`, and a new search starts on the first page.
 */
export function queryFromFields(fields: Iterable<readonly [string, string]>): string {
  const values = new Map<string, string[]>();
  for (const [name, raw] of fields) {
    const value = raw.trim();
    if (value !== "" && name !== "page" && name !== "after" && name !== "nach") {
      values.set(name, [...(values.get(name) ?? []), value]);
    }
  }
  if (!values.has("near")) {
    values.delete("within_m");
  }
  useOwnMoment(values);
  const words = [...values].map(([name, all]) => {
    const value = MULTIPLE.has(name) ? [...new Set(all)].join(",") : (all.at(-1) ?? "");
    return `${encodeURIComponent(name)}=${encodeWord(value)}`;
  });
  return words.join("&");
}

/** A moment of one's own stands in a field beside the choice of moments; it counts where it was chosen, or nothing was. */
function useOwnMoment(values: Map<string, string[]>): void {
  const own = values.get("open_at")?.at(-1);
  values.delete("open_at");
  const chosen = (values.get("open") ?? []).filter((value) => value !== "at");
  const other = chosen.some((value) => value === "now" || value === "today");
  const moments = own === undefined || other ? chosen : [own, ...chosen];
  if (moments.length > 0) {
    values.set("open", moments);
  } else {
    values.delete("open");
  }
}

/** Percent-encodes a value but keeps commas, colons and slashes readable, as the server writes them. */
function encodeWord(value: string): string {
  return encodeURIComponent(value).replace(/%2C/g, ",").replace(/%3A/g, ":");
}

/** Whether a text of the place field is a pair of coordinates, longitude first. */
export function isCoordinates(text: string): boolean {
  return /^\s*-?\d{1,3}(\.\d+)?\s*,\s*-?\d{1,2}(\.\d+)?\s*$/.test(text);
}

/** Coordinates as the query word `near` takes them, rounded to about ten metres: no finer than needed. */
export function nearText(lon: number, lat: number): string {
  return `${lon.toFixed(4)},${lat.toFixed(4)}`;
}

/** A box as the query word `bbox` takes it. */
export function bboxText(bounds: Bounds): string {
  return bounds.map((degree) => degree.toFixed(4)).join(",");
}

/** Reads a `bbox` word; null unless it holds four finite numbers. */
export function parseBbox(text: string | null): Bounds | null {
  const numbers = (text ?? "").split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const [west, south, east, north] = numbers;
  if (
    numbers.length !== 4 ||
    west === undefined ||
    south === undefined ||
    east === undefined ||
    north === undefined
  ) {
    return null;
  }
  return numbers.every(Number.isFinite) ? [west, south, east, north] : null;
}
