import { describe, expect, it } from "vitest";
import type { PlanSite } from "../api/planning";
import { groupSites, lookOf } from "./site-look";

const SITE: PlanSite = {
  featureId: "f",
  serviceId: "s",
  name: "Musterstelle",
  lon: 9,
  lat: 47,
  kind: "existing",
  place: null,
  stale: false,
  approximate: false,
  outside: false,
  serves: null,
};

describe("how a site looks", () => {
  it("tells certain, approximate, stale and both apart", () => {
    expect(lookOf(SITE)).toBe("certain");
    expect(lookOf({ ...SITE, approximate: true })).toBe("approximate");
    expect(lookOf({ ...SITE, stale: true })).toBe("stale");
    expect(lookOf({ ...SITE, stale: true, approximate: true })).toBe("unsure");
  });

  it("shows first what the scenario does to it", () => {
    expect(lookOf({ ...SITE, stale: true, kind: "closed" })).toBe("closed");
    expect(lookOf({ ...SITE, kind: "moved" })).toBe("moved");
  });
});

describe("sites at one point", () => {
  it("are one group, but a changed one stays by itself", () => {
    const sites = [
      SITE,
      { ...SITE, featureId: "g" },
      { ...SITE, kind: "closed" as const },
      { ...SITE, lon: 8 },
    ];
    expect(groupSites(sites).map((group) => group.sites.length)).toEqual([2, 1, 1]);
  });
});
