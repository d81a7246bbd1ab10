import { describe, expect, it } from "vitest";
import { overlaps, placeNames } from "./place-labels";

const box = (x: number, y: number, width = 60, height = 16) => ({ x, y, width, height });

describe("overlaps", () => {
  it("holds for boxes that touch or nearly touch, and not for others", () => {
    expect(overlaps(box(0, 0), box(59, 0))).toBe(true);
    expect(overlaps(box(0, 0), box(0, 30))).toBe(false);
  });
});

describe("placeNames", () => {
  it("keeps the first of two names that overlap", () => {
    const [first, second, third] = [box(0, 0), box(20, 4), box(200, 0)];
    expect(placeNames([first, second, third], [])).toEqual([first, third]);
  });

  it("moves a name below the marker that covers it", () => {
    const [placed] = placeNames([box(0, 0)], [box(0, 0, 32, 32)]);
    expect(placed?.x).toBe(0);
    expect(placed?.y).toBeGreaterThan(16);
  });

  it("tries the next side when the one below is taken", () => {
    const placed = placeNames([box(0, 26), box(0, 0)], [box(0, 0, 32, 32)]);
    expect(placed).toHaveLength(2);
    expect(placed[1]?.y).toBeLessThan(-16);
  });

  it("does not move a name so far that it would name another place", () => {
    expect(placeNames([box(0, 0)], [box(0, 40, 32, 90), box(0, -30, 32, 32), box(0, 0, 200, 16)])).toEqual(
      [],
    );
  });

  it("leaves out a name that the edge of the view would cut, and keeps those beyond it for later", () => {
    const view = box(0, 0, 200, 200);
    const [inside, cut, beyond] = [box(0, 0), box(95, 50), box(400, 0)];
    expect(placeNames([inside, cut, beyond], [], view)).toEqual([inside, beyond]);
  });

  it("places a name that comes with several spots only once, where there is room first", () => {
    const spots = [0, 100, 200].map((x) => ({ ...box(x, 0), fixed: true, once: "lake" }));
    expect(placeNames(spots, [box(0, 0, 32, 32)])).toEqual([spots[1]]);
  });

  it("leaves out a covered name that must not move", () => {
    expect(placeNames([{ ...box(0, 0), fixed: true }], [box(0, 0, 32, 32)])).toEqual([]);
  });

  it("never returns two names that overlap, whatever comes", () => {
    let seed = 7;
    const next = () => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed / 2147483648;
    };
    const names = Array.from({ length: 200 }, () => box(next() * 600, next() * 400, 30 + next() * 80));
    const marks = Array.from({ length: 30 }, () => box(next() * 600, next() * 400, 32, 32));
    const placed = placeNames(names, marks);
    for (const [index, a] of placed.entries()) {
      for (const b of placed.slice(index + 1)) {
        expect(overlaps(a, b)).toBe(false);
      }
    }
    expect(placed.length).toBeGreaterThan(20);
  });
});
