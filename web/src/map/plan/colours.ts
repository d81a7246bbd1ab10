import type { Palette } from "../../planning/cell-raster";

/** The colours of the planning map, as the tokens of the present theme give them. */
export interface PlanColours {
  readonly cells: Palette;
  /** The five classes and the served as CSS colours. */
  readonly area: string;
  readonly areaHalo: string;
  readonly chosen: string;
  readonly border: string;
  readonly gain: string;
}

/** Reads the tokens of an element. */
export function readColours(element: Element): PlanColours {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim() || "#000";
  const classes = ["served", "class-1", "class-2", "class-3", "class-4", "class-5"];
  return {
    cells: {
      classes: classes.map((name) => pixelOf(token(`--plan-${name}`))),
      hatchServed: pixelOf(token("--plan-hatch-served")),
      hatchUnserved: pixelOf(token("--plan-hatch")),
    },
    area: token("--plan-area"),
    areaHalo: token("--plan-area-halo"),
    chosen: token("--plan-chosen"),
    border: token("--map-county"),
    gain: token("--plan-gain"),
  };
}

let one: CanvasRenderingContext2D | null = null;

/** A CSS colour as one pixel of a picture: drawn and read, so that every notation is understood. */
function pixelOf(colour: string): number {
  one ??= onePixel();
  if (one === null) {
    return 0;
  }
  one.clearRect(0, 0, 1, 1);
  one.fillStyle = colour;
  one.fillRect(0, 0, 1, 1);
  const { data } = one.getImageData(0, 0, 1, 1);
  return new Uint32Array(data.buffer)[0] ?? 0;
}

function onePixel(): CanvasRenderingContext2D | null {
  const canvas = document.createElement("canvas");
  canvas.width = 1;
  canvas.height = 1;
  return canvas.getContext("2d", { willReadFrequently: true });
}
