import { fetchPatiently, HttpError } from "./http";

/** The population cells of an answer, one value per cell in each array. */
export interface Cells {
  readonly count: number;
  /** Side of a cell in metres. */
  readonly sizeM: number;
  /** Lower-left corner, EPSG:3035. */
  readonly eastingM: Uint32Array;
  readonly northingM: Uint32Array;
  /** People of the group asked for. */
  readonly people: Float32Array;
  /** To the nearest site; infinite where there is none or no path. */
  readonly distanceM: Float32Array;
  /** Place of the nearest site in the answer's list; [NO_SITE] for none. */
  readonly site: Uint32Array;
  /** Bits: [SERVED], [STALE], [APPROXIMATE]. */
  readonly flags: Uint8Array;
  /** Place of the cell's municipality among all, sorted by key. */
  readonly municipality: Uint16Array;
}

/** `Cells.site` where nothing serves the cell. */
export const NO_SITE = 0xffff_ffff;
/** The nearest site lies within reach. */
export const SERVED = 1;
/** Served, but only by entries that are stale. */
export const STALE = 2;
/** Might change sides, because positions are only approximate. */
export const APPROXIMATE = 4;

const MAGIC = "SACB";
const VERSION = 1;
const HEADER_BYTES = 16;
/** Bytes of one cell over all arrays. */
const CELL_BYTES = 4 + 4 + 4 + 4 + 4 + 1 + 2;

/** What is wrong with a file of cells. */
export class CellsError extends Error {
  override readonly name = "CellsError";
}

/**
 * Reads the compact form of the cells: a header (signature, version, reserved, cell side, count) and the arrays
 * one after the other, all little endian and without padding.
 */
export function parseCells(buffer: ArrayBuffer): Cells {
  if (buffer.byteLength < HEADER_BYTES) {
    throw new CellsError(`only ${buffer.byteLength} bytes, the header has ${HEADER_BYTES}`);
  }
  const view = new DataView(buffer);
  const magic = String.fromCharCode(...new Uint8Array(buffer, 0, 4));
  const version = view.getUint16(4, true);
  if (magic !== MAGIC || version !== VERSION) {
    throw new CellsError(`not cells of version ${VERSION}: signature ${magic}, version ${version}`);
  }
  const sizeM = view.getUint32(8, true);
  const count = view.getUint32(12, true);
  if (buffer.byteLength < HEADER_BYTES + count * CELL_BYTES) {
    throw new CellsError(`${buffer.byteLength} bytes cannot hold ${count} cells`);
  }
  let at = HEADER_BYTES;
  /** Copies the next array, because it need not start at a multiple of its width. */
  const next = (bytes: number): ArrayBuffer => {
    const part = buffer.slice(at, at + bytes * count);
    at += bytes * count;
    return part;
  };
  return {
    count,
    sizeM,
    eastingM: new Uint32Array(next(4)),
    northingM: new Uint32Array(next(4)),
    people: new Float32Array(next(4)),
    distanceM: new Float32Array(next(4)),
    site: new Uint32Array(next(4)),
    flags: new Uint8Array(next(1)),
    municipality: new Uint16Array(next(2)),
  };
}

/** Fetches the cells of an answer. */
export async function fetchCells(url: string, signal: AbortSignal): Promise<Cells> {
  const response = await fetchPatiently(url, { Accept: "application/octet-stream" }, signal);
  if (!response.ok) {
    throw new HttpError(response.status, url);
  }
  return parseCells(await response.arrayBuffer());
}
