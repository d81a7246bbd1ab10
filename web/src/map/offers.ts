import type { Atlas, MapData, MapPlace, MapPoint } from "../state/atlas";
import { groupByPoint, type PointGroup } from "./grouping";
import { bubbleIcon, discIcon, offerIcon } from "./icons";
import { L, markerClusterGroup } from "./leaflet";
import { listPopup, offerPopup } from "./popup";

/** Within so many pixels marks become one. */
const CLUSTER_PX = 56;
/** From this zoom on every mark stands for itself: what is at one point is one mark already. */
const NO_CLUSTERS_FROM = 15;

interface CountedMarker extends L.Marker {
  /** How many offers it stands for. */
  offerCount: number;
}

/** The offers on the map: markers for points, discs for places, and bubbles where they would overlap. */
export class Offers {
  readonly #atlas: Atlas;
  readonly #marks: L.MarkerClusterGroup;
  readonly #markers = new Map<string, L.Marker>();
  #lit: HTMLElement | null = null;

  constructor(map: L.Map, atlas: Atlas) {
    this.#atlas = atlas;
    this.#marks = markerClusterGroup({
      maxClusterRadius: CLUSTER_PX,
      disableClusteringAtZoom: NO_CLUSTERS_FROM,
      showCoverageOnHover: false,
      spiderfyOnMaxZoom: false,
      animate: !window.matchMedia("(prefers-reduced-motion: reduce)").matches,
      iconCreateFunction: (cluster) => this.#clusterIcon(cluster),
    });
    this.#marks.addTo(map);
    atlas.highlighted.subscribe((id) => this.#highlight(id));
  }

  /** Replaces all markers. */
  show(data: MapData): void {
    this.#marks.clearLayers();
    this.#markers.clear();
    const points = groupByPoint(data.points).map((group) => this.#pointMarker(group));
    this.#marks.addLayers([...points, ...data.places.map((place) => this.#placeMarker(place))]);
  }

  #clusterIcon(cluster: L.MarkerCluster): L.DivIcon {
    const markers = cluster.getAllChildMarkers() as CountedMarker[];
    const count = markers.reduce((sum, marker) => sum + marker.offerCount, 0);
    return bubbleIcon(count, this.#atlas.config.messages.plural("js-cluster", count), false);
  }

  #pointMarker(group: PointGroup): L.Marker {
    const { config } = this.#atlas;
    const [first] = group.offers;
    const single = group.offers.length === 1 && first !== undefined;
    const title = config.messages.plural("js-same-place", group.offers.length);
    const icon = single
      ? offerIcon(config, first.theme, this.#name(first), first.approx === true)
      : bubbleIcon(group.offers.length, title, true);
    const marker = this.#marker([group.lat, group.lon], icon, group.offers);
    marker.bindPopup(() => {
      const query = this.#atlas.query.get();
      return single ? offerPopup(config, first, query) : listPopup(config, title, group.offers, query);
    });
    return marker;
  }

  #placeMarker(place: MapPlace): L.Marker {
    const { config } = this.#atlas;
    const title = config.messages.plural("js-place", place.features.length, { place: place.name });
    const icon = discIcon(place.features.length, title);
    const marker = this.#marker([place.lat, place.lon], icon, place.features);
    return marker.bindPopup(() => listPopup(config, title, place.features, this.#atlas.query.get()));
  }

  #marker(at: L.LatLngTuple, icon: L.DivIcon, offers: readonly { readonly id: string }[]): CountedMarker {
    const marker = L.marker(at, { icon, riseOnHover: true }) as CountedMarker;
    marker.offerCount = offers.length;
    const only = offers.length === 1 ? (offers[0]?.id ?? null) : null;
    marker.on("mouseover", () => this.#atlas.highlighted.set(only));
    marker.on("mouseout", () => this.#atlas.highlighted.set(null));
    marker.on("click", () => this.#atlas.selected.set(only));
    for (const offer of offers) {
      this.#markers.set(offer.id, marker);
    }
    return marker;
  }

  /** What a screen reader says at a marker. */
  #name(offer: MapPoint): string {
    const { categories, messages } = this.#atlas.config;
    const category = categories[offer.category]?.label ?? "";
    const place = offer.place ?? "";
    const key = place === "" ? "js-marker-no-place" : "js-marker";
    const name = messages.text(key, { name: offer.name, category, place });
    return offer.approx === true ? `${name}, ${messages.text("js-approx")}` : name;
  }

  /** Marks what stands for an offer: its marker, or the cluster it is in. */
  #highlight(id: string | null): void {
    if (this.#lit !== null) {
      toggleLight(this.#lit, false);
      this.#lit = null;
    }
    const marker = id === null ? undefined : this.#markers.get(id);
    if (marker !== undefined) {
      const visible = this.#marks.getVisibleParent(marker);
      this.#lit = visible?.getElement() ?? null;
      if (this.#lit !== null) {
        toggleLight(this.#lit, true);
      }
    }
  }
}

function toggleLight(element: HTMLElement, on: boolean): void {
  for (const block of ["map-marker", "map-bubble", "map-disc"]) {
    if (element.classList.contains(block)) {
      element.classList.toggle(`${block}--highlighted`, on);
    }
  }
}
