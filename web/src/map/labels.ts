import type { Backdrop } from "../state/atlas";
import { L } from "./leaflet";
import { type LabelBox, withoutOverlaps } from "./place-labels";

const SVG = "http://www.w3.org/2000/svg";
/** Zoom from which names of each rank, stations and their names are shown. */
const FROM_ZOOM: Readonly<Record<number, number>> = { 1: 8, 2: 10, 3: 12 };
const STATIONS_FROM = 12;
const STATION_NAMES_FROM = 13;
/** Height and mean width of a letter in pixels, by class. */
const LETTER: Readonly<Record<string, readonly [height: number, width: number]>> = {
  "map-label--1": [20, 9],
  "map-label--2": [18, 7.6],
  "map-label--3": [16, 6.8],
  "map-label--water": [20, 12],
  "map-label--neighbour": [16, 8],
  "map-station-name": [14, 6.2],
};

interface Label extends LabelBox {
  readonly text: string;
  readonly className: string;
}

/** Names and stations over the background: set once per zoom, those that would overlap are left out. */
export class Labels extends L.Layer {
  readonly #backdrop: Backdrop;
  readonly #svg = document.createElementNS(SVG, "svg");

  constructor(backdrop: Backdrop) {
    super();
    this.#backdrop = backdrop;
    this.#svg.setAttribute("class", "map-labels leaflet-zoom-hide");
    // Every name also stands in the list or the filters; read out of order they would only be noise.
    this.#svg.setAttribute("aria-hidden", "true");
  }

  override onAdd(map: L.Map): this {
    const pane = map.getPane("labels") ?? map.createPane("labels");
    pane.style.zIndex = "450";
    pane.style.pointerEvents = "none";
    pane.append(this.#svg);
    map.on("zoomend viewreset", this.#draw, this);
    this.#draw();
    return this;
  }

  override onRemove(map: L.Map): this {
    map.off("zoomend viewreset", this.#draw, this);
    this.#svg.remove();
    return this;
  }

  #draw(): void {
    const map = this._map;
    const zoom = map.getZoom();
    const at = (lon: number, lat: number): L.Point => map.latLngToLayerPoint([lat, lon]);
    this.#svg.replaceChildren();
    if (zoom >= STATIONS_FROM) {
      for (const station of this.#backdrop.stations) {
        this.#svg.append(circle(at(station.lon, station.lat)));
      }
    }
    for (const label of withoutOverlaps(this.#labels(zoom, at))) {
      this.#svg.append(text(label));
    }
  }

  /** All names of this zoom, the most important first. */
  #labels(zoom: number, at: (lon: number, lat: number) => L.Point): Label[] {
    const { places, stations, water, neighbours } = this.#backdrop;
    const labels = places
      .filter((place) => zoom >= (FROM_ZOOM[place.rank] ?? Number.POSITIVE_INFINITY))
      .map((place) => label(place.name, `map-label--${place.rank}`, at(place.lon, place.lat)));
    const named = [...areas(water, "map-label--water"), ...areas(neighbours, "map-label--neighbour")];
    for (const { name, className, center } of named) {
      labels.push(label(name, className, at(center.lng, center.lat)));
    }
    if (zoom >= STATION_NAMES_FROM) {
      for (const station of stations) {
        const point = at(station.lon, station.lat).add([0, 14]);
        labels.push(label(station.name, "map-station-name", point));
      }
    }
    return labels;
  }
}

function areas(collection: Backdrop["water"], className: string) {
  const seen = new Set<string>();
  return collection.features.flatMap((feature) => {
    const name: unknown = feature.properties?.["name"];
    if (typeof name !== "string" || seen.has(name)) {
      return [];
    }
    seen.add(name);
    return [{ name, className, center: L.geoJSON(feature).getBounds().getCenter() }];
  });
}

function label(name: string, className: string, point: L.Point): Label {
  const [height, letter] = LETTER[className] ?? [16, 7];
  return { text: name, className, x: point.x, y: point.y, width: name.length * letter, height };
}

function text(label: Label): SVGTextElement {
  const element = document.createElementNS(SVG, "text");
  element.setAttribute("class", `map-label ${label.className}`);
  element.setAttribute("x", String(Math.round(label.x)));
  element.setAttribute("y", String(Math.round(label.y)));
  element.textContent = label.text;
  return element;
}

function circle(point: L.Point): SVGCircleElement {
  const element = document.createElementNS(SVG, "circle");
  element.setAttribute("class", "map-station");
  element.setAttribute("cx", String(Math.round(point.x)));
  element.setAttribute("cy", String(Math.round(point.y)));
  element.setAttribute("r", "4");
  return element;
}
