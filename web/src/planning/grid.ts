/** How many rows the page keys go. */
const PAGE_ROWS = 8;

/** Rows of links, in the order of the table; null where a cell has none. */
export type LinkRows = readonly (readonly (HTMLElement | null)[])[];

/** Where a key leads in a grid with these rows; null for a key that is none of its own. */
export function target(
  rows: readonly (readonly unknown[])[],
  { row, column }: { readonly row: number; readonly column: number },
  key: string,
  ctrl: boolean,
): { row: number; column: number } | null {
  const lastRow = rows.length - 1;
  const lastColumn = (rows[row]?.length ?? 1) - 1;
  const [rowStep, columnStep] = STEPS[key] ?? [0, 0];
  if (rowStep !== 0 || columnStep !== 0) {
    return firstLinked(rows, row, column, rowStep, columnStep);
  }
  if (key === "Home") {
    return firstLinked(rows, ctrl ? 0 : row, -1, 0, 1) ?? firstLinked(rows, -1, 1, 1, 0);
  }
  if (key === "End") {
    return firstLinked(rows, ctrl ? lastRow : row, lastColumn + 1, 0, -1);
  }
  return null;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-PAGE_ROWS, 0],
  PageDown: [PAGE_ROWS, 0],
};

/** The first cell with a link from a cell on in steps; long steps stop at the edge. */
function firstLinked(
  rows: readonly (readonly unknown[])[],
  row: number,
  column: number,
  rowStep: number,
  columnStep: number,
): { row: number; column: number } | null {
  let at = { row: row + rowStep, column: column + columnStep };
  if (Math.abs(rowStep) > 1) {
    const edge = Math.min(rows.length - 1, Math.max(0, at.row));
    at = { row: edge, column };
    if (rows[at.row]?.[at.column]) {
      return at.row === row ? null : at;
    }
    return firstLinked(rows, at.row, column, -Math.sign(rowStep), 0);
  }
  while (at.row >= 0 && at.row < rows.length && at.column >= 0 && at.column < (rows[at.row]?.length ?? 0)) {
    if (rows[at.row]?.[at.column]) {
      return at;
    }
    at = { row: at.row + rowStep, column: at.column + columnStep };
  }
  return null;
}

/**
 * The heat map as a grid: one stop of the tab key instead of a thousand; arrow keys, Home, End and the page keys go
 * from link to link.
 */
export function startGrid(table: HTMLTableElement): void {
  const rows: LinkRows = [...table.rows]
    .filter((row) => row.cells.length > 1)
    .map((row) => [...row.cells].map((cell) => cell.querySelector("a")));
  const links = rows.flat().filter((link) => link !== null);
  const place = new Map<Element, { row: number; column: number }>();
  rows.forEach((cells, row) => {
    cells.forEach((link, column) => {
      if (link !== null) {
        place.set(link, { row, column });
      }
    });
  });
  const offer = (stop: HTMLElement | undefined): void => {
    for (const link of links) {
      link.tabIndex = link === stop ? 0 : -1;
    }
  };
  // The body before the head: the first figure is what a person comes for.
  offer(links.find((link) => link.closest("tbody") !== null) ?? links[0]);
  table.setAttribute("role", "grid");
  table.setAttribute("aria-readonly", "true");
  table.addEventListener("focusin", (event) => {
    if (event.target instanceof HTMLElement && place.has(event.target)) {
      offer(event.target);
    }
  });
  table.addEventListener("keydown", (event) => {
    const from = event.target instanceof Element ? place.get(event.target) : undefined;
    if (from === undefined || event.altKey || event.metaKey) {
      return;
    }
    const to = target(rows, from, event.key, event.ctrlKey);
    const link = to === null ? null : rows[to.row]?.[to.column];
    if (link) {
      event.preventDefault();
      link.focus();
    } else if (event.key in STEPS) {
      // At the edge the page must not roll away instead.
      event.preventDefault();
    }
  });
}
