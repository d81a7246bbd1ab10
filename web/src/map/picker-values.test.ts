import { describe, expect, it } from "vitest";
import { keyStep, readDegrees } from "./picker-values";

describe("the point of a site", () => {
  it("is read with a point or a comma", () => {
    expect(readDegrees(" 47,66 ")).toBe(47.66);
    expect(readDegrees("9.1")).toBe(9.1);
    expect(readDegrees("-0.5")).toBe(-0.5);
  });

  it("is none where there is no number", () => {
    for (const text of ["", "  ", "neun", "1,2,3", "47°"]) {
      expect(readDegrees(text), text).toBeNull();
    }
  });

  it("moves with the arrow keys, further with shift, and with no other key", () => {
    expect(keyStep("ArrowUp", false)).toEqual([0, -2]);
    expect(keyStep("ArrowRight", true)).toEqual([20, 0]);
    expect(keyStep("Tab", false)).toBeNull();
  });
});
