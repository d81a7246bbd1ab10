import type { Atlas } from "../state/atlas";
import { fitTo } from "./base";
import { hereIcon } from "./icons";
import { L } from "./leaflet";
import { keyStep, readDegrees } from "./picker-values";

/** Zoom at which a point that is there is shown. */
const POINT_ZOOM = 15;
/** Decimals of degrees: about a tenth of a metre. */
const DECIMALS = 6;
/** How exact a point is that somebody has set by hand. */
const BY_HAND = "gebaeude";

/** The fields that a picker fills in: they work without it, and it follows them. */
interface Fields {
  readonly lat: HTMLInputElement;
  readonly lon: HTMLInputElement;
  readonly precision: HTMLSelectElement | null;
}

function fieldsOf(place: HTMLElement): Fields | null {
  const find = (id: string | undefined): HTMLElement | null => document.getElementById(id ?? "");
  const lat = find(place.dataset["lat"]);
  const lon = find(place.dataset["lon"]);
  const precision = find(place.dataset["lat"]?.replace(/lat$/, "precision"));
  if (!(lat instanceof HTMLInputElement) || !(lon instanceof HTMLInputElement)) {
    return null;
  }
  return { lat, lon, precision: precision instanceof HTMLSelectElement ? precision : null };
}

/** Lets people set the point of a site: with a click, by dragging the mark, or with the arrow keys while it has the focus. */
export function startPicker(map: L.Map, place: HTMLElement, atlas: Atlas): void {
  const fields = fieldsOf(place);
  if (fields === null) {
    return;
  }
  const title = atlas.config.messages.text("js-picker-mark");
  const mark = L.marker([0, 0], { icon: hereIcon(), draggable: true, keyboard: true, title, alt: title });
  const write = (at: L.LatLng): void => {
    fields.lat.value = at.lat.toFixed(DECIMALS);
    fields.lon.value = at.lng.toFixed(DECIMALS);
    if (fields.precision !== null) {
      fields.precision.value = BY_HAND;
    }
  };
  const show = (at: L.LatLng): void => {
    mark.setLatLng(at).addTo(map);
  };
  const follow = (): void => {
    const [lat, lon] = [readDegrees(fields.lat.value), readDegrees(fields.lon.value)];
    if (lat === null || lon === null || Math.abs(lat) > 90 || Math.abs(lon) > 180) {
      mark.remove();
      return;
    }
    const at = L.latLng(lat, lon);
    show(at);
    fitTo(map, at.toBounds(1), POINT_ZOOM);
  };
  mark.on("add", () => {
    const element = mark.getElement();
    element?.setAttribute("aria-label", title);
    element?.addEventListener("keydown", (event) => {
      const step = keyStep(event.key, event.shiftKey);
      if (step === null) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      const from = map.latLngToContainerPoint(mark.getLatLng());
      const to = map.containerPointToLatLng(from.add(L.point(step[0], step[1])));
      mark.setLatLng(to);
      write(to);
    });
  });
  mark.on("dragend", () => write(mark.getLatLng()));
  map.on("click", (event: L.LeafletMouseEvent) => {
    show(event.latlng);
    write(event.latlng);
  });
  fields.lat.addEventListener("change", follow);
  fields.lon.addEventListener("change", follow);
  follow();
}
