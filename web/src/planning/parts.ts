import type { LoadStatus } from "../state/atlas";
import { followQuestions, keepOpen } from "../state/live-links";
import type { Plan } from "./plan";
import { ROWS, targetOf } from "./targets";

const PART = "data-planung-teil";
/** A quick answer shows no busy state at all. */
const BUSY_AFTER_MS = 180;

/** The parts of the page that an answer replaces: keeps the focus, shows work and failure, loads links in place. */
export class Parts {
  readonly #plan: Plan;
  #busy = 0;
  #said = "";

  constructor(plan: Plan) {
    this.#plan = plan;
    plan.page.subscribe((page) => page && this.#replace(page.page));
    plan.status.subscribe((status) => this.#showStatus(status));
    followQuestions(`[${PART}]`, (url, how) => plan.load(url, how));
  }

  #replace(page: Document): void {
    const focus = focusKey(document.activeElement);
    const before = this.#mapTop();
    for (const part of document.querySelectorAll<HTMLElement>(`[${PART}]`)) {
      const name = part.getAttribute(PART) ?? "";
      const next = page.querySelector<HTMLElement>(`[${PART}="${CSS.escape(name)}"]`);
      if (next !== null) {
        keepOpen(part, next);
        part.replaceWith(document.adoptNode(next));
      }
    }
    if (page.title !== "") {
      document.title = page.title;
    }
    focus?.()?.focus({ preventScroll: true });
    this.#keepMap(before);
    const spoken = ["#planung-satz", ".plan-scenario__gain", ".plan-scenario__note"].map(
      (words) => document.querySelector(words)?.textContent?.trim() ?? "",
    );
    const said = spoken.filter((words) => words !== "").join(" ");
    // A page that only tells how far it is says nothing new.
    if (said !== this.#said) {
      this.#said = said;
      this.#plan.say(said);
    }
  }

  /** Where the map begins on the screen; null while nobody sees it. */
  #mapTop(): number | null {
    const box = document.getElementById("planung-karte")?.getBoundingClientRect();
    return box !== undefined && box.bottom > 0 && box.top < window.innerHeight ? box.top : null;
  }

  /** A sentence of another length above the map must not move the map under the hand. */
  #keepMap(before: number | null): void {
    const now = before === null ? null : this.#mapTop();
    if (before !== null && now !== null && Math.abs(now - before) >= 1) {
      window.scrollBy({ top: now - before, behavior: "instant" });
    }
  }

  #showStatus(status: LoadStatus): void {
    window.clearTimeout(this.#busy);
    const setBusy = (busy: boolean): void => {
      for (const part of document.querySelectorAll<HTMLElement>(`[${PART}]`)) {
        part.classList.toggle("plan-busy", busy);
        if (busy) {
          part.setAttribute("aria-busy", "true");
        } else {
          part.removeAttribute("aria-busy");
        }
      }
    };
    if (status === "loading") {
      this.#busy = window.setTimeout(() => setBusy(true), BUSY_AFTER_MS);
    } else {
      setBusy(false);
    }
  }
}

/** Finds again what had the focus in a part; null when the focus was elsewhere. */
function focusKey(element: Element | null): (() => HTMLElement | null) | null {
  const part = element?.closest(`[${PART}]`)?.getAttribute(PART);
  if (!(element instanceof HTMLElement) || part === null || part === undefined) {
    return null;
  }
  const again = (): HTMLElement | null =>
    document.querySelector<HTMLElement>(`[${PART}="${CSS.escape(part)}"]`);
  const row = element.closest<HTMLElement>(ROWS);
  const target = row === null ? null : targetOf(row);
  const { id } = element;
  const words = element.textContent ?? "";
  const { tagName } = element;
  return () => {
    if (id !== "") {
      return document.getElementById(id);
    }
    const inside = again();
    const rows = [...(inside?.querySelectorAll<HTMLElement>(ROWS) ?? [])];
    const sameRow = target === null ? undefined : rows.find((candidate) => targetOf(candidate) === target);
    const sameWords = [...(inside?.querySelectorAll<HTMLElement>(tagName) ?? [])].find(
      (candidate) => candidate.textContent === words,
    );
    const found = sameRow ?? sameWords ?? inside?.querySelector<HTMLElement>("h1, h2, h3") ?? inside ?? null;
    if (found !== null && found.tabIndex < 0) {
      found.tabIndex = -1;
    }
    return found;
  };
}
