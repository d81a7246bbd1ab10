import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { fetchJson, fetchPatiently, HttpError } from "./http";

/** The page of an answer and the canonical address it stands for. */
export interface PlanningPage {
  readonly url: URL;
  readonly page: Document;
  /** Seconds after which to ask again, because the answer is still being prepared; null when it is there. */
  readonly againAfterS: number | null;
}

/** How a site came to be where it is. */
export type SiteKind = "existing" | "added" | "moved" | "closed";

/** A site that serves people within reach, or one that a scenario closes. */
export interface PlanSite {
  readonly featureId: string | null;
  readonly serviceId: string | null;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly kind: SiteKind;
  /** Place among the added ones; null for all others. */
  readonly place: number | null;
  readonly stale: boolean;
  readonly approximate: boolean;
  /** Beyond the county's border. */
  readonly outside: boolean;
  /** Places of the municipalities it serves; null serves everybody. */
  readonly serves: readonly number[] | null;
}

/** White spots as the interface gives them. */
export type AreaCollection = FeatureCollection<
  Polygon | MultiPolygon,
  { readonly id: string; readonly number: number }
>;

/** What a scenario changes, in people. */
export interface Difference {
  readonly gained: number;
  readonly lost: number;
}

interface RawSite {
  readonly feature_id?: string | null;
  readonly service_id?: string | null;
  readonly name?: string;
  readonly lon: number;
  readonly lat: number;
  readonly kind?: SiteKind;
  readonly place?: number | null;
  readonly stale?: boolean;
  readonly approximate?: boolean;
  readonly outside?: boolean;
  readonly serves?: readonly number[] | null;
}

/**
 * Fetches the parts of the planning page for an address; redirects to the canonical one are followed. A question
 * with faults and an answer in the making are pages too: they say so themselves.
 */
export async function fetchPlanningPage(url: URL, signal: AbortSignal): Promise<PlanningPage> {
  const headers = { "Sozialatlas-Fragment": "planung", Accept: "text/html" };
  const response = await fetchPatiently(url, headers, signal);
  if (!response.ok && response.status !== 400 && response.status !== 503) {
    throw new HttpError(response.status, url.href);
  }
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (page.querySelector("[data-planung-teil]") === null) {
    throw new Error(`no parts of the planning page in the answer for ${url.href}`);
  }
  const waiting = response.status === 202 || response.status === 503;
  const again = waiting ? Number(response.headers.get("Retry-After")) : 0;
  return { url: new URL(response.url || url.href, url), page, againAfterS: again > 0 ? again : null };
}

async function fetchData(url: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetchPatiently(url, { Accept: "application/json" }, signal);
  if (!response.ok) {
    throw new HttpError(response.status, url);
  }
  return response.json();
}

/** Fetches the white spots of an answer. */
export async function fetchAreas(url: string, signal: AbortSignal): Promise<AreaCollection> {
  return (await fetchData(url, signal)) as AreaCollection;
}

/** Fetches the sites of an answer, in the order in which its cells count them; closed ones keep their place. */
export async function fetchSites(url: string, signal: AbortSignal): Promise<PlanSite[]> {
  const { sites } = (await fetchData(url, signal)) as { readonly sites: readonly RawSite[] };
  return sites.map((site) => ({
    featureId: site.feature_id ?? null,
    serviceId: site.service_id ?? null,
    name: site.name ?? "",
    lon: site.lon,
    lat: site.lat,
    kind: site.kind ?? "existing",
    place: site.place ?? null,
    stale: site.stale ?? false,
    approximate: site.approximate ?? false,
    outside: site.outside ?? false,
    serves: site.serves ?? null,
  }));
}

/** Asks the server what a scenario changes. */
export async function fetchDifference(url: string, signal: AbortSignal): Promise<Difference> {
  const { difference } = (await fetchJson(url, signal)) as { readonly difference: Difference };
  return { gained: difference.gained, lost: difference.lost };
}
