/** Pixels that an arrow key moves the mark; with shift. */
const STEP_PX = 2;
const LARGE_STEP_PX = 20;

/** Degrees as people may type them, with a point or a comma; null where there are none. */
export function readDegrees(text: string): number | null {
  const trimmed = text.trim().replace(",", ".");
  const degrees = Number(trimmed);
  return trimmed === "" || !Number.isFinite(degrees) ? null : degrees;
}

/** Pixels by which a key moves the mark; null for any other key. */
export function keyStep(key: string, large: boolean): readonly [number, number] | null {
  const step = large ? LARGE_STEP_PX : STEP_PX;
  switch (key) {
    case "ArrowLeft":
      return [-step, 0];
    case "ArrowRight":
      return [step, 0];
    case "ArrowUp":
      return [0, -step];
    case "ArrowDown":
      return [0, step];
    default:
      return null;
  }
}
