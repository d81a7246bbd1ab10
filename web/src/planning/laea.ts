import proj4 from "proj4/lib/core.js";
import Proj from "proj4/lib/Proj.js";
import laea from "proj4/lib/projections/laea.js";

/** A point in degrees. */
export interface LonLat {
  readonly lon: number;
  readonly lat: number;
}

/** A point on the plane of EPSG:3035 in metres. */
export interface Projected {
  readonly easting: number;
  readonly northing: number;
}

/** A point on the unit square of web maps: both 0 in the north-west, 1 in the south-east. */
export interface World {
  readonly u: number;
  readonly v: number;
}

Proj.projections.add(laea);
/** ETRS89-LAEA, EPSG:3035. */
const GRID = proj4(
  "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
);

/** Degrees to the metres of EPSG:3035. */
export function toGrid({ lon, lat }: LonLat): Projected {
  const [easting, northing] = GRID.forward([lon, lat]);
  return { easting, northing };
}

/** Metres of EPSG:3035 to degrees. */
export function fromGrid({ easting, northing }: Projected): LonLat {
  const [lon, lat] = GRID.inverse([easting, northing]);
  return { lon, lat };
}

/** Degrees to the unit square of web maps (spherical Mercator). */
export function toWorld({ lon, lat }: LonLat): World {
  const phi = (lat * Math.PI) / 180;
  return { u: lon / 360 + 0.5, v: 0.5 - Math.asinh(Math.tan(phi)) / (2 * Math.PI) };
}

/** The unit square of web maps to degrees. */
export function fromWorld({ u, v }: World): LonLat {
  return { lon: (u - 0.5) * 360, lat: (Math.atan(Math.sinh((0.5 - v) * 2 * Math.PI)) * 180) / Math.PI };
}

/** Metres between two exactly projected points of the lattice: over so short a way the map bends by 0.1 m. */
const LATTICE_M = 2000;

/**
 * Projects many points of EPSG:3035 to the unit square of web maps: exactly at the corners of a lattice of 2 km
 * and in between by bilinear interpolation, off by less than 0.2 m, a small part of a pixel at every zoom.
 */
export class GridToWorld {
  readonly #known = new Map<number, World>();

  /** The world place of a point on the plane. */
  at(easting: number, northing: number): World {
    const column = Math.floor(easting / LATTICE_M);
    const row = Math.floor(northing / LATTICE_M);
    const x = easting / LATTICE_M - column;
    const y = northing / LATTICE_M - row;
    const sw = this.#corner(column, row);
    if (x === 0 && y === 0) {
      return sw;
    }
    const se = this.#corner(column + 1, row);
    const nw = this.#corner(column, row + 1);
    const ne = this.#corner(column + 1, row + 1);
    const blend = (a: number, b: number, c: number, d: number): number =>
      a * (1 - x) * (1 - y) + b * x * (1 - y) + c * (1 - x) * y + d * x * y;
    return { u: blend(sw.u, se.u, nw.u, ne.u), v: blend(sw.v, se.v, nw.v, ne.v) };
  }

  #corner(column: number, row: number): World {
    const key = column * 0x10000 + row;
    const known = this.#known.get(key);
    if (known !== undefined) {
      return known;
    }
    const corner = toWorld(fromGrid({ easting: column * LATTICE_M, northing: row * LATTICE_M }));
    this.#known.set(key, corner);
    return corner;
  }
}
