import { expect, test } from "vitest";
import { paperScale } from "./print";

test("a map wider or higher than the paper shrinks until both sides fit", () => {
  expect(paperScale(1280, 600)).toBe(0.5);
  expect(paperScale(640, 1200)).toBe(0.5);
});

test("a map that fits keeps its size", () => {
  expect(paperScale(320, 300)).toBe(1);
});
