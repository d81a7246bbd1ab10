import type { Atlas, MapPoint } from "../state/atlas";
import { themeMark } from "./icons";
import { entryHref } from "./popup";

/** The chosen hit as a card at the bottom edge of the phone's map. */
export class MapCard {
  readonly #atlas: Atlas;
  readonly #box = document.createElement("div");

  constructor(place: HTMLElement, atlas: Atlas, find: (id: string) => MapPoint | undefined) {
    this.#atlas = atlas;
    this.#box.className = "map-card";
    this.#box.hidden = true;
    place.after(this.#box);
    atlas.selected.subscribe((id) => {
      const offer = id === null ? undefined : find(id);
      this.#show(offer !== undefined && atlas.mapShown.get() ? offer : null);
    });
    atlas.mapShown.subscribe((shown) => {
      if (!shown) {
        atlas.selected.set(null);
      }
    });
    this.#box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.preventDefault();
        event.stopPropagation();
        atlas.selected.set(null);
      }
    });
  }

  #show(offer: MapPoint | null): void {
    this.#box.hidden = offer === null;
    this.#box.replaceChildren();
    if (offer !== null) {
      const listed = document.querySelector(`#treffer [data-feature-id="${CSS.escape(offer.id)}"]`);
      const card = listed instanceof HTMLElement ? copyOf(listed) : this.#built(offer);
      this.#box.append(card, this.#closeButton());
    }
  }

  /** The card of an offer that is not on the list's present page. */
  #built(offer: MapPoint): HTMLElement {
    const { config } = this.#atlas;
    const card = document.createElement("article");
    card.className = "offer-card";
    const body = document.createElement("div");
    body.className = "offer-card__body";
    const title = document.createElement("h3");
    title.className = "offer-card__title";
    const link = document.createElement("a");
    link.className = "offer-card__link";
    link.href = entryHref(this.#atlas.config.prefix, offer.service, this.#atlas.query.get());
    link.textContent = offer.name;
    title.append(link);
    const category = config.categories[offer.category]?.label ?? "";
    const lines = [
      [category, offer.org ?? ""].filter((part) => part !== "").join(" · "),
      [offer.place ?? "", offer.approx === true ? config.messages.text("js-approx") : ""]
        .filter((part) => part !== "")
        .join(" · "),
    ];
    body.append(title, ...lines.filter((line) => line !== "").map(paragraph));
    card.append(themeMark(config, config.themes[offer.theme]), body);
    return card;
  }

  #closeButton(): HTMLButtonElement {
    const { messages, sprite } = this.#atlas.config;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "map-card__close";
    button.setAttribute("aria-label", messages.text("js-card-close"));
    const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    icon.setAttribute("class", "icon");
    icon.setAttribute("aria-hidden", "true");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    use.setAttribute("href", `${sprite}#x`);
    icon.append(use);
    button.append(icon);
    button.addEventListener("click", () => this.#atlas.selected.set(null));
    return button;
  }
}

function copyOf(card: HTMLElement): HTMLElement {
  const copy = card.cloneNode(true) as HTMLElement;
  copy.removeAttribute("id");
  copy.classList.remove("offer-card--highlighted", "offer-card--selected");
  return copy;
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement("p");
  made.className = "offer-card__category";
  made.textContent = text;
  return made;
}
