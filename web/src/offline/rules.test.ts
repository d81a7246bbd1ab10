import { describe, expect, it } from "vitest";
import { searchToRemember, splitLanguage, wayOf } from "./rules";

const origin = "https://atlas.example";
const way = (path: string, navigates = true, method = "GET"): string =>
  wayOf({ method, navigates, url: new URL(path, origin), origin });

describe("what the worker does with a request", () => {
  it("touches nothing that belongs to a person, in any language", () => {
    for (const path of [
      "/mein",
      "/redaktion/gesucht",
      "/konto",
      "/anmelden",
      "/planung",
      "/vorschlag?entry=x",
    ]) {
      expect(way(path)).toBe("pass");
      expect(way(`/ar${path}`)).toBe("pass");
    }
    expect(way("/liste", true, "POST")).toBe("pass");
    expect(way("https://elsewhere.example/liste")).toBe("pass");
    expect(way("/api/collections", false)).toBe("pass");
  });

  it("knows files, data and pages", () => {
    expect(way("/_/assets/main.js", false)).toBe("asset");
    expect(way("/en/_/offline.json", false)).toBe("data");
    expect(way("/_/map/services.json", false)).toBe("map");
    expect(way("/_/map/services.json?q=a", false)).toBe("pass");
    expect(way("/leicht/liste")).toBe("page");
    expect(way("/liste", false)).toBe("pass");
    expect(way("/robots.txt")).toBe("pass");
  });
});

describe("the search that is remembered", () => {
  const remembered = (path: string, cacheControl: string | null = "no-cache"): string | null =>
    searchToRemember(new URL(path, origin), ["schutz"], cacheControl);

  it("is the address of a list", () => {
    expect(remembered("/en/liste?q=tafel")).toBe("/en/liste?q=tafel");
    expect(remembered("/liste")).toBeNull();
    expect(remembered("/angebote/1?q=a")).toBeNull();
  });

  it("is never one about what is nobody else's business, be it by topic or by words", () => {
    expect(remembered("/liste?category=tafel,schutz")).toBeNull();
    expect(remembered("/liste?q=frauenhaus", "no-store")).toBeNull();
    expect(remembered("/liste?q=frauenhaus", null)).toBeNull();
  });
});

it("a language is the first part of a path, or there is none", () => {
  expect(splitLanguage("/uk/liste")).toEqual({ language: "uk", rest: "/liste" });
  expect(splitLanguage("/liste")).toEqual({ language: "", rest: "/liste" });
});
