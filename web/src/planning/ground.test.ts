import type { FeatureCollection, Position } from "geojson";
import { describe, expect, it } from "vitest";
import { Ground } from "./ground";

function square(west: number, south: number, east: number, north: number): Position[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

function collection(...polygons: Position[][][]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: polygons.map((coordinates) => ({
      type: "Feature",
      properties: {},
      geometry: { type: "Polygon", coordinates },
    })),
  };
}

// A county of two degrees with a lake in it, and an island in the lake.
const ground = new Ground(
  collection([square(8.5, 47.5, 9.5, 48.5), square(8.9, 47.9, 9.1, 48.1)]),
  collection([square(8, 47, 9, 49)], [square(9, 47, 10, 49)]),
);

describe("where a site can stand", () => {
  it("is land, also on an island and on the border of two municipalities", () => {
    expect(ground.at({ lon: 8.2, lat: 47.2 })).toBe("land");
    expect(ground.at({ lon: 9, lat: 48 })).toBe("land");
    expect(ground.at({ lon: 9, lat: 47.2 })).toBe("land");
  });

  it("is not the lake", () => {
    expect(ground.at({ lon: 8.7, lat: 48 })).toBe("water");
  });

  it("is not beyond the municipalities, but a little off their generalised outlines", () => {
    expect(ground.at({ lon: 10.1, lat: 48 })).toBe("outside");
    expect(ground.at({ lon: 10.003, lat: 47.2 })).toBe("land");
    expect(ground.at({ lon: 10.005, lat: 47.2 })).toBe("outside");
  });

  it("is everywhere outside where nothing is known", () => {
    const nowhere = new Ground(collection(), collection());
    expect(nowhere.at({ lon: 9, lat: 48 })).toBe("outside");
  });
});
