import { fetchFragment, type ResultsFragment } from "../api/fragment";
import { isAbort } from "../api/http";
import { fetchBackdrop, fetchMapData, type MapData } from "../api/map-data";
import type { AppConfig } from "./config";
import type { Bounds } from "./query";
import { createSignal, type Signal } from "./signal";

export type {
  Backdrop,
  MapData,
  MapPlace,
  MapPoint,
  NamedPlace,
  PlaceFeature,
  Station,
} from "../api/map-data";

/** What the list is doing. */
export type LoadStatus = "idle" | "loading" | "error";

/** How a new list came about: a new address to remember, or one the browser already knows. */
export type Navigation = "push" | "history";

/** The state that list and map share. */
export interface Atlas {
  readonly config: AppConfig;
  /** The canonical query string of the hits shown. */
  readonly query: Signal<string>;
  readonly status: Signal<LoadStatus>;
  /** The last answer of the server; null until the first change of the page as delivered. */
  readonly fragment: Signal<ResultsFragment | null>;
  /** The offer under the pointer or with the focus, in list or map. */
  readonly highlighted: Signal<string | null>;
  /** The offer chosen on the map. */
  readonly selected: Signal<string | null>;
  /** Whether the phone shows the map instead of the list. */
  readonly mapShown: Signal<boolean>;
  /** Set by the map when a person asks to search in what it shows. */
  readonly searchArea: Signal<Bounds | null>;
  /** Loads the hits for a page address; a newer call replaces an older one. */
  load(url: URL, navigation: Navigation): Promise<void>;
  /** Loads again what failed. */
  retry(): Promise<void>;
  /** The offers to mark for the query shown. */
  mapData(signal: AbortSignal): Promise<MapData>;
  /** The drawn background. */
  backdrop(): ReturnType<typeof fetchBackdrop>;
}

/** Whether a list is nobody else's business while the page has no way out yet: then the whole page is loaded anew. */
function wantsWayOut(results: HTMLElement): boolean {
  return results.dataset["discreet"] === "true" && document.body.dataset["discreet"] !== "true";
}

/** The state of a page whose hits, as delivered, stand for `query`. */
export function createAtlas(config: AppConfig, query: string): Atlas {
  const state = {
    config,
    query: createSignal(query),
    status: createSignal<LoadStatus>("idle"),
    fragment: createSignal<ResultsFragment | null>(null),
    highlighted: createSignal<string | null>(null),
    selected: createSignal<string | null>(null),
    mapShown: createSignal(false),
    searchArea: createSignal<Bounds | null>(null),
  };
  let running: AbortController | null = null;
  let last: { url: URL; navigation: Navigation } | null = null;

  const load = async (url: URL, navigation: Navigation): Promise<void> => {
    running?.abort();
    const request = new AbortController();
    running = request;
    last = { url, navigation };
    state.status.set("loading");
    try {
      const fragment = await fetchFragment(url, request.signal);
      if (running !== request) {
        return;
      }
      if (wantsWayOut(fragment.results)) {
        window.location.assign(fragment.url);
        return;
      }
      if (navigation === "push" && fragment.url.href !== window.location.href) {
        window.history.pushState(null, "", fragment.url);
      }
      state.selected.set(null);
      state.highlighted.set(null);
      state.fragment.set(fragment);
      state.status.set("idle");
      state.query.set(fragment.results.dataset["query"] ?? fragment.url.search.slice(1));
    } catch (error) {
      if (running === request && !isAbort(error)) {
        state.status.set("error");
      }
    }
  };

  return {
    ...state,
    load,
    retry: () => (last === null ? Promise.resolve() : load(last.url, last.navigation)),
    mapData: (signal) => fetchMapData(config.features, state.query.get(), signal),
    backdrop: () => fetchBackdrop(config.backdrop),
  };
}
