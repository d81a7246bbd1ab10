import { describe, expect, it } from "vitest";
import { attribution } from "./attribution";
import { Supply } from "./supply";
import { closestZoom } from "./zoom";

describe("the tiles of a map", () => {
  it("are missing until they come or the map leaves them", () => {
    const supply = new Supply();
    supply.failed("8/1/1", 0);
    supply.failed("8/1/2", 0);
    supply.came("8/1/1");
    expect([supply.shown, supply.missing]).toEqual([1, 1]);
    supply.left("8/1/2");
    supply.left("8/1/1");
    expect([supply.shown, supply.missing]).toEqual([0, 0]);
  });

  it("are asked for again only after a pause, and only where some are missing", () => {
    const supply = new Supply();
    expect(supply.isTimeToTry(99_999, 100)).toBe(false);
    supply.failed("8/1/1", 1000);
    expect(supply.isTimeToTry(1099, 100)).toBe(false);
    expect(supply.isTimeToTry(1100, 100)).toBe(true);
    supply.came("8/1/1");
    expect(supply.isTimeToTry(9999, 100)).toBe(false);
  });

  it("are shown as close as the operator's source has them", () => {
    expect([10, 16, 18, 20].map((zoom) => closestZoom(16, zoom))).toEqual([16, 16, 18, 20]);
    expect(closestZoom(16, 24)).toBe(20);
  });

  it("name their source as text, and lead to it where it has an address", () => {
    const streets = {
      kind: "pictures",
      address: "/x",
      bounds: [8, 47, 9, 48],
      maxZoom: 18,
      attribution: "© <b>A & B</b>",
    } as const;
    expect(attribution(streets)).toBe("© &lt;b&gt;A &amp; B&lt;/b&gt;");
    const link = attribution({ ...streets, attributionUrl: 'https://a.example/?"x' });
    expect(link).toContain('href="https://a.example/?&quot;x"');
  });
});
