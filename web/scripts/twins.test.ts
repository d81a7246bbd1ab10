import { brotliDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { compressed } from "./twins";

describe("a twin", () => {
  it("is the same text, and shorter", () => {
    const text = "Beratung, Treffpunkte, Hilfe. ".repeat(200);
    const twin = compressed(text);
    expect(brotliDecompressSync(twin).toString()).toBe(text);
    expect(twin.length).toBeLessThan(text.length / 10);
    expect(compressed(Buffer.from(text))).toEqual(twin);
  });
});
