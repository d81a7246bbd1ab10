import { describe, expect, it } from "vitest";
import { createMessages } from "../i18n/messages";
import { DEFAULT_BREAKS } from "./classes";
import { addressOf, kilometresText, metresOf } from "./form";
import { wrap } from "./picture";
import { readQuestion, todayUrl } from "./question";
import { badgeName } from "./targets";

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

describe("a distance as people type it", () => {
  it("has a comma or a point and ends at 200 km", () => {
    const metres = ["5,5", " 5.25 ", "0,1", ".5", "5,", "200", "0,0005"].map(metresOf);
    expect(metres).toEqual([5500, 5250, 100, 500, 5000, 200_000, 1]);
    for (const none of ["", " ", "0", "0,0", "-3", "200,1", "weit", "1e3", "5,5,5", "1.000,5", ".", "5 km"]) {
      expect(metresOf(none), none).toBeNull();
    }
  });

  it("goes to the server as typed where it cannot be one, so that the server tells", () => {
    const asked = (typed: string): string =>
      addressOf("http://atlas.example/planung", [
        ["category", "kita"],
        ["max_distance_km", typed],
      ]).search;
    expect(asked("5,25")).toBe("?category=kita&max_distance_m=5250");
    expect(asked("0")).toBe("?category=kita&max_distance_km=0");
    expect(asked("weit")).toBe("?category=kita&max_distance_km=weit");
    expect(asked("500")).toBe("?category=kita&max_distance_km=500");
    expect(asked("")).toBe("?category=kita");
  });

  it("is written with the comma of the language", () => {
    expect(kilometresText(5.5, "de")).toBe("5,5");
    expect(kilometresText(30, "de")).toBe("30");
  });
});

describe("the address of the state of today", () => {
  it("is the question without added, moved and closed sites", () => {
    const cells = "/api/coverage/cells?category=kita,tafel&max_distance_m=5000";
    expect(todayUrl(`${cells}&add=9,47;8,46&move=0f@9,47&close=0e&f=bin`)).toBe(`${cells}&f=bin`);
    expect(todayUrl(`${cells}&f=bin`)).toBe(`${cells}&f=bin`);
  });
});

describe("the name of a number on the map", () => {
  const messages = createMessages({ "js-plan-area": "Weißer Fleck { $number }: { $name }" }, "de");

  it("is the label of its row as it stands", () => {
    const label = "Weißer Fleck 1, Engen, rund 1.200 Menschen";
    expect(badgeName(messages, "1", { label, words: "Engen" })).toBe(label);
  });

  it("is made of the words of the row where there is no label", () => {
    expect(badgeName(messages, "1", { words: "Engen" })).toBe("Weißer Fleck 1: Engen");
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
