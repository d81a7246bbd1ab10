// Figures as sections of docs/PERFORMANCE.md, in the form of the other benches (benches/support/report.rs).
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";

interface Line {
  readonly what: string;
  readonly reached: string;
  /** What must come out; empty where nothing is demanded. */
  readonly wanted: string;
  readonly isMet: boolean;
}

/** Collects lines and prints each as it comes. */
export class Report {
  readonly #lines: Line[] = [];

  /** A measurement that something is demanded of. */
  demand(what: string, reached: string, wanted: string, isMet: boolean): void {
    console.log(`${isMet ? "ok  " : "MISS"} ${what}: ${reached} (wanted: ${wanted})`);
    this.#lines.push({ what, reached, wanted, isMet });
  }

  /** A measurement that is only told. */
  tell(what: string, reached: string): void {
    console.log(`     ${what}: ${reached}`);
    this.#lines.push({ what, reached, wanted: "", isMet: true });
  }

  /** Whether everything demanded was reached. */
  get isMet(): boolean {
    return this.#lines.every(({ isMet }) => isMet);
  }

  #table(): string {
    const sign = ({ wanted, isMet }: Line): string => (wanted === "" ? "" : isMet ? "met" : "**missed**");
    const rows = this.#lines.map(
      (line) => `| ${line.what} | ${line.reached} | ${line.wanted} | ${sign(line)} |\n`,
    );
    return `| measured | reached | wanted | |\n|---|---|---|---|\n${rows.join("")}`;
  }

  /** Writes the lines as a section of a file, in place of the one with this title or at the end. */
  record(file: string, title: string, about: string): void {
    const old = readFileSync(file, "utf8");
    writeFileSync(file, withSection(old, title, `${about}\n\n${this.#table()}`));
    console.log(`recorded in ${file}`);
  }
}

/** The text with a section in place of the one with its title, or at the end. */
export function withSection(text: string, title: string, content: string): string {
  const heading = `\n## ${title}\n`;
  const at = text.indexOf(heading);
  const before = at < 0 ? text : text.slice(0, at);
  const rest = at < 0 ? "" : text.slice(at + heading.length);
  const next = rest.indexOf("\n## ");
  return `${before}${heading}\n${content}${next < 0 ? "" : rest.slice(next)}`;
}

/** When, on what, and with which build it was measured. */
export function circumstances(): string {
  const day = new Date().toISOString().slice(0, 10);
  const model = cpus()[0]?.model ?? "unknown processor";
  const memory = Math.round(totalmem() / 1024 ** 3);
  const debug = (process.env["SOZIALATLAS_E2E_BINARY"] ?? "").includes("/debug/");
  const note = debug ? " **A debug build on a busy machine: not the figures that count.**" : "";
  return `on ${day}: ${model}, ${availableParallelism()} threads, ${memory} GiB.${note}`;
}

/** The middle one of an odd number of values; of an even number the lower of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** The value that a share of all values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
