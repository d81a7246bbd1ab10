import { isAbort } from "../../api/http";
import { fetchSuggestions, type Suggestion } from "../../api/suggest";
import type { Messages } from "../../i18n/messages";
import type { AppConfig } from "../../state/config";
import type { Announcer } from "../announcer/announcer";
import { moved } from "./choice";

/** Shorter texts may become anything. */
const SHORTEST = 2;
/** Pause in typing before the server is asked, in milliseconds. */
const PAUSE = 120;
/** What a suggestion is, in words. */
const KINDS = {
  category: "js-suggest-category",
  place: "js-suggest-place",
  entry: "js-suggest-entry",
  organization: "js-suggest-organization",
} as const;

/** Turns the text field of the search into a combobox (WAI-ARIA Authoring Practices 1.2, list autocomplete). */
export function enableSuggestions(
  form: HTMLFormElement,
  config: AppConfig,
  announcer: Announcer,
  search: () => void,
): void {
  const field = form.elements.namedItem("q");
  if (field instanceof HTMLInputElement) {
    new Combobox(field, config, announcer, search);
  }
}

class Combobox {
  readonly #field: HTMLInputElement;
  readonly #messages: Messages;
  readonly #prefix: string;
  readonly #announcer: Announcer;
  readonly #search: () => void;
  readonly #list: HTMLUListElement;
  #items: readonly Suggestion[] = [];
  #choice = -1;
  /** What was typed, to come back to from the list. */
  #typed = "";
  #timer: number | undefined;
  #request: AbortController | null = null;

  constructor(field: HTMLInputElement, config: AppConfig, announcer: Announcer, search: () => void) {
    this.#field = field;
    this.#messages = config.messages;
    this.#prefix = config.prefix;
    this.#announcer = announcer;
    this.#search = search;
    this.#list = document.createElement("ul");
    this.#list.id = `${field.id}-vorschlaege`;
    this.#list.className = "suggestions";
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", this.#messages.text("js-suggest-label"));
    this.#list.hidden = true;
    field.after(this.#list);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.#list.id);
    field.setAttribute("aria-expanded", "false");
    field.addEventListener("input", () => this.#wait());
    field.addEventListener("keydown", (event) => this.#key(event));
    field.addEventListener("blur", () => this.#close());
    field.form?.addEventListener("submit", () => this.#close());
    // The field keeps the focus: a press on the list must not take it away.
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => this.#click(event));
  }

  #wait(): void {
    this.#typed = this.#field.value;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#ask(), PAUSE);
  }

  async #ask(): Promise<void> {
    this.#request?.abort();
    const typed = this.#field.value;
    if (typed.trim().length < SHORTEST) {
      this.#close();
      return;
    }
    const request = new AbortController();
    this.#request = request;
    try {
      const items = await fetchSuggestions(this.#prefix, typed, request.signal);
      if (document.activeElement === this.#field && this.#field.value === typed) {
        this.#show(typed, items);
      }
    } catch (error) {
      // Without suggestions the search works as before.
      if (!isAbort(error)) {
        this.#close();
      }
    }
  }

  #show(typed: string, items: readonly Suggestion[]): void {
    this.#items = items.filter((item) => item.text !== typed);
    this.#choice = -1;
    this.#list.replaceChildren(...this.#items.map((item, at) => this.#option(item, at)));
    this.#open(this.#items.length > 0);
    if (this.#items.length > 0) {
      this.#announcer.say(this.#messages.plural("js-suggest", this.#items.length));
    }
  }

  #option(item: Suggestion, at: number): HTMLLIElement {
    const option = document.createElement("li");
    option.id = `${this.#list.id}-${at}`;
    option.className = "suggestions__item";
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    const text = document.createElement("span");
    text.textContent = item.text;
    const kind = document.createElement("span");
    kind.className = "suggestions__kind";
    kind.textContent = item.category ?? this.#messages.text(KINDS[item.kind]);
    option.append(text, " ", kind);
    return option;
  }

  #open(open: boolean): void {
    this.#list.hidden = !open;
    this.#field.setAttribute("aria-expanded", String(open));
    if (!open) {
      this.#field.removeAttribute("aria-activedescendant");
    }
  }

  #close(): void {
    window.clearTimeout(this.#timer);
    this.#request?.abort();
    this.#items = [];
    this.#choice = -1;
    this.#open(false);
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing || this.#list.hidden) {
      return;
    }
    if (event.key === "Escape") {
      event.preventDefault();
      this.#field.value = this.#typed;
      this.#close();
      return;
    }
    const choice = moved(event.key, this.#choice, this.#items.length);
    if (choice !== null) {
      event.preventDefault();
      this.#choose(choice);
    }
  }

  /** Shows a choice in list and field; Enter then submits the form with it. */
  #choose(choice: number): void {
    // What is asked for what was typed comes too late now: it would be taken for an answer to the choice.
    window.clearTimeout(this.#timer);
    this.#request?.abort();
    this.#choice = choice;
    for (const [at, option] of [...this.#list.children].entries()) {
      option.setAttribute("aria-selected", String(at === choice));
    }
    this.#field.value = this.#items[choice]?.text ?? this.#typed;
    const option = this.#list.children[choice];
    if (option === undefined) {
      this.#field.removeAttribute("aria-activedescendant");
    } else {
      this.#field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }
  }

  #click(event: MouseEvent): void {
    const option = event.target instanceof Element ? event.target.closest("[role=option]") : null;
    const at = option === null ? -1 : [...this.#list.children].indexOf(option);
    const item = this.#items[at];
    if (item !== undefined) {
      this.#field.value = item.text;
      this.#close();
      this.#search();
    }
  }
}
