import type { PlanSite } from "../api/planning";

/** How a site looks: told apart by shape, not only by colour. */
export type SiteLook = "certain" | "approximate" | "stale" | "unsure" | "added" | "moved" | "closed";

/** The outline of each look in a box of 24 × 24. */
interface Sign {
  readonly path: string;
  /** Lines drawn upon the shape. */
  readonly strokes?: string;
  readonly hollow?: boolean;
}

const CIRCLE = "M12 5a7 7 0 1 0 0 14a7 7 0 1 0 0-14z";
const DIAMOND = "M12 3.5L20.5 12L12 20.5L3.5 12z";
const SQUARE =
  "M6.5 4h11A2.5 2.5 0 0 1 20 6.5v11a2.5 2.5 0 0 1-2.5 2.5h-11A2.5 2.5 0 0 1 4 17.5v-11A2.5 2.5 0 0 1 6.5 4z";

/** The shapes by look. */
export const SIGNS: Readonly<Record<SiteLook, Sign>> = {
  certain: { path: CIRCLE },
  approximate: { path: CIRCLE, hollow: true },
  stale: { path: DIAMOND },
  unsure: { path: DIAMOND, hollow: true },
  added: { path: SQUARE, strokes: "M12 8v8M8 12h8" },
  moved: { path: SQUARE, strokes: "M8 12h8M13 8.5l3.5 3.5l-3.5 3.5" },
  closed: { path: CIRCLE, strokes: "M7 7l10 10M17 7L7 17", hollow: true },
};

/** The look of a site: what a scenario does to it goes before what is known of it. */
export function lookOf(site: PlanSite): SiteLook {
  if (site.kind !== "existing") {
    return site.kind;
  }
  if (site.stale) {
    return site.approximate ? "unsure" : "stale";
  }
  return site.approximate ? "approximate" : "certain";
}

/** Sites at exactly one point. */
export interface SiteGroup {
  readonly lon: number;
  readonly lat: number;
  readonly sites: readonly PlanSite[];
}

/** Joins existing sites with equal coordinates; what a scenario touches stays by itself. */
export function groupSites(sites: readonly PlanSite[]): SiteGroup[] {
  const groups = new Map<string, PlanSite[]>();
  sites.forEach((site, i) => {
    const key = site.kind === "existing" ? `${site.lon},${site.lat}` : `#${i}`;
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [site]);
    } else {
      group.push(site);
    }
  });
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ lon: first.lon, lat: first.lat, sites: group }];
  });
}

/** Colours of signs on paper. */
const PAPER_INK: Readonly<Record<SiteLook, string>> = {
  certain: "#17265c",
  approximate: "#17265c",
  stale: "#17265c",
  unsure: "#17265c",
  added: "#0b5c3a",
  moved: "#0b5c3a",
  closed: "#55565f",
};

/** Draws the sign of a site around a point of a picture. */
export function drawSign(
  context: CanvasRenderingContext2D,
  look: SiteLook,
  at: { readonly x: number; readonly y: number },
  side: number,
): void {
  const { path, strokes, hollow } = SIGNS[look];
  const ink = PAPER_INK[look];
  const shape = new Path2D(path);
  context.save();
  context.translate(at.x - side / 2, at.y - side / 2);
  context.scale(side / 24, side / 24);
  context.lineJoin = "round";
  context.lineWidth = 6;
  context.strokeStyle = "#fff";
  context.stroke(shape);
  context.fillStyle = hollow === true ? "#fff" : ink;
  context.fill(shape);
  context.lineWidth = 2.5;
  context.strokeStyle = ink;
  context.setLineDash(hollow === true && look !== "closed" ? [3.5, 2.5] : []);
  context.stroke(shape);
  if (strokes !== undefined) {
    context.setLineDash([]);
    context.strokeStyle = hollow === true ? ink : "#fff";
    context.stroke(new Path2D(strokes));
  }
  context.restore();
}

/** The look that a sign of the legend stands for; null for any other element. */
export function lookOfClass(classes: Iterable<string>): SiteLook | null {
  for (const name of classes) {
    const look = name.startsWith("plan-site--") ? name.slice("plan-site--".length) : "";
    if (look in SIGNS) {
      return look as SiteLook;
    }
  }
  return null;
}
