import type { FeatureCollection } from "geojson";
import { fetchJson } from "./http";

/** One offer whose place is known to the building or nearly so. */
export interface MapPoint {
  readonly id: string;
  readonly service: string;
  readonly lon: number;
  readonly lat: number;
  readonly theme: string;
  readonly category: string;
  readonly name: string;
  readonly org?: string;
  readonly place?: string;
  readonly approx?: boolean;
}

/** One offer of a place, without a point of its own. */
export interface PlaceFeature {
  readonly id: string;
  readonly service: string;
  readonly name: string;
  readonly theme: string;
}

/** Offers known only to a place: a municipality, a part of a town, a postcode. */
export interface MapPlace {
  readonly name: string;
  readonly precision: string;
  readonly lon: number;
  readonly lat: number;
  readonly radius_m: number;
  readonly features: readonly PlaceFeature[];
}

/** What the map shows for a search. */
export interface MapData {
  readonly total: number;
  readonly points: readonly MapPoint[];
  readonly places: readonly MapPlace[];
  readonly placeless: number;
}

/** A name on the map; rank 1 is a county town, 2 a municipality, 3 a part of one. */
export interface NamedPlace {
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly rank: number;
}

/** A railway station. */
export interface Station {
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

/** The drawn background of the map. */
export interface Backdrop {
  readonly municipalities: FeatureCollection;
  readonly neighbours: FeatureCollection;
  readonly water: FeatureCollection;
  readonly county: FeatureCollection;
  readonly settlements: { readonly cells: readonly FeatureCollection[] };
  readonly places: readonly NamedPlace[];
  readonly stations: readonly Station[];
  readonly attribution: readonly string[];
}

/** Fetches the offers to mark for a canonical query string. */
export async function fetchMapData(address: string, query: string, signal: AbortSignal): Promise<MapData> {
  return (await fetchJson(query === "" ? address : `${address}?${query}`, signal)) as MapData;
}

/** Fetches the background; its address carries a hash, so the browser keeps it. */
export async function fetchBackdrop(address: string): Promise<Backdrop> {
  return (await fetchJson(address)) as Backdrop;
}
