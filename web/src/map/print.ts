import type { L } from "./leaflet";

/** What fits on a page of A4 beside its margins, in CSS pixels. */
const PAPER = { width: 640, height: 600 } as const;

/** The factor that makes a map of this size fit on paper; a small one stays as it is. */
export function paperScale(width: number, height: number): number {
  return Math.min(1, PAPER.width / width, PAPER.height / height);
}

/**
 * Lets the style sheet print the map as it stands, only smaller: paper is narrower than the screen, and a browser
 * would cut off the rest. A map that was never shown is not printed.
 */
export function fitOnPaper(map: L.Map): void {
  const place = map.getContainer();
  const note = (): void => {
    const { x: width, y: height } = map.getSize();
    place.classList.toggle("map--sized", width > 0);
    if (width > 0) {
      place.style.setProperty("--map-width", `${width}px`);
      place.style.setProperty("--map-height", `${height}px`);
      place.style.setProperty("--paper-scale", paperScale(width, height).toFixed(3));
    }
  };
  map.on("resize", note);
  note();
}
