import { keepForOffline } from "./offline/register";
import { type Atlas, createAtlas } from "./state/atlas";
import { type AppConfig, readConfig } from "./state/config";
import { createSavedList } from "./state/saved";
import { type Announcer, createAnnouncer } from "./ui/announcer/announcer";
import { enableFolding } from "./ui/fold/fold";
import { LocateButton } from "./ui/locate/locate";
import { joinCardsToMap } from "./ui/offer-card/offer-card";
import { showWhenOffline } from "./ui/offline-banner/offline-banner";
import { enableQueueKeys } from "./ui/queue/queue";
import { enableQuickExit } from "./ui/quick-exit/quick-exit";
import { Results } from "./ui/results/results";
import { enableSaved } from "./ui/saved/saved";
import { SearchForm } from "./ui/search/search";
import { enableSuggestions } from "./ui/search/suggest";
import { waitsToBeSeen, whenSeen } from "./ui/seen/seen";
import { enableShareAndPrint } from "./ui/share/share";
import { enableViewSwitch } from "./ui/view-switch/view-switch";

/** Loads Leaflet and the map only where the page has one, and only once it is about to be seen. */
function startMaps(atlas: Atlas): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-map]")) {
    const start = async (): Promise<void> => {
      const { startMap } = await import("./map/start");
      startMap(place, atlas);
    };
    if (waitsToBeSeen(place.dataset["map"])) {
      whenSeen(place, () => void start());
    } else {
      void start();
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

/** What reads the kept data comes only with its page. */
async function startOffline(config: AppConfig): Promise<void> {
  const main = document.querySelector<HTMLElement>("[data-js=offline]");
  if (main !== null) {
    const { startOfflinePage } = await import("./offline/page");
    await startOfflinePage(main, config);
  } else {
    showWhenOffline(window, config);
  }
  keepForOffline(window);
}

function start(): void {
  // First of all: nothing that fails later may keep anybody here.
  enableQuickExit(document);
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
  enableSaved(
    createSavedList(() => window.localStorage),
    config.prefix,
    config.messages,
    announcer,
  );
  enableQueueKeys(document);
  enableFolding(document);
  startMaps(atlas);
  void startPlanningPage(atlas, announcer);
  void startHeatMap();
  void startOffline(config);
}

start();
