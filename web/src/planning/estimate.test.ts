import { describe, expect, it } from "vitest";
import { createMessages } from "../i18n/messages";
import { peopleText, roundPeople } from "./estimate";

describe("people of an estimate", () => {
  it("are rounded to what they are worth", () => {
    expect([0, 3.4, 9.4, 14, 996, 1049, 12_340].map(roundPeople)).toEqual([0, 3, 9, 10, 1000, 1000, 12_300]);
  });

  it("are written as the server's pages write them", () => {
    const messages = createMessages(
      {
        "js-plan-people-none": "0",
        "js-plan-people-few": "weniger als 10",
        "js-plan-people-about": "rund { $count }",
      },
      "de",
    );
    const said = [0, 0.4, 0.5, 9.4, 9.5, 344, 12_340].map((people) => peopleText(messages, people, "de"));
    expect(said).toEqual([
      "0",
      "0",
      "weniger als 10",
      "weniger als 10",
      "rund 10",
      "rund 340",
      "rund 12.300",
    ]);
  });
});
