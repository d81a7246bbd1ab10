import { describe, expect, it } from "vitest";
import { cutAt, readBars, readLorenz } from "./chart-data";

describe("the histogram's table", () => {
  it("gives bars in kilometres, the open last one as wide as the one before", () => {
    expect(
      readBars([
        { from: "0", to: "500", people: "12.5" },
        { from: "500", to: "1000", people: "3" },
        { from: "1000", to: "", people: "1" },
      ]),
    ).toEqual([
      { fromKm: 0, toKm: 0.5, people: 12.5 },
      { fromKm: 0.5, toKm: 1, people: 3 },
      { fromKm: 1, toKm: 1.5, people: 1 },
    ]);
  });

  it("skips rows that are none", () => {
    expect(readBars([{ people: "3" }, { from: "0", to: "0", people: "1" }])).toEqual([]);
  });

  it("is cut at the threshold and nowhere else", () => {
    const bars = [
      { fromKm: 0, toKm: 2, people: 10 },
      { fromKm: 2, toKm: 4, people: 5 },
    ];
    expect(cutAt(bars, 2)).toEqual(bars);
    expect(cutAt(bars, 3)).toEqual([
      { fromKm: 0, toKm: 2, people: 10 },
      { fromKm: 2, toKm: 3, people: 5 },
      { fromKm: 3, toKm: 4, people: 5 },
    ]);
  });
});

describe("the Lorenz curve's table", () => {
  it("is read in order", () => {
    const rows = [
      { share: "1", distance: "1" },
      { share: "0", distance: "0" },
      {},
      { share: "0.5", distance: "0.2" },
    ];
    expect(readLorenz(rows).map((point) => point.share)).toEqual([0, 0.5, 1]);
  });
});
