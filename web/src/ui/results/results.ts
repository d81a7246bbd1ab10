import type { ResultsFragment } from "../../api/fragment";
import type { Atlas, LoadStatus } from "../../state/atlas";
import { followQuestions, keepOpen } from "../../state/live-links";
import type { Announcer } from "../announcer/announcer";
import type { SearchForm } from "../search/search";

/** What had the focus before the list was replaced, so that it can be given back. */
type FocusMemory = { readonly id: string } | "results" | "elsewhere";

/** The list of hits: replaces it with the server's answer, keeps the focus, says the count, shows failures. */
export class Results {
  readonly #atlas: Atlas;
  readonly #announcer: Announcer;
  readonly #form: SearchForm | null;

  constructor(atlas: Atlas, announcer: Announcer, form: SearchForm | null) {
    this.#atlas = atlas;
    this.#announcer = announcer;
    this.#form = form;
    atlas.fragment.subscribe((fragment) => fragment && this.#replace(fragment));
    atlas.status.subscribe((status) => this.#showStatus(status));
    followQuestions("#treffer, #facetten", (url, how) => atlas.load(url, how));
  }

  get #section(): HTMLElement | null {
    return document.getElementById("treffer");
  }

  #replace(fragment: ResultsFragment): void {
    const memory = this.#focusMemory();
    const facets = document.getElementById("facetten");
    if (facets !== null && fragment.facets !== null) {
      keepOpen(facets, fragment.facets);
      facets.replaceWith(fragment.facets);
    }
    this.#section?.replaceWith(fragment.results);
    this.#form?.follow(fragment.url);
    this.#restoreFocus(memory);
    this.#announcer.say(this.#countText(fragment.results));
  }

  #countText(results: HTMLElement): string {
    const { messages } = this.#atlas.config;
    const total = Number(results.dataset["total"]);
    if (!Number.isFinite(total)) {
      return results.querySelector(".results__count")?.textContent?.trim() ?? "";
    }
    return total === 0 ? messages.text("js-results-none") : messages.plural("js-results", total);
  }

  #focusMemory(): FocusMemory {
    const active = document.activeElement;
    if (active?.closest("#treffer")) {
      return "results";
    }
    return active?.id && active.closest("#facetten") ? { id: active.id } : "elsewhere";
  }

  #restoreFocus(memory: FocusMemory): void {
    if (memory === "results") {
      const title = document.getElementById("treffer-titel");
      title?.focus({ preventScroll: true });
      this.#section?.scrollIntoView({ block: "nearest" });
      if (this.#section && this.#section.getBoundingClientRect().top < 0) {
        this.#section.scrollIntoView({ block: "start" });
      }
    } else if (memory !== "elsewhere") {
      document.getElementById(memory.id)?.focus({ preventScroll: true });
    }
  }

  #showStatus(status: LoadStatus): void {
    const section = this.#section;
    if (section === null) {
      return;
    }
    if (status === "loading") {
      this.#announcer.say(this.#atlas.config.messages.text("js-loading"));
    }
    section.classList.toggle("results--loading", status === "loading");
    section.toggleAttribute("aria-busy", status === "loading");
    section.querySelector(".results__error")?.remove();
    if (status === "error") {
      section.querySelector(".results__bar")?.after(this.#errorBox());
    }
  }

  #errorBox(): HTMLElement {
    const { messages } = this.#atlas.config;
    const box = document.createElement("div");
    box.className = "results__error kern-alert kern-alert--danger";
    box.setAttribute("role", "alert");
    const body = document.createElement("div");
    body.className = "kern-alert__body";
    const text = document.createElement("p");
    text.textContent = messages.text("js-load-error");
    const retry = document.createElement("button");
    retry.type = "button";
    retry.className = "kern-btn kern-btn--secondary";
    const label = document.createElement("span");
    label.className = "kern-label";
    label.textContent = messages.text("js-retry");
    retry.append(label);
    retry.addEventListener("click", () => void this.#atlas.retry());
    body.append(text, retry);
    box.append(body);
    return box;
  }
}
