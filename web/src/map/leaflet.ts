// The only door to Leaflet. It has no module entry: loading it sets the global `L`, to which markercluster adds.
import * as L from "leaflet";
import "leaflet.markercluster";

/** Makes a group of markers that become one where they would overlap. */
export function markerClusterGroup(options: L.MarkerClusterGroupOptions): L.MarkerClusterGroup {
  const { L: whole } = globalThis as unknown as { readonly L: typeof L };
  return whole.markerClusterGroup(options);
}

export { L };
