import { describe, expect, it } from "vitest";
import { boxAround, groupByPoint } from "./grouping";

const offer = (id: string, lon: number, lat: number) => ({
  id,
  service: id,
  lon,
  lat,
  theme: "t",
  category: "c",
  name: id,
});

describe("groupByPoint", () => {
  it("joins offers at exactly one point and no others, in order", () => {
    const groups = groupByPoint([offer("a", 9, 47), offer("b", 9.1, 47), offer("c", 9, 47)]);
    expect(groups.map((group) => group.offers.map((o) => o.id))).toEqual([["a", "c"], ["b"]]);
  });
});

describe("boxAround", () => {
  it("is nothing without points and holds all of them otherwise, latitude first", () => {
    expect(boxAround([])).toBeNull();
    expect(
      boxAround([
        { lon: 9, lat: 47 },
        { lon: 8, lat: 48 },
      ]),
    ).toEqual([
      [47, 8],
      [48, 9],
    ]);
  });
});
