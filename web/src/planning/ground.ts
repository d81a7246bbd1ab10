import type { Feature, FeatureCollection, Position } from "geojson";
import type { LonLat } from "./laea";

/** What a place is, as far as it matters for a site. */
export type GroundKind = "land" | "water" | "outside";

/** Metres by which a site may stand off the outlines. */
const OUTLINE_M = 250;
const METRES_PER_DEGREE = 111_320;

interface Shape {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly polygons: readonly (readonly Position[][])[];
}

/**
 * Where a site can stand: not in the water, not outside of the municipalities. Known from the background of the map,
 * so that a person sees it while a site is still in the hand; whether it may stand there the server tells.
 */
export class Ground {
  readonly #water: readonly Shape[];
  readonly #municipalities: readonly Shape[];

  constructor(water: FeatureCollection, municipalities: FeatureCollection) {
    this.#water = water.features.flatMap(shapeOf);
    this.#municipalities = municipalities.features.flatMap(shapeOf);
  }

  at(point: LonLat): GroundKind {
    const lies = (shape: Shape): boolean => contains(shape, point);
    if (this.#water.some(lies)) {
      return "water";
    }
    return this.#near(point).some((at) => this.#municipalities.some((shape) => contains(shape, at)))
      ? "land"
      : "outside";
  }

  /** A point and eight around it: outlines are generalised, so the server lets a site stand a little off them. */
  #near({ lon, lat }: LonLat): LonLat[] {
    const north = OUTLINE_M / METRES_PER_DEGREE;
    const east = north / Math.cos((lat * Math.PI) / 180);
    return [0, -1, 1].flatMap((x) => [0, -1, 1].map((y) => ({ lon: lon + x * east, lat: lat + y * north })));
  }
}

function shapeOf({ geometry }: Feature): Shape[] {
  const polygons =
    geometry?.type === "Polygon"
      ? [geometry.coordinates]
      : geometry?.type === "MultiPolygon"
        ? geometry.coordinates
        : [];
  const shape = {
    west: Number.POSITIVE_INFINITY,
    south: Number.POSITIVE_INFINITY,
    east: Number.NEGATIVE_INFINITY,
    north: Number.NEGATIVE_INFINITY,
  };
  for (const [lon = 0, lat = 0] of polygons.flatMap(([outer]) => outer ?? [])) {
    shape.west = Math.min(shape.west, lon);
    shape.south = Math.min(shape.south, lat);
    shape.east = Math.max(shape.east, lon);
    shape.north = Math.max(shape.north, lat);
  }
  return polygons.length === 0 ? [] : [{ ...shape, polygons }];
}

function contains(shape: Shape, { lon, lat }: LonLat): boolean {
  if (lon < shape.west || lon > shape.east || lat < shape.south || lat > shape.north) {
    return false;
  }
  // Even and odd over all rings of a polygon: holes are outside.
  return shape.polygons.some((rings) => rings.filter((ring) => isInside(ring, lon, lat)).length % 2 === 1);
}

/** Whether a ray to the east crosses a ring an odd number of times. */
function isInside(ring: readonly Position[], lon: number, lat: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[j] ?? [];
    if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) {
      inside = !inside;
    }
  }
  return inside;
}
