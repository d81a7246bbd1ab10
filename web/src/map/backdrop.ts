import type { GeoJsonObject } from "geojson";
import type { Backdrop } from "../state/atlas";
import { escapeHtml } from "./escape";
import { L } from "./leaflet";

/** Parts of the background from bottom to top; the names are classes that the style sheet colours. */
const PANE = "backdrop";

/** The drawn background: abroad, neighbours, land, settlements, water, borders; it reacts to nothing. */
export function drawBackdrop(map: L.Map, backdrop: Backdrop): void {
  const pane = map.createPane(PANE);
  pane.style.zIndex = "200";
  pane.style.pointerEvents = "none";
  const renderer = L.svg({ pane: PANE, padding: 0.5 });
  const draw = (data: GeoJsonObject, className: string, weight: number, fill: boolean): void => {
    const style = {
      className,
      weight,
      fill,
      fillOpacity: 1,
      opacity: 1,
      stroke: weight > 0,
      interactive: false,
    };
    L.geoJSON(data, { style, interactive: false, pane: PANE, renderer } as L.GeoJSONOptions).addTo(map);
  };
  draw(backdrop.neighbours, "map-area map-area--neighbour", 1, true);
  draw(backdrop.municipalities, "map-area map-area--land", 0, true);
  for (const [index, cells] of backdrop.settlements.cells.entries()) {
    draw(cells, `map-area map-area--cell-${index + 1}`, 0, true);
  }
  draw(backdrop.water, "map-area map-area--water", 1, true);
  draw(backdrop.municipalities, "map-area map-area--border", 1, false);
  draw(backdrop.county, "map-area map-area--county", 2, false);
  for (const line of backdrop.attribution) {
    map.attributionControl?.addAttribution(escapeHtml(line));
  }
}
