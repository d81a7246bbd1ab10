import { type Cells, fetchCells } from "../api/cells";
import { isAbort } from "../api/http";
import {
  type AreaCollection,
  fetchAreas,
  fetchPlanningPage,
  fetchSites,
  type PlanningPage,
  type PlanSite,
} from "../api/planning";
import type { Messages } from "../i18n/messages";
import type { LoadStatus, Navigation } from "../state/atlas";
import type { AppConfig } from "../state/config";
import { createSignal } from "../state/signal";
import { type CellShapes, shapesOf } from "./cell-shapes";
import type { Ground, GroundKind } from "./ground";
import { alignedFlags } from "./preview";
import { type Question, readQuestion, todayUrl } from "./question";
import { readable, readScenario, type Scenario, writeScenario } from "./scenario";

/** What table and map both show: a white spot (`area:ID`) or a municipality (`ags:KEY`). */
export type Target = `area:${string}` | `ags:${string}`;

/** What was chosen, and where: the other side follows. */
export interface Choice {
  readonly target: Target;
  readonly from: "map" | "table";
}

/** Everything the map draws for a question. */
export interface PlanAnswer {
  readonly question: Question;
  readonly cells: Cells;
  readonly shapes: CellShapes;
  readonly areas: AreaCollection;
  readonly sites: readonly PlanSite[];
  /** The flags of the cells without any scenario; null where they could not be had. */
  readonly today: Uint8Array | null;
}

/** What a change under way would do, before it is dropped. */
export interface PlanPreview {
  /** By cell; null while only the server can tell (distance overland). */
  readonly flags: Uint8Array | null;
  /** Null until the server has told. */
  readonly gained: number | null;
  readonly lost: number | null;
  /** Where the site in the hand is: only on land it can stand. */
  readonly ground: GroundKind;
}

/** The state that form, tables, diagrams and map of the planning page share. */
export class Plan {
  readonly config: AppConfig;
  readonly messages: Messages;
  /** Says something to screen readers. */
  readonly say: (text: string) => void;
  readonly status = createSignal<LoadStatus>("idle");
  /** The last page of the server; null until the first change of the page as delivered. */
  readonly page = createSignal<PlanningPage | null>(null);
  readonly answer = createSignal<PlanAnswer | null>(null);
  /** What the map's data are doing. */
  readonly mapStatus = createSignal<LoadStatus>("idle");
  readonly highlighted = createSignal<Target | null>(null);
  readonly chosen = createSignal<Choice | null>(null);
  readonly preview = createSignal<PlanPreview | null>(null);
  /** Why the last change of the scenario was not made (a site in the lake, for example); empty when it was. */
  readonly refusal = createSignal("");
  /** Where sites can stand; null until the background of the map is there. */
  ground: Ground | null = null;
  /** Whether a person is choosing the place of a new site. */
  readonly adding = createSignal(false);
  #url: URL;
  #running: AbortController | null = null;
  #again = 0;
  /** The cells of the last question without any scenario, by their address. */
  #today: { readonly url: string; readonly cells: Cells } | null = null;
  #last: { url: URL; navigation: Navigation } | null = null;

  constructor(config: AppConfig, messages: Messages, say: (text: string) => void, url: URL) {
    this.config = config;
    this.messages = messages;
    this.say = say;
    this.#url = url;
  }

  /** The canonical address of what is shown. */
  get url(): URL {
    return new URL(this.#url);
  }

  get scenario(): Scenario {
    return readScenario(this.#url.searchParams);
  }

  /** The address of what is shown with another scenario. */
  urlWith(scenario: Scenario): URL {
    const url = this.url;
    writeScenario(url.searchParams, scenario);
    url.search = readable(url.search);
    return url;
  }

  /** Asks the server for the same question under another scenario. */
  change(scenario: Scenario): void {
    void this.#load(this.urlWith(scenario), "push", true);
  }

  /** Loads the answer for a page address; a newer call replaces an older one. */
  load(url: URL, navigation: Navigation): Promise<void> {
    return this.#load(url, navigation, false);
  }

  /** With `strict` an address with faults changes nothing but [refusal]. */
  async #load(url: URL, navigation: Navigation, strict: boolean): Promise<void> {
    this.#running?.abort();
    window.clearTimeout(this.#again);
    const request = new AbortController();
    this.#running = request;
    this.#last = { url, navigation };
    this.refusal.set("");
    this.status.set("loading");
    try {
      const page = await fetchPlanningPage(url, request.signal);
      if (this.#running !== request) {
        return;
      }
      const faults = strict ? faultsOf(page.page) : "";
      if (faults !== "") {
        this.#refuse(faults);
        return;
      }
      if (navigation === "push" && page.url.href !== window.location.href) {
        window.history.pushState(null, "", page.url);
      }
      this.#url = page.url;
      this.highlighted.set(null);
      this.chosen.set(null);
      this.page.set(page);
      this.status.set("idle");
      this.#askAgain(page.againAfterS);
      // The parts have moved from that page into this one.
      await this.#loadAnswer(resultOf(document), request);
    } catch (error) {
      if (this.#running === request && !isAbort(error)) {
        this.preview.set(null);
        this.status.set("error");
      }
    }
  }

  #refuse(faults: string): void {
    this.preview.set(null);
    this.status.set("idle");
    this.refusal.set(faults);
    this.say(faults);
  }

  /** Loads again what failed. */
  retry(): Promise<void> {
    if (this.status.get() === "error" && this.#last !== null) {
      return this.load(this.#last.url, this.#last.navigation);
    }
    return this.start(document);
  }

  /** Loads the map's data for a page as delivered; one that is still waiting for its answer is asked again. */
  start(page: Document): Promise<void> {
    const request = new AbortController();
    this.#running = request;
    this.#askAgain(againAfterS(page));
    return this.#loadAnswer(resultOf(page), request);
  }

  /** Asks the same question once more after a while. */
  #askAgain(seconds: number | null): void {
    window.clearTimeout(this.#again);
    if (seconds !== null) {
      const url = this.url;
      this.#again = window.setTimeout(() => void this.load(url, "history"), seconds * 1000);
    }
  }

  async #loadAnswer(result: HTMLElement | null, request: AbortController): Promise<void> {
    const question = readQuestion(result?.dataset ?? {});
    if (question === null) {
      this.answer.set(null);
      this.preview.set(null);
      this.mapStatus.set("idle");
      return;
    }
    this.mapStatus.set("loading");
    try {
      const [cells, areas, sites, today] = await Promise.all([
        fetchCells(question.cellsUrl, request.signal),
        fetchAreas(question.areasUrl, request.signal),
        fetchSites(question.sitesUrl, request.signal),
        this.#cellsOfToday(question, request.signal),
      ]);
      if (this.#running === request) {
        const now = today ?? (this.#hasChanges() ? null : cells);
        this.#today = now === null ? null : { url: todayUrl(question.cellsUrl), cells: now };
        const flags = now === null ? null : alignedFlags(cells, now);
        this.answer.set({ question, cells, shapes: this.#shapes(cells), areas, sites, today: flags });
        this.preview.set(null);
        this.mapStatus.set("idle");
      }
    } catch (error) {
      if (this.#running === request && !isAbort(error)) {
        this.preview.set(null);
        this.mapStatus.set("error");
      }
    }
  }

  #hasChanges(): boolean {
    const { added, moved, closed } = this.scenario;
    return added.length + moved.size + closed.size > 0;
  }

  /**
   * The cells without the scenario in force, once per question; null without a scenario, for overland (the server
   * counts) and where they cannot be had: they are only needed for the words while a site is dragged.
   */
  async #cellsOfToday(question: Question, signal: AbortSignal): Promise<Cells | null> {
    if (question.metric !== "straight" || !this.#hasChanges()) {
      return null;
    }
    const url = todayUrl(question.cellsUrl);
    if (this.#today?.url === url) {
      return this.#today.cells;
    }
    try {
      return await fetchCells(url, signal);
    } catch (error) {
      if (isAbort(error)) {
        throw error;
      }
      return null;
    }
  }

  /** The shapes of the cells: those known, while the grid stays the same. */
  #shapes(cells: Cells): CellShapes {
    const known = this.answer.get();
    const same =
      known !== null &&
      known.cells.sizeM === cells.sizeM &&
      known.cells.count === cells.count &&
      known.cells.eastingM.every((value, i) => value === cells.eastingM[i]) &&
      known.cells.northingM.every((value, i) => value === cells.northingM[i]);
    return same ? known.shapes : shapesOf(cells);
  }
}

/** The element that carries the addresses of the answer. */
function resultOf(page: Document): HTMLElement | null {
  return page.getElementById("planung-ergebnis");
}

/** Seconds after which a page that is waiting for its answer wants to be asked again; null where it has it. */
function againAfterS(page: Document): number | null {
  const box = page.querySelector<HTMLElement>("[data-again-after]");
  const seconds = Number(box?.dataset["againAfter"]);
  return box !== null && seconds > 0 ? seconds : null;
}

/** The faults that a page tells, in its words; empty without any. */
function faultsOf(page: Document): string {
  const faults = [...page.querySelectorAll("#fehler li")];
  return faults.map((fault) => fault.textContent?.replace(/\s+/g, " ").trim() ?? "").join(" ");
}
