import { describe, expect, it } from "vitest";
import { DEFAULT_BREAKS } from "./classes";
import { addressOf } from "./form";
import { wrap } from "./picture";
import { readQuestion } from "./question";

const DATA = {
  cells: "/api/coverage/cells?category=kita&max_distance_m=2000&f=bin",
  areas: "/api/coverage?category=kita&max_distance_m=2000&f=geojson",
  sites: "/api/coverage/sites?category=kita&max_distance_m=2000",
  scenario: "/api/coverage/scenario?category=kita&max_distance_m=2000",
  maxDistanceM: "2000",
  metric: "overland",
  breaks: "50,200,500,1500",
};

describe("the question of a page", () => {
  it("is read from the attributes of its result", () => {
    expect(readQuestion(DATA)).toEqual({
      cellsUrl: DATA.cells,
      areasUrl: DATA.areas,
      sitesUrl: DATA.sites,
      scenarioUrl: DATA.scenario,
      maxDistanceM: 2000,
      metric: "overland",
      breaks: [50, 200, 500, 1500],
    });
  });

  it("is none without a threshold or without addresses, and straight by default", () => {
    expect(readQuestion({ ...DATA, maxDistanceM: "0" })).toBeNull();
    expect(readQuestion({ ...DATA, maxDistanceM: "viel" })).toBeNull();
    expect(readQuestion({ ...DATA, cells: undefined })).toBeNull();
    expect(readQuestion({})).toBeNull();
    const plain = readQuestion({ ...DATA, metric: undefined, breaks: undefined });
    expect(plain?.metric).toBe("straight");
    expect(plain?.breaks).toEqual(DEFAULT_BREAKS);
  });
});

describe("the address of a form", () => {
  it("leaves out empty fields, keeps repeated ones and stays readable", () => {
    const url = addressOf("http://atlas.example/planung#planung-satz", [
      ["category", "kita"],
      ["max_distance_km", " 2.5 "],
      ["links", "none"],
      ["links", "faehre-a"],
      ["add", "9.1,47.7;8.9,47.8"],
      ["move", "0f@9,47"],
      ["municipality", ""],
    ]);
    expect(url.href).toBe(
      "http://atlas.example/planung?category=kita&max_distance_m=2500&links=none&links=faehre-a&add=9.1,47.7;8.9,47.8&move=0f@9,47",
    );
  });
});

describe("the title of a picture", () => {
  it("is broken between words, and a word too long for a line stands alone", () => {
    const letters = (text: string): number => text.length;
    expect(wrap("In vier Gemeinden leben Menschen", 12, letters)).toEqual([
      "In vier",
      "Gemeinden",
      "leben",
      "Menschen",
    ]);
    expect(wrap("Schuldnerberatungsstelle fehlt", 10, letters)).toEqual([
      "Schuldnerberatungsstelle",
      "fehlt",
    ]);
    expect(wrap("  ", 10, letters)).toEqual([]);
  });
});
