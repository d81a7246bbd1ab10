import type { Messages } from "../i18n/messages";
import { L } from "./leaflet";

/** Pixels a popup keeps from the edges, so that no control covers it. */
const POPUP_PADDING: L.PointTuple = [64, 24];

/** Opens a popup at a marker; by keyboard its first link gets the focus, and closing gives it back. */
export function openPopup(
  map: L.Map,
  marker: L.Marker,
  content: HTMLElement,
  messages: Messages,
  byKeyboard: boolean,
): void {
  const half = (marker.getElement()?.offsetHeight ?? 32) / 2;
  const popup = L.popup({
    offset: [0, 4 - half],
    maxWidth: Math.min(320, map.getSize().x - 80),
    minWidth: Math.min(220, map.getSize().x - 100),
    autoPanPadding: POPUP_PADDING,
    keepInView: false,
  });
  popup.setLatLng(marker.getLatLng()).setContent(content).openOn(map);
  const close = popup.getElement()?.querySelector(".leaflet-popup-close-button");
  close?.setAttribute("aria-label", messages.text("js-popup-close"));
  if (byKeyboard) {
    content.querySelector<HTMLElement>("a, [tabindex]")?.focus({ preventScroll: true });
  }
  popup.once("remove", () => {
    const inside = popup.getElement()?.contains(document.activeElement) ?? false;
    if (inside || document.activeElement === document.body) {
      (marker.getElement() ?? map.getContainer()).focus({ preventScroll: true });
    }
  });
}

/** Escape closes an open popup wherever the focus is in the map, and nothing else. */
export function closeOnEscape(map: L.Map): void {
  map.getContainer().addEventListener("keydown", (event) => {
    const open = map.getPane("popupPane")?.childElementCount ?? 0;
    if (event.key === "Escape" && open > 0) {
      event.preventDefault();
      event.stopPropagation();
      map.closePopup();
    }
  });
}
