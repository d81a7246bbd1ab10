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
  map: {},
  discreet: [],
  left_out: 0,
  categories: [
    { code: "geld", label: "Geld", words: ["pleite"] },
    { code: "schulden", label: "Schuldnerberatung", parent: "geld", words: [] },
    { code: "jugend", label: "Jugend", words: [] },
  ],
  entries: [
    { id: "1", category: "schulden", name: "Hilfe bei Schulden", place: "Stadt", standing: "" },
    { id: "2", category: "jugend", name: "Jugendhaus", place: "M\u00fchlhausen", standing: "" },
    { id: "1", category: "schulden", name: "Zweigstelle", place: "Dorf", standing: "" },
  ],
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

  it("knows all sites of an entry", () => {
    expect(new KeptSearch(kept).sites("1")).toHaveLength(2);
  });
});

it("data are old after a week, and where their date cannot be read", () => {
  expect(isOld(kept.made, new Date("2026-11-30T11:59:00"))).toBe(false);
  expect(isOld(kept.made, new Date("2026-11-30T12:01:00"))).toBe(true);
  expect(isOld("", new Date())).toBe(true);
});
