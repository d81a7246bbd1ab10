import { describe, expect, it } from "vitest";
import { isInside, longestLine } from "./water-names";

const band = [
  { x: 0, y: 0 },
  { x: 400, y: 200 },
  { x: 400, y: 260 },
  { x: 0, y: 60 },
];
const everywhere = [
  { x: -1000, y: -1000 },
  { x: 1000, y: 1000 },
] as const;

describe("isInside", () => {
  it("tells the inside of a ring from the outside", () => {
    expect(isInside({ x: 200, y: 130 }, band)).toBe(true);
    expect(isInside({ x: 200, y: 60 }, band)).toBe(false);
  });
});

describe("longestLine", () => {
  it("runs along a slanting band", () => {
    const line = longestLine(band, everywhere);
    expect(line?.angle).toBeGreaterThan(18);
    expect(line?.angle).toBeLessThan(34);
    expect(line?.length).toBeGreaterThan(280);
    expect(line && isInside(line.middle, band)).toBe(true);
  });

  it("stays in the frame", () => {
    const line = longestLine(band, [
      { x: 0, y: 0 },
      { x: 200, y: 200 },
    ]);
    expect(line?.middle.x).toBeLessThan(200);
    expect(line?.length).toBeLessThan(250);
  });

  it("is nothing where the ring lies outside the frame", () => {
    const frame = [
      { x: 900, y: 900 },
      { x: 950, y: 950 },
    ] as const;
    expect(longestLine(band, frame)).toBeNull();
  });
});
