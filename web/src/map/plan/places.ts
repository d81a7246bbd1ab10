import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import type { AreaCollection } from "../../api/planning";
import type { Choice, Plan, Target } from "../../planning/plan";
import { badgeName, labelOf, rowsOf } from "../../planning/targets";
import type { Backdrop } from "../../state/atlas";
import { fitPadding } from "../base";
import { NamedIcon } from "../icons";
import { L } from "../leaflet";
import type { PlanColours } from "./colours";
import { Roving } from "./roving";

/** Closest zoom chosen by itself. */
const FIT_ZOOM = 13;
/** Side of a number on the map in pixels. */
export const BADGE_PX = 24;
/** From the middle of an area to the lower left of its number, so that small areas stay in view. */
export const BADGE_ANCHOR: L.PointTuple = [-3, BADGE_PX + 1];
/** Least extent in pixels from which an area without a number is outlined. */
const OUTLINE_FROM_PX = 10;
/** Below this zoom only so many numbers are shown: the most important ones. */
const ALL_NUMBERS_FROM = 11;
const FAR_NUMBERS = 25;
/** On a map as narrow as a phone fewer, so that they leave the cells in view. */
const NARROW_PX = 480;
const NARROW_NUMBERS = 12;

interface Shape {
  readonly target: Target;
  readonly layer: L.GeoJSON;
  readonly numbered: boolean;
}

interface Badge {
  readonly target: Target;
  readonly marker: L.Marker;
}

/** White spots and municipalities on the map: outlined, numbered, and lit together with their rows. */
export class Places {
  readonly #map: L.Map;
  readonly #plan: Plan;
  readonly #renderer = L.canvas({ padding: 0.3 });
  readonly #municipalities: Shape[] = [];
  #areas: Shape[] = [];
  #badges: Badge[] = [];
  readonly #stops: Roving;
  #colours: PlanColours;

  constructor(map: L.Map, plan: Plan, colours: PlanColours) {
    this.#map = map;
    this.#plan = plan;
    this.#colours = colours;
    this.#stops = new Roving(map);
    map.on("zoomend viewreset", () => {
      this.#restyle();
      this.#thinOut();
    });
    plan.highlighted.subscribe(() => this.#restyle());
    plan.chosen.subscribe((choice) => {
      this.#restyle();
      this.#follow(choice);
    });
  }

  /** Makes the municipalities of the background respond. */
  addMunicipalities(backdrop: Backdrop): void {
    for (const feature of backdrop.municipalities.features) {
      const ags: unknown = feature.properties?.["ags"];
      if (typeof ags === "string") {
        this.#municipalities.push(this.#shape(`ags:${ags}`, feature, false));
      }
    }
    this.#restyle();
    for (const area of this.#areas) {
      area.layer.bringToFront();
    }
  }

  /** Shows the white spots of an answer; those with a row get its number. */
  showAreas(areas: AreaCollection | null): void {
    for (const { layer } of this.#areas) {
      layer.remove();
    }
    for (const { marker } of this.#badges) {
      marker.remove();
    }
    const made = (areas?.features ?? []).map((feature) => {
      const target: Target = `area:${feature.properties.id}`;
      const [row] = rowsOf(document, target);
      const number = row?.dataset["number"];
      return { shape: this.#shape(target, feature, number !== undefined), feature, number };
    });
    this.#areas = made.map(({ shape }) => shape);
    this.#badges = made.flatMap(({ shape, feature, number }) =>
      number === undefined ? [] : [this.#badge(shape.target, number, middleOf(feature.geometry))],
    );
    this.#restyle();
    this.#stops.use(this.#badges.map(({ marker }) => marker));
    this.#thinOut();
  }

  recolour(colours: PlanColours): void {
    this.#colours = colours;
    this.#restyle();
  }

  #shape(target: Target, feature: Feature, numbered: boolean): Shape {
    const layer = L.geoJSON(feature, { renderer: this.#renderer } as L.GeoJSONOptions);
    const light = (value: Target | null) => () => this.#plan.highlighted.set(value);
    layer.on("mouseover", light(target)).on("mouseout", light(null));
    layer.on("click", () => {
      if (!this.#plan.adding.get()) {
        this.#plan.chosen.set({ target, from: "map" });
      }
    });
    layer.addTo(this.#map);
    return { target, layer, numbered };
  }

  #badge(target: Target, number: string, at: L.LatLngTuple): Badge {
    const { messages } = this.#plan;
    const label = rowsOf(document, target)[0]?.dataset["label"];
    const name = badgeName(messages, number, { label, words: labelOf(document, target) });
    const html = document.createElement("span");
    html.textContent = number;
    const icon = new NamedIcon(name, {
      className: "plan-number",
      html,
      iconSize: [BADGE_PX, BADGE_PX],
      iconAnchor: BADGE_ANCHOR,
    });
    const marker = L.marker(at, { icon, zIndexOffset: -1000 - Number(number), title: name });
    const light = (value: Target | null) => () => this.#plan.highlighted.set(value);
    marker.on("mouseover", light(target)).on("mouseout", light(null));
    marker.on("click", () => this.#plan.chosen.set({ target, from: "map" }));
    marker.on("add", () => {
      const element = marker.getElement();
      element?.addEventListener("focus", light(target));
      element?.addEventListener("blur", light(null));
      element?.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          event.stopPropagation();
          this.#plan.chosen.set({ target, from: "map" });
        } else if (this.#stops.follow(event.key, marker)) {
          event.preventDefault();
          event.stopPropagation();
        }
      });
    });
    marker.addTo(this.#map);
    return { target, marker };
  }

  /** Of numbers that would cover each other only the most important one is shown; from afar only some at all. */
  #thinOut(): void {
    const taken: L.Point[] = [];
    const far = this.#map.getSize().x < NARROW_PX ? NARROW_NUMBERS : FAR_NUMBERS;
    const most = this.#map.getZoom() < ALL_NUMBERS_FROM ? far : Number.POSITIVE_INFINITY;
    for (const { marker } of this.#badges) {
      const point = this.#map.latLngToLayerPoint(marker.getLatLng());
      const covered = taken.length >= most || taken.some((other) => other.distanceTo(point) < BADGE_PX - 2);
      const element = marker.getElement();
      if (element !== undefined) {
        element.hidden = covered;
      }
      if (!covered) {
        taken.push(point);
      }
    }
    this.#stops.refresh();
  }

  #restyle(): void {
    const lit = this.#plan.highlighted.get();
    const chosen = this.#plan.chosen.get()?.target ?? null;
    for (const { target, layer } of this.#municipalities) {
      const on = target === lit || target === chosen;
      layer.setStyle({
        fill: true,
        fillOpacity: 0,
        color: on ? this.#colours.chosen : this.#colours.border,
        weight: on ? 3.5 : 0.75,
        opacity: on ? 1 : 0.55,
      });
    }
    for (const { target, layer, numbered } of this.#areas) {
      const on = target === lit || target === chosen;
      layer.setStyle({
        fill: true,
        fillOpacity: 0,
        color: on ? this.#colours.chosen : this.#colours.area,
        weight: on ? 4 : 1.5,
        opacity: on || numbered || isLarge(this.#map, layer.getBounds()) ? 1 : 0,
      });
      if (on) {
        layer.bringToFront();
      }
    }
    for (const { target, marker } of this.#badges) {
      marker.getElement()?.classList.toggle("plan-number--lit", target === lit || target === chosen);
    }
  }

  /** Goes where a row points. */
  #follow(choice: Choice | null): void {
    if (choice?.from !== "table") {
      return;
    }
    const shapes = choice.target.startsWith("area:") ? this.#areas : this.#municipalities;
    const found = shapes.find((shape) => shape.target === choice.target);
    if (found !== undefined) {
      this.#map.fitBounds(found.layer.getBounds(), { ...fitPadding(this.#map), maxZoom: FIT_ZOOM });
    }
  }
}

/** Whether an area without a number is large enough on a map to be outlined. */
export function isLarge(map: L.Map, bounds: L.LatLngBounds): boolean {
  const a = map.latLngToLayerPoint(bounds.getNorthWest());
  const b = map.latLngToLayerPoint(bounds.getSouthEast());
  return Math.max(b.x - a.x, b.y - a.y) >= OUTLINE_FROM_PX;
}

/** The middle of the largest part, latitude first: the centroid of its outer ring. */
export function middleOf(geometry: Polygon | MultiPolygon): L.LatLngTuple {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  let best: { size: number; at: L.LatLngTuple } = { size: -1, at: [0, 0] };
  for (const [ring] of polygons) {
    const found = centroid(ring ?? []);
    if (found.size > best.size) {
      best = found;
    }
  }
  return best.at;
}

function centroid(ring: readonly Position[]): { size: number; at: L.LatLngTuple } {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let twice = 0;
  let x = 0;
  let y = 0;
  for (let i = 0; i + 1 < ring.length; i += 1) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[i + 1] ?? [];
    const cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
    twice += cross;
    x += (ax + bx - 2 * x0) * cross;
    y += (ay + by - 2 * y0) * cross;
  }
  const at: L.LatLngTuple = twice === 0 ? [y0, x0] : [y0 + y / (3 * twice), x0 + x / (3 * twice)];
  return { size: Math.abs(twice), at };
}
