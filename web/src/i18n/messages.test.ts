import { describe, expect, it } from "vitest";
import { createMessages, fill } from "./messages";

describe("messages", () => {
  const messages = createMessages(
    { "js-hits-one": "{ $count } Angebot", "js-hits-other": "{ $count } Angebote in { $place }" },
    "de",
  );

  it("fills placeholders with and without spaces", () => {
    expect(fill("{ $a } und {$b}", { a: 1, b: "zwei" })).toBe("1 und zwei");
  });

  it("leaves an unknown placeholder visible", () => {
    expect(fill("{ $missing }", {})).toBe("{ $missing }");
  });

  it("chooses the plural form and formats the number", () => {
    expect(messages.plural("js-hits", 1)).toBe("1 Angebot");
    expect(messages.plural("js-hits", 1234, { place: "Engen" })).toBe("1.234 Angebote in Engen");
  });

  it("chooses among all plural forms of a language, and another form where one is missing", () => {
    const forms = {
      "k-zero": "z",
      "k-one": "o",
      "k-two": "t",
      "k-few": "f { $count }",
      "k-other": "x { $count }",
    };
    const arabic = createMessages(forms, "ar");
    expect([0, 1, 2, 3, 11, 100].map((count) => arabic.plural("k", count))).toEqual([
      "z",
      "o",
      "t",
      "f 3",
      "x 11",
      "x 100",
    ]);
  });

  it("writes the digits of the server in Arabic too", () => {
    expect(createMessages({ "k-other": "{ $count }" }, "ar-MA").plural("k", 12345)).toBe("12.345");
  });

  it("falls back to the key where the server sent no text", () => {
    expect(messages.text("js-unknown")).toBe("js-unknown");
  });
});
