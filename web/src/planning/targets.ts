import type { Messages } from "../i18n/messages";
import type { Target } from "./plan";

/** Rows of tables that stand for something on the map. */
export const ROWS = "tr[data-area], tr[data-ags]";

/** What a row stands for. */
export function targetOf(row: HTMLElement): Target | null {
  const { area, ags } = row.dataset;
  if (area !== undefined && area !== "") {
    return `area:${area}`;
  }
  return ags === undefined || ags === "" ? null : `ags:${ags}`;
}

/** All rows that stand for a target; a municipality may stand in several tables. */
export function rowsOf(page: ParentNode, target: Target): HTMLElement[] {
  const at = target.indexOf(":");
  const kind = target.slice(0, at) === "area" ? "data-area" : "data-ags";
  const value = CSS.escape(target.slice(at + 1));
  return [...page.querySelectorAll<HTMLElement>(`[data-planung-teil] tr[${kind}="${value}"]`)];
}

/** The words for a target, as its row has them; empty without one. */
export function labelOf(page: ParentNode, target: Target): string {
  const [row] = rowsOf(page, target);
  return row?.dataset["label"] ?? row?.querySelector("th")?.textContent?.trim() ?? "";
}

/** The name of a number on the map: the whole label of its row, which begins with the number itself. */
export function badgeName(
  messages: Messages,
  number: string,
  row: { readonly label?: string | undefined; readonly words: string },
): string {
  return row.label || messages.text("js-plan-area", { number, name: row.words });
}
