import type { LoadStatus } from "../state/atlas";
import type { Plan } from "./plan";
import { ROWS, targetOf } from "./targets";

const PART = "data-planung-teil";
/** A quick answer shows no busy state at all. */
const BUSY_AFTER_MS = 180;

/** The parts of the page that an answer replaces: keeps the focus, shows work and failure, loads links in place. */
export class Parts {
  readonly #plan: Plan;
  #busy = 0;

  constructor(plan: Plan) {
    this.#plan = plan;
    plan.page.subscribe((page) => page && this.#replace(page.page));
    plan.status.subscribe((status) => this.#showStatus(status));
    document.addEventListener("click", (event) => this.#followLink(event));
    window.addEventListener("popstate", () => {
      void plan.load(new URL(window.location.href), "history");
    });
  }

  #replace(page: Document): void {
    const focus = focusKey(document.activeElement);
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
    const spoken = ["#planung-satz", ".plan-scenario__gain"].map(
      (words) => document.querySelector(words)?.textContent?.trim() ?? "",
    );
    this.#plan.say(spoken.filter((words) => words !== "").join(" "));
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

  /** Links of the parts that lead to the same page with another question are loaded in place. */
  #followLink(event: MouseEvent): void {
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (
      !plain ||
      event.defaultPrevented ||
      link === null ||
      link.target !== "" ||
      link.hasAttribute("download")
    ) {
      return;
    }
    const url = new URL(link.href, window.location.href);
    const here = url.origin === window.location.origin && url.pathname === window.location.pathname;
    if (here && url.hash === "" && link.closest(`[${PART}]`) !== null) {
      event.preventDefault();
      void this.#plan.load(url, "push");
    }
  }
}

/** What is unfolded stays so. */
function keepOpen(before: HTMLElement, after: HTMLElement): void {
  const open = [...before.querySelectorAll("details")].map((details) => details.open);
  for (const [index, details] of after.querySelectorAll("details").entries()) {
    details.open = open[index] ?? details.open;
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
