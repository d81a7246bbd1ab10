import type { Feature } from "geojson";
import type { PlanSite } from "../../api/planning";
import type { PictureSize } from "../../planning/picture";
import type { Plan } from "../../planning/plan";
import { drawSign, groupSites, lookOf } from "../../planning/site-look";
import { rowsOf } from "../../planning/targets";
import type { Backdrop } from "../../state/atlas";
import { drawBackdrop } from "../backdrop";
import { Labels } from "../labels";
import { L } from "../leaflet";
import { type DrawnCells, paintCells } from "./cells-layer";
import { readColours } from "./colours";
import { BADGE_ANCHOR, BADGE_PX, isLarge, middleOf } from "./places";

/** What a picture of the map is made of. */
interface PictureParts extends PictureSize {
  /** The section to show. */
  readonly bounds: L.LatLngBounds;
  readonly plan: Plan;
  readonly backdrop: Backdrop;
  readonly cells: DrawnCells | null;
  readonly sites: readonly PlanSite[];
}

/** Class of the root element under which the tokens have the colours of paper. */
const PAPER = "paper";
/** Side of a site's sign in pixels of the layout. */
const SIGN_PX = 20;
/** Most numbers of areas in a picture. */
const MOST_NUMBERS = 25;

/**
 * Draws the section that a map shows at any size, sharply: an unseen map of that size draws background and names,
 * whose shapes are repeated on a canvas; cells, areas, numbers and sites are drawn onto it.
 */
export function paintPicture(parts: PictureParts): HTMLCanvasElement {
  const place = document.createElement("div");
  place.className = "plan-offscreen";
  place.style.width = `${parts.width}px`;
  place.style.height = `${parts.height}px`;
  document.documentElement.classList.add(PAPER);
  document.body.append(place);
  const map = L.map(place, {
    zoomControl: false,
    attributionControl: false,
    zoomSnap: 0,
    zoomAnimation: false,
    fadeAnimation: false,
  });
  try {
    map.fitBounds(parts.bounds, { padding: [0, 0] });
    drawBackdrop(map, parts.backdrop);
    const numbers = numbersOf(map, parts.plan);
    keepFree(map, parts.sites, numbers);
    map.addLayer(new Labels(parts.backdrop, parts.plan.config.bounds));
    return compose(map, place, parts, numbers);
  } finally {
    map.remove();
    place.remove();
    document.documentElement.classList.remove(PAPER);
  }
}

function compose(
  map: L.Map,
  place: HTMLElement,
  parts: PictureParts,
  numbers: readonly Numbered[],
): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = parts.width * parts.density;
  canvas.height = parts.height * parts.density;
  const context = canvas.getContext("2d");
  if (context === null) {
    return canvas;
  }
  const colours = readColours(place);
  context.scale(parts.density, parts.density);
  context.fillStyle = getComputedStyle(place).backgroundColor;
  context.fillRect(0, 0, parts.width, parts.height);
  drawPaths(context, place, map);
  const world = map.getPixelOrigin().add(map.containerPointToLayerPoint([0, 0]));
  const own = document.createElement("canvas");
  paintCells(own, parts.cells, colours, {
    left: world.x,
    top: world.y,
    width: parts.width,
    height: parts.height,
    zoom: map.getZoom(),
    density: parts.density,
  });
  context.drawImage(own, 0, 0, parts.width, parts.height);
  const numbered = new Set(numbers.map(({ number }) => number));
  const areas = (parts.plan.answer.get()?.areas.features ?? []).filter(
    (area) => numbered.has(String(area.properties.number)) || isLarge(map, L.geoJSON(area).getBounds()),
  );
  outline(context, map, parts.backdrop.municipalities.features, colours.border, 0.75);
  outline(context, map, areas, colours.area, 1.5);
  drawNames(context, place, map);
  drawSites(context, map, parts.sites);
  drawNumbers(context, map, numbers, colours.area);
  drawScale(context, map, parts.height);
  return canvas;
}

/** Repeats the shapes of the drawn background with the colours that the style sheet gives them. */
function drawPaths(context: CanvasRenderingContext2D, place: HTMLElement, map: L.Map): void {
  const offset = map.layerPointToContainerPoint([0, 0]);
  context.save();
  context.translate(offset.x, offset.y);
  for (const path of place.querySelectorAll<SVGPathElement>(".leaflet-backdrop-pane path")) {
    const style = getComputedStyle(path);
    const shape = new Path2D(path.getAttribute("d") ?? "");
    if (style.display === "none") {
      continue;
    }
    if (style.fill !== "none") {
      context.fillStyle = style.fill;
      context.fill(shape, "evenodd");
    }
    if (style.stroke !== "none") {
      context.strokeStyle = style.stroke;
      context.lineWidth = Number.parseFloat(style.strokeWidth) || 1;
      context.lineJoin = "round";
      context.stroke(shape);
    }
  }
  context.restore();
}

function drawNames(context: CanvasRenderingContext2D, place: HTMLElement, map: L.Map): void {
  const offset = map.layerPointToContainerPoint([0, 0]);
  context.save();
  context.translate(offset.x, offset.y);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const name of place.querySelectorAll<SVGTextElement>(".map-labels text")) {
    const style = getComputedStyle(name);
    context.save();
    context.translate(Number(name.getAttribute("x")), Number(name.getAttribute("y")));
    const turned = /rotate\(([-\d.e]+)/.exec(name.getAttribute("transform") ?? "");
    context.rotate((Number(turned?.[1] ?? 0) * Math.PI) / 180);
    context.globalAlpha = Number(style.opacity);
    context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    context.letterSpacing = style.letterSpacing === "normal" ? "0px" : style.letterSpacing;
    context.lineWidth = Number.parseFloat(style.strokeWidth) || 0;
    context.strokeStyle = style.stroke;
    context.strokeText(name.textContent ?? "", 0, 0);
    context.fillStyle = style.fill;
    context.fillText(name.textContent ?? "", 0, 0);
    context.restore();
  }
  context.restore();
}

function outline(
  context: CanvasRenderingContext2D,
  map: L.Map,
  features: readonly Feature[],
  colour: string,
  width: number,
): void {
  context.beginPath();
  for (const { geometry } of features) {
    const polygons =
      geometry.type === "Polygon"
        ? [geometry.coordinates]
        : geometry.type === "MultiPolygon"
          ? geometry.coordinates
          : [];
    for (const ring of polygons.flat()) {
      ring.forEach(([lon = 0, lat = 0], i) => {
        const { x, y } = map.latLngToContainerPoint([lat, lon]);
        if (i === 0) {
          context.moveTo(x, y);
        } else {
          context.lineTo(x, y);
        }
      });
      context.closePath();
    }
  }
  context.lineJoin = "round";
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke();
}

function drawSites(context: CanvasRenderingContext2D, map: L.Map, sites: readonly PlanSite[]): void {
  for (const { lon, lat, sites: here } of groupSites(sites)) {
    const [first] = here;
    if (first !== undefined) {
      drawSign(context, lookOf(first), map.latLngToContainerPoint([lat, lon]), SIGN_PX);
    }
  }
}

/** A number and where its area is. */
interface Numbered {
  readonly number: string;
  readonly at: L.LatLngTuple;
}

/** The numbers of the areas that have a row; of those that would cover each other the most important one. */
function numbersOf(map: L.Map, plan: Plan): Numbered[] {
  const shown: Numbered[] = [];
  for (const feature of plan.answer.get()?.areas.features ?? []) {
    const number = rowsOf(document, `area:${feature.properties.id}`)[0]?.dataset["number"];
    const at = middleOf(feature.geometry);
    const point = map.latLngToContainerPoint(at);
    const covered = shown.some((other) => map.latLngToContainerPoint(other.at).distanceTo(point) < BADGE_PX);
    if (number !== undefined && !covered && shown.length < MOST_NUMBERS) {
      shown.push({ number, at });
    }
  }
  return shown;
}

function drawNumbers(
  context: CanvasRenderingContext2D,
  map: L.Map,
  numbers: readonly Numbered[],
  colour: string,
): void {
  const [left, top] = BADGE_ANCHOR;
  context.save();
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.font = `600 13px ${getComputedStyle(document.body).fontFamily}`;
  for (const { number, at } of numbers) {
    // Beside the middle, as on the screen, so that small areas stay in view.
    const { x, y } = map.latLngToContainerPoint(at).add([BADGE_PX / 2 - left, BADGE_PX / 2 - top]);
    context.beginPath();
    context.arc(x, y, BADGE_PX / 2 - 1, 0, 2 * Math.PI);
    context.fillStyle = "#fff";
    context.fill();
    context.lineWidth = 1.75;
    context.strokeStyle = colour;
    context.stroke();
    context.fillStyle = "#17181f";
    context.fillText(number, x, y + 0.5);
  }
  context.restore();
}

/** Unseen marks where signs and numbers will be, so that no name is set there. */
function keepFree(map: L.Map, sites: readonly PlanSite[], numbers: readonly Numbered[]): void {
  const free = (at: L.LatLngTuple, options: L.DivIconOptions): void => {
    L.marker(at, { icon: L.divIcon({ className: "", ...options }), interactive: false }).addTo(map);
  };
  for (const { lon, lat } of groupSites(sites)) {
    free([lat, lon], { iconSize: [SIGN_PX, SIGN_PX] });
  }
  for (const { at } of numbers) {
    free(at, { iconSize: [BADGE_PX, BADGE_PX], iconAnchor: BADGE_ANCHOR });
  }
}

/** A bar of a round number of metres, at most a fifth of the width. */
function drawScale(context: CanvasRenderingContext2D, map: L.Map, height: number): void {
  const middle = map.latLngToContainerPoint(map.getCenter());
  const a = map.containerPointToLatLng(middle);
  const metresPerPixel = a.distanceTo(map.containerPointToLatLng(middle.add([100, 0]))) / 100;
  const most = map.getSize().x * 0.2 * metresPerPixel;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = ([5, 2, 1].find((part) => part * power <= most) ?? 1) * power;
  const width = metres / metresPerPixel;
  const y = height - 14;
  context.save();
  context.fillStyle = "rgb(255 255 255 / 80%)";
  context.fillRect(8, y - 20, width + 16, 26);
  context.strokeStyle = "#2b2a33";
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(16, y - 6);
  context.lineTo(16, y);
  context.lineTo(16 + width, y);
  context.lineTo(16 + width, y - 6);
  context.stroke();
  context.fillStyle = "#2b2a33";
  context.font = `400 12px ${getComputedStyle(document.body).fontFamily}`;
  context.textBaseline = "bottom";
  context.fillText(metres >= 1000 ? `${metres / 1000} km` : `${metres} m`, 20, y - 1);
  context.restore();
}
