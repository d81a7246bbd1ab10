import type { MapPoint } from "../state/atlas";

/** Offers at exactly one point. */
export interface PointGroup {
  readonly lon: number;
  readonly lat: number;
  readonly offers: readonly MapPoint[];
}

/** Joins offers with equal coordinates, so that a house with five offers is one marker that opens a list. */
export function groupByPoint(points: readonly MapPoint[]): PointGroup[] {
  const groups = new Map<string, MapPoint[]>();
  for (const point of points) {
    const key = `${point.lon},${point.lat}`;
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [point]);
    } else {
      group.push(point);
    }
  }
  return [...groups.values()].flatMap((offers) => {
    const [first] = offers;
    return first === undefined ? [] : [{ lon: first.lon, lat: first.lat, offers }];
  });
}

/** The box around coordinates as south-west and north-east, latitude first; null without any. */
export function boxAround(
  points: readonly { readonly lon: number; readonly lat: number }[],
): [[number, number], [number, number]] | null {
  if (points.length === 0) {
    return null;
  }
  const lons = points.map((point) => point.lon);
  const lats = points.map((point) => point.lat);
  return [
    [Math.min(...lats), Math.min(...lons)],
    [Math.max(...lats), Math.max(...lons)],
  ];
}
