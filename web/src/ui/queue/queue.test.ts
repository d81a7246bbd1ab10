import { describe, expect, test } from "vitest";
import { lineAfter } from "./queue";

describe("moving through the list", () => {
  test("begins at the end one comes from", () => {
    expect(lineAfter(-1, "next", 5)).toBe(0);
    expect(lineAfter(-1, "previous", 5)).toBe(4);
  });

  test("never leaves the list", () => {
    expect(lineAfter(4, "next", 5)).toBe(4);
    expect(lineAfter(0, "previous", 5)).toBe(0);
    expect(lineAfter(2, "next", 5)).toBe(3);
  });
});
