import type { PlanSite, SiteKind } from "../../api/planning";
import { Carry } from "../../planning/carry";
import type { Plan } from "../../planning/plan";
import { type SiteRef, withoutChange, withoutSite } from "../../planning/scenario";
import { groupSites, lookOf, type SiteGroup, type SiteLook } from "../../planning/site-look";
import { NamedIcon } from "../icons";
import { L } from "../leaflet";
import { openPopup } from "../open-popup";
import { type Placing, showReach } from "./placing";
import { Roving } from "./roving";
import { signOf } from "./signs";

/** Side of a mark in pixels: large enough for a finger beside its neighbours. */
const MARK_PX = 32;
/** Number of marks from which they are drawn as dots from afar. */
const MANY = 60;
/** The names of marks. */
const SITE_TEXT: Readonly<Record<SiteLook, string>> = {
  certain: "js-plan-site-certain",
  approximate: "js-plan-site-approximate",
  stale: "js-plan-site-stale",
  unsure: "js-plan-site-unsure",
  added: "js-plan-site-added",
  moved: "js-plan-site-moved",
  closed: "js-plan-site-closed",
};
/** The titles in popups. */
const NAME_TEXT: Readonly<Record<SiteKind, string>> = {
  existing: "js-plan-name-existing",
  added: "js-plan-name-added",
  moved: "js-plan-name-moved",
  closed: "js-plan-name-closed",
};

interface Mark {
  readonly marker: L.Marker;
  readonly group: SiteGroup;
}

/** How a scenario names a site; null for one that it cannot name. */
export function refOf(site: PlanSite): SiteRef | null {
  if (site.place !== null) {
    return { kind: "added", place: site.place };
  }
  return site.featureId === null ? null : { kind: "existing", id: site.featureId };
}

/** The sites: dragged by mouse and finger, opened, closed and moved by keys; one stop of the tab key for all. */
export class Sites {
  readonly #map: L.Map;
  readonly #plan: Plan;
  readonly #placing: Placing;
  readonly #stops: Roving;
  #marks: Mark[] = [];

  constructor(map: L.Map, plan: Plan, placing: Placing) {
    this.#map = map;
    this.#stops = new Roving(map);
    this.#plan = plan;
    this.#placing = placing;
  }

  /** Shows the sites of an answer. */
  show(sites: readonly PlanSite[]): void {
    const { focused } = this.#stops;
    for (const { marker } of this.#marks) {
      marker.remove();
    }
    this.#map.closePopup();
    this.#marks = groupSites(sites).map((group) => this.#mark(group));
    this.#map.getContainer().classList.toggle("plan-many", this.#marks.length > MANY);
    this.#stops.use(
      this.#marks.map(({ marker }) => marker),
      Math.max(0, focused),
    );
    if (focused !== -1) {
      (this.#marks[focused]?.marker.getElement() ?? this.#map.getContainer()).focus({ preventScroll: true });
    }
  }

  #mark(group: SiteGroup): Mark {
    const { sites } = group;
    const [first] = sites as readonly [PlanSite, ...PlanSite[]];
    const { messages } = this.#plan;
    const look = sites.length === 1 ? lookOf(first) : this.#commonLook(sites);
    const name =
      sites.length === 1
        ? messages.text(SITE_TEXT[look], { name: first.name })
        : messages.plural("js-plan-sites-here", sites.length, { name: first.name });
    const icon = new NamedIcon(name, {
      className: `plan-site-mark plan-site-mark--${look}`,
      html: signOf(look, sites.length),
      iconSize: [MARK_PX, MARK_PX],
    });
    const ref = sites.length === 1 ? refOf(first) : null;
    const draggable = ref !== null && first.kind !== "closed";
    // What a person has changed lies above what is there, so that the hand finds it.
    const zIndexOffset = first.kind === "existing" ? 0 : 2000;
    const options = { icon, draggable, riseOnHover: true, title: name, zIndexOffset };
    const marker = L.marker([group.lat, group.lon], options);
    const mark = { marker, group };
    marker.on("click", () => this.#open(mark, false));
    if (ref !== null && draggable) {
      this.#enableDrag(marker, ref);
    }
    marker.addTo(this.#map);
    const element = marker.getElement();
    element?.setAttribute("tabindex", "-1");
    element?.addEventListener("keydown", (event) => this.#key(event, mark));
    return mark;
  }

  #commonLook(sites: readonly PlanSite[]): ReturnType<typeof lookOf> {
    const looks = new Set(sites.map(lookOf));
    const [only] = looks;
    // Where one of them is certain, somebody is certainly served from here.
    return looks.size === 1 && only !== undefined ? only : "certain";
  }

  /** Dragging by mouse or finger; Escape gives up and puts the site back. */
  #enableDrag(marker: L.Marker, ref: SiteRef): void {
    let carry: Carry | null = null;
    let reach: L.Circle | null = null;
    let start = marker.getLatLng();
    const giveUp = (event: KeyboardEvent): void => {
      if (event.key === "Escape") {
        carry?.cancel();
        carry = null;
        reach?.remove();
      }
    };
    marker.on("dragstart", () => {
      start = marker.getLatLng();
      this.#map.closePopup();
      carry = new Carry(this.#plan, ref, { lon: start.lng, lat: start.lat });
      reach = showReach(this.#map, carry);
      document.addEventListener("keydown", giveUp);
    });
    marker.on("drag", () => {
      const at = marker.getLatLng();
      carry?.to({ lon: at.lng, lat: at.lat });
      reach?.setLatLng(at);
    });
    marker.on("dragend", () => {
      document.removeEventListener("keydown", giveUp);
      reach?.remove();
      if (carry === null) {
        marker.setLatLng(start);
      }
      carry?.drop();
      carry = null;
    });
  }

  #key(event: KeyboardEvent, mark: Mark): void {
    if (this.#stops.follow(event.key, mark.marker)) {
      // The focus has moved on.
    } else if (event.key === "Enter" || event.key === " ") {
      this.#open(mark, true);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      this.#takeAway(mark);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #takeAway({ group }: Mark): void {
    const [site] = group.sites;
    const ref = site === undefined || group.sites.length > 1 ? null : refOf(site);
    if (ref !== null && site?.kind !== "closed") {
      this.#plan.change(withoutSite(this.#plan.scenario, ref));
    }
  }

  #open({ marker, group }: Mark, byKeyboard: boolean): void {
    if (this.#plan.adding.get()) {
      return;
    }
    const content = element("div", "map-popup");
    const list = element("ul", "map-popup__list plan-popup__list");
    for (const site of group.sites) {
      list.append(this.#entry(site));
    }
    content.append(list);
    openPopup(this.#map, marker, content, this.#plan.messages, byKeyboard);
    if (byKeyboard) {
      content.querySelector<HTMLElement>("a, button")?.focus({ preventScroll: true });
    }
  }

  /** One site in the popup: what it is and what can be tried with it. */
  #entry(site: PlanSite): HTMLElement {
    const { messages } = this.#plan;
    const item = element("li", "plan-popup__item");
    item.append(element("p", "map-popup__title", messages.text(NAME_TEXT[site.kind], { name: site.name })));
    const known = [
      site.approximate ? messages.text("js-approx") : "",
      site.stale ? messages.text("js-plan-stale") : "",
      site.outside ? messages.text("js-plan-outside") : "",
    ].filter((text) => text !== "");
    if (known.length > 0) {
      item.append(element("p", "map-popup__meta", known.join(" · ")));
    }
    const actions = element("div", "plan-popup__actions");
    const ref = refOf(site);
    if (ref !== null) {
      actions.append(...this.#actions(site, ref));
    }
    if (site.serviceId !== null) {
      const link = document.createElement("a");
      link.className = "kern-link map-popup__action";
      link.href = `/angebote/${encodeURIComponent(site.serviceId)}`;
      link.textContent = messages.text("js-open-entry");
      actions.append(link);
    }
    item.append(actions);
    return item;
  }

  #actions(site: PlanSite, ref: SiteRef): HTMLElement[] {
    const { messages } = this.#plan;
    const act = (key: string, does: () => void): HTMLElement => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "plan-button plan-button--small";
      button.textContent = messages.text(key);
      button.addEventListener("click", () => {
        this.#map.closePopup();
        does();
      });
      return button;
    };
    const change = (make: typeof withoutSite) => () => this.#plan.change(make(this.#plan.scenario, ref));
    const move = act("js-plan-move", () => this.#placing.begin(ref, site));
    if (site.kind === "closed") {
      return [act("js-plan-reopen", change(withoutChange))];
    }
    if (site.kind === "added") {
      return [move, act("js-plan-remove", change(withoutSite))];
    }
    const close = act("js-plan-close", change(withoutSite));
    return site.kind === "moved" ? [act("js-plan-undo", change(withoutChange)), move, close] : [close, move];
  }
}

function element(name: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
