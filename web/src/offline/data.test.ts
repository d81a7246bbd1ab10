import { describe, expect, it } from "vitest";
import { folded, isOld, type Kept, KeptSearch } from "./data";

const kept: Kept = {
  version: "1",
  made: "2026-11-23T12:00:00",
  made_words: "",
  page: "/offline",
  pages: [],
  assets: [],
  backdrop: "",
  map: {
    total: 3,
    points: [
      {
        id: "a",
        service: "1",
        lon: 9,
        lat: 47,
        theme: "geld",
        category: "schulden",
        name: "Hilfe bei Schulden",
      },
    ],
    places: [
      {
        name: "Mühlhausen",
        precision: "gemeinde",
        lon: 9,
        lat: 47,
        radius_m: 900,
        features: [{ id: "b", service: "2", name: "Jugendhaus", theme: "jugend" }],
      },
    ],
    placeless: 1,
  },
  discreet: [],
  left_out: 0,
  categories: [
    { code: "geld", label: "Geld", words: ["pleite"] },
    { code: "schulden", label: "Schuldnerberatung", parent: "geld", words: [] },
    { code: "jugend", label: "Jugend", words: [] },
  ],
  entries: [
    { id: "1", site: "a", category: "schulden", name: "Hilfe bei Schulden", place: "Stadt", standing: "" },
    { id: "2", site: "b", category: "jugend", name: "Jugendhaus", place: "M\u00fchlhausen", standing: "" },
    { id: "1", site: "c", category: "schulden", name: "Zweigstelle", place: "Dorf", standing: "" },
  ],
  filters: {
    municipality: { "1": [0], "2": [1, 2] },
    free: { yes: [0, 2], no: [], unknown: [1] },
    anonymous: { yes: [1], no: [], unknown: [0, 2] },
  },
};

const found = (query: string): string[] =>
  new KeptSearch(kept).find(new URLSearchParams(query)).map((entry) => entry.name);

describe("searching what was kept", () => {
  it("finds words of the entry and everyday words of its topics, all of them together", () => {
    expect(found("q=pleite")).toEqual(["Hilfe bei Schulden", "Zweigstelle"]);
    expect(found("q=pleite dorf")).toEqual(["Zweigstelle"]);
    expect(found("q=nichts")).toEqual([]);
    expect(found("")).toHaveLength(3);
  });

  it("finds umlauts in any spelling and topics with what is below them", () => {
    expect(found("q=muehlhausen")).toEqual(["Jugendhaus"]);
    expect(found("q=M%C3%BChlhausen")).toEqual(["Jugendhaus"]);
    expect(found("category=geld")).toHaveLength(2);
    expect(found("category=jugend,schulden")).toHaveLength(3);
    expect(folded("Stra\u00dfe")).toBe("strasse");
  });

  it("finds an entry by each of its topics and by what stands above them", () => {
    const entries = kept.entries.map((entry) =>
      entry.site === "b" ? { ...entry, also: ["schulden"] } : entry,
    );
    const search = new KeptSearch({ ...kept, entries });
    const names = (query: string): string[] =>
      search.find(new URLSearchParams(query)).map((entry) => entry.name);
    for (const query of ["category=schulden", "category=geld", "q=pleite", "q=schuldnerberatung"]) {
      expect(names(query), query).toContain("Jugendhaus");
    }
    expect(names("category=jugend")).toEqual(["Jugendhaus"]);
  });

  it("applies the filters that were kept: any value of a word, and all words", () => {
    expect(found("municipality=2")).toEqual(["Jugendhaus", "Zweigstelle"]);
    expect(found("municipality=2&free=yes")).toEqual(["Zweigstelle"]);
    expect(found("free=yes,unknown")).toHaveLength(3);
    expect(found("free=no")).toEqual([]);
    expect(found("anonymous=yes")).toEqual(["Jugendhaus"]);
    expect(found("anonymous=unknown&free=yes")).toEqual(["Hilfe bei Schulden", "Zweigstelle"]);
    expect(found("municipality=99&q=")).toEqual([]);
  });

  it("says when a search asks for more than was kept", () => {
    const asksMore = (query: string): boolean => new KeptSearch(kept).asksMore(new URLSearchParams(query));
    expect(asksMore("q=a,b&free=yes&municipality=1&sort=name&near=")).toBe(false);
    expect(asksMore("q=a&open=now")).toBe(true);
    expect(asksMore("near=Stadt&within_m=2000")).toBe(true);
    expect(asksMore("anonymous=yes,unknown")).toBe(false);
    // What comes from elsewhere to a Gemeinde was not kept: fewer are found, and that is said.
    expect(asksMore("municipality=1&served=true")).toBe(true);
    const known = new KeptSearch(kept).known(new URLSearchParams("near=x&free=yes&free=no&q=a,b"));
    expect(known.toString()).toBe("q=a%2Cb&free=yes%2Cno");
  });

  it("draws what was found, and counts what has no place", () => {
    const search = new KeptSearch(kept);
    const all = search.drawn(search.find(new URLSearchParams()));
    expect([all.points.length, all.places.length, all.placeless]).toEqual([1, 1, 1]);
    const some = search.drawn(search.find(new URLSearchParams("q=jugendhaus")));
    expect([some.total, some.points.length, some.places.length, some.placeless]).toEqual([1, 0, 1, 0]);
  });

  it("knows all sites of an entry", () => {
    expect(new KeptSearch(kept).sites("1")).toHaveLength(2);
  });
});

it("data are old after a week, and where their date cannot be read", () => {
  expect(isOld(kept.made, new Date("2026-11-30T11:59:00"))).toBe(false);
  expect(isOld(kept.made, new Date("2026-11-30T12:01:00"))).toBe(true);
  expect(isOld("", new Date())).toBe(true);
});
