import { classesOf } from "../../planning/classes";
import { Ground } from "../../planning/ground";
import type { PictureSize, PlanMap } from "../../planning/picture";
import type { Plan } from "../../planning/plan";
import type { Backdrop } from "../../state/atlas";
import type { Bounds } from "../../state/query";
import { drawBackdrop } from "../backdrop";
import { createMap, statusLine } from "../base";
import { latLngBounds } from "../controls";
import { Labels } from "../labels";
import { L } from "../leaflet";
import { CellsLayer, type DrawnCells } from "./cells-layer";
import { readColours } from "./colours";
import { paintPicture } from "./picture";
import { Places } from "./places";
import { Placing } from "./placing";
import { Sites } from "./sites";

/** Zoom below which sites are drawn small, so that they do not cover the cells. */
const NEAR_ZOOM = 11;

/** What to keep free around the county: the buttons stand beside its upper corner, sources at the lower edge. */
const FIT: { paddingTopLeft: [number, number]; paddingBottomRight: [number, number] } = {
  paddingTopLeft: [12, 12],
  paddingBottomRight: [28, 56],
};

/** Starts the planning map in its place. */
export function openPlanMap(place: HTMLElement, plan: Plan, background: Promise<Backdrop>): PlanMap {
  const { messages, config } = plan;
  const map = createPlanMap(place, plan);
  const cells = new CellsLayer(readColours(place));
  cells.addTo(map);
  const places = new Places(map, plan, readColours(place));
  const sites = new Sites(map, plan, new Placing(map, plan));
  let backdrop: Backdrop | null = null;
  background.then(
    (loaded) => {
      backdrop = loaded;
      plan.ground = new Ground(loaded.water, loaded.municipalities);
      drawBackdrop(map, loaded);
      map.addLayer(new Labels(loaded, config.bounds));
      places.addMunicipalities(loaded);
    },
    () => {
      statusLine(place, messages.text("js-map-error"));
    },
  );
  const drawn = (): DrawnCells | null => {
    const answer = plan.answer.get();
    const flags = plan.preview.get()?.flags ?? answer?.cells.flags;
    return answer === null || flags === undefined
      ? null
      : { shapes: answer.shapes, classes: classesOf(answer.cells, answer.question.breaks, flags), flags };
  };
  plan.answer.subscribe((answer) => {
    cells.show(drawn());
    places.showAreas(answer?.areas ?? null);
    sites.show(answer?.sites ?? []);
  });
  const busy = (): void => {
    place.setAttribute("aria-busy", String([plan.status.get(), plan.mapStatus.get()].includes("loading")));
  };
  plan.status.subscribe(busy);
  plan.mapStatus.subscribe(busy);
  // What was refused goes back to where it was.
  plan.refusal.subscribe((why) => why !== "" && sites.show(plan.answer.get()?.sites ?? []));
  plan.preview.subscribe((preview) => {
    cells.show(drawn());
    place.classList.toggle("plan-nowhere", preview !== null && preview.ground !== "land");
  });
  plan.chosen.subscribe((choice) => {
    if (choice?.from === "table") {
      map.closePopup();
    }
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    cells.recolour(readColours(place));
    places.recolour(readColours(place));
  });
  // On paper the map on the screen is hidden and has no section of its own.
  let bounds = map.getBounds();
  map.on("moveend", () => {
    bounds = map.getSize().x > 0 ? map.getBounds() : bounds;
  });
  return {
    picture: (size: PictureSize) => {
      const answer = plan.answer.get();
      return backdrop === null
        ? null
        : paintPicture({
            bounds: sectionOf(bounds, config.bounds),
            plan,
            backdrop,
            cells: drawn(),
            sites: answer?.sites ?? [],
            ...size,
          });
    },
  };
}

/** What a picture shows of the section on the screen: where that is the whole county, only the county. */
function sectionOf(shown: L.LatLngBounds, [west, south, east, north]: Bounds): L.LatLngBounds {
  const county = L.latLngBounds([south, west], [north, east]);
  return shown.contains(county) ? county.pad(0.02) : shown;
}

/** An empty map of the county that does not take the wheel from the page. */
function createPlanMap(place: HTMLElement, { messages, config }: Plan): L.Map {
  const map = createMap(place, config, { label: messages.text("js-plan-map"), wheel: false });
  // Any zoom, so that the county fills the map whatever its size; the buttons still go by whole steps.
  map.options.zoomSnap = 0.05;
  map.fitBounds(latLngBounds(config.bounds), FIT);
  // The wheel scrolls the page until a person has turned to the map.
  map.on("focus click", () => map.scrollWheelZoom.enable());
  place.addEventListener("mouseleave", () => map.scrollWheelZoom.disable());
  const far = (): void => {
    place.classList.toggle("plan-far", map.getZoom() < NEAR_ZOOM);
  };
  map.on("zoomend", far);
  far();
  return map;
}
