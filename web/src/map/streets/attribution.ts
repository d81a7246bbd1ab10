import type { Streets } from "../../state/config";
import { escapeHtml } from "../escape";

/** The line that names the source: Leaflet writes it as HTML. */
export function attribution({ attribution: text, attributionUrl }: Streets): string {
  const name = escapeHtml(text);
  return attributionUrl === undefined ? name : `<a href="${escapeHtml(attributionUrl)}">${name}</a>`;
}
