import type { Cells } from "../api/cells";
import { GridToWorld } from "./laea";

/** The corners of all cells on the unit square of web maps; neighbours share them. */
export interface CellShapes {
  readonly count: number;
  /** Where the corner values count from: they stay exact in 32 bits. */
  readonly originU: number;
  readonly originV: number;
  /** Two values per corner: u and v from the origin. */
  readonly corners: Float32Array;
  /** Four corners per cell: south-west, south-east, north-east, north-west. */
  readonly corner: Uint32Array;
}

/** Projects the corners of the cells, each once. */
export function shapesOf(cells: Cells): CellShapes {
  const { count, sizeM, eastingM, northingM } = cells;
  const projection = new GridToWorld();
  const origin = count === 0 ? { u: 0, v: 0 } : projection.at(eastingM[0] ?? 0, northingM[0] ?? 0);
  const known = new Map<number, number>();
  const values: number[] = [];
  const corner = new Uint32Array(count * 4);
  const placeOf = (easting: number, northing: number): number => {
    // Both are below ten million, so the pair is a whole number that a double holds.
    const key = easting * 1e7 + northing;
    let place = known.get(key);
    if (place === undefined) {
      place = known.size;
      known.set(key, place);
      const { u, v } = projection.at(easting, northing);
      values.push(u - origin.u, v - origin.v);
    }
    return place;
  };
  for (let i = 0; i < count; i += 1) {
    const east = eastingM[i] ?? 0;
    const north = northingM[i] ?? 0;
    corner[i * 4] = placeOf(east, north);
    corner[i * 4 + 1] = placeOf(east + sizeM, north);
    corner[i * 4 + 2] = placeOf(east + sizeM, north + sizeM);
    corner[i * 4 + 3] = placeOf(east, north + sizeM);
  }
  return { count, originU: origin.u, originV: origin.v, corners: Float32Array.from(values), corner };
}
