import { parseBreaks } from "./classes";
import { readable, SCENARIO_WORDS } from "./scenario";

/** What the page asked and where the machine-readable answer stands. */
export interface Question {
  readonly cellsUrl: string;
  readonly areasUrl: string;
  readonly sitesUrl: string;
  /** Answers what a scenario changes; the words of one are added to it. */
  readonly scenarioUrl: string;
  readonly maxDistanceM: number;
  readonly metric: "straight" | "overland";
  /** People per cell from which the next colour begins. */
  readonly breaks: readonly number[];
}

/** The address of the cells of the same question without any scenario: the state of today. */
export function todayUrl(cellsUrl: string): string {
  const [path = "", query = ""] = cellsUrl.split("?");
  const words = new URLSearchParams(query);
  for (const word of SCENARIO_WORDS) {
    words.delete(word);
  }
  return `${path}?${readable(words.toString())}`;
}

/** Reads the question from the attributes of the result; null where the page had no complete one. */
export function readQuestion(data: Readonly<Record<string, string | undefined>>): Question | null {
  const { cells, areas, sites, scenario } = data;
  const maxDistanceM = Number(data["maxDistanceM"]);
  if (!cells || !areas || !sites || !(maxDistanceM > 0)) {
    return null;
  }
  return {
    cellsUrl: cells,
    areasUrl: areas,
    sitesUrl: sites,
    scenarioUrl: scenario ?? "",
    maxDistanceM,
    metric: data["metric"] === "overland" ? "overland" : "straight",
    breaks: parseBreaks(data["breaks"]),
  };
}
