import type { Feature } from "geojson";
import type { Backdrop } from "../state/atlas";
import { areaBoxes, toggleArea } from "./area-boxes";
import { L } from "./leaflet";

/** Above the background, below the names. */
const PANE = "areas";

/**
 * Shows which municipalities are ticked, and ticks them by a click on their area. The boxes below stay what is sent and
 * what the keyboard and screen readers use; the map follows them.
 */
export function startAreaPicker(map: L.Map, place: HTMLElement, backdrop: Backdrop): void {
  const list = areaBoxes(document.getElementById(place.dataset["boxes"] ?? ""));
  if (list === null) {
    place.hidden = true;
    return;
  }
  map.createPane(PANE).style.zIndex = "250";
  const renderer = L.svg({ pane: PANE, padding: 0.5 });
  const style = {
    className: "map-area map-area--pick",
    weight: 1,
    fill: true,
    fillOpacity: 1,
    opacity: 1,
    renderer,
  };
  const key = (feature: Feature | undefined): string => String(feature?.properties?.["ags"] ?? "");
  const shapes = new Map<string, L.Path>();
  const show = (): void => {
    for (const [ags, shape] of shapes) {
      const ticked = list.boxes.get(ags)?.checked === true;
      shape.getElement()?.classList.toggle("map-area--picked", ticked);
    }
  };
  L.geoJSON(backdrop.municipalities, {
    style,
    pane: PANE,
    onEachFeature: (feature, layer) => {
      shapes.set(key(feature), layer as L.Path);
      const name = document.createElement("span");
      name.textContent = String(feature.properties?.["name"] ?? "");
      layer.bindTooltip(name, { sticky: true });
      layer.on("click", () => toggleArea(list, key(feature)));
    },
  } as L.GeoJSONOptions).addTo(map);
  for (const box of list.boxes.values()) {
    box.addEventListener("change", show);
  }
  show();
}
