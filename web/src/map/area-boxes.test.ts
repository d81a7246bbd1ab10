import { beforeEach, describe, expect, it, vi } from "vitest";
import { areaBoxes, toggleArea } from "./area-boxes";

/** As much of an input as the boxes need: the tests run without a browser. */
class Input extends EventTarget {
  checked = false;
  constructor(
    readonly value: string,
    readonly name: string,
  ) {
    super();
  }
}

const NAME = "site-0-area-municipality";

describe("the boxes behind the map of municipalities", () => {
  const boxes = ["1", "2"].map((ags) => new Input(ags, NAME));
  const only = new Input("municipalities", "site-0-area");
  const list = { querySelectorAll: () => boxes } as unknown as HTMLElement;

  beforeEach(() => {
    for (const input of [...boxes, only]) {
      input.checked = false;
    }
    vi.stubGlobal("HTMLInputElement", Input);
    const byId = (id: string): Input | null => (id === "f-site-0-area-municipalities" ? only : null);
    vi.stubGlobal("document", { getElementById: byId });
  });

  it("are ticked and unticked by their key, and each change is told", () => {
    const found = areaBoxes(list);
    const told = vi.fn();
    boxes[0]?.addEventListener("change", told);
    if (found === null) {
      throw new Error("no boxes");
    }
    toggleArea(found, "1");
    expect(boxes.map((box) => box.checked)).toEqual([true, false]);
    toggleArea(found, "1");
    expect(boxes.map((box) => box.checked)).toEqual([false, false]);
    toggleArea(found, "elsewhere");
    expect(told).toHaveBeenCalledTimes(2);
  });

  it("count as soon as one is ticked on the map", () => {
    const found = areaBoxes(list);
    if (found === null) {
      throw new Error("no boxes");
    }
    toggleArea(found, "2");
    expect(only.checked).toBe(true);
  });

  it("are not there on other pages", () => {
    expect(areaBoxes(null)).toBeNull();
  });
});
