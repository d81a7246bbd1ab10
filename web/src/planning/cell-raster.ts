import type { CellShapes } from "./cell-shapes";
import { isUncertain } from "./classes";

/** Which part of the map a picture shows, in its own pixels. */
export interface RasterView {
  /** Pixels of the whole world's side at this zoom and density. */
  readonly worldPx: number;
  /** World pixel of the picture's upper left corner. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture per pixel of the layout. */
  readonly density: number;
}

/** Colours as red, green, blue, alpha in 32 bits, the way the platform stores a pixel. */
export interface Palette {
  /** By class: served, then five classes of unserved. */
  readonly classes: readonly number[];
  /** The lines of the hatching on served and on unserved cells. */
  readonly hatchServed: number;
  readonly hatchUnserved: number;
}

/** Least side of a cell in pixels of the layout: smaller ones would vanish. */
const LEAST_PX = 2;
/** Distance and width of the hatching's lines in pixels of the layout. */
const HATCH_EVERY_PX = 5;
const HATCH_WIDTH_PX = 1.5;
/** Added to a class in the raster when the cell is hatched; 0 stays "no cell". */
const HATCHED = 8;

/**
 * Draws cells into a picture of one byte a pixel: 0 no cell, else class + 1, plus [HATCHED] for uncertain ones.
 * Where cells share a pixel the class with more people stays. A pixel belongs to the cell that holds its middle, so
 * that neighbours neither overlap nor leave a seam.
 */
export function rasterise(
  shapes: CellShapes,
  classes: Uint8Array,
  flags: Uint8Array,
  view: RasterView,
): Uint8Array {
  const { worldPx, width, height } = view;
  const marks = new Uint8Array(width * height);
  const { corners, corner } = shapes;
  const left = view.left - shapes.originU * worldPx;
  const top = view.top - shapes.originV * worldPx;
  const least = LEAST_PX * view.density;
  const quad = new Float64Array(8);
  for (let i = 0; i < shapes.count; i += 1) {
    const sw = (corner[i * 4] ?? 0) * 2;
    const se = (corner[i * 4 + 1] ?? 0) * 2;
    const nw = (corner[i * 4 + 3] ?? 0) * 2;
    const x0 = (corners[sw] ?? 0) * worldPx - left;
    const y0 = (corners[nw + 1] ?? 0) * worldPx - top;
    const x1 = (corners[se] ?? 0) * worldPx - left;
    const y1 = (corners[sw + 1] ?? 0) * worldPx - top;
    if (x1 < -least || y1 < -least || x0 > width + least || y0 > height + least) {
      continue;
    }
    const mark = 1 + (classes[i] ?? 0) + (isUncertain(flags[i] ?? 0) ? HATCHED : 0);
    if (x1 - x0 < least) {
      fillBox(marks, view, [x0, y0, x1, y1], least, mark);
    } else {
      for (let k = 0; k < 4; k += 1) {
        const place = (corner[i * 4 + k] ?? 0) * 2;
        quad[k * 2] = (corners[place] ?? 0) * worldPx - left;
        quad[k * 2 + 1] = (corners[place + 1] ?? 0) * worldPx - top;
      }
      fillQuad(marks, view, quad, mark);
    }
  }
  return marks;
}

/** A small cell: an upright box of at least `least` pixels, which hides the seams. */
function fillBox(
  marks: Uint8Array,
  view: RasterView,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  least: number,
  mark: number,
): void {
  const { width, height } = view;
  const startX = Math.round(x0);
  const startY = Math.round(y0);
  const endX = Math.max(Math.round(x1), startX + Math.round(least));
  const endY = Math.max(Math.round(y1), startY + Math.round(least));
  for (let y = Math.max(0, startY); y < Math.min(height, endY); y += 1) {
    for (let x = Math.max(0, startX); x < Math.min(width, endX); x += 1) {
      put(marks, y * width + x, mark);
    }
  }
}

/** Any other cell: every pixel whose middle lies in its four corners. */
function fillQuad(marks: Uint8Array, view: RasterView, quad: Float64Array, mark: number): void {
  const { width, height } = view;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let k = 1; k < 8; k += 2) {
    low = Math.min(low, quad[k] ?? 0);
    high = Math.max(high, quad[k] ?? 0);
  }
  const last = Math.min(height, Math.ceil(high - 0.5));
  for (let y = Math.max(0, Math.ceil(low - 0.5)); y < last; y += 1) {
    let from = Number.POSITIVE_INFINITY;
    let to = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < 8; k += 2) {
      const ax = quad[k] ?? 0;
      const ay = quad[k + 1] ?? 0;
      const bx = quad[(k + 2) % 8] ?? 0;
      const by = quad[(k + 3) % 8] ?? 0;
      const middle = y + 0.5;
      if (ay <= middle !== by <= middle) {
        const x = ax + ((middle - ay) / (by - ay)) * (bx - ax);
        from = Math.min(from, x);
        to = Math.max(to, x);
      }
    }
    const end = Math.min(width, Math.ceil(to - 0.5));
    for (let x = Math.max(0, Math.ceil(from - 0.5)); x < end; x += 1) {
      put(marks, y * width + x, mark);
    }
  }
}

function put(marks: Uint8Array, at: number, mark: number): void {
  if ((mark & 7) >= ((marks[at] ?? 0) & 7)) {
    marks[at] = mark;
  }
}

/** Colours a raster; hatched cells get slanted lines that run on from cell to cell. */
export function colour(marks: Uint8Array, view: RasterView, palette: Palette): Uint32Array {
  const pixels = new Uint32Array(marks.length);
  const every = Math.max(3, Math.round(HATCH_EVERY_PX * view.density));
  const line = Math.max(1, Math.round(HATCH_WIDTH_PX * view.density));
  // Counted from the world's corner, so that the lines stand still when the map is moved.
  const shift = (((Math.round(view.left) + Math.round(view.top)) % every) + every) % every;
  for (let y = 0, at = 0; y < view.height; y += 1) {
    for (let x = 0; x < view.width; x += 1, at += 1) {
      const mark = marks[at] ?? 0;
      if (mark !== 0) {
        const found = (mark & 7) - 1;
        const hatch = mark >= HATCHED && (x + y + shift) % every < line;
        const lines = found === 0 ? palette.hatchServed : palette.hatchUnserved;
        pixels[at] = hatch ? lines : (palette.classes[found] ?? 0);
      }
    }
  }
  return pixels;
}
