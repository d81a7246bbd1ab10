import type { Atlas } from "../state/atlas";
import type { AppConfig } from "../state/config";
import type { Bounds } from "../state/query";
import { L } from "./leaflet";

/** Bounds as Leaflet takes them. */
export function latLngBounds([west, south, east, north]: Bounds): L.LatLngBoundsExpression {
  return [
    [south, west],
    [north, east],
  ];
}

/** Zoom buttons with names, the way back to the whole county, and a metric scale. */
export function addControls(map: L.Map, config: AppConfig): void {
  const { messages, bounds } = config;
  L.control
    .zoom({
      position: "topright",
      zoomInTitle: messages.text("js-zoom-in"),
      zoomOutTitle: messages.text("js-zoom-out"),
    })
    .addTo(map);
  // Not while the map moves: new text on every frame would cost a layout of it.
  L.control.scale({ imperial: false, position: "bottomleft", updateWhenIdle: true }).addTo(map);
  const home = new L.Control({ position: "topright" });
  home.onAdd = () => {
    const bar = L.DomUtil.create("div", "leaflet-bar");
    const button = L.DomUtil.create("button", "map-home", bar);
    button.type = "button";
    const label = messages.text("js-whole-county");
    button.title = label;
    button.setAttribute("aria-label", label);
    button.append(homeSign(config.sprite));
    L.DomEvent.disableClickPropagation(bar);
    button.addEventListener("click", () => map.fitBounds(latLngBounds(bounds), { padding: [28, 28] }));
    return bar;
  };
  home.addTo(map);
}

function homeSign(sprite: string): SVGSVGElement {
  const sign = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  sign.setAttribute("class", "icon");
  sign.setAttribute("width", "24");
  sign.setAttribute("height", "24");
  sign.setAttribute("aria-hidden", "true");
  sign.setAttribute("focusable", "false");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `${sprite}#map-2`);
  sign.append(use);
  return sign;
}

/** The button that appears once a person has moved the map: search in what it shows now. */
export function addSearchHere(map: L.Map, atlas: Atlas): void {
  const bar = document.createElement("div");
  bar.className = "map__top";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "map-button";
  button.textContent = atlas.config.messages.text("js-search-here");
  button.hidden = true;
  bar.append(button);
  map.getContainer().append(bar);
  L.DomEvent.disableClickPropagation(bar);
  button.addEventListener("click", () => {
    const bounds = map.getBounds();
    button.hidden = true;
    atlas.searchArea.set([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]);
  });
  const offer = (): void => {
    button.hidden = false;
  };
  map.on("dragend", offer);
  // Only a zoom that a person made counts: by wheel, fingers, double click, keys or the two buttons.
  const container = map.getContainer();
  const byHand = (event: Event): void => {
    const target = event.target instanceof Element ? event.target : null;
    const keys = event instanceof KeyboardEvent && !["+", "-", "="].includes(event.key);
    const onButton = target?.closest(".leaflet-control-zoom") !== null;
    if (!keys && (event.type !== "click" || onButton)) {
      map.once("zoomend", offer);
    }
  };
  for (const kind of ["wheel", "dblclick", "keydown", "click"]) {
    container.addEventListener(kind, byHand, { capture: true, passive: true });
  }
  atlas.query.subscribe(() => {
    button.hidden = true;
  });
}

/** A line of text at the lower edge; the result sets it, an empty text hides it. */
export function addNote(map: L.Map): (text: string) => void {
  const note = L.DomUtil.create("p", "map-note");
  note.hidden = true;
  const control = new L.Control({ position: "bottomleft" });
  control.onAdd = () => note;
  control.addTo(map);
  return (text) => {
    note.textContent = text;
    note.hidden = text === "";
  };
}
