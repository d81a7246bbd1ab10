import type { Messages } from "../i18n/messages";
import type { LoadStatus } from "../state/atlas";
import { peopleText, roundPeople } from "./estimate";
import type { Plan, PlanPreview } from "./plan";
import { UNCHANGED } from "./scenario";

/** The row above the map: try out a new site, take everything back, and what a change under way would do. */
export class Toolbar {
  readonly #plan: Plan;
  readonly #add = button("plan-button");
  readonly #reset = button("plan-button plan-button--quiet");
  readonly #gain = document.createElement("p");
  readonly #hint = document.createElement("p");
  readonly #note = document.createElement("div");

  constructor(place: HTMLElement, plan: Plan) {
    this.#plan = plan;
    const { messages } = plan;
    this.#add.textContent = messages.text("js-plan-add");
    this.#add.addEventListener("click", () => plan.adding.set(!plan.adding.get()));
    this.#reset.textContent = messages.text("js-plan-reset");
    this.#reset.addEventListener("click", () => {
      plan.change(UNCHANGED);
      this.#add.focus();
    });
    this.#gain.className = "plan-gain";
    this.#hint.className = "plan-toolbar__hint";
    this.#hint.textContent = messages.text("js-plan-add-hint");
    this.#note.className = "plan-alert";
    place.classList.add("plan-toolbar");
    place.append(this.#add, this.#reset, this.#hint, this.#gain, this.#note);
    this.#update();
    plan.adding.subscribe((adding) => {
      this.#update();
      if (!adding && document.activeElement === document.body) {
        this.#add.focus({ preventScroll: true });
      }
    });
    plan.answer.subscribe(() => this.#update());
    plan.page.subscribe(() => this.#update());
    plan.preview.subscribe((preview) => this.#showGain(preview));
    plan.status.subscribe(() => this.#showNote());
    plan.mapStatus.subscribe(() => this.#showNote());
    plan.refusal.subscribe(() => this.#showNote());
  }

  #update(): void {
    const { messages, adding, answer, scenario } = this.#plan;
    const on = adding.get();
    this.#add.textContent = messages.text(on ? "js-plan-add-cancel" : "js-plan-add");
    this.#add.classList.toggle("plan-button--on", on);
    this.#add.disabled = answer.get() === null;
    const changes = scenario.added.length + scenario.moved.size + scenario.closed.size;
    this.#reset.hidden = changes === 0 || on;
    this.#hint.hidden = !on;
    if (this.#plan.preview.get() === null) {
      // What the scenario in force brings, in the words of the page below: in view wherever the map is.
      const words = document.querySelector(".plan-scenario__gain")?.textContent?.trim() ?? "";
      const idle = answer.get() === null || on ? "" : messages.text("js-plan-idle");
      this.#gain.textContent = words || idle;
      this.#gain.classList.toggle("plan-gain--now", words !== "");
    }
  }

  /** The words of a change that is still in the hand. */
  #showGain(preview: PlanPreview | null): void {
    this.#gain.classList.toggle("plan-gain--on", preview !== null);
    this.#gain.classList.toggle("plan-gain--no", preview !== null && preview.ground !== "land");
    if (preview === null) {
      this.#update();
      return;
    }
    this.#gain.textContent = previewText(this.#plan.messages, preview);
  }

  #showNote(): void {
    const { messages, status, mapStatus, refusal } = this.#plan;
    const failed = (it: LoadStatus): boolean => it === "error";
    const refused = refusal.get();
    const text = failed(status.get())
      ? messages.text("js-plan-error")
      : failed(mapStatus.get())
        ? messages.text("js-plan-map-error")
        : refused;
    this.#note.replaceChildren();
    if (text === "") {
      this.#note.removeAttribute("role");
      return;
    }
    this.#note.setAttribute("role", "alert");
    const words = document.createElement("p");
    words.textContent = text;
    this.#note.append(words);
    if (text === refused) {
      return;
    }
    const retry = button("plan-button");
    retry.textContent = messages.text("js-retry");
    retry.addEventListener("click", () => void this.#plan.retry());
    this.#note.append(retry);
  }
}

function button(className: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  return made;
}

/** What a change that is still in the hand would do, in words. */
export function previewText(messages: Messages, preview: PlanPreview): string {
  if (preview.ground !== "land") {
    return messages.text(preview.ground === "water" ? "js-plan-on-water" : "js-plan-outside-here");
  }
  if (preview.gained === null || preview.lost === null) {
    return messages.text("js-plan-counting");
  }
  const language = document.documentElement.lang || "de";
  const people = (count: number): string => peopleText(messages, count, language);
  const parts = [
    messages.text("js-plan-gain", { count: people(preview.gained) }),
    roundPeople(preview.lost) === 0
      ? messages.text("js-plan-loss-none")
      : messages.text("js-plan-loss", { count: people(preview.lost) }),
  ];
  return parts.join(", ");
}
