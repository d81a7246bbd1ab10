import { Carry } from "../../planning/carry";
import { fromGrid, type LonLat, toGrid } from "../../planning/laea";
import type { Plan } from "../../planning/plan";
import type { SiteRef } from "../../planning/scenario";
import { previewText } from "../../planning/toolbar";
import { L } from "../leaflet";
import { signOf } from "./signs";

/** Cells that a step with the shift key goes. */
const LONG_STEP = 10;
/** Side of a step in metres where no cells are known. */
const STEP_M = 100;
/** Milliseconds of rest after which the outcome is read out. */
const SAY_AFTER_MS = 700;

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/**
 * Chooses the place of a site: the pointer leads it and a click drops it, or the arrow keys move it from the
 * middle of the map cell by cell, Enter drops and Escape gives up.
 */
export class Placing {
  readonly #map: L.Map;
  readonly #plan: Plan;
  readonly #ghost: L.Marker;
  #carry: Carry | null = null;
  #reach: L.Circle | null = null;
  #timer = 0;

  constructor(map: L.Map, plan: Plan) {
    this.#map = map;
    this.#plan = plan;
    const icon = L.divIcon({ className: "plan-ghost", html: signOf("added"), iconSize: [32, 32] });
    this.#ghost = L.marker([0, 0], { icon, interactive: false, keyboard: false, zIndexOffset: 5000 });
    plan.adding.subscribe((adding) => {
      if (adding && this.#carry === null) {
        const { lat, lng } = map.getCenter();
        this.begin(null, { lon: lng, lat });
      } else if (!adding && this.#carry !== null) {
        this.#end("cancel");
      }
    });
    map.on("mousemove", (event) => this.#to(event.latlng));
    map.on("click", (event) => {
      if (this.#carry !== null) {
        this.#to(event.latlng);
        this.#end("drop");
      }
    });
    map.getContainer().addEventListener("keydown", (event) => this.#key(event), { capture: true });
  }

  /** Picks a site up; null stands for a new one. */
  begin(site: SiteRef | null, at: LonLat): void {
    this.#end("cancel");
    this.#map.closePopup();
    this.#carry = new Carry(this.#plan, site, at);
    this.#ghost.setLatLng([at.lat, at.lon]).addTo(this.#map);
    this.#reach = showReach(this.#map, this.#carry);
    this.#plan.adding.set(true);
    const container = this.#map.getContainer();
    container.classList.add("plan-placing");
    container.focus({ preventScroll: true });
    this.#plan.say(this.#plan.messages.text("js-plan-placing"));
    this.#carry.to(at);
  }

  #to(at: L.LatLng): void {
    if (this.#carry !== null) {
      this.#carry.to({ lon: at.lng, lat: at.lat });
      this.#ghost.setLatLng(at);
      this.#reach?.setLatLng(at);
    }
  }

  #key(event: KeyboardEvent): void {
    if (this.#carry === null) {
      return;
    }
    const step = STEPS[event.key];
    if (step !== undefined) {
      this.#step(step, event.shiftKey ? LONG_STEP : 1);
    } else if (event.key === "Enter") {
      this.#end("drop");
    } else if (event.key === "Escape" || event.key === "Delete") {
      this.#end("cancel");
      this.#plan.say(this.#plan.messages.text("js-plan-cancelled"));
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #step([east, north]: readonly [number, number], times: number): void {
    if (this.#carry === null) {
      return;
    }
    const side = (this.#plan.answer.get()?.cells.sizeM ?? STEP_M) * times;
    const { easting, northing } = toGrid(this.#carry.at);
    const { lon, lat } = fromGrid({ easting: easting + east * side, northing: northing + north * side });
    const at = L.latLng(lat, lon);
    this.#to(at);
    if (!this.#map.getBounds().pad(-0.1).contains(at)) {
      this.#map.panTo(at);
    }
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      const preview = this.#plan.preview.get();
      if (this.#carry !== null && preview !== null) {
        this.#plan.say(previewText(this.#plan.messages, preview));
      }
    }, SAY_AFTER_MS);
  }

  #end(how: "drop" | "cancel"): void {
    const carry = this.#carry;
    if (carry === null) {
      return;
    }
    this.#carry = null;
    window.clearTimeout(this.#timer);
    this.#ghost.remove();
    this.#reach?.remove();
    this.#map.getContainer().classList.remove("plan-placing");
    if (how === "drop") {
      carry.drop();
    } else {
      carry.cancel();
    }
    this.#plan.adding.set(false);
  }
}

/** The circle that a carried site reaches; null where reach is no circle. */
export function showReach(map: L.Map, carry: Carry): L.Circle | null {
  if (carry.radiusM === null) {
    return null;
  }
  const { lon, lat } = carry.at;
  const style = { radius: carry.radiusM, className: "plan-reach", interactive: false, renderer: L.svg() };
  return L.circle([lat, lon], style).addTo(map);
}
