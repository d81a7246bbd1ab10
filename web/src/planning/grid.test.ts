import { describe, expect, it } from "vitest";
import { target } from "./grid";

// A head without links over its first two columns, and twelve rows; the first column has names, no links.
const head = [null, null, "a", "b"];
const body = Array.from({ length: 12 }, (_, row) => [
  null,
  `${row}t`,
  `${row}a`,
  row === 3 ? null : `${row}b`,
]);
const rows = [head, ...body];

const go = (row: number, column: number, key: string, ctrl = false): string | null => {
  const to = target(rows, { row, column }, key, ctrl);
  return to === null ? null : (rows[to.row]?.[to.column] ?? null);
};

describe("keys in the heat map", () => {
  it("go to the next link and leave out cells without one", () => {
    expect(go(1, 2, "ArrowRight")).toBe("0b");
    expect(go(1, 2, "ArrowLeft")).toBe("0t");
    expect(go(1, 2, "ArrowUp")).toBe("a");
    expect(go(3, 3, "ArrowDown")).toBe("4b");
  });

  it("stay at the edge", () => {
    expect(go(1, 1, "ArrowLeft")).toBeNull();
    expect(go(1, 1, "ArrowUp")).toBeNull();
    expect(go(12, 3, "ArrowDown")).toBeNull();
    expect(go(12, 3, "PageDown")).toBeNull();
  });

  it("go to the ends of a row, of the table, and by pages", () => {
    expect(go(5, 3, "Home")).toBe("4t");
    expect(go(4, 1, "End")).toBe("3a");
    expect(go(5, 2, "Home", true)).toBe("a");
    expect(go(5, 2, "End", true)).toBe("11b");
    expect(go(1, 2, "PageDown")).toBe("8a");
    expect(go(9, 2, "PageDown")).toBe("11a");
    expect(go(6, 1, "PageUp")).toBe("0t");
  });

  it("leave all other keys to the browser", () => {
    expect(go(1, 2, "Tab")).toBeNull();
    expect(go(1, 2, "Enter")).toBeNull();
  });
});
