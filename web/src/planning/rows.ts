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
    document.addEventListener("focusin", (event) => this.#light(event.target, event.relatedTarget));
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
      const onRow = event.target instanceof HTMLElement && event.target.matches(ROWS);
      if (onRow && (event.key === "Enter" || event.key === " ")) {
        event.preventDefault();
        this.#take(event.target);
      }
    });
  }

  /** Rows can be reached by the tab key, because they move the map. */
  #prepare(): void {
    for (const row of document.querySelectorAll<HTMLElement>(`[data-planung-teil] :is(${ROWS})`)) {
      row.tabIndex = 0;
      row.classList.add("plan-row");
    }
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
