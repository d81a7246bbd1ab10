/** A point in pixels. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** Where a name runs along a water: its middle, the angle in degrees against the horizontal, the free length. */
export interface NameLine {
  readonly middle: Pixel;
  readonly angle: number;
  readonly length: number;
}

/** Cells along the longer side of the raster on which lines are tried. */
const CELLS = 72;
/** Cells that stay free on either side, so that a name does not touch the shore. */
const CLEAR_CELLS = 2;
/** Angles tried, in degrees; steeper ones read badly. */
const STEEPEST = 60;
const ANGLE_STEP = 6;

/** Whether a point lies inside a ring, by counting the edges to its right. */
export function isInside(point: Pixel, ring: readonly Pixel[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const a = ring[i];
    const b = ring[j];
    if (a && b && a.y > point.y !== b.y > point.y) {
      inside = point.x < ((b.x - a.x) * (point.y - a.y)) / (b.y - a.y) + a.x ? !inside : inside;
    }
  }
  return inside;
}

/**
 * The longest straight line whose both halves stay inside a ring and inside a frame, found on a raster; null
 * where no part of the ring lies in the frame. The result is as exact as the raster is fine.
 */
export function longestLine(
  ring: readonly Pixel[],
  frame: readonly [least: Pixel, most: Pixel],
): NameLine | null {
  const [least, most] = frame;
  const left = Math.max(least.x, Math.min(...ring.map((p) => p.x)));
  const right = Math.min(most.x, Math.max(...ring.map((p) => p.x)));
  const top = Math.max(least.y, Math.min(...ring.map((p) => p.y)));
  const bottom = Math.min(most.y, Math.max(...ring.map((p) => p.y)));
  const cell = Math.max(right - left, bottom - top) / CELLS;
  if (!(right > left && bottom > top)) {
    return null;
  }
  const columns = Math.ceil((right - left) / cell);
  const rows = Math.ceil((bottom - top) / cell);
  const free = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const centre = { x: left + (column + 0.5) * cell, y: top + (row + 0.5) * cell };
      free[row * columns + column] = isInside(centre, ring) ? 1 : 0;
    }
  }
  const isFree = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < columns && y < rows && free[Math.floor(y) * columns + Math.floor(x)] === 1;
  let best: NameLine | null = null;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const found = isFree(column, row) ? bestAt(column + 0.5, row + 0.5, isFree) : null;
      if (found !== null && found.cells * cell > (best?.length ?? 0)) {
        const middle = { x: left + (column + 0.5) * cell, y: top + (row + 0.5) * cell };
        best = { middle, angle: found.angle, length: found.cells * cell };
      }
    }
  }
  return best;
}

function bestAt(
  x: number,
  y: number,
  isFree: (x: number, y: number) => boolean,
): { readonly angle: number; readonly cells: number } {
  let best = { angle: 0, cells: 0 };
  for (let angle = -STEEPEST; angle <= STEEPEST; angle += ANGLE_STEP) {
    const dx = Math.cos((angle * Math.PI) / 180);
    const dy = Math.sin((angle * Math.PI) / 180);
    const isClear = (along: number): boolean =>
      [0, CLEAR_CELLS, -CLEAR_CELLS].every((off) =>
        isFree(x + dx * along - dy * off, y + dy * along + dx * off),
      );
    let half = 0;
    while (isClear(half + 1) && isClear(-half - 1)) {
      half += 1;
    }
    if (half * 2 > best.cells) {
      best = { angle, cells: half * 2 };
    }
  }
  return best;
}
