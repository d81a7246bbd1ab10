import { describe, expect, it } from "vitest";
import { addresses, fixedHeight, heightFrom, hexColour, isRefused, MESSAGE, OBSERVED } from "./address";

const ORIGIN = "https://atlas.example";

function address(attributes: Readonly<Record<string, string>>, accent = ""): string {
  return addresses(ORIGIN, (name) => attributes[name] ?? null, accent).frame;
}

describe("the address of the frame", () => {
  it("is the plain list without attributes", () => {
    expect(address({})).toBe("https://atlas.example/embed");
  });

  it("has a word for each attribute, in the language asked for", () => {
    const given = {
      category: "tafel,geld",
      "target-group": "familien",
      municipality: "99001001",
      near: "12345 Stadt",
      "within-m": "5000",
      q: "miete & strom",
      lang: "en-GB",
      view: "both",
      theme: "dark",
    };
    const made = new URL(address(given, " #1F42A8 "));
    expect(made.pathname).toBe("/en/embed");
    expect(Object.fromEntries(made.searchParams)).toEqual({
      q: "miete & strom",
      category: "tafel,geld",
      target_group: "familien",
      municipality: "99001001",
      near: "12345 Stadt",
      within_m: "5000",
      ansicht: "beides",
      farbe: "dunkel",
      akzent: "1f42a8",
    });
  });

  it("takes every filter of the site as an attribute, and leads to the same hits without a frame", () => {
    const given: Record<string, string> = {
      free: "yes",
      anonymous: "yes,unknown",
      "target-group": "familien",
      open: "now",
      view: "map",
    };
    expect(OBSERVED).toEqual(expect.arrayContaining(Object.keys(given)));
    expect(address(given)).toBe(
      "https://atlas.example/embed?target_group=familien&free=yes&anonymous=yes%2Cunknown&open=now&ansicht=karte",
    );
    const { list } = addresses(ORIGIN, (name) => given[name] ?? null, "#1f42a8");
    expect(list).toBe(
      "https://atlas.example/liste?target_group=familien&free=yes&anonymous=yes%2Cunknown&open=now",
    );
  });

  it("passes wrong values on, so that the frame says what is wrong, but never another path or colour", () => {
    expect(address({ view: "table" })).toBe("https://atlas.example/embed?ansicht=table");
    expect(address({ lang: "../../evil" })).toBe("https://atlas.example/embed");
    expect(address({ lang: "de" })).toBe("https://atlas.example/embed");
    expect(address({ lang: "de-x-leicht" })).toBe("https://atlas.example/leicht/embed");
    expect(address({}, "red;--x:url(//evil)")).toBe("https://atlas.example/embed");
  });
});

describe("colours and heights set by hand", () => {
  it("takes colours written #rgb and #rrggbb only", () => {
    expect(hexColour("#abc")).toBe("aabbcc");
    for (const wrong of ["", "abc", "#abcd", "#12345g", "rgb(1,2,3)"]) {
      expect(hexColour(wrong)).toBeNull();
    }
  });

  it("takes whole pixels only", () => {
    expect(fixedHeight("600")).toBe(600);
    for (const wrong of [null, "", "auto", "-5", "20", "100%", "6e3", "9999999"]) {
      expect(fixedHeight(wrong)).toBeNull();
    }
  });
});

describe("reports of the page's policy", () => {
  it("count where they are about frames of ours", () => {
    const about = (effectiveDirective: string, blockedURI: string): boolean =>
      isRefused({ effectiveDirective, blockedURI }, ORIGIN);
    expect(about("frame-src", `${ORIGIN}/embed?q=a`)).toBe(true);
    expect(about("frame-src", ORIGIN)).toBe(true);
    expect(about("img-src", `${ORIGIN}/a.png`)).toBe(false);
    expect(about("frame-src", "https://atlas.example.evil/embed")).toBe(false);
  });
});

describe("messages", () => {
  const frame = {};
  const hear = (change: object): number | null =>
    heightFrom(
      { origin: ORIGIN, source: frame, data: { type: MESSAGE, height: 512.2 }, ...change },
      ORIGIN,
      frame,
    );

  it("tell a height when they come from our own frame", () => {
    expect(hear({})).toBe(513);
  });

  it("are passed over from other origins, other windows and of other shapes", () => {
    expect(hear({ origin: "https://evil.example" })).toBeNull();
    expect(hear({ origin: "null" })).toBeNull();
    expect(hear({ source: {} })).toBeNull();
    expect(
      heightFrom({ origin: ORIGIN, source: null, data: { type: MESSAGE, height: 500 } }, ORIGIN, null),
    ).toBeNull();
    for (const data of [null, "x", 5, {}, { type: MESSAGE }, { type: "other", height: 500 }]) {
      expect(hear({ data })).toBeNull();
    }
    for (const height of ["500", Number.NaN, Number.POSITIVE_INFINITY, -1, 1e9]) {
      expect(hear({ data: { type: MESSAGE, height } })).toBeNull();
    }
  });
});
