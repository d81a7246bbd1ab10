import { describe, expect, it } from "vitest";
import { nextIn } from "./roving";

describe("the next mark in a direction", () => {
  const points = [{ x: 0, y: 0 }, { x: 10, y: 1 }, { x: 4, y: 9 }, null, { x: 100, y: 0 }];

  it("is the nearest one ahead, not one that is rather aside", () => {
    expect(nextIn(points, { x: 0, y: 0 }, [1, 0])).toBe(1);
    expect(nextIn(points, { x: 10, y: 1 }, [1, 0])).toBe(4);
    expect(nextIn(points, { x: 0, y: 0 }, [0, 1])).toBe(2);
  });

  it("is none where nothing is ahead, and never a hidden one", () => {
    expect(nextIn(points, { x: 0, y: 0 }, [-1, 0])).toBe(-1);
    expect(nextIn([null], { x: -5, y: 0 }, [1, 0])).toBe(-1);
  });
});
