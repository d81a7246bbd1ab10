import type { Atlas, Backdrop, MapData } from "../state/atlas";
import { parseBbox } from "../state/query";
import { startAreaPicker } from "./area-picker";
import { drawBackdrop } from "./backdrop";
import { createMap, fitTo, MAX_ZOOM, statusLine } from "./base";
import { MapCard } from "./card";
import { addNote, addSearchHere, latLngBounds } from "./controls";
import { boxAround } from "./grouping";
import { hereIcon, offerIcon } from "./icons";
import { Labels } from "./labels";
import { L } from "./leaflet";
import { Offers } from "./offers";
import { startPicker } from "./picker";

/** Closest zoom chosen by itself. */
const FIT_ZOOM = 14;
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
  const picks = place.dataset["map"] === "picker";
  const areas = place.dataset["map"] === "areas";
  // Without scripts there is no map to pick on, and no empty box either.
  place.hidden = false;
  const status = statusLine(place, messages.text("js-map-loading"));
  // A page with a small map must scroll past it.
  const wheel = place.dataset["map"] === "start" && place.dataset["fixed"] !== "true";
  const map = createMap(place, atlas.config, {
    label: messages.text(picks ? "js-picker-label" : areas ? "js-areas-label" : "js-map-label"),
    wheel,
  });
  const streets = addStreets(map, atlas);
  atlas.backdrop().then(
    (backdrop) => {
      drawBackdrop(map, backdrop);
      void streets?.then(({ drawBordersOver }) => drawBordersOver(map, backdrop));
      map.addLayer(new Labels(backdrop, atlas.config.bounds));
      if (place.dataset["map"] === "municipality") {
        fitMunicipality(map, backdrop, place.dataset["ags"] ?? "");
      }
      if (areas) {
        startAreaPicker(map, place, backdrop);
      }
      status.remove();
    },
    () => {
      status.textContent = messages.text("js-map-error");
    },
  );
  if (place.dataset["map"] === "start") {
    startResults(map, atlas, place.dataset["fixed"] !== "true");
  } else if (place.dataset["map"] === "service") {
    showEntry(map, atlas, place.dataset["points"] ?? "[]");
  } else if (picks) {
    startPicker(map, place, atlas);
  }
}

/** Streets, where the operator has some: what draws them is loaded only then. */
function addStreets(map: L.Map, atlas: Atlas): Promise<typeof import("./streets/start")> | null {
  if (atlas.config.streets === undefined) {
    return null;
  }
  const loading = import("./streets/start");
  void loading.then(({ startStreets }) => startStreets(map, atlas.config));
  return loading;
}

/** The map beside the list: follows the query, and the list follows it where it may be moved to another area. */
function startResults(map: L.Map, atlas: Atlas, movable: boolean): void {
  const offers = new Offers(map, atlas);
  if (movable) {
    addSearchHere(map, atlas);
  }
  new MapCard(map.getContainer(), atlas, (id) => offers.find(id));
  map.on("popupclose", () => atlas.selected.set(null));
  map.on("click", () => atlas.selected.set(null));
  const placeless = addNote(map);
  const here = L.marker([0, 0], { icon: hereIcon(), interactive: false, keyboard: false });
  let running: AbortController | null = null;
  const load = async (): Promise<void> => {
    running?.abort();
    if (document.querySelector(".results__faults") !== null) {
      // A search that was not understood has no hits to ask for; the list says what is wrong.
      return;
    }
    const request = new AbortController();
    running = request;
    try {
      const data = await atlas.mapData(request.signal);
      offers.show(data);
      placeless(data.placeless === 0 ? "" : atlas.config.messages.plural("js-placeless", data.placeless));
      fitResults(map, atlas, data, here);
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
function fitResults(map: L.Map, atlas: Atlas, data: MapData, here: L.Marker): void {
  const query = atlas.query.get();
  const county = atlas.config.bounds;
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
  fitTo(map, found ?? latLngBounds(county), found === null ? MAX_ZOOM : FIT_ZOOM);
}

/** The sites of one entry; where a point is only approximate, the area it may lie in. */
function showEntry(map: L.Map, atlas: Atlas, json: string): void {
  const points = JSON.parse(json) as readonly EntryPoint[];
  const area = L.latLngBounds([]);
  for (const point of points) {
    area.extend([point.lat, point.lon]);
    if (point.approx === true && point.radius_m !== undefined) {
      area.extend(L.latLng(point.lat, point.lon).toBounds(2 * point.radius_m));
      const style = { className: "map-area map-area--approx", radius: point.radius_m, interactive: false };
      L.circle([point.lat, point.lon], style).addTo(map);
    }
    const name =
      point.approx === true ? `${point.name}, ${atlas.config.messages.text("js-approx")}` : point.name;
    const icon = offerIcon(atlas.config, point.theme, name, point.approx === true);
    L.marker([point.lat, point.lon], { icon }).addTo(map);
  }
  if (area.isValid()) {
    fitTo(map, area, FIT_ZOOM);
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
    map.fitBounds(outline.getBounds(), { padding: [24, 24] });
  }
}
