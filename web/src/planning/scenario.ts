import type { LonLat } from "./laea";

/** What would be different: sites added, moved and closed. The words of the address hold all of it. */
export interface Scenario {
  readonly added: readonly LonLat[];
  /** New places of existing sites by the id of their feature. */
  readonly moved: ReadonlyMap<string, LonLat>;
  readonly closed: ReadonlySet<string>;
}

/** One thing that can be changed: an added site by its place in the list, or an existing one by its feature. */
export type SiteRef =
  | { readonly kind: "added"; readonly place: number }
  | { readonly kind: "existing"; readonly id: string };

export const UNCHANGED: Scenario = { added: [], moved: new Map(), closed: new Set() };

/** The words of the address that hold a scenario. */
export const SCENARIO_WORDS = ["add", "move", "close"] as const;

/** Reads the scenario of an address; parts that are no coordinates are left out, as the server tells. */
export function readScenario(query: URLSearchParams): Scenario {
  const added = parts(query, "add", ";").flatMap((part) => readPoint(part) ?? []);
  const moved = new Map<string, LonLat>();
  for (const part of parts(query, "move", ";")) {
    const [id, place] = part.split("@");
    const point = readPoint(place ?? "");
    if (id !== undefined && id !== "" && point !== null) {
      moved.set(id, point);
    }
  }
  return { added, moved, closed: new Set(parts(query, "close", ",")) };
}

/** Writes a scenario into an address in place of the one it has. */
export function writeScenario(query: URLSearchParams, scenario: Scenario): void {
  const words = {
    add: scenario.added.map(pointText).join(";"),
    move: [...scenario.moved].map(([id, point]) => `${id}@${pointText(point)}`).join(";"),
    close: [...scenario.closed].join(","),
  };
  for (const word of SCENARIO_WORDS) {
    if (words[word] === "") {
      query.delete(word);
    } else {
      query.set(word, words[word]);
    }
  }
}

/** A site more. */
export function withAdded(scenario: Scenario, at: LonLat): Scenario {
  return { ...scenario, added: [...scenario.added, at] };
}

/** A site elsewhere: an added one simply changes its place, a closed one opens again there. */
export function withMoved(scenario: Scenario, site: SiteRef, at: LonLat): Scenario {
  if (site.kind === "added") {
    return { ...scenario, added: scenario.added.map((place, i) => (i === site.place ? at : place)) };
  }
  const closed = new Set(scenario.closed);
  closed.delete(site.id);
  return { ...scenario, closed, moved: new Map(scenario.moved).set(site.id, at) };
}

/** Without a site: an added one goes, an existing one is closed and no longer moved. */
export function withoutSite(scenario: Scenario, site: SiteRef): Scenario {
  if (site.kind === "added") {
    return { ...scenario, added: scenario.added.filter((_, i) => i !== site.place) };
  }
  const moved = new Map(scenario.moved);
  moved.delete(site.id);
  return { ...scenario, moved, closed: new Set(scenario.closed).add(site.id) };
}

/** Takes the change of a site back: an added one goes, an existing one is where and as it was. */
export function withoutChange(scenario: Scenario, site: SiteRef): Scenario {
  if (site.kind === "added") {
    return withoutSite(scenario, site);
  }
  const moved = new Map(scenario.moved);
  moved.delete(site.id);
  const closed = new Set(scenario.closed);
  closed.delete(site.id);
  return { ...scenario, moved, closed };
}

/** Coordinates as the address has them: six decimals are a tenth of a metre. */
export function pointText({ lon, lat }: LonLat): string {
  return `${decimals(lon)},${decimals(lat)}`;
}

function decimals(degrees: number): string {
  return String(Number(degrees.toFixed(6)));
}

function parts(query: URLSearchParams, word: string, between: string): string[] {
  return query
    .getAll(word)
    .flatMap((text) => text.split(between))
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function readPoint(text: string): LonLat | null {
  const numbers = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const [lon, lat] = numbers;
  const whole = numbers.length === 2 && numbers.every(Number.isFinite);
  return whole && lon !== undefined && lat !== undefined ? { lon, lat } : null;
}

/** A query with commas, colons, semicolons and at signs readable, as the server writes them. */
export function readable(query: string): string {
  return query.replace(/%2C/g, ",").replace(/%3A/g, ":").replace(/%3B/g, ";").replace(/%40/g, "@");
}
