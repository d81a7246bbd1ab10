import type { Backdrop } from "../../state/atlas";
import type { AppConfig, Streets } from "../../state/config";
import { addNote, latLngBounds } from "../controls";
import { L } from "../leaflet";
import { attribution } from "./attribution";
import { Supply } from "./supply";
import { closestZoom, MAX_ZOOM } from "./zoom";

/** Streets lie above the drawn background, and the county's border above them. */
const PANE = "streets";
const BORDER = "streets-border";
/** Class of a map on which streets can be seen: its own names would stand beside those of the tiles. */
const SHOWN = "map--streets";
/** Milliseconds before what failed is asked for again. */
const RETRY_AFTER = 30_000;

/**
 * Puts the operator's streets on a map. The background stays below them: it shows where a tile is missing, and a quiet line
 * says so.
 */
export function startStreets(map: L.Map, config: AppConfig): void {
  const { streets, messages } = config;
  if (streets === undefined) {
    return;
  }
  map.createPane(PANE).style.zIndex = "210";
  map.setMaxZoom(closestZoom(map.getMaxZoom(), streets.maxZoom));
  map.attributionControl?.addAttribution(attribution(streets));
  const note = addNote(map);
  const tell = (missing: boolean): void => note(missing ? messages.text("js-streets-missing") : "");
  if (streets.kind === "pictures") {
    const layer = L.tileLayer(streets.address, {
      ...optionsOf(streets),
      className: "streets streets--picture",
      maxNativeZoom: streets.maxZoom,
    });
    show(map, layer, tell);
  } else {
    startArchive(map, streets, tell);
  }
}

/** Draws the county's border once more above the streets. */
export function drawBordersOver(map: L.Map, backdrop: Backdrop): void {
  const pane = map.createPane(BORDER);
  pane.style.zIndex = "220";
  pane.style.pointerEvents = "none";
  const renderer = L.svg({ pane: BORDER, padding: 0.5 });
  const style = { className: "map-area map-area--county", weight: 2, fill: false, interactive: false };
  const options = { style, interactive: false, pane: BORDER, renderer } as L.GeoJSONOptions;
  L.geoJSON(backdrop.county, options).addTo(map);
}

function optionsOf(streets: Streets): L.GridLayerOptions {
  return {
    pane: PANE,
    bounds: L.latLngBounds(latLngBounds(streets.bounds) as L.LatLngBoundsLiteral),
    maxZoom: MAX_ZOOM,
    // None is asked for that the map only passes over.
    updateWhenZooming: false,
    updateWhenIdle: true,
  };
}

/** Shows a layer until it is taken away, and tells whether parts of it are missing. */
function show(map: L.Map, layer: L.GridLayer, tell: (missing: boolean) => void): void {
  const place = map.getContainer();
  const supply = new Supply();
  const note = (): void => {
    place.classList.toggle(SHOWN, supply.shown > 0);
    tell(supply.missing > 0);
  };
  layer.on("tileload", ({ coords }: L.TileEvent) => {
    supply.came(keyOf(coords));
    note();
  });
  layer.on("tileerror", ({ coords }: L.TileErrorEvent) => {
    supply.failed(keyOf(coords), performance.now());
    note();
  });
  layer.on("tileunload", ({ coords }: L.TileEvent) => {
    supply.left(keyOf(coords));
    note();
  });
  onOccasion(map, (now) => {
    if (supply.isTimeToTry(now, RETRY_AFTER)) {
      layer.redraw();
    }
  });
  layer.addTo(map);
}

/** Loads what draws vector tiles, and draws them in the colours of the screen. */
function startArchive(map: L.Map, streets: Streets, tell: (missing: boolean) => void): void {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  let failedAt: number | null = null;
  const load = async (): Promise<void> => {
    const { archiveLayer, assertThere } = await import("./archive");
    await assertThere(streets);
    const draw = (): L.GridLayer => archiveLayer(streets, optionsOf(streets), dark.matches);
    let layer = draw();
    show(map, layer, tell);
    dark.addEventListener("change", () => {
      layer.remove();
      layer = draw();
      show(map, layer, tell);
    });
  };
  const attempt = (): void => {
    load().then(
      () => tell(false),
      () => {
        failedAt = performance.now();
        tell(true);
      },
    );
  };
  onOccasion(map, (now) => {
    if (failedAt !== null && now - failedAt >= RETRY_AFTER) {
      failedAt = null;
      attempt();
    }
  });
  attempt();
}

/** Calls when the map has moved, with the milliseconds that have passed, and when the network is back. */
function onOccasion(map: L.Map, call: (now: number) => void): void {
  map.on("moveend", () => call(performance.now()));
  window.addEventListener("online", () => call(Number.POSITIVE_INFINITY));
}

function keyOf({ x, y, z }: L.Coords): string {
  return `${z}/${x}/${y}`;
}
