/** Closest zoom of a map with streets: the closest that `tiles_max_zoom` may be. */
export const MAX_ZOOM = 20;

/** How close a map comes: as close as its streets, and never less close than without them. */
export function closestZoom(ofMap: number, ofStreets: number): number {
  return Math.max(ofMap, Math.min(MAX_ZOOM, ofStreets));
}
