import { type Atlas, createAtlas } from "./state/atlas";
import { readConfig } from "./state/config";
import { type Announcer, createAnnouncer } from "./ui/announcer/announcer";
import { LocateButton } from "./ui/locate/locate";
import { joinCardsToMap } from "./ui/offer-card/offer-card";
import { enableQueueKeys } from "./ui/queue/queue";
import { Results } from "./ui/results/results";
import { SearchForm } from "./ui/search/search";
import { enableSuggestions } from "./ui/search/suggest";
import { enableShareAndPrint } from "./ui/share/share";
import { enableViewSwitch } from "./ui/view-switch/view-switch";

/** Loads Leaflet and the map only where the page has one. */
async function startMaps(atlas: Atlas): Promise<void> {
  const places = document.querySelectorAll<HTMLElement>("[data-map]");
  if (places.length > 0) {
    const { startMap } = await import("./map/start");
    for (const place of places) {
      startMap(place, atlas);
    }
  }
}

/** Loads the planning map, its form and its diagrams only on the page that has them. */
async function startPlanningPage(atlas: Atlas, announcer: Announcer): Promise<void> {
  const place = document.getElementById("planung-karte");
  if (place !== null) {
    const [{ startPlanning }, { openPlanMap }] = await Promise.all([
      import("./planning/start"),
      import("./map/plan/start"),
    ]);
    startPlanning(place, {
      config: atlas.config,
      say: (text) => announcer.say(text),
      background: atlas.backdrop(),
      openMap: openPlanMap,
    });
  }
}

/** The keys of the heat map come only with it; one that is still computed is asked for again. */
async function startHeatMap(): Promise<void> {
  const waiting = document.querySelector<HTMLElement>(".plan--matrix [data-again-after]");
  const seconds = Number(waiting?.dataset["againAfter"]);
  if (waiting !== null && seconds > 0) {
    window.setTimeout(() => window.location.reload(), seconds * 1000);
  }
  const table = document.querySelector<HTMLTableElement>("table#matrix");
  if (table !== null) {
    const { startGrid } = await import("./planning/grid");
    startGrid(table);
  }
}

function start(): void {
  const config = readConfig(document);
  if (config === null) {
    return;
  }
  document.documentElement.classList.replace("no-js", "js");
  const announcer = createAnnouncer(document);
  const results = document.getElementById("treffer");
  const atlas = createAtlas(config, results?.dataset["query"] ?? window.location.search.slice(1));
  const form = document.querySelector<HTMLFormElement>("form#suche");
  if (form !== null && results !== null) {
    const search = new SearchForm(form, atlas);
    new Results(atlas, announcer, search);
    enableSuggestions(form, config, announcer, () => search.search());
    const locate = form.querySelector<HTMLButtonElement>("button[data-js=locate]");
    if (locate !== null) {
      new LocateButton(locate, atlas, search, announcer);
    }
  }
  joinCardsToMap(atlas);
  enableViewSwitch(atlas);
  enableShareAndPrint(config.messages, announcer);
  enableQueueKeys(document);
  void startMaps(atlas);
  void startPlanningPage(atlas, announcer);
  void startHeatMap();
}

start();
