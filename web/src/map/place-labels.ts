/** The middle and the size of a box in pixels. */
export interface LabelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A name to place; a fixed one is never moved aside. */
export interface NameBox extends LabelBox {
  readonly fixed?: boolean;
  /** Of several names with the same key only the first that finds room is placed. */
  readonly once?: string;
}

/** Pixels that stay free around a name. */
const GAP_PX = 4;
/** Pixels that the edge of a moved name may lie from its own point; farther off it would name another place. */
const FARTHEST_PX = 28;

/** Whether two boxes overlap or nearly so. */
export function overlaps(a: LabelBox, b: LabelBox): boolean {
  return (
    Math.abs(a.x - b.x) * 2 < a.width + b.width + GAP_PX &&
    Math.abs(a.y - b.y) * 2 < a.height + b.height + GAP_PX
  );
}

/** The places tried for a name: on its point, then below, above and beside what covers it, then shifted sideways. */
function candidates<T extends NameBox>(name: T, covering: LabelBox | undefined): T[] {
  if (covering === undefined || name.fixed === true) {
    return [name];
  }
  const dy = (covering.height + name.height) / 2 + GAP_PX - 2;
  const dx = (covering.width + name.width) / 2 + GAP_PX;
  return [
    { ...name, y: covering.y + dy },
    { ...name, y: covering.y - dy },
    { ...name, x: covering.x + dx, y: covering.y },
    { ...name, x: covering.x - dx, y: covering.y },
    ...[0.3, -0.3, 0.45, -0.45].flatMap((part) => [
      { ...name, x: covering.x + name.width * part, y: covering.y + dy },
      { ...name, x: covering.x + name.width * part, y: covering.y - dy },
    ]),
  ];
}

/**
 * Places names in the given order of importance so that none overlaps another or an obstacle; a name that is
 * covered moves to a side of what covers it, and one without a free side is left out. A name that the edge of
 * the view would cut is left out too.
 */
export function placeNames<T extends NameBox>(
  names: readonly T[],
  obstacles: readonly LabelBox[],
  view?: LabelBox,
): T[] {
  const placed: T[] = [];
  const seen = new Set<string>();
  for (const name of names) {
    if (name.once !== undefined && seen.has(name.once)) {
      continue;
    }
    const covering = nearest(
      name,
      obstacles.filter((obstacle) => overlaps(name, obstacle)),
    );
    const found = candidates(name, covering).find(
      (box) =>
        distance(name, box) <= FARTHEST_PX &&
        !(view !== undefined && isCut(box, view)) &&
        !placed.some((other) => overlaps(box, other)) &&
        !obstacles.some((obstacle) => overlaps(shrunk(box), obstacle)),
    );
    if (found !== undefined) {
      placed.push(found);
      if (name.once !== undefined && (view === undefined || overlaps(found, view))) {
        seen.add(name.once);
      }
    }
  }
  return placed;
}

/** Whether a box lies partly inside and partly outside of a view. */
function isCut(box: LabelBox, view: LabelBox): boolean {
  const inside =
    Math.abs(box.x - view.x) <= (view.width - box.width) / 2 &&
    Math.abs(box.y - view.y) <= (view.height - box.height) / 2;
  return overlaps(box, view) && !inside;
}

/** The box whose middle lies nearest to a point. */
function nearest(point: LabelBox, boxes: readonly LabelBox[]): LabelBox | undefined {
  const off = (box: LabelBox): number => Math.hypot(box.x - point.x, box.y - point.y);
  return boxes.reduce<LabelBox | undefined>(
    (best, box) => (best === undefined || off(box) < off(best) ? box : best),
    undefined,
  );
}

/** From a point to the nearest edge of a box; zero inside it. */
function distance(point: LabelBox, box: LabelBox): number {
  const dx = Math.max(0, Math.abs(box.x - point.x) - box.width / 2);
  const dy = Math.max(0, Math.abs(box.y - point.y) - box.height / 2);
  return Math.hypot(dx, dy);
}

/** A name may touch a marker, only not lie under it. */
function shrunk(box: LabelBox): LabelBox {
  return { ...box, width: box.width - 2 * GAP_PX, height: box.height - 2 * GAP_PX };
}
