import { composePicture, type LegendLine, type PlanMap, savePicture } from "./picture";
import type { Plan } from "./plan";
import { lookOfClass } from "./site-look";

/** The map on paper, beside its legend: more pixels of the layout than there is room, so that names are small and many. */
const PAPER = { width: 760, height: 570, density: 2.5 } as const;

/** "Save picture" beside the other exports, and a sharp map on paper. */
export class Exports {
  readonly #plan: Plan;
  readonly #map: PlanMap;
  readonly #place: HTMLElement;

  constructor(plan: Plan, map: PlanMap, place: HTMLElement) {
    this.#plan = plan;
    this.#map = map;
    this.#place = place;
    this.#offer();
    plan.page.subscribe(() => this.#offer());
    window.addEventListener("beforeprint", () => this.#prepare());
    window.addEventListener("afterprint", () => this.#removePrinted());
  }

  /** Adds the button after the last export link. */
  #offer(): void {
    const last = [...document.querySelectorAll<HTMLElement>("a[data-export]")].at(-1);
    if (last === undefined || document.querySelector("[data-js=plan-picture]") !== null) {
      return;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.className = last.className;
    button.classList.add("plan-export");
    button.dataset["js"] = "plan-picture";
    const label = document.createElement("span");
    label.className = last.querySelector("span")?.className ?? "";
    label.textContent = this.#plan.messages.text("js-plan-picture");
    const icon = last.querySelector("svg")?.cloneNode(true);
    button.append(...(icon === undefined ? [] : [icon]), label);
    button.addEventListener("click", () => void this.#save());
    const item = last.closest("li");
    if (item === null) {
      last.after(button);
    } else {
      const place = item.cloneNode(false) as HTMLElement;
      place.append(button);
      item.after(place);
    }
  }

  async #save(): Promise<void> {
    const { messages, say } = this.#plan;
    await document.fonts.ready;
    try {
      const words = {
        title: textOf("#planung-satz"),
        scenario: scenarioLine(),
        legendTitle: textOf(".planung-legende__title"),
        legend: legendLines(),
        asOf: textOf(".planung-legende__stand"),
        sources: textOf(".leaflet-control-attribution"),
        date: new Intl.DateTimeFormat(document.documentElement.lang || "de", { dateStyle: "long" }).format(),
      };
      const picture = composePicture(this.#map, words, getComputedStyle(document.body).fontFamily);
      if (picture === null) {
        throw new Error("the map is not there yet");
      }
      await savePicture(picture, messages.text("js-plan-picture-file"));
      say(messages.text("js-plan-picture-saved"));
    } catch {
      say(messages.text("js-plan-picture-error"));
    }
  }

  #prepare(): void {
    this.#removePrinted();
    const picture = this.#map.picture(PAPER);
    if (picture !== null) {
      picture.classList.add("plan-print");
      picture.setAttribute("role", "img");
      picture.setAttribute("aria-label", this.#plan.messages.text("js-plan-map"));
      this.#place.after(picture);
    }
  }

  #removePrinted(): void {
    for (const old of document.querySelectorAll(".plan-print")) {
      old.remove();
    }
  }
}

function textOf(selector: string): string {
  return document.querySelector(selector)?.textContent?.replace(/\s+/g, " ").trim() ?? "";
}

/** What the scenario in force is and brings, in one line; empty without one. */
function scenarioLine(): string {
  const [title, gain] = [textOf(".plan-scenario__title"), textOf(".plan-scenario__gain")];
  return gain === "" ? "" : `${title}: ${gain}`;
}

/** The legend as the page has it; colours as the style sheet gives them on paper. */
function legendLines(): LegendLine[] {
  const root = document.documentElement;
  root.classList.add("paper");
  try {
    return [...document.querySelectorAll<HTMLElement>(".planung-legende li")].map((line) => {
      const swatch = line.querySelector<HTMLElement>(".plan-swatch");
      return {
        text: [...line.querySelectorAll("span:not([aria-hidden])")]
          .map((part) => part.textContent?.replace(/\s+/g, " ").trim() ?? "")
          .filter((part) => part !== "")
          .join(": "),
        colour: swatch === null ? null : getComputedStyle(swatch).backgroundColor,
        sign: lookOfClass(line.querySelector(".plan-site")?.classList ?? []),
        hatched: swatch?.classList.contains("plan-swatch--uncertain") ?? false,
      };
    });
  } finally {
    root.classList.remove("paper");
  }
}
