import { describe, expect, it } from "vitest";
import { APPROXIMATE, CellsError, NO_SITE, parseCells, SERVED } from "./cells";

/** A file of cells as the server writes it. */
function file(
  cells: readonly (readonly [number, number, number, number, number, number, number])[],
  { magic = "SACB", version = 1, size = 100 } = {},
): ArrayBuffer {
  const n = cells.length;
  const buffer = new ArrayBuffer(16 + n * 23);
  const view = new DataView(buffer);
  [...magic].forEach((sign, i) => {
    view.setUint8(i, sign.charCodeAt(0));
  });
  view.setUint16(4, version, true);
  view.setUint32(8, size, true);
  view.setUint32(12, n, true);
  cells.forEach(([easting, northing, people, distance, site, flags, municipality], i) => {
    view.setUint32(16 + i * 4, easting, true);
    view.setUint32(16 + (n + i) * 4, northing, true);
    view.setFloat32(16 + (2 * n + i) * 4, people, true);
    view.setFloat32(16 + (3 * n + i) * 4, distance, true);
    view.setUint32(16 + (4 * n + i) * 4, site, true);
    view.setUint8(16 + 20 * n + i, flags);
    view.setUint16(16 + 21 * n + i * 2, municipality, true);
  });
  return buffer;
}

describe("parseCells", () => {
  it("reads every array, also where the flags leave the next one at an odd byte", () => {
    const cells = parseCells(
      file([
        [4217400, 2741700, 4.25, 812.5, 3, SERVED | APPROXIMATE, 7],
        [4217500, 2741700, 10, Number.POSITIVE_INFINITY, NO_SITE, 0, 65535],
        [4299900, 2799900, 0.5, 0, 0, SERVED, 0],
      ]),
    );
    expect(cells.count).toBe(3);
    expect(cells.sizeM).toBe(100);
    expect([...cells.eastingM]).toEqual([4217400, 4217500, 4299900]);
    expect([...cells.northingM]).toEqual([2741700, 2741700, 2799900]);
    expect([...cells.people]).toEqual([4.25, 10, 0.5]);
    expect([...cells.distanceM]).toEqual([812.5, Number.POSITIVE_INFINITY, 0]);
    expect([...cells.site]).toEqual([3, NO_SITE, 0]);
    expect([...cells.flags]).toEqual([5, 0, 1]);
    expect([...cells.municipality]).toEqual([7, 65535, 0]);
  });

  it("takes no cells at all as an answer", () => {
    expect(parseCells(file([])).count).toBe(0);
  });

  it("refuses what is cut off, of another kind or of a later version", () => {
    const whole = file([[1, 2, 3, 4, 5, 6, 7]]);
    expect(() => parseCells(whole.slice(0, whole.byteLength - 1))).toThrow(CellsError);
    expect(() => parseCells(whole.slice(0, 7))).toThrow(CellsError);
    expect(() => parseCells(file([], { magic: "PK__" }))).toThrow(CellsError);
    expect(() => parseCells(file([], { version: 2 }))).toThrow(CellsError);
  });
});
