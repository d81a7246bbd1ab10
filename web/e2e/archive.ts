// Writes a file of vector tiles (PMTiles 3) with a single tile in it: land, a lake, a road and a town.

/** A number of a protocol buffer, seven bits a byte. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

const number = (field: number, value: number): number[] => [...varint(field * 8), ...varint(value)];
const bytes = (field: number, content: readonly number[]): number[] => [
  ...varint(field * 8 + 2),
  ...varint(content.length),
  ...content,
];
const text = (field: number, content: string): number[] => bytes(field, [...Buffer.from(content)]);
const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

type Point = readonly [x: number, y: number];

/** Commands of a geometry (Mapbox Vector Tile Specification 2.1, section 4.3). */
function geometry(points: readonly Point[], closed: boolean): number[] {
  let [x, y] = [0, 0];
  const steps = points.map(([toX, toY]) => {
    const step = [zigzag(toX - x), zigzag(toY - y)];
    [x, y] = [toX, toY];
    return step;
  });
  const [first = [], ...others] = steps;
  const lines = others.length > 0 ? [others.length * 8 + 2, ...others.flat()] : [];
  return [9, ...first, ...lines, ...(closed ? [15] : [])].flatMap(varint);
}

/** A layer with one feature; its type is 1 (point), 2 (line) or 3 (area). */
function layer(
  name: string,
  type: 1 | 2 | 3,
  points: readonly Point[],
  properties: Record<string, string>,
): number[] {
  const pairs = Object.entries(properties);
  const feature = [
    ...bytes(
      2,
      pairs.flatMap((_pair, i) => [i, i]),
    ),
    ...number(3, type),
    ...bytes(4, geometry(points, type === 3)),
  ];
  return bytes(3, [
    ...number(15, 2),
    ...text(1, name),
    ...bytes(2, feature),
    ...pairs.flatMap(([key]) => text(3, key)),
    ...pairs.flatMap(([, value]) => bytes(4, text(1, value))),
    ...number(5, 4096),
  ]);
}

/** The number of a tile: all of the wider zooms, then its place on the Hilbert curve. */
function tileId(zoom: number, column: number, row: number): number {
  let [x, y, id] = [column, row, (4 ** zoom - 1) / 3];
  for (let side = 2 ** (zoom - 1); side >= 1; side /= 2) {
    const right = (x & side) > 0;
    const lower = (y & side) > 0;
    id += side * side * ((right ? 3 : 0) ^ (lower ? 1 : 0));
    if (!lower) {
      if (right) {
        [x, y] = [side - 1 - x, side - 1 - y];
      }
      [x, y] = [y, x];
    }
  }
  return id;
}

/** The file; the tile is the one of zoom 8 in this column and row, within these degrees. */
export function archive(
  column: number,
  row: number,
  [west, south, east, north]: readonly [number, number, number, number],
): Buffer {
  const square: readonly Point[] = [
    [0, 0],
    [4096, 0],
    [4096, 4096],
    [0, 4096],
  ];
  const lake: readonly Point[] = [
    [1500, 1500],
    [2500, 1500],
    [2500, 2500],
    [1500, 2500],
  ];
  const tile = Buffer.from([
    ...layer("earth", 3, square, { kind: "earth" }),
    ...layer("water", 3, lake, { kind: "lake" }),
    ...layer(
      "roads",
      2,
      [
        [0, 1000],
        [4096, 1400],
      ],
      { kind: "highway" },
    ),
    ...layer("places", 1, [[800, 800]], { kind: "locality", name: "Teststadt" }),
  ]);
  const directory = Buffer.from(
    [1, tileId(8, column, row), 1, tile.length, 1].flatMap((value) => varint(value)),
  );
  const metadata = Buffer.from("{}");
  const header = Buffer.alloc(127);
  header.write("PMTiles\u0003", 0, "latin1");
  const starts = [127, 127 + directory.length, 0, 127 + directory.length + metadata.length];
  const lengths = [directory.length, metadata.length, 0, tile.length];
  for (const [i, start] of starts.entries()) {
    header.writeBigUInt64LE(BigInt(start), 8 + 16 * i);
    header.writeBigUInt64LE(BigInt(lengths[i] ?? 0), 16 + 16 * i);
  }
  for (const place of [72, 80, 88]) {
    header.writeBigUInt64LE(1n, place);
  }
  // Clustered; neither directories nor tiles are packed; vector tiles of zoom 8 alone.
  header.set([1, 1, 1, 1, 8, 8], 96);
  for (const [i, degrees] of [west, south, east, north].entries()) {
    header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * i);
  }
  header.writeUInt8(8, 118);
  return Buffer.concat([header, directory, metadata, tile]);
}
