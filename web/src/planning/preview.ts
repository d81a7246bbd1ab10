import { type Cells, NO_SITE, SERVED } from "../api/cells";
import { type LonLat, toGrid } from "./laea";

/** What the preview needs to know of a site, in the order that `Cells.site` counts. */
export interface ServingSite extends LonLat {
  /** Places of the municipalities it serves; null serves everybody. */
  readonly serves: readonly number[] | null;
}

/** Whom a change reaches together with all others of the scenario, against the state of today. */
export interface PreviewResult {
  readonly flags: Uint8Array;
  /** People served then who are not today. */
  readonly gained: number;
  /** People served today who no longer would be. */
  readonly lost: number;
}

/**
 * Evaluates one added, moved or closed site in the browser, by the straight line in EPSG:3035, while a person
 * still drags it. Preparing costs one pass over the cells of the site that moves; each new position one pass
 * over the cells.
 */
export class Preview {
  readonly #cells: Cells;
  readonly #maxM: number;
  /** The flags of today, without any scenario. */
  readonly #today: Uint8Array;
  /** The flags without the site that changes. */
  readonly #base: Uint8Array;
  readonly #serves: ReadonlySet<number> | null;

  /**
   * `changing` is the place of the site that is moved or closed; null for one that is added. `today` are the flags
   * without any scenario, cell by cell; where none is in force they are those of the cells.
   */
  constructor(
    cells: Cells,
    sites: readonly ServingSite[],
    changing: number | null,
    maxDistanceM: number,
    today: Uint8Array = cells.flags,
  ) {
    this.#cells = cells;
    this.#today = today;
    this.#maxM = maxDistanceM;
    this.#base = cells.flags.slice();
    const serves = changing === null ? null : (sites[changing]?.serves ?? null);
    this.#serves = serves === null ? null : new Set(serves);
    if (changing !== null) {
      this.#takeAway(sites, changing);
    }
  }

  /** Whom it reaches with the site at a point; null for nowhere. */
  at(point: LonLat | null): PreviewResult {
    const { count, people } = this.#cells;
    const before = this.#today;
    const flags = this.#base.slice();
    if (point !== null) {
      this.#serve(flags, point);
    }
    let gained = 0;
    let lost = 0;
    for (let i = 0; i < count; i += 1) {
      const was = (before[i] ?? 0) & SERVED;
      const is = (flags[i] ?? 0) & SERVED;
      if (is > was) {
        gained += people[i] ?? 0;
      } else if (is < was) {
        lost += people[i] ?? 0;
      }
    }
    return { flags, gained, lost };
  }

  #serve(flags: Uint8Array, point: LonLat): void {
    const { count, sizeM, eastingM, northingM, municipality } = this.#cells;
    const { easting, northing } = toGrid(point);
    // Compared with lower-left corners, so that no centre has to be computed.
    const x = easting - sizeM / 2;
    const y = northing - sizeM / 2;
    const limit = this.#maxM * this.#maxM;
    for (let i = 0; i < count; i += 1) {
      const dx = (eastingM[i] ?? 0) - x;
      const dy = (northingM[i] ?? 0) - y;
      if (dx * dx + dy * dy <= limit && ((flags[i] ?? 0) & SERVED) === 0 && this.#mayServe(municipality[i])) {
        flags[i] = SERVED;
      }
    }
  }

  #mayServe(municipality: number | undefined): boolean {
    return this.#serves === null || this.#serves.has(municipality ?? -1);
  }

  /** Gives the cells of a site to the nearest of the others. */
  #takeAway(sites: readonly ServingSite[], changing: number): void {
    const { count, sizeM, eastingM, northingM, municipality, site } = this.#cells;
    const others = sites.flatMap((other, place) =>
      place === changing
        ? []
        : [{ ...toGrid(other), serves: other.serves === null ? null : new Set(other.serves) }],
    );
    for (let i = 0; i < count; i += 1) {
      if (site[i] !== changing || changing === NO_SITE) {
        continue;
      }
      const x = (eastingM[i] ?? 0) + sizeM / 2;
      const y = (northingM[i] ?? 0) + sizeM / 2;
      const reached = others.some(
        (other) =>
          Math.hypot(other.easting - x, other.northing - y) <= this.#maxM &&
          (other.serves === null || other.serves.has(municipality[i] ?? -1)),
      );
      this.#base[i] = reached ? SERVED : 0;
    }
  }
}

/** The flags of other cells of the same land, in the order of these; zero where the other has no such cell. */
export function alignedFlags(cells: Cells, other: Cells): Uint8Array {
  const { count, eastingM, northingM } = cells;
  const same =
    other.count === count &&
    eastingM.every((value, i) => value === other.eastingM[i]) &&
    northingM.every((value, i) => value === other.northingM[i]);
  if (same) {
    return other.flags;
  }
  const key = (easting: number | undefined, northing: number | undefined): number =>
    (easting ?? 0) * 2 ** 24 + (northing ?? 0);
  const known = new Map<number, number>();
  for (let i = 0; i < other.count; i += 1) {
    known.set(key(other.eastingM[i], other.northingM[i]), other.flags[i] ?? 0);
  }
  return Uint8Array.from({ length: count }, (_, i) => known.get(key(eastingM[i], northingM[i])) ?? 0);
}
