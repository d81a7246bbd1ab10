import type { Atlas } from "../../state/atlas";

/** On small screens list and map take turns; the buttons for it appear only with scripts. */
export function enableViewSwitch(atlas: Atlas): void {
  const main = document.querySelector<HTMLElement>("main.page--split");
  const panel = document.querySelector<HTMLElement>(".map-panel");
  if (main === null || panel === null) {
    return;
  }
  const showButtons = (): void => {
    for (const button of document.querySelectorAll<HTMLElement>(
      "[data-js=map-toggle], [data-js=list-toggle]",
    )) {
      button.hidden = false;
    }
    const count = panel.querySelector("[data-js=map-count]");
    if (count !== null) {
      count.textContent = document.querySelector(".results__count")?.firstChild?.textContent?.trim() ?? "";
    }
  };
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-js]") : null;
    if (button?.dataset["js"] === "map-toggle") {
      atlas.mapShown.set(true);
    } else if (button?.dataset["js"] === "list-toggle") {
      atlas.mapShown.set(false);
    }
  });
  let scroll = 0;
  atlas.mapShown.subscribe((shown) => {
    if (shown) {
      scroll = window.scrollY;
    }
    main.classList.toggle("page--map", shown);
    const target = shown ? panel.querySelector<HTMLElement>("[data-js=list-toggle]") : toggle();
    if (!shown) {
      window.scrollTo({ top: scroll, behavior: "instant" });
    }
    target?.focus({ preventScroll: true });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && atlas.mapShown.get() && !event.defaultPrevented) {
      atlas.mapShown.set(false);
    }
  });
  atlas.fragment.subscribe(showButtons);
  showButtons();
}

function toggle(): HTMLElement | null {
  return document.querySelector<HTMLElement>("[data-js=map-toggle]");
}
