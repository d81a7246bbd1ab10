import type { Messages } from "../../i18n/messages";
import { address, type SavedList, sameOffers } from "../../state/saved";
import type { Announcer } from "../announcer/announcer";

/** Makes the buttons that keep an offer on the device work, and the page of the list. */
export function enableSaved(list: SavedList, prefix: string, messages: Messages, announcer: Announcer): void {
  const buttons = new SaveButtons(list, prefix, messages, announcer);
  const page = document.querySelector<HTMLElement>("main[data-js=saved]");
  if (page !== null) {
    new SavedPage(page, list, prefix, messages, () => buttons.show());
  }
}

/** Buttons on cards and entries, and the number in the menu. */
class SaveButtons {
  readonly #list: SavedList;
  readonly #messages: Messages;
  readonly #announcer: Announcer;
  readonly #prefix: string;

  constructor(list: SavedList, prefix: string, messages: Messages, announcer: Announcer) {
    this.#list = list;
    this.#prefix = prefix;
    this.#messages = messages;
    this.#announcer = announcer;
    document.addEventListener("click", (event) => this.#clicked(event));
    // A link that has become a button is pressed by the space bar too.
    document.addEventListener("keydown", (event) => {
      if (event.key === " " && buttonOf(event)?.tagName === "A") {
        this.#clicked(event);
      }
    });
    // Another window has changed the list.
    window.addEventListener("storage", () => this.show());
    const main = document.querySelector("main");
    if (main !== null) {
      // New hits bring new buttons.
      new MutationObserver((changes) => {
        if (changes.some((change) => change.addedNodes.length > 0)) {
          this.show();
        }
      }).observe(main, { childList: true, subtree: true });
    }
    this.show();
  }

  /** Shows what is kept. */
  show(): void {
    const ids = this.#list.ids();
    for (const button of document.querySelectorAll<HTMLElement>("[data-js=save]")) {
      if (button.tagName === "A" && !button.hasAttribute("role") && !this.#list.refused()) {
        button.setAttribute("role", "button");
      }
      if (button.tagName !== "A" || button.hasAttribute("role")) {
        const pressed = String(ids.includes(button.dataset["serviceId"] ?? ""));
        if (button.getAttribute("aria-pressed") !== pressed) {
          button.setAttribute("aria-pressed", pressed);
        }
      }
    }
    const nav = document.querySelector<HTMLAnchorElement>("a[data-js=saved-nav]");
    if (nav !== null && ids.length > 0) {
      nav.href = address(this.#prefix, ids);
      const text = this.#messages.text("js-saved-nav", { count: ids.length });
      if (nav.textContent !== text) {
        nav.dataset["plain"] ??= nav.textContent ?? "";
        nav.textContent = text;
      }
    } else if (nav?.dataset["plain"] !== undefined) {
      nav.href = address(this.#prefix, []);
      nav.textContent = nav.dataset["plain"];
    }
  }

  #clicked(event: Event): void {
    const button = buttonOf(event);
    const id = button?.dataset["serviceId"];
    if (button === null || id === undefined) {
      return;
    }
    if (button.getAttribute("aria-pressed") === "true") {
      this.#list.remove(id);
      this.#announcer.say(this.#messages.text("js-saved-off"));
    } else {
      const kept = this.#list.add(id);
      if (kept === "refused") {
        // The list can still stand in an address: a link goes there by itself.
        if (button.tagName !== "A") {
          window.location.assign(address(this.#prefix, [id]));
        }
        return;
      }
      this.#announcer.say(
        kept === "full"
          ? this.#messages.text("js-saved-full")
          : this.#messages.plural("js-saved-on", this.#list.ids().length),
      );
    }
    event.preventDefault();
    this.show();
  }
}

function buttonOf(event: Event): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>("[data-js=save]") : null;
}

/** The page of a list: what of it is kept on this device. */
class SavedPage {
  readonly #page: HTMLElement;
  readonly #list: SavedList;
  readonly #messages: Messages;
  readonly #changed: () => void;

  constructor(page: HTMLElement, list: SavedList, prefix: string, messages: Messages, changed: () => void) {
    this.#page = page;
    this.#list = list;
    this.#messages = messages;
    this.#changed = changed;
    const stored = list.ids();
    const query = new URLSearchParams(window.location.search);
    if (stored.length > 0 && !query.has("ids") && !query.has("q")) {
      window.location.replace(address(prefix, stored));
      return;
    }
    page.addEventListener("click", (event) => this.#follows(event));
    this.#button("saved-keep")?.addEventListener("click", () => this.#keep());
    this.#button("saved-forget")?.addEventListener("click", () => this.#forget());
    this.#show();
  }

  get #shown(): readonly string[] {
    return split(this.#page.dataset["ids"]);
  }

  #button(name: string): HTMLButtonElement | null {
    return this.#page.querySelector<HTMLButtonElement>(`button[data-js=${name}]`);
  }

  /** A link that takes an offer off the list, or puts one on it: the device follows where it has this very list. */
  #follows(event: Event): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>("a[data-js]") : null;
    const id = link?.dataset["serviceId"];
    if (link === null || id === undefined || !sameOffers(this.#shown, this.#list.ids())) {
      return;
    }
    if (link.dataset["js"] === "unsave") {
      this.#list.remove(id);
    } else if (link.dataset["js"] === "add") {
      this.#list.add(id);
    }
  }

  #keep(): void {
    const kept = this.#list.replace(split(this.#page.dataset["keepable"]));
    const without = this.#page.dataset["discreet"] === "true";
    this.#say(kept === "refused" ? "js-saved-refused" : without ? "js-saved-kept-without" : "js-saved-kept");
  }

  #forget(): void {
    this.#list.replace([]);
    this.#say("js-saved-forgotten");
  }

  #say(key: string): void {
    this.#changed();
    this.#show();
    const state = this.#page.querySelector("[data-js=saved-state]");
    if (state !== null) {
      state.textContent = this.#messages.text(key);
    }
  }

  #show(): void {
    const stored = this.#list.ids();
    const shown = this.#shown;
    const refused = this.#list.refused();
    const same = sameOffers(shown, stored);
    let key = "js-saved-nothing";
    if (refused) {
      key = "js-saved-refused";
    } else if (stored.length > 0) {
      key = same ? "js-saved-same" : "js-saved-differs";
    }
    const state = this.#page.querySelector("[data-js=saved-state]");
    if (state !== null) {
      state.textContent = this.#messages.text(key);
    }
    const keep = this.#button("saved-keep");
    const forget = this.#button("saved-forget");
    const hold = document.activeElement;
    if (keep !== null) {
      keep.hidden = refused || same || split(this.#page.dataset["keepable"]).length === 0;
    }
    if (forget !== null) {
      forget.hidden = refused || stored.length === 0;
    }
    if ((hold === keep && keep?.hidden) || (hold === forget && forget?.hidden)) {
      // The button that had the focus is gone: the words beside it take it.
      const title = this.#page.querySelector<HTMLElement>(".saved__device h2");
      title?.setAttribute("tabindex", "-1");
      title?.focus();
    }
  }
}

function split(ids: string | undefined): readonly string[] {
  return (ids ?? "").split(",").filter((id) => id !== "");
}
