import { SIGNS, type SiteLook } from "../../planning/site-look";

const SVG = "http://www.w3.org/2000/svg";

/** The sign of a site as an element; the style sheet colours it by its class. */
export function signOf(look: SiteLook, count = 1): HTMLElement {
  const { path, strokes, hollow } = SIGNS[look];
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("width", "24");
  svg.setAttribute("height", "24");
  svg.setAttribute("class", `plan-sign plan-sign--${look}${hollow === true ? " plan-sign--hollow" : ""}`);
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  svg.append(line("plan-sign__casing", path), line("plan-sign__shape", path));
  if (strokes !== undefined) {
    svg.append(line("plan-sign__strokes", strokes));
  }
  const box = document.createElement("span");
  box.append(svg);
  if (count > 1) {
    const number = document.createElement("span");
    number.className = "plan-sign__count";
    number.textContent = String(count);
    box.append(number);
  }
  return box;
}

function line(className: string, d: string): SVGPathElement {
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("class", className);
  path.setAttribute("d", d);
  return path;
}
