import type { Atlas, Backdrop, MapData } from "../state/atlas";
import { parseBbox } from "../state/query";
import { drawBackdrop } from "./backdrop";
import { addControls, addSearchHere, latLngBounds } from "./controls";
import { boxAround } from "./grouping";
import { hereIcon, offerIcon } from "./icons";
import { Labels } from "./labels";
import { L } from "./leaflet";
import { Offers } from "./offers";

/** Zoom beyond which the drawn background has nothing more to show. */
const MAX_ZOOM = 16;
const MIN_ZOOM = 8;
/** Closest zoom chosen by itself. */
const FIT_ZOOM = 14;
/** Pixels around what is fitted. */
const FIT_PADDING: L.PointTuple = [40, 40];

/** The point of an entry's small map, as the page has it in `data-points`. */
interface EntryPoint {
  readonly lon: number;
  readonly lat: number;
  readonly theme: string;
  readonly name: string;
  readonly approx?: boolean;
  readonly radius_m?: number;
}

/** Starts the map of a page in its place; what kind it is stands in `data-map`. */
export function startMap(place: HTMLElement, atlas: Atlas): void {
  const { messages } = atlas.config;
  const status = statusLine(place, messages.text("js-map-loading"));
  const map = createMap(place, atlas);
  atlas.backdrop().then(
    (backdrop) => {
      drawBackdrop(map, backdrop);
      map.addLayer(new Labels(backdrop));
      if (place.dataset["map"] === "municipality") {
        fitMunicipality(map, backdrop, place.dataset["ags"] ?? "");
      }
      status.remove();
    },
    () => {
      status.textContent = messages.text("js-map-error");
    },
  );
  if (place.dataset["map"] === "start") {
    startResults(map, atlas);
  } else if (place.dataset["map"] === "service") {
    showEntry(map, atlas, place.dataset["points"] ?? "[]");
  }
}

function statusLine(place: HTMLElement, text: string): HTMLElement {
  const status = document.createElement("p");
  status.className = "map__status";
  status.setAttribute("role", "status");
  status.textContent = text;
  place.append(status);
  return status;
}

function createMap(place: HTMLElement, atlas: Atlas): L.Map {
  const { bounds, messages } = atlas.config;
  place.setAttribute("role", "group");
  place.setAttribute("aria-label", messages.text("js-map-label"));
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(place, {
    zoomControl: false,
    attributionControl: false,
    // Half steps, so that a county fills its panel.
    zoomSnap: 0.5,
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    maxBounds: L.latLngBounds(latLngBounds(bounds) as L.LatLngBoundsLiteral).pad(0.6),
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    // A page with a small map must scroll past it.
    scrollWheelZoom: place.dataset["map"] === "start",
  });
  L.control.attribution({ prefix: false }).addTo(map);
  addControls(map, atlas);
  map.fitBounds(latLngBounds(bounds));
  // The panel of the phone has no size until it is shown.
  new ResizeObserver(() => map.invalidateSize()).observe(place);
  return map;
}

/** The map beside the list: follows the query, and the list follows it. */
function startResults(map: L.Map, atlas: Atlas): void {
  const offers = new Offers(map, atlas);
  addSearchHere(map, atlas);
  const here = L.marker([0, 0], { icon: hereIcon(), interactive: false, keyboard: false });
  let running: AbortController | null = null;
  const load = async (): Promise<void> => {
    running?.abort();
    const request = new AbortController();
    running = request;
    try {
      const data = await atlas.mapData(request.signal);
      offers.show(data);
      fitResults(map, data, atlas.query.get(), here);
    } catch {
      // A newer query has taken over, or the network failed: then the list says so, and the old marks stay.
    }
  };
  atlas.query.subscribe(() => void load());
  atlas.mapShown.subscribe((shown) => {
    if (shown) {
      map.invalidateSize();
    }
  });
  void load();
}

/** Shows what was found: the box asked for, or the hits around the place asked for, or the whole county. */
function fitResults(map: L.Map, data: MapData, query: string, here: L.Marker): void {
  const words = new URLSearchParams(query);
  const [lon, lat] = (words.get("near") ?? "").split(",").map(Number);
  here.remove();
  if (lon !== undefined && lat !== undefined && Number.isFinite(lon) && Number.isFinite(lat)) {
    here.setLatLng([lat, lon]).addTo(map);
  }
  const box = parseBbox(words.get("bbox"));
  if (box !== null) {
    map.fitBounds(latLngBounds(box));
    return;
  }
  const found = query === "" ? null : boxAround([...data.points, ...data.places]);
  if (found !== null) {
    map.fitBounds(found, { padding: FIT_PADDING, maxZoom: FIT_ZOOM });
  }
}

/** The sites of one entry; where a point is only approximate, the area it may lie in. */
function showEntry(map: L.Map, atlas: Atlas, json: string): void {
  const points = JSON.parse(json) as readonly EntryPoint[];
  for (const point of points) {
    if (point.approx === true && point.radius_m !== undefined) {
      const style = { className: "map-area map-area--approx", radius: point.radius_m, interactive: false };
      L.circle([point.lat, point.lon], style).addTo(map);
    }
    const name =
      point.approx === true ? `${point.name}, ${atlas.config.messages.text("js-approx")}` : point.name;
    const icon = offerIcon(atlas.config, point.theme, name, point.approx === true);
    L.marker([point.lat, point.lon], { icon }).addTo(map);
  }
  const box = boxAround(points);
  if (box !== null) {
    map.fitBounds(box, { padding: FIT_PADDING, maxZoom: FIT_ZOOM });
  }
}

function fitMunicipality(map: L.Map, backdrop: Backdrop, ags: string): void {
  const feature = backdrop.municipalities.features.find((area) => area.properties?.["ags"] === ags);
  if (feature !== undefined) {
    const outline = L.geoJSON(feature, {
      style: { className: "map-area map-area--chosen", fill: false, weight: 3 },
      interactive: false,
    });
    outline.addTo(map);
    map.fitBounds(outline.getBounds(), { padding: FIT_PADDING });
  }
}
