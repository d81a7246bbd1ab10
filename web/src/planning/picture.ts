import { drawSign, type SiteLook } from "./site-look";

/** Size of a picture of the map in pixels of the layout, and how many pixels each of them gets. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
  readonly density: number;
}

/** What the page needs of the map. */
export interface PlanMap {
  /** The map as a picture with the section it shows, in the colours of paper; null while it is not there yet. */
  picture(size: PictureSize): HTMLCanvasElement | null;
}

/** The words around the map in a saved picture. */
export interface PictureWords {
  readonly title: string;
  /** What a scenario changes; empty without one. */
  readonly scenario: string;
  readonly legendTitle: string;
  readonly legend: readonly LegendLine[];
  /** Of which day the data are. */
  readonly asOf: string;
  readonly sources: string;
  /** The day of the picture. */
  readonly date: string;
}

/** One line of the legend with the sign before it. */
export interface LegendLine {
  readonly text: string;
  /** CSS colour of a swatch; null for a line without one. */
  readonly colour: string | null;
  readonly hatched: boolean;
  /** The sign of a kind of site; null for all other lines. */
  readonly sign: SiteLook | null;
}

/** Width of a saved picture in pixels of the layout: the width of A4 in landscape without its margins. */
export const PICTURE_WIDTH = 1000;
const MAP_HEIGHT = 640;
const MARGIN = 32;
const DENSITY = 2;
const TITLE_PX = 24;
const TEXT_PX = 15;
const SMALL_PX = 12;
const LEGEND_COLUMN = 300;

/** Breaks a text into lines no wider than `width`. */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** The map with its sentence, legend, sources and date as one picture to save. */
export function composePicture(map: PlanMap, words: PictureWords, font: string): HTMLCanvasElement | null {
  const inner = PICTURE_WIDTH - 2 * MARGIN;
  const drawn = map.picture({ width: inner, height: MAP_HEIGHT, density: DENSITY });
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (drawn === null || context === null) {
    return null;
  }
  const linesOf = (text: string, px: number, weight: number): string[] => {
    context.font = `${weight} ${px}px ${font}`;
    return wrap(text, inner, (part) => context.measureText(part).width);
  };
  const title = linesOf(words.title, TITLE_PX, 600);
  const scenario = linesOf(words.scenario, TEXT_PX, 600);
  const legendTitle = linesOf(words.legendTitle, TEXT_PX, 600);
  const asOf = linesOf(words.asOf, SMALL_PX, 400);
  const sources = linesOf(`${words.date} · ${words.sources}`, SMALL_PX, 400);
  const rows = Math.ceil(words.legend.length / Math.floor(inner / LEGEND_COLUMN));
  const heights = [
    title.length * TITLE_PX * 1.35,
    scenario.length * TEXT_PX * 1.5,
    MAP_HEIGHT,
    legendTitle.length * TEXT_PX * 1.6,
    rows * 24 + 16,
    (asOf.length + sources.length) * SMALL_PX * 1.5,
  ];
  canvas.width = PICTURE_WIDTH * DENSITY;
  canvas.height = (heights.reduce((sum, part) => sum + part, 0) + 2 * MARGIN + 24) * DENSITY;
  context.scale(DENSITY, DENSITY);
  context.fillStyle = "#fff";
  context.fillRect(0, 0, PICTURE_WIDTH, canvas.height / DENSITY);
  context.textBaseline = "top";
  let y = MARGIN;
  const write = (
    lines: readonly string[],
    px: number,
    weight: number,
    space: number,
    colour: string,
  ): void => {
    context.font = `${weight} ${px}px ${font}`;
    context.fillStyle = colour;
    for (const line of lines) {
      context.fillText(line, MARGIN, y);
      y += px * space;
    }
  };
  write(title, TITLE_PX, 600, 1.35, "#17181f");
  write(scenario, TEXT_PX, 600, 1.5, "#0b5c3a");
  y += 8;
  context.drawImage(drawn, MARGIN, y, inner, MAP_HEIGHT);
  context.strokeStyle = "#9a9aa5";
  context.strokeRect(MARGIN, y, inner, MAP_HEIGHT);
  y += MAP_HEIGHT + 16;
  write(legendTitle, TEXT_PX, 600, 1.6, "#17181f");
  y = drawLegend(context, words.legend, y, font);
  write(asOf, SMALL_PX, 400, 1.5, "#17181f");
  write(sources, SMALL_PX, 400, 1.5, "#4b4d5a");
  return canvas;
}

/** The legend in columns; gives the place below it. */
function drawLegend(
  context: CanvasRenderingContext2D,
  legend: readonly LegendLine[],
  top: number,
  font: string,
): number {
  const columns = Math.floor((PICTURE_WIDTH - 2 * MARGIN) / LEGEND_COLUMN);
  const rows = Math.ceil(legend.length / columns);
  context.font = `400 ${TEXT_PX}px ${font}`;
  legend.forEach((line, i) => {
    const x = MARGIN + Math.floor(i / rows) * LEGEND_COLUMN;
    const y = top + (i % rows) * 24;
    if (line.colour !== null) {
      context.fillStyle = line.colour;
      context.fillRect(x, y + 1, 22, 15);
      context.strokeStyle = "#55565f";
      context.strokeRect(x + 0.5, y + 1.5, 21, 14);
    }
    if (line.hatched) {
      hatch(context, x, y + 1);
    }
    if (line.sign !== null) {
      drawSign(context, line.sign, { x: x + 11, y: y + 8 }, 20);
    }
    context.fillStyle = "#17181f";
    context.fillText(line.text, x + 30, y, LEGEND_COLUMN - 40);
  });
  return top + rows * 24 + 8;
}

function hatch(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.save();
  context.beginPath();
  context.rect(x, y, 22, 15);
  context.clip();
  context.beginPath();
  for (let at = -15; at < 22; at += 5) {
    context.moveTo(x + at, y + 15);
    context.lineTo(x + at + 15, y);
  }
  context.lineWidth = 1.5;
  context.strokeStyle = "#2b2a33";
  context.stroke();
  context.restore();
}

/** Saves a picture as a file of that name. */
export function savePicture(canvas: HTMLCanvasElement, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) {
        reject(new Error("the browser could not write the picture"));
        return;
      }
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = name;
      link.click();
      window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
      resolve();
    }, "image/png");
  });
}
