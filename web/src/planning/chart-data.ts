/** One bar of the histogram: people whose nearest site lies between two distances. */
export interface Bar {
  readonly fromKm: number;
  readonly toKm: number;
  readonly people: number;
}

/** One point of the Lorenz curve: shares of people and of distance, 0 to 1. */
export interface LorenzPoint {
  readonly share: number;
  readonly distance: number;
}

type Data = Readonly<Record<string, string | undefined>>;

/** Reads the histogram from the rows of its table; an open last bar gets the width of the one before. */
export function readBars(rows: Iterable<Data>): Bar[] {
  const bars: Bar[] = [];
  for (const { from, to, people } of rows) {
    const fromKm = Number(from) / 1000;
    const last = bars.at(-1);
    const width = last === undefined ? 1 : last.toKm - last.fromKm;
    const toKm = to === undefined || to === "" ? fromKm + width : Number(to) / 1000;
    const count = Number(people);
    if (Number.isFinite(fromKm) && toKm > fromKm && Number.isFinite(count)) {
      bars.push({ fromKm, toKm, people: count });
    }
  }
  return bars;
}

/** Bars cut at the threshold, so that each part lies wholly on one side and can have its colour; both keep the height. */
export function cutAt(bars: readonly Bar[], km: number): Bar[] {
  return bars.flatMap((bar) => {
    if (km <= bar.fromKm || km >= bar.toKm) {
      return [bar];
    }
    return [
      { ...bar, toKm: km },
      { ...bar, fromKm: km },
    ];
  });
}

/** Reads the Lorenz curve from the rows of its table, in the order of the shares. */
export function readLorenz(rows: Iterable<Data>): LorenzPoint[] {
  const points: LorenzPoint[] = [];
  for (const row of rows) {
    const share = Number(row["share"]);
    const distance = Number(row["distance"]);
    if (row["share"] !== undefined && Number.isFinite(share) && Number.isFinite(distance)) {
      points.push({ share, distance });
    }
  }
  return points.sort((a, b) => a.share - b.share);
}
