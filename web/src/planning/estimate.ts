import type { Messages } from "../i18n/messages";

/**
 * People rounded to what an estimate is worth, as the server rounds them: to tens below 1,000, to hundreds above;
 * fewer than ten stay as they are.
 */
export function roundPeople(people: number): number {
  if (people < 9.5) {
    return Math.max(0, Math.round(people));
  }
  const step = people < 1000 ? 10 : 100;
  return Math.round(people / step) * step;
}

/** A number of people as the server's pages write it: "0", "weniger als 10", "rund 12.300". */
export function peopleText(messages: Messages, people: number, language: string): string {
  if (people < 0.5) {
    return messages.text("js-plan-people-none");
  }
  if (people < 9.5) {
    return messages.text("js-plan-people-few");
  }
  const count = new Intl.NumberFormat(language).format(roundPeople(people));
  return messages.text("js-plan-people-about", { count });
}
