/** A text with the middle and the size of the box it needs, in pixels. */
export interface LabelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels that stay free around a name. */
const GAP_PX = 4;

/** Whether two boxes overlap or nearly so. */
export function overlaps(a: LabelBox, b: LabelBox): boolean {
  return (
    Math.abs(a.x - b.x) * 2 < a.width + b.width + GAP_PX &&
    Math.abs(a.y - b.y) * 2 < a.height + b.height + GAP_PX
  );
}

/** Keeps, in the given order of importance, every label that does not overlap one kept before. */
export function withoutOverlaps<T extends LabelBox>(labels: readonly T[]): T[] {
  const kept: T[] = [];
  for (const label of labels) {
    if (!kept.some((other) => overlaps(label, other))) {
      kept.push(label);
    }
  }
  return kept;
}
