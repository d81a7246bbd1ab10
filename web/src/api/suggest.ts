import { fetchJson } from "./http";

/** A text to go on with while somebody types. */
export interface Suggestion {
  readonly text: string;
  readonly kind: "category" | "place" | "entry" | "organization";
  /** The category that an everyday word stands for. */
  readonly category?: string;
}

/** What may be meant by an unfinished text; words of the server's own index, told in the language of `prefix`. */
export async function fetchSuggestions(
  prefix: string,
  text: string,
  signal: AbortSignal,
): Promise<readonly Suggestion[]> {
  const answer = await fetchJson(`${prefix}/_/suche/vorschlaege?q=${encodeURIComponent(text)}`, signal);
  return (answer as { suggestions: readonly Suggestion[] }).suggestions;
}
