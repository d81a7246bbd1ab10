import { isAbort } from "../api/http";
import { fetchDifference } from "../api/planning";
import type { GroundKind } from "./ground";
import type { LonLat } from "./laea";
import type { Plan, PlanAnswer } from "./plan";
import { Preview } from "./preview";
import { type Scenario, type SiteRef, withAdded, withMoved, writeScenario } from "./scenario";

/** Least time between two questions to the server while something is dragged. */
const SERVER_EVERY_MS = 350;

/**
 * A site on its way, by mouse, finger or keys: says at once whom it would reach. By the straight line the browser
 * counts itself, once per frame; overland the server is asked, at most three times a second.
 */
export class Carry {
  readonly #plan: Plan;
  readonly #site: SiteRef | null;
  readonly #answer: PlanAnswer | null;
  readonly #preview: Preview | null;
  #at: LonLat;
  #frame = 0;
  #timer = 0;
  #asked = 0;
  #running: AbortController | null = null;

  /** Picks up a site; null stands for a new one. */
  constructor(plan: Plan, site: SiteRef | null, at: LonLat) {
    this.#plan = plan;
    this.#site = site;
    this.#at = at;
    this.#answer = plan.answer.get();
    this.#preview = this.#localPreview();
  }

  get at(): LonLat {
    return this.#at;
  }

  /** Metres that the site reaches by the straight line; null where reach is no circle. */
  get radiusM(): number | null {
    return this.#preview === null ? null : (this.#answer?.question.maxDistanceM ?? null);
  }

  to(at: LonLat): void {
    this.#at = at;
    if (this.#preview === null && this.#groundHere() !== "land") {
      // Nobody has to be asked whom a site in the lake would reach.
      window.clearTimeout(this.#timer);
      this.#timer = 0;
      this.#running?.abort();
      this.#tell(null, null);
      return;
    }
    if (this.#preview !== null) {
      if (this.#frame === 0) {
        this.#frame = window.requestAnimationFrame(() => this.#show());
      }
    } else if (this.#answer !== null && this.#timer === 0) {
      if (this.#plan.preview.get()?.ground !== "land") {
        this.#tell(null, null);
      }
      const wait = Math.max(0, this.#asked + SERVER_EVERY_MS - performance.now());
      this.#timer = window.setTimeout(() => void this.#ask(), wait);
    }
  }

  /** Leaves the site where it is; the preview of that very place stays until the server has answered. */
  drop(): void {
    if (this.#frame !== 0) {
      // The last step has not been counted yet: no frame came since.
      this.#show();
    }
    this.#stop();
    this.#plan.change(this.#scenario());
  }

  cancel(): void {
    this.#stop();
    this.#plan.preview.set(null);
  }

  #scenario(): Scenario {
    const { scenario } = this.#plan;
    return this.#site === null ? withAdded(scenario, this.#at) : withMoved(scenario, this.#site, this.#at);
  }

  #localPreview(): Preview | null {
    if (this.#answer === null || this.#answer.question.metric !== "straight") {
      return null;
    }
    const { cells, sites, question, today } = this.#answer;
    // Closed ones keep their place in the count and serve nobody.
    const serving = sites.map((site) => (site.kind === "closed" ? { ...site, serves: [] } : site));
    const wanted = this.#site;
    const found =
      wanted === null
        ? -1
        : sites.findIndex((site) =>
            wanted.kind === "added" ? site.place === wanted.place : site.featureId === wanted.id,
          );
    return new Preview(
      cells,
      serving,
      found === -1 ? null : found,
      question.maxDistanceM,
      today ?? cells.flags,
    );
  }

  #show(): void {
    window.cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (this.#preview !== null) {
      const ground = this.#groundHere();
      this.#plan.preview.set({ ...this.#preview.at(ground === "land" ? this.#at : null), ground });
    }
  }

  #groundHere(): GroundKind {
    return this.#plan.ground?.at(this.#at) ?? "land";
  }

  #tell(gained: number | null, lost: number | null): void {
    this.#plan.preview.set({ flags: null, gained, lost, ground: this.#groundHere() });
  }

  async #ask(): Promise<void> {
    this.#timer = 0;
    this.#asked = performance.now();
    this.#running?.abort();
    const request = new AbortController();
    this.#running = request;
    const url = new URL(this.#answer?.question.scenarioUrl ?? "", window.location.href);
    writeScenario(url.searchParams, this.#scenario());
    try {
      const { gained, lost } = await fetchDifference(url.href, request.signal);
      if (!request.signal.aborted) {
        this.#tell(gained, lost);
      }
    } catch (error) {
      // Only a hint while dragging: the answer after the drop says what is wrong.
      if (!isAbort(error)) {
        this.#tell(null, null);
      }
    }
  }

  #stop(): void {
    window.cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    window.clearTimeout(this.#timer);
    this.#running?.abort();
  }
}
