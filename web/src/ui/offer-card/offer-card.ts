import type { Atlas } from "../../state/atlas";

const HIGHLIGHT = "offer-card--highlighted";
const SELECTED = "offer-card--selected";

/** The card of an offer in the list, if it is on this page of hits. */
export function findCard(featureId: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`#treffer [data-feature-id="${CSS.escape(featureId)}"]`);
}

/** Joins the cards to the map: pointing at or focusing a card highlights its marker, and the other way round. */
export function joinCardsToMap(atlas: Atlas): void {
  const point = (event: Event): void => {
    const target = event.target instanceof Element ? event.target : null;
    const card = target?.closest<HTMLElement>("#treffer .offer-card");
    if (card) {
      atlas.highlighted.set(card.dataset["featureId"] ?? null);
    } else if (!target?.closest(".map")) {
      atlas.highlighted.set(null);
    }
  };
  document.addEventListener("pointerover", point);
  document.addEventListener("focusin", point);
  atlas.highlighted.subscribe((id, before) => {
    if (before !== null) {
      findCard(before)?.classList.remove(HIGHLIGHT);
    }
    if (id !== null) {
      findCard(id)?.classList.add(HIGHLIGHT);
    }
  });
  atlas.selected.subscribe((id, before) => {
    if (before !== null) {
      findCard(before)?.classList.remove(SELECTED);
    }
    const card = id === null ? null : findCard(id);
    card?.classList.add(SELECTED);
    if (!atlas.mapShown.get()) {
      // No farther than needed: at the end of the page the map would be pushed out of sight.
      card?.scrollIntoView({ block: "nearest" });
    }
  });
}
