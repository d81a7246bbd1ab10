import { describe, expect, it } from "vitest";
import { Presses } from "./presses";

describe("presses in a row", () => {
  it("leave with the third", () => {
    const presses = new Presses();
    expect([0, 400, 800].map((time) => presses.press(time))).toEqual([false, false, true]);
  });

  it("do not count when they are far apart", () => {
    const presses = new Presses();
    expect([0, 2000, 4000, 6000].map((time) => presses.press(time))).toEqual([false, false, false, false]);
  });

  it("begin anew after another key", () => {
    const presses = new Presses();
    presses.press(0);
    presses.press(100);
    presses.forget();
    expect(presses.press(200)).toBe(false);
  });
});
