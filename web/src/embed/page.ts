import { createAtlas } from "../state/atlas";
import { readConfig } from "../state/config";
import { joinCardsToMap } from "../ui/offer-card/offer-card";
import { MESSAGE } from "./address";
import { forceScheme } from "./theme";

/** Tells the page around how high this one is; the height is no secret, so everybody may hear it. */
function tellHeight(box: HTMLElement): void {
  if (window.parent === window) {
    return;
  }
  let told = 0;
  const observer = new ResizeObserver(() => {
    const height = Math.ceil(box.getBoundingClientRect().height);
    if (height !== told) {
      told = height;
      window.parent.postMessage({ type: MESSAGE, height }, "*");
    }
  });
  observer.observe(box);
}

/** Links that the map makes lead out of the frame, like all others. */
function leadOut(map: HTMLElement): void {
  const send = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (link instanceof HTMLAnchorElement && link.origin === window.location.origin) {
      link.target = "_blank";
      link.rel = "noopener";
    }
  };
  map.addEventListener("click", send, { capture: true });
  map.addEventListener("auxclick", send, { capture: true });
}

async function startMaps(query: string): Promise<void> {
  const config = readConfig(document);
  const place = document.querySelector<HTMLElement>(".embed__map > [data-map]");
  if (config === null || place === null) {
    return;
  }
  const atlas = createAtlas(config, query);
  joinCardsToMap(atlas);
  leadOut(place.parentElement ?? place);
  const { startMap } = await import("../map/start");
  startMap(place, atlas);
}

function start(): void {
  document.documentElement.classList.replace("no-js", "js");
  const box = document.querySelector<HTMLElement>("[data-js=embed]");
  if (box === null) {
    return;
  }
  const scheme = document.querySelector<HTMLMetaElement>("meta[name=color-scheme]")?.content ?? "";
  forceScheme(document, scheme);
  const accent = box.dataset["accent"] ?? "";
  if (/^[0-9a-f]{6}$/.test(accent)) {
    // By the object model: the page allows no style attributes.
    box.style.setProperty("--embed-accent", `#${accent}`);
  }
  tellHeight(box);
  void startMaps(document.getElementById("treffer")?.dataset["query"] ?? "");
}

start();
