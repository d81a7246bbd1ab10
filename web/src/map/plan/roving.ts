import type { L } from "../leaflet";

/** Directions of the arrow keys on the screen. */
const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Marks of which one is the stop of the tab key; the arrow keys lead from one to the next on the screen. */
export class Roving {
  readonly #map: L.Map;
  #markers: readonly L.Marker[] = [];
  #at = 0;

  constructor(map: L.Map) {
    this.#map = map;
  }

  /** Takes other marks, most important first; the one at `place` is the stop, or the next one that is shown. */
  use(markers: readonly L.Marker[], place = 0): void {
    this.#markers = markers;
    this.#at = place;
    this.refresh();
  }

  /** The place of the mark that has the focus; -1 when none has. */
  get focused(): number {
    return this.#markers.findIndex((marker) => marker.getElement() === document.activeElement);
  }

  /** Makes a mark that is shown the stop, after some have been hidden. */
  refresh(): void {
    const shown = (place: number): boolean => this.#markers[place]?.getElement()?.hidden === false;
    if (!shown(this.#at)) {
      this.#at = Math.max(
        0,
        this.#markers.findIndex((_, place) => shown(place)),
      );
    }
    this.#markers.forEach((marker, place) => {
      marker.getElement()?.setAttribute("tabindex", place === this.#at ? "0" : "-1");
    });
  }

  /** Gives the focus to a mark. */
  focus(place: number): void {
    const found = this.#markers[place];
    if (found !== undefined) {
      this.#at = place;
      this.refresh();
      if (!this.#map.getBounds().contains(found.getLatLng())) {
        this.#map.panTo(found.getLatLng());
      }
      found.getElement()?.focus({ preventScroll: true });
    }
  }

  /** Follows an arrow key from a mark; false for any other key. */
  follow(key: string, from: L.Marker): boolean {
    const direction = DIRECTIONS[key];
    if (direction === undefined) {
      return false;
    }
    const points = this.#markers.map((marker) =>
      marker.getElement()?.hidden === false ? this.#map.latLngToLayerPoint(marker.getLatLng()) : null,
    );
    const place = nextIn(points, this.#map.latLngToLayerPoint(from.getLatLng()), direction);
    if (place !== -1) {
      this.focus(place);
    }
    return true;
  }
}

/** The nearest point in a direction, rather ahead than aside; -1 without any. */
export function nextIn(
  points: readonly ({ readonly x: number; readonly y: number } | null)[],
  start: { readonly x: number; readonly y: number },
  [x, y]: readonly [number, number],
): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  points.forEach((point, i) => {
    if (point === null) {
      return;
    }
    const [right, down] = [point.x - start.x, point.y - start.y];
    const along = right * x + down * y;
    const aside = Math.abs(right * y) + Math.abs(down * x);
    if (along > 0 && along >= aside / 2 && along + 2 * aside < least) {
      least = along + 2 * aside;
      best = i;
    }
  });
  return best;
}
