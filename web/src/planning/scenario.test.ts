import { describe, expect, it } from "vitest";
import {
  readScenario,
  UNCHANGED,
  withAdded,
  withMoved,
  withoutChange,
  withoutSite,
  writeScenario,
} from "./scenario";

const KITCHEN = { kind: "existing", id: "0f-1" } as const;
const DESK = { kind: "existing", id: "0f-2" } as const;

/** The words of the address for a scenario, readable. */
function words(scenario: Parameters<typeof writeScenario>[1], before = ""): string {
  const query = new URLSearchParams(before);
  writeScenario(query, scenario);
  return decodeURIComponent(query.toString());
}

describe("a scenario in the address", () => {
  it("comes back as it was written", () => {
    let scenario = withAdded(UNCHANGED, { lon: 9.1, lat: 47.7 });
    scenario = withAdded(scenario, { lon: 8.8123456789, lat: 47.75 });
    scenario = withMoved(scenario, KITCHEN, { lon: 9, lat: 47.8 });
    scenario = withoutSite(scenario, DESK);
    const query = new URLSearchParams("category=tafel");
    writeScenario(query, scenario);
    expect(decodeURIComponent(query.toString())).toBe(
      "category=tafel&add=9.1,47.7;8.812346,47.75&move=0f-1@9,47.8&close=0f-2",
    );
    const back = readScenario(query);
    expect(back.added).toEqual([
      { lon: 9.1, lat: 47.7 },
      { lon: 8.812346, lat: 47.75 },
    ]);
    expect(back.moved.get("0f-1")).toEqual({ lon: 9, lat: 47.8 });
    expect([...back.closed]).toEqual(["0f-2"]);
  });

  it("leaves nothing behind when everything is taken back", () => {
    expect(words(UNCHANGED, "category=tafel&add=1,2&move=a@3,4&close=b")).toBe("category=tafel");
  });

  it("skips parts that are no coordinates", () => {
    const scenario = readScenario(new URLSearchParams("add=9,47;x,y;9;,&move=a@;@1,2;b@1,2&close=,,c"));
    expect(scenario.added).toEqual([{ lon: 9, lat: 47 }]);
    expect([...scenario.moved.keys()]).toEqual(["b"]);
    expect([...scenario.closed]).toEqual(["c"]);
  });
});

describe("changes", () => {
  it("move an added site in place and take the right one away", () => {
    let scenario = withAdded(withAdded(UNCHANGED, { lon: 1, lat: 1 }), { lon: 2, lat: 2 });
    scenario = withMoved(scenario, { kind: "added", place: 0 }, { lon: 5, lat: 5 });
    expect(words(scenario)).toBe("add=5,5;2,2");
    expect(words(withoutSite(scenario, { kind: "added", place: 0 }))).toBe("add=2,2");
  });

  it("never hold one site as moved and closed", () => {
    const moved = withMoved(UNCHANGED, KITCHEN, { lon: 1, lat: 1 });
    const closed = withoutSite(moved, KITCHEN);
    expect(words(closed)).toBe("close=0f-1");
    expect(words(withMoved(closed, KITCHEN, { lon: 3, lat: 3 }))).toBe("move=0f-1@3,3");
  });

  it("can each be taken back without touching the others", () => {
    const two = withoutSite(withMoved(UNCHANGED, KITCHEN, { lon: 1, lat: 1 }), DESK);
    expect(words(withoutChange(two, KITCHEN))).toBe("close=0f-2");
    expect(words(withoutChange(two, DESK))).toBe("move=0f-1@1,1");
  });
});
