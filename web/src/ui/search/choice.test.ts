import { describe, expect, it } from "vitest";
import { moved } from "./choice";

describe("the choice in a list of suggestions", () => {
  it("goes down through all and back to what was typed", () => {
    expect([-1, 0, 1, 2].map((choice) => moved("ArrowDown", choice, 3))).toEqual([0, 1, 2, -1]);
  });

  it("goes up from the end", () => {
    expect([-1, 2, 1, 0].map((choice) => moved("ArrowUp", choice, 3))).toEqual([2, 1, 0, -1]);
  });

  it("stays where there is nothing, or another key", () => {
    expect(moved("ArrowDown", -1, 0)).toBeNull();
    expect(moved("a", 1, 3)).toBeNull();
  });
});
