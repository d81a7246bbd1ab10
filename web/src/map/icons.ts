import type { AppConfig, Theme } from "../state/config";
import { L } from "./leaflet";

const SVG = "http://www.w3.org/2000/svg";
/** Side of a marker in pixels. */
const MARK_PX = 32;
/** Least and greatest side of a disc in pixels. */
const DISC_PX = [34, 68] as const;

/** An icon that names its marker for screen readers and keyboards; Leaflet's own default is a useless "Marker". */
export class NamedIcon extends L.DivIcon {
  readonly #name: string;

  constructor(name: string, options: L.DivIconOptions) {
    super(options);
    this.#name = name;
  }

  override createIcon(old?: HTMLElement): HTMLElement {
    const element = super.createIcon(old);
    element.setAttribute("aria-label", this.#name);
    return element;
  }
}

/** The sign of a theme: colour, shape and glyph. */
export function themeMark(config: AppConfig, theme: Theme | undefined): SVGSVGElement {
  const mark = document.createElementNS(SVG, "svg");
  mark.setAttribute("class", "mark");
  mark.setAttribute("width", String(MARK_PX));
  mark.setAttribute("height", String(MARK_PX));
  mark.setAttribute("viewBox", "0 0 32 32");
  mark.setAttribute("color", theme?.color ?? "#33374f");
  mark.setAttribute("aria-hidden", "true");
  mark.setAttribute("focusable", "false");
  const shape = document.createElementNS(SVG, "use");
  shape.setAttribute("href", `${config.sprite}#shape-${theme?.shape ?? "circle"}`);
  mark.append(shape);
  if (theme !== undefined) {
    const glyph = document.createElementNS(SVG, "use");
    glyph.setAttribute("class", "mark__glyph");
    glyph.setAttribute("href", `${config.sprite}#${theme.icon}`);
    for (const [name, value] of [
      ["x", "7"],
      ["y", "7"],
      ["width", "18"],
      ["height", "18"],
    ] as const) {
      glyph.setAttribute(name, value);
    }
    mark.append(glyph);
  }
  return mark;
}

/** The marker of one offer. */
export function offerIcon(config: AppConfig, theme: string, name: string, approx: boolean): L.DivIcon {
  const html = document.createElement("span");
  html.append(themeMark(config, config.themes[theme]));
  return new NamedIcon(name, {
    className: approx ? "map-marker map-marker--approx" : "map-marker",
    html,
    iconSize: [MARK_PX, MARK_PX],
  });
}

/** A bubble with a number: several offers at one point, or a cluster. */
export function bubbleIcon(count: number, name: string, atOnePoint: boolean): L.DivIcon {
  const side = count < 100 ? 36 : 44;
  return new NamedIcon(name, {
    className: atOnePoint ? "map-bubble map-bubble--place" : "map-bubble",
    html: String(count),
    iconSize: [side, side],
  });
}

/** A soft disc with a number: offers known only to a place. */
export function discIcon(count: number, name: string): L.DivIcon {
  return new NamedIcon(name, { className: "map-disc", html: String(count), iconSize: discSize(count) });
}

/** Width and height of a disc: its area grows with the count. */
export function discSize(count: number): [number, number] {
  const [least, greatest] = DISC_PX;
  const side = Math.round(Math.min(greatest, least + 3 * Math.sqrt(count)));
  return [side, side];
}

/** Where the person searches around. */
export function hereIcon(): L.DivIcon {
  return L.divIcon({ className: "map-you", iconSize: [16, 16] });
}
