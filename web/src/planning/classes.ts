import { APPROXIMATE, type Cells, SERVED, STALE } from "../api/cells";

/** Colour class of a cell: 0 served, 1 to 5 unserved by number of people. */
export type CellClass = number;

/** Breaks used where the page names none: people per cell from which the next class begins. */
export const DEFAULT_BREAKS: readonly number[] = [10, 25, 50, 100];

/** Reads breaks as the page writes them ("10,25,50,100"); rising positive numbers, else the default. */
export function parseBreaks(text: string | undefined): readonly number[] {
  const breaks = (text ?? "").split(",").map(Number);
  const rising = breaks.every((value, i) => value > (i === 0 ? 0 : (breaks[i - 1] ?? 0)));
  return breaks.length === DEFAULT_BREAKS.length && rising ? breaks : DEFAULT_BREAKS;
}

/** The class of a number of unserved people: 1 below the first break, 5 from the last one on. */
export function classOf(people: number, breaks: readonly number[]): CellClass {
  let found = 1;
  for (const from of breaks) {
    if (people >= from) {
      found += 1;
    }
  }
  return found;
}

/** The class of every cell, by its flags or by others that stand for a preview. */
export function classesOf(cells: Cells, breaks: readonly number[], flags = cells.flags): Uint8Array {
  const classes = new Uint8Array(cells.count);
  for (let i = 0; i < cells.count; i += 1) {
    classes[i] = ((flags[i] ?? 0) & SERVED) !== 0 ? 0 : classOf(cells.people[i] ?? 0, breaks);
  }
  return classes;
}

/** Whether a cell is hatched: its side rests on stale entries or approximate positions. */
export function isUncertain(flags: number): boolean {
  return (flags & (STALE | APPROXIMATE)) !== 0;
}
