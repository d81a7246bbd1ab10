import { describe, expect, it } from "vitest";
import { roundPeople } from "./estimate";

describe("people of an estimate", () => {
  it("are rounded as the server rounds them", () => {
    const cases = [0, 0.4, 3.2, 9.4, 9.6, 446, 994, 996, 1049, 3480.7, 12_345].map(roundPeople);
    expect(cases).toEqual([0, 0, 3, 9, 10, 450, 990, 1000, 1000, 3500, 12_300]);
  });
});
