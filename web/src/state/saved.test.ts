import { describe, expect, it } from "vitest";
import { address, createSavedList, MOST, sameOffers } from "./saved";

const id = (number: number): string => `00000000-0000-0000-0000-${String(number).padStart(12, "0")}`;

function memory(): Storage {
  const held = new Map<string, string>();
  return {
    get length() {
      return held.size;
    },
    clear: () => held.clear(),
    getItem: (key) => held.get(key) ?? null,
    key: (index) => [...held.keys()][index] ?? null,
    removeItem: (key) => void held.delete(key),
    setItem: (key, value) => void held.set(key, value),
  };
}

function refusing(): Storage {
  throw new DOMException("refused", "SecurityError");
}

describe("the saved list", () => {
  it("keeps each offer once, in order, and forgets without a trace", () => {
    const storage = memory();
    const list = createSavedList(() => storage);
    expect([list.add(id(2)), list.add(id(1)), list.add(id(2))]).toEqual(["kept", "kept", "kept"]);
    expect(list.ids()).toEqual([id(2), id(1)]);
    expect(createSavedList(() => storage).ids()).toEqual([id(2), id(1)]);
    list.remove(id(2));
    list.remove(id(1));
    expect(storage.length).toBe(0);
  });

  it("has an end", () => {
    const storage = memory();
    const list = createSavedList(() => storage);
    for (let number = 0; number < MOST; number += 1) {
      expect(list.add(id(number))).toBe("kept");
    }
    expect(list.add(id(999))).toBe("full");
    expect(list.ids()).toHaveLength(MOST);
  });

  it("takes nothing from a storage that somebody else wrote into", () => {
    for (const rubbish of ['{"a":1}', "[", '["<script>", 7, null]', '"x"']) {
      const storage = memory();
      storage.setItem("sozialatlas-saved", rubbish);
      expect(createSavedList(() => storage).ids()).toEqual([]);
    }
  });

  it("says that a device refuses", () => {
    const list = createSavedList(refusing);
    expect([list.refused(), list.ids(), list.add(id(1)), list.replace([id(1)])]).toEqual([
      true,
      [],
      "refused",
      "refused",
    ]);
  });

  it("stands in an address", () => {
    expect(address("", [])).toBe("/merkliste");
    expect(address("/en", [id(1), id(2)])).toBe(`/en/merkliste?ids=${id(1)},${id(2)}`);
    expect(sameOffers([id(1), id(2)], [id(2), id(1)])).toBe(true);
    expect(sameOffers([id(1)], [id(2)])).toBe(false);
  });
});
