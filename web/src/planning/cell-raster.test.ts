import { describe, expect, it } from "vitest";
import { APPROXIMATE, type Cells, SERVED } from "../api/cells";
import { colour, type RasterView, rasterise } from "./cell-raster";
import { shapesOf } from "./cell-shapes";
import { GridToWorld } from "./laea";

const EAST = 4_217_000;
const NORTH = 2_741_000;

/** A block of cells, `columns` × `rows`, from its lower-left corner. */
function block(columns: number, rows: number, sizeM = 100): Cells {
  const count = columns * rows;
  return {
    count,
    sizeM,
    eastingM: Uint32Array.from({ length: count }, (_, i) => EAST + (i % columns) * sizeM),
    northingM: Uint32Array.from({ length: count }, (_, i) => NORTH + Math.floor(i / columns) * sizeM),
  } as unknown as Cells;
}

/** A view of a zoom whose upper left corner is the north-west corner of the block. */
function viewOf(cells: Cells, rows: number, zoom: number, size = 400): RasterView {
  const { u, v } = new GridToWorld().at(EAST, NORTH + rows * cells.sizeM);
  const worldPx = 256 * 2 ** zoom;
  return {
    worldPx,
    left: Math.floor(u * worldPx) - 20,
    top: Math.floor(v * worldPx) - 20,
    width: size,
    height: size,
    density: 1,
  };
}

describe("shapes of cells", () => {
  it("share the corners of neighbours", () => {
    const shapes = shapesOf(block(3, 2));
    expect(shapes.corners.length).toBe(2 * 4 * 3);
    expect(shapes.corner[1]).toBe(shapes.corner[4]);
  });
});

describe("drawing cells", () => {
  it("leaves no seam and no overlap in a block, at any zoom", () => {
    for (const [zoom, size] of [
      [10, 100],
      [12, 100],
      [13.25, 100],
      [14.5, 100],
      [14, 1000],
    ] as const) {
      const cells = block(6, 6, size);
      const view = viewOf(cells, 6, zoom, 1200);
      const marks = rasterise(shapesOf(cells), new Uint8Array(36), new Uint8Array(36), view);
      const rows: number[] = [];
      for (let y = 0; y < view.height; y += 1) {
        const row = marks.subarray(y * view.width, (y + 1) * view.width);
        const first = row.indexOf(1);
        const last = row.lastIndexOf(1);
        if (first !== -1) {
          rows.push(y);
          expect([...row.subarray(first, last + 1)].every((mark) => mark === 1)).toBe(true);
        }
      }
      expect(rows.length).toBeGreaterThan(5);
      expect((rows.at(-1) ?? 0) - (rows[0] ?? 0) + 1).toBe(rows.length);
    }
  });

  it("draws a cell as large as it is on the ground", () => {
    const cells = block(1, 1, 1000);
    const view = viewOf(cells, 1, 14, 400);
    const marks = rasterise(shapesOf(cells), Uint8Array.of(3), new Uint8Array(1), view);
    const pixels = marks.filter((mark) => mark === 4).length;
    // 1 km at 47.9° north and zoom 14 is 156.2 px.
    expect(Math.sqrt(pixels)).toBeGreaterThan(155);
    expect(Math.sqrt(pixels)).toBeLessThan(158);
  });

  it("never lets a cell vanish, and keeps the class with more people where two share a pixel", () => {
    const cells = block(8, 1);
    const view = viewOf(cells, 1, 5, 60);
    const marks = rasterise(shapesOf(cells), Uint8Array.of(0, 0, 5, 0, 0, 0, 1, 0), new Uint8Array(8), view);
    expect(marks.some((mark) => mark === 6)).toBe(true);
    expect(marks.filter((mark) => mark !== 0).length).toBeGreaterThanOrEqual(4);
  });

  it("hatches uncertain cells only, with the lines of their side", () => {
    const cells = block(2, 1, 1000);
    const view = viewOf(cells, 1, 13, 300);
    const flags = Uint8Array.of(SERVED | APPROXIMATE, 0);
    const marks = rasterise(shapesOf(cells), Uint8Array.of(0, 2), flags, view);
    const palette = { classes: [10, 11, 12, 13, 14, 15], hatchServed: 98, hatchUnserved: 99 };
    const pixels = colour(marks, view, palette);
    const count = (value: number): number => pixels.filter((pixel) => pixel === value).length;
    expect(count(99)).toBe(0);
    expect(count(98)).toBeGreaterThan(100);
    expect(count(10)).toBeGreaterThan(count(98));
    expect(count(12)).toBeGreaterThan(1000);
    expect(count(0)).toBeGreaterThan(1000);
  });

  it("draws half a million cells in well under a second", () => {
    const cells = block(1000, 500);
    const shapes = shapesOf(cells);
    const view = viewOf(cells, 500, 9, 1200);
    const classes = new Uint8Array(cells.count);
    let marks: Uint8Array = new Uint8Array();
    // The best of three: other work on the machine is not what is measured.
    const took = [1, 2, 3].map(() => {
      const start = performance.now();
      marks = rasterise(shapes, classes, classes, view);
      return performance.now() - start;
    });
    expect(Math.min(...took)).toBeLessThan(500);
    expect(marks.some((mark) => mark === 1)).toBe(true);
  });
});
