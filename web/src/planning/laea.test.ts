import { describe, expect, it } from "vitest";
import { fromGrid, fromWorld, GridToWorld, toGrid, toWorld } from "./laea";

describe("EPSG:3035", () => {
  it("has its origin where the definition says", () => {
    const { easting, northing } = toGrid({ lon: 10, lat: 52 });
    expect(easting).toBeCloseTo(4_321_000, 4);
    expect(northing).toBeCloseTo(3_210_000, 4);
  });

  it("meets the worked example of the guidance note 7-2 (50° N, 5° E) to a centimetre", () => {
    const { easting, northing } = toGrid({ lon: 5, lat: 50 });
    expect(easting).toBeCloseTo(3_962_799.45, 2);
    expect(northing).toBeCloseTo(2_999_718.85, 2);
  });

  it("comes back to the same point", () => {
    for (const point of [
      { lon: 8.6, lat: 47.6 },
      { lon: 9.2, lat: 47.9 },
      { lon: 15, lat: 54.9 },
    ]) {
      const back = fromGrid(toGrid(point));
      expect(back.lon).toBeCloseTo(point.lon, 8);
      expect(back.lat).toBeCloseTo(point.lat, 8);
    }
  });
});

describe("the unit square of web maps", () => {
  it("puts the equator and the meridian of Greenwich in the middle, and comes back", () => {
    expect(toWorld({ lon: 0, lat: 0 })).toEqual({ u: 0.5, v: 0.5 });
    const back = fromWorld(toWorld({ lon: 9.17, lat: 47.66 }));
    expect(back.lon).toBeCloseTo(9.17, 10);
    expect(back.lat).toBeCloseTo(47.66, 10);
  });

  it("is met by interpolation to 0.2 m all over Germany", () => {
    const fast = new GridToWorld();
    /** Metres on the ground of one unit of the square at 50° north. */
    const unit = 40_075_017 * Math.cos((50 * Math.PI) / 180);
    let worst = 0;
    for (let i = 0; i < 4000; i += 1) {
      const easting = 4_031_000 + ((i * 7919) % 641_000);
      const northing = 2_684_000 + ((i * 104_729) % 868_000);
      const exact = toWorld(fromGrid({ easting, northing }));
      const { u, v } = fast.at(easting, northing);
      worst = Math.max(worst, Math.hypot(u - exact.u, v - exact.v) * unit);
    }
    expect(worst).toBeLessThan(0.2);
  });

  it("gives neighbours across the lattice the same corner", () => {
    const fast = new GridToWorld();
    const corner = fast.at(4_218_000, 2_742_000);
    expect(fast.at(4_218_000, 2_742_000)).toEqual(corner);
    expect(fast.at(4_217_999.999, 2_742_000).u).toBeCloseTo(corner.u, 10);
  });
});
