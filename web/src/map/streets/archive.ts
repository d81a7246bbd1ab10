import { namedFlavor } from "@protomaps/basemaps";
import { labelRules, leafletLayer, paintRules } from "protomaps-leaflet";
import type { Streets } from "../../state/config";
import type { L } from "../leaflet";

/** Bytes of the header of a file of vector tiles. */
const HEADER = 127;
/** Names on the map are those on the signs, as everywhere else on it. */
const LANGUAGE = "de";

/** Names that can be read by everybody (contrast 4.5 : 1 and more on land, roads and water); quieter water. */
const INK = {
  light: { ink: "#3b3b3b", water: "#a8cde2", waterInk: "#1d4b66" },
  dark: { ink: "#e2e2e2", water: "#22303d", waterInk: "#a9c9dd" },
} as const;

/** Fails where the file cannot be had: what draws it says nothing of that. */
export async function assertThere({ address }: Streets): Promise<void> {
  const answer = await fetch(address, { headers: { Range: `bytes=0-${HEADER - 1}` } });
  if (answer.status !== 206) {
    throw new Error(`${address}: ${answer.status}`);
  }
}

/** A layer that draws the file, in the dark or not; where a tile is missing the background stays. */
export function archiveLayer(streets: Streets, options: L.GridLayerOptions, dark: boolean): L.GridLayer {
  const scheme = dark ? "dark" : "light";
  const { ink, water, waterInk } = INK[scheme];
  const flavor = {
    ...namedFlavor(scheme),
    water,
    ocean_label: waterInk,
    roads_label_minor: ink,
    roads_label_major: ink,
    subplace_label: ink,
    city_label: ink,
    state_label: ink,
    address_label: ink,
  };
  return leafletLayer({
    ...options,
    url: streets.address,
    maxDataZoom: streets.maxZoom,
    paintRules: paintRules(flavor),
    labelRules: labelRules(flavor, LANGUAGE),
    lang: LANGUAGE,
    className: dark ? "streets streets--dark" : "streets",
    // The map names the source itself.
    attribution: "",
  } as Parameters<typeof leafletLayer>[0]) as unknown as L.GridLayer;
}
