import type { AppConfig } from "../state/config";
import { addControls, latLngBounds } from "./controls";
import { L } from "./leaflet";
import { closeOnEscape } from "./open-popup";
import { fitOnPaper } from "./print";

/** Zoom beyond which the drawn background has nothing more to show. */
export const MAX_ZOOM = 16;
const MIN_ZOOM = 8;
/** Pixels around what is fitted; the right edge has the buttons, the lower one scale and sources. */
const FIT: L.FitBoundsOptions = { paddingTopLeft: [28, 28], paddingBottomRight: [64, 52] };
/** On the phone the buttons stand above what is fitted. */
const FIT_PHONE: L.FitBoundsOptions = { paddingTopLeft: [20, 28], paddingBottomRight: [20, 60] };
/** Width in pixels below which a map counts as the phone's. */
const PHONE_PX = 600;

/** A line over the map while it is not there yet. */
export function statusLine(place: HTMLElement, text: string): HTMLElement {
  const status = document.createElement("p");
  status.className = "map__status";
  status.setAttribute("role", "status");
  status.textContent = text;
  place.append(status);
  return status;
}

/** What tells one map from another. */
export interface MapOptions {
  /** Its name for those who cannot see it. */
  readonly label: string;
  /** Whether the wheel zooms. */
  readonly wheel: boolean;
}

/** A map of the county with its controls, fitted to the county. */
export function createMap(place: HTMLElement, config: AppConfig, options: MapOptions): L.Map {
  const { bounds, messages } = config;
  place.setAttribute("role", "group");
  place.setAttribute("aria-label", options.label);
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(place, {
    zoomControl: false,
    attributionControl: false,
    // Quarter steps, so that a county fills its panel.
    zoomSnap: 0.25,
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    maxBounds: L.latLngBounds(latLngBounds(bounds) as L.LatLngBoundsLiteral).pad(0.6),
    maxBoundsViscosity: 0.6,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    scrollWheelZoom: options.wheel,
  });
  const sources = L.control.attribution({ prefix: false }).addTo(map).getContainer();
  sources?.setAttribute("role", "note");
  sources?.setAttribute("aria-label", messages.text("js-attribution"));
  addControls(map, config);
  closeOnEscape(map);
  fitOnPaper(map);
  fitTo(map, latLngBounds(bounds));
  // The panel of the phone has no size until it is shown.
  new ResizeObserver(() => map.invalidateSize()).observe(place);
  return map;
}

/** What each map waits to fit once it has a size. */
const waiting = new WeakMap<L.Map, () => void>();

/** Fits the map to a box now, and again when a hidden panel first gets a size. */
export function fitTo(map: L.Map, box: L.LatLngBoundsExpression, maxZoom = MAX_ZOOM): void {
  const options = (): L.FitBoundsOptions => ({ ...fitPadding(map), maxZoom });
  const before = waiting.get(map);
  if (before !== undefined) {
    map.off("resize", before);
  }
  map.fitBounds(box, options());
  if (map.getSize().x === 0) {
    const fit = (): void => {
      map.off("resize", fit);
      map.fitBounds(box, { ...options(), animate: false });
    };
    waiting.set(map, fit);
    map.on("resize", fit);
  }
}

/** What to keep free around a box that is fitted. */
export function fitPadding(map: L.Map): L.FitBoundsOptions {
  return map.getSize().x < PHONE_PX ? FIT_PHONE : FIT;
}
