import { describe, expect, it } from "vitest";
import { bboxText, isCoordinates, nearText, parseBbox, queryFromFields } from "./query";

describe("queryFromFields", () => {
  it("leaves out empty fields and the page", () => {
    expect(
      queryFromFields([
        ["q", " "],
        ["near", "Engen"],
        ["page", "3"],
        ["nach", "0.0.a"],
        ["open", ""],
      ]),
    ).toBe("near=Engen");
  });

  it("joins several values of a facet by commas, each once", () => {
    expect(
      queryFromFields([
        ["category", "kita"],
        ["category", "tafel"],
        ["category", "kita"],
      ]),
    ).toBe("category=kita,tafel");
  });

  it("keeps the last value of a word that takes only one", () => {
    expect(
      queryFromFields([
        ["sort", "name"],
        ["sort", "distance"],
      ]),
    ).toBe("sort=distance");
  });

  it("takes a moment of one's own where it was chosen, or nothing else was", () => {
    const own = ["open_at", "2026-12-01T10:30"] as const;
    expect(queryFromFields([["open", "at"], own, ["open", "unknown"]])).toBe("open=2026-12-01T10:30,unknown");
    expect(queryFromFields([["open", ""], own])).toBe("open=2026-12-01T10:30");
    expect(queryFromFields([["open", "now"], own])).toBe("open=now");
    expect(queryFromFields([["open", "at"]])).toBe("");
  });

  it("drops the distance where no place is given", () => {
    expect(
      queryFromFields([
        ["within_m", "5000"],
        ["q", "a&b=c"],
      ]),
    ).toBe("q=a%26b%3Dc");
    expect(
      queryFromFields([
        ["near", "Engen"],
        ["within_m", "5000"],
      ]),
    ).toBe("near=Engen&within_m=5000");
  });
});

describe("coordinates", () => {
  it("are recognised, names and postcodes are not", () => {
    expect(isCoordinates("9.17,47.66")).toBe(true);
    expect(isCoordinates("78234")).toBe(false);
    expect(isCoordinates("Engen, Hegau")).toBe(false);
  });

  it("are rounded to four decimals", () => {
    expect(nearText(9.123456, 47.987654)).toBe("9.1235,47.9877");
    expect(bboxText([8.5, 47.61234, 9, 48])).toBe("8.5000,47.6123,9.0000,48.0000");
  });

  it("of a box are read only when all four are numbers", () => {
    expect(parseBbox("8.5,47.5,9,48")).toEqual([8.5, 47.5, 9, 48]);
    for (const wrong of [null, "", "1,2,3", "1,2,3,x", "1,2,,4", "1,2,3,Infinity"]) {
      expect(parseBbox(wrong)).toBeNull();
    }
  });
});
