import type { Atlas } from "../../state/atlas";
import { nearText } from "../../state/query";
import type { Announcer } from "../announcer/announcer";
import type { SearchForm } from "../search/search";

/** Longest wait for a position, and how old a known one may be, in milliseconds. */
const POSITION: PositionOptions = { enableHighAccuracy: false, timeout: 10_000, maximumAge: 60_000 };

/** The button "near me": asks for the position only when pressed, and falls back to the typed place. */
export class LocateButton {
  readonly #button: HTMLButtonElement;
  readonly #atlas: Atlas;
  readonly #form: SearchForm;
  readonly #announcer: Announcer;

  constructor(button: HTMLButtonElement, atlas: Atlas, form: SearchForm, announcer: Announcer) {
    this.#button = button;
    this.#atlas = atlas;
    this.#form = form;
    this.#announcer = announcer;
    if ("geolocation" in navigator) {
      button.hidden = false;
      button.addEventListener("click", () => this.#locate());
    }
  }

  #locate(): void {
    if (this.#button.getAttribute("aria-busy") === "true") {
      return;
    }
    this.#button.setAttribute("aria-busy", "true");
    this.#showError(null);
    this.#announcer.say(this.#atlas.config.messages.text("js-locate-working"));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.#button.removeAttribute("aria-busy");
        this.#form.searchNear(nearText(coords.longitude, coords.latitude));
      },
      (error) => {
        this.#button.removeAttribute("aria-busy");
        this.#showError(
          error.code === error.PERMISSION_DENIED ? "js-locate-denied" : "js-locate-unavailable",
        );
        document.querySelector<HTMLInputElement>("#suche input[name=near]")?.focus();
      },
      POSITION,
    );
  }

  #showError(key: string | null): void {
    const place = document.querySelector<HTMLElement>("[data-js=locate-message]");
    if (place !== null) {
      place.hidden = key === null;
      place.textContent = key === null ? "" : this.#atlas.config.messages.text(key);
    }
  }
}
