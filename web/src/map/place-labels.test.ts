import { describe, expect, it } from "vitest";
import { overlaps, withoutOverlaps } from "./place-labels";

const box = (x: number, y: number) => ({ x, y, width: 40, height: 10 });

describe("names on the map", () => {
  it("overlap when their boxes do, with a little room between", () => {
    expect(overlaps(box(0, 0), box(41, 0))).toBe(true);
    expect(overlaps(box(0, 0), box(45, 0))).toBe(false);
    expect(overlaps(box(0, 0), box(0, 15))).toBe(false);
  });

  it("give way to those that come first", () => {
    const kept = withoutOverlaps([box(0, 0), box(20, 0), box(60, 0)]);
    expect(kept.map((label) => label.x)).toEqual([0, 60]);
  });
});
