import type { Choice, Plan, Target } from "./plan";
import { labelOf, ROWS, rowsOf, targetOf } from "./targets";

/** The rows of the tables: lit together with the map, by pointer and by keys. */
export class Rows {
  readonly #plan: Plan;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#prepare();
    plan.page.subscribe(() => this.#prepare());
    plan.highlighted.subscribe((target, before) => {
      this.#mark(before, "plan-row--lit", false);
      this.#mark(target, "plan-row--lit", true);
    });
    plan.chosen.subscribe((choice, before) => this.#choose(choice, before));
    document.addEventListener("mouseover", (event) => this.#light(event.target, event.relatedTarget));
    document.addEventListener("focusin", (event) => {
      this.#light(event.target, event.relatedTarget);
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>(ROWS) : null;
      if (row?.closest("[data-planung-teil]")) {
        offer(row);
      }
    });
    window.addEventListener("resize", cutAtRow);
    document.addEventListener("focusout", (event) => {
      if (this.#targetAt(event.target) !== null) {
        plan.highlighted.set(null);
      }
    });
    document.addEventListener("click", (event) => {
      if (!(event.target instanceof Element && event.target.closest("a, button"))) {
        this.#take(event.target);
      }
    });
    document.addEventListener("keydown", (event) => {
      const row = event.target instanceof HTMLElement && event.target.matches(ROWS) ? event.target : null;
      if (row !== null && (event.key === "Enter" || event.key === " ")) {
        event.preventDefault();
        this.#take(row);
      } else if (row !== null) {
        const next = nextRow(row, event.key);
        if (next !== null) {
          event.preventDefault();
          next.focus();
        }
      }
    });
  }

  /** Rows can be reached by keys, because they move the map: one of each table is a stop of the tab key. */
  #prepare(): void {
    for (const table of document.querySelectorAll<HTMLElement>("[data-planung-teil] table")) {
      const rows = [...table.querySelectorAll<HTMLElement>(ROWS)];
      for (const row of rows) {
        row.classList.add("plan-row");
      }
      offer(rows[0] ?? null);
    }
    cutAtRow();
  }

  #targetAt(element: EventTarget | null): Target | null {
    const row = element instanceof Element ? element.closest<HTMLElement>(ROWS) : null;
    return row?.closest("[data-planung-teil]") ? targetOf(row) : null;
  }

  #light(now: EventTarget | null, before: EventTarget | null): void {
    const target = this.#targetAt(now);
    if (target !== null || this.#targetAt(before) !== null) {
      this.#plan.highlighted.set(target);
    }
  }

  #take(element: EventTarget | null): void {
    const target = this.#targetAt(element);
    if (target !== null) {
      this.#plan.chosen.set({ target, from: "table" });
    }
  }

  #choose(choice: Choice | null, before: Choice | null): void {
    const { messages, say } = this.#plan;
    this.#mark(before?.target ?? null, "is-chosen", false);
    this.#mark(choice?.target ?? null, "is-chosen", true);
    if (choice === null) {
      return;
    }
    const name = labelOf(document, choice.target);
    if (choice.from === "table") {
      say(messages.text("js-plan-map-shows", { name }));
      return;
    }
    const [row] = rowsOf(document, choice.target);
    row?.closest("details")?.setAttribute("open", "");
    row?.scrollIntoView({ block: "nearest" });
    row?.focus({ preventScroll: true });
    say(name);
  }

  #mark(target: Target | null, className: string, on: boolean): void {
    if (target === null) {
      return;
    }
    for (const row of rowsOf(document, target)) {
      row.classList.toggle(className, on);
      if (className === "is-chosen" && on) {
        row.setAttribute("aria-current", "true");
      } else if (className === "is-chosen") {
        row.removeAttribute("aria-current");
      }
    }
  }
}

/** Makes a row, with the links in it, the stop of its table. */
function offer(row: HTMLElement | null): void {
  for (const other of row?.closest("table")?.querySelectorAll<HTMLElement>(ROWS) ?? []) {
    other.tabIndex = other === row ? 0 : -1;
    for (const link of other.querySelectorAll("a")) {
      link.tabIndex = other === row ? 0 : -1;
    }
  }
}

/** The row that a key leads to; null for other keys and at the ends. */
function nextRow(row: HTMLElement, key: string): HTMLElement | null {
  const rows = [...(row.closest("table")?.querySelectorAll<HTMLElement>(ROWS) ?? [])];
  const at = rows.indexOf(row);
  const to = new Map([
    ["ArrowDown", at + 1],
    ["ArrowUp", at - 1],
    ["Home", 0],
    ["End", rows.length - 1],
  ]).get(key);
  return to === undefined ? null : (rows[to] ?? null);
}

/** A list that rolls ends at the end of a row: half a row would look like a whole one. */
function cutAtRow(): void {
  for (const box of document.querySelectorAll<HTMLElement>(".plan-scroll--areas")) {
    box.style.maxHeight = "";
    const most = box.getBoundingClientRect().top + box.clientHeight;
    const ends = [...box.querySelectorAll("tbody tr")].map((row) => row.getBoundingClientRect().bottom);
    const last = ends.filter((end) => end <= most + 1).at(-1);
    if (box.scrollHeight > box.clientHeight && box.scrollTop === 0 && last !== undefined) {
      box.style.maxHeight = `${last - box.getBoundingClientRect().top + 1}px`;
    }
  }
}
