import type { Atlas, MapData, MapPlace, MapPoint } from "../state/atlas";
import { groupByPoint, type PointGroup } from "./grouping";
import { bubbleIcon, discIcon, offerIcon } from "./icons";
import { L, markerClusterGroup } from "./leaflet";
import { openPopup } from "./open-popup";
import { listPopup, offerPopup } from "./popup";

/** Within so many pixels marks become one: more where the whole county is in view, to keep it calm. */
const clusterPixels = (zoom: number): number => (zoom < 11 ? 64 : 50);
/** From this zoom on every mark stands for itself: what is at one point is one mark already. */
const NO_CLUSTERS_FROM = 15;

interface OfferMarker extends L.Marker {
  /** How many offers it stands for. */
  offerCount: number;
  /** Whether its offers are known only to a place. */
  vague: boolean;
}

/** What a marker stands for and how it answers. */
interface Mark {
  readonly at: L.LatLngTuple;
  readonly icon: L.DivIcon;
  readonly offers: readonly { readonly id: string }[];
  readonly vague: boolean;
  readonly content: () => HTMLElement;
}

/** The offers on the map: markers for points, discs for places, and bubbles where they would overlap. */
export class Offers {
  readonly #map: L.Map;
  readonly #atlas: Atlas;
  readonly #marks: L.MarkerClusterGroup;
  readonly #markers = new Map<string, L.Marker>();
  readonly #points = new Map<string, MapPoint>();
  #lit: HTMLElement | null = null;
  #chosen: HTMLElement | null = null;

  constructor(map: L.Map, atlas: Atlas) {
    this.#map = map;
    this.#atlas = atlas;
    this.#marks = markerClusterGroup({
      maxClusterRadius: clusterPixels,
      disableClusteringAtZoom: NO_CLUSTERS_FROM,
      showCoverageOnHover: false,
      spiderfyOnMaxZoom: false,
      animate: !window.matchMedia("(prefers-reduced-motion: reduce)").matches,
      iconCreateFunction: (cluster) => this.#clusterIcon(cluster),
    });
    this.#marks.addTo(map);
    // A cluster goes when it opens; without this the focus would be lost with it.
    this.#marks.on("clusterkeypress", () => map.once("moveend", () => map.getContainer().focus()));
    atlas.highlighted.subscribe((id) => {
      this.#lit = this.#mark(this.#lit, id, "highlighted");
    });
    atlas.selected.subscribe((id) => {
      this.#chosen = this.#mark(this.#chosen, id, "selected");
    });
  }

  /** Replaces all markers. */
  show(data: MapData): void {
    this.#map.closePopup();
    this.#marks.clearLayers();
    this.#markers.clear();
    this.#points.clear();
    for (const point of data.points) {
      this.#points.set(point.id, point);
    }
    const points = groupByPoint(data.points).map((group) => this.#pointMarker(group));
    this.#marks.addLayers([...points, ...data.places.map((place) => this.#placeMarker(place))]);
  }

  /** The offer with a point of its own, if the map shows it. */
  find(id: string): MapPoint | undefined {
    return this.#points.get(id);
  }

  #clusterIcon(cluster: L.MarkerCluster): L.DivIcon {
    const markers = cluster.getAllChildMarkers() as OfferMarker[];
    const count = markers.reduce((sum, marker) => sum + marker.offerCount, 0);
    const name = this.#atlas.config.messages.plural("js-cluster", count);
    return markers.every((marker) => marker.vague) ? discIcon(count, name) : bubbleIcon(count, name, false);
  }

  #pointMarker(group: PointGroup): L.Marker {
    const { config } = this.#atlas;
    const [first] = group.offers;
    const single = group.offers.length === 1 && first !== undefined;
    const title = config.messages.plural("js-same-place", group.offers.length);
    const query = (): string => this.#atlas.query.get();
    return this.#marker({
      at: [group.lat, group.lon],
      icon: single
        ? offerIcon(config, first.theme, this.#name(first), first.approx === true)
        : bubbleIcon(group.offers.length, title, true),
      offers: group.offers,
      vague: false,
      content: () =>
        single ? offerPopup(config, first, query()) : listPopup(config, title, group.offers, query()),
    });
  }

  #placeMarker(place: MapPlace): L.Marker {
    const { config } = this.#atlas;
    const title = config.messages.plural("js-place", place.features.length, { place: place.name });
    return this.#marker({
      at: [place.lat, place.lon],
      icon: discIcon(place.features.length, title),
      offers: place.features,
      vague: true,
      content: () => listPopup(config, title, place.features, this.#atlas.query.get()),
    });
  }

  #marker(mark: Mark): OfferMarker {
    const marker = L.marker(mark.at, { icon: mark.icon, riseOnHover: true }) as OfferMarker;
    marker.offerCount = mark.offers.length;
    marker.vague = mark.vague;
    const only = mark.offers.length === 1 ? (mark.offers[0]?.id ?? null) : null;
    const light = (id: string | null) => () => this.#atlas.highlighted.set(id);
    const open = (byKeyboard: boolean): void => {
      this.#atlas.selected.set(only);
      // On the phone the card at the bottom edge takes the popup's place.
      if (only === null || mark.vague || !this.#atlas.mapShown.get()) {
        openPopup(this.#map, marker, mark.content(), this.#atlas.config.messages, byKeyboard);
      }
    };
    marker.on("mouseover", light(only)).on("mouseout", light(null));
    marker.on("click", () => open(false));
    marker.on("add", () => {
      const element = marker.getElement();
      element?.addEventListener("focus", light(only));
      element?.addEventListener("blur", light(null));
      element?.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          event.stopPropagation();
          open(true);
        }
      });
    });
    for (const offer of mark.offers) {
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

  /** Moves a modifier from what had it to what stands for an offer: its marker, or the cluster it is in. */
  #mark(before: HTMLElement | null, id: string | null, modifier: string): HTMLElement | null {
    toggleModifier(before, modifier, false);
    const marker = id === null ? undefined : this.#markers.get(id);
    const visible = marker === undefined ? undefined : this.#marks.getVisibleParent(marker);
    const element = visible?.getElement() ?? null;
    toggleModifier(element, modifier, true);
    return element;
  }
}

function toggleModifier(element: HTMLElement | null, modifier: string, on: boolean): void {
  for (const block of ["map-marker", "map-bubble", "map-disc"]) {
    if (element?.classList.contains(block)) {
      element.classList.toggle(`${block}--${modifier}`, on);
    }
  }
}
