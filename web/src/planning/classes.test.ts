import { describe, expect, it } from "vitest";
import { APPROXIMATE, type Cells, SERVED, STALE } from "../api/cells";
import { classesOf, classOf, DEFAULT_BREAKS, isUncertain, parseBreaks } from "./classes";

describe("classes of cells", () => {
  it("begin a new one exactly at each break", () => {
    const at = [0, 9.99, 10, 24.9, 25, 49, 50, 99.9, 100, 5000];
    expect(at.map((people) => classOf(people, DEFAULT_BREAKS))).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  });

  it("are zero for served cells, and follow the flags of a preview", () => {
    const cells = {
      count: 3,
      flags: Uint8Array.of(SERVED, 0, APPROXIMATE),
      people: Float32Array.of(500, 12, 70),
    } as unknown as Cells;
    expect([...classesOf(cells, DEFAULT_BREAKS)]).toEqual([0, 2, 4]);
    expect([...classesOf(cells, DEFAULT_BREAKS, Uint8Array.of(0, SERVED | STALE, SERVED))]).toEqual([
      5, 0, 0,
    ]);
  });

  it("take the page's breaks, and the default for nonsense", () => {
    expect(parseBreaks("50,200,500,1500")).toEqual([50, 200, 500, 1500]);
    for (const wrong of [undefined, "", "1,2,3", "10,5,50,100", "a,b,c,d", "0,1,2,3"]) {
      expect(parseBreaks(wrong)).toEqual(DEFAULT_BREAKS);
    }
  });

  it("are hatched for stale and for approximate, served or not, and for nothing else", () => {
    expect([0, SERVED].map(isUncertain)).toEqual([false, false]);
    expect([STALE | SERVED, APPROXIMATE, APPROXIMATE | SERVED, STALE | APPROXIMATE].every(isUncertain)).toBe(
      true,
    );
  });
});
