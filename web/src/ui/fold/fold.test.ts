import { describe, expect, it } from "vitest";
import { staysOpen } from "./fold";

const part = (attention: boolean): Pick<Element, "querySelector"> => ({
  querySelector: () => (attention ? ({} as Element) : null),
});

describe("a part of a long form on the phone", () => {
  it("stays open where it is the first, or where something is wrong", () => {
    expect(staysOpen(0, part(false))).toBe(true);
    expect(staysOpen(3, part(true))).toBe(true);
    expect(staysOpen(3, part(false))).toBe(false);
  });
});
