import type { Feature } from "geojson";
import type { Backdrop } from "../state/atlas";
import type { Bounds } from "../state/query";
import { L } from "./leaflet";
import { type LabelBox, type NameBox, placeNames } from "./place-labels";
import { longestLine, type NameLine } from "./water-names";

const SVG = "http://www.w3.org/2000/svg";
/** Zoom from which names of each rank, stations and their names are shown. */
const FROM_ZOOM: Readonly<Record<number, number>> = { 1: 8, 2: 10, 3: 12.5 };
const STATIONS_FROM = 12;
/** Zoom from which a name keeps its qualifier in brackets. */
const FULL_NAMES_FROM = 11.5;
const STATION_NAMES_FROM = 13.5;
/** Zoom at which lines along waters are measured once. */
const LINE_ZOOM = 11;
/** Spots tried along a line, from its middle (0) to where the name would touch an end (1 and -1). */
const ALONG = [0, 0.25, -0.25, 0.5, -0.5, 0.75, -0.75, 0.95, -0.95] as const;
/** Degrees beyond the county in which the name of a water may begin or end. */
const FRAME_MARGIN = 0.06;
/** Height and mean width of a letter in pixels, by class. */
const LETTER: Readonly<Record<string, readonly [height: number, width: number]>> = {
  "map-label--1": [20, 9],
  "map-label--2": [18, 7.6],
  "map-label--3": [16, 6.8],
  "map-label--water": [20, 12],
  "map-label--neighbour": [16, 8],
  "map-station-name": [14, 6.2],
};

interface Label extends NameBox {
  readonly text: string;
  readonly className: string;
  readonly angle?: number;
}

interface WaterName extends NameLine {
  readonly name: string;
}

/** Names and stations over the background, clear of each other and of the markers. */
export class Labels extends L.Layer {
  readonly #backdrop: Backdrop;
  readonly #bounds: Bounds;
  readonly #svg = document.createElementNS(SVG, "svg");
  #waters: readonly WaterName[] = [];
  #frame = 0;

  constructor(backdrop: Backdrop, bounds: Bounds) {
    super();
    this.#backdrop = backdrop;
    this.#bounds = bounds;
    this.#svg.setAttribute("class", "map-labels leaflet-zoom-hide");
    // Every name also stands in the list or the filters; read out of order they would only be noise.
    this.#svg.setAttribute("aria-hidden", "true");
  }

  override onAdd(map: L.Map): this {
    const pane = map.getPane("labels") ?? map.createPane("labels");
    pane.style.zIndex = "450";
    pane.style.pointerEvents = "none";
    pane.append(this.#svg);
    this.#waters = waterNames(map, this.#backdrop.water.features, this.#bounds);
    map.on("zoomend moveend viewreset layeradd", this.#schedule, this);
    this.#draw();
    return this;
  }

  override onRemove(map: L.Map): this {
    map.off("zoomend moveend viewreset layeradd", this.#schedule, this);
    window.cancelAnimationFrame(this.#frame);
    this.#svg.remove();
    return this;
  }

  /** Draws once per frame, however many markers come and go in it. */
  #schedule(): void {
    window.cancelAnimationFrame(this.#frame);
    this.#frame = window.requestAnimationFrame(() => this.#draw());
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
    for (const label of placeNames(this.#labels(zoom, at), markerBoxes(map), viewBox(map))) {
      this.#svg.append(text(label));
    }
  }

  /** All names of this zoom, the most important first. */
  #labels(zoom: number, at: (lon: number, lat: number) => L.Point): Label[] {
    const { places, stations, neighbours } = this.#backdrop;
    const shown = places.filter((place) => zoom >= (FROM_ZOOM[place.rank] ?? Number.POSITIVE_INFINITY));
    const ofPlaces = shown.map((place) => ({
      rank: place.rank,
      label: label(
        zoom < FULL_NAMES_FROM ? shortName(place.name) : place.name,
        `map-label--${place.rank}`,
        at(place.lon, place.lat),
      ),
    }));
    const ranked = (wanted: (rank: number) => boolean): Label[] =>
      ofPlaces.filter(({ rank }) => wanted(rank)).map((entry) => entry.label);
    const stationNames = zoom < STATION_NAMES_FROM ? [] : stations;
    return [
      ...ranked((rank) => rank === 1),
      ...this.#waterLabels(zoom),
      ...ranked((rank) => rank === 2),
      ...ranked((rank) => rank > 2),
      ...stationNames.map((s) => label(s.name, "map-station-name", at(s.lon, s.lat).add([0, 14]))),
      ...neighbours.features.flatMap((feature) => {
        const name = nameOf(feature);
        const { lng, lat } = L.geoJSON(feature).getBounds().getCenter();
        return name === null ? [] : [label(name, "map-label--neighbour", at(lng, lat))];
      }),
    ];
  }

  /** The names of the waters that are long enough at this zoom, at several spots along each line. */
  #waterLabels(zoom: number): Label[] {
    const map = this._map;
    const scale = 2 ** (zoom - LINE_ZOOM);
    const [height, letter] = LETTER["map-label--water"] ?? [20, 12];
    return this.#waters.flatMap((water) => {
      const width = water.name.length * letter;
      const spare = (water.length * scale - width) / 2;
      const middle = map.unproject([water.middle.x, water.middle.y], LINE_ZOOM);
      const { x, y } = map.latLngToLayerPoint(middle);
      const radians = (water.angle * Math.PI) / 180;
      const slant = Math.abs(Math.sin(radians));
      return ALONG.filter(() => spare > 0).map((part) => ({
        x: x + Math.cos(radians) * spare * part,
        y: y + Math.sin(radians) * spare * part,
        width: width * (1 - slant / 2),
        height: height + width * slant * 0.5,
        fixed: true,
        once: water.name,
        text: water.name,
        className: "map-label--water",
        angle: water.angle,
      }));
    });
  }
}

/** A name without the qualifier in brackets that tells it from others of its kind elsewhere. */
function shortName(name: string): string {
  return name.replace(/\s*\(.*\)$/, "");
}

/** The line along each named water, the longest first. */
function waterNames(map: L.Map, features: readonly Feature[], bounds: Bounds): WaterName[] {
  const [west, south, east, north] = bounds;
  const pixel = (lon: number, lat: number): L.Point => map.project([lat, lon], LINE_ZOOM);
  const frame = [
    pixel(west - FRAME_MARGIN, north + FRAME_MARGIN),
    pixel(east + FRAME_MARGIN, south - FRAME_MARGIN),
  ] as const;
  return features
    .flatMap((feature) => {
      const name = nameOf(feature);
      return outerRings(feature).flatMap((ring) => {
        const line = longestLine(
          ring.map(([lon, lat]) => pixel(lon ?? 0, lat ?? 0)),
          frame,
        );
        return line === null || name === null ? [] : [{ name, ...line }];
      });
    })
    .sort((a, b) => b.length - a.length);
}

function outerRings(feature: Feature): number[][][] {
  const { geometry } = feature;
  const polygons =
    geometry.type === "Polygon"
      ? [geometry.coordinates]
      : geometry.type === "MultiPolygon"
        ? geometry.coordinates
        : [];
  return polygons.flatMap(([ring]) => (ring === undefined ? [] : [ring]));
}

function nameOf(feature: Feature): string | null {
  const name: unknown = feature.properties?.["name"];
  return typeof name === "string" && name !== "" ? name : null;
}

/** What of the map is in view. */
function viewBox(map: L.Map): LabelBox {
  const size = map.getSize();
  const { x, y } = map.containerPointToLayerPoint(size.divideBy(2));
  return { x, y, width: size.x, height: size.y };
}

/** The boxes that markers take, so that no name lies under one. */
function markerBoxes(map: L.Map): LabelBox[] {
  return [...map.getPanes().markerPane.children].flatMap((child) => {
    if (!(child instanceof HTMLElement)) {
      return [];
    }
    const { x, y } = L.DomUtil.getPosition(child);
    const { offsetWidth: width, offsetHeight: height, style } = child;
    if (width === 0) {
      return [];
    }
    // A mark stands on its point by its margins: half its size, or to the side of it.
    const left = Number.parseFloat(style.marginLeft) || -width / 2;
    const top = Number.parseFloat(style.marginTop) || -height / 2;
    return [{ x: x + left + width / 2, y: y + top + height / 2, width, height }];
  });
}

function label(name: string, className: string, point: L.Point): Label {
  const [height, letter] = LETTER[className] ?? [16, 7];
  return { text: name, className, x: point.x, y: point.y, width: name.length * letter, height };
}

function text(label: Label): SVGTextElement {
  const element = document.createElementNS(SVG, "text");
  element.setAttribute("class", `map-label ${label.className}`);
  const x = String(Math.round(label.x));
  const y = String(Math.round(label.y));
  element.setAttribute("x", x);
  element.setAttribute("y", y);
  if (label.angle) {
    element.setAttribute("transform", `rotate(${label.angle} ${x} ${y})`);
  }
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
