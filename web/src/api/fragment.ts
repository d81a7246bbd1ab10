import { HttpError } from "./http";

/** The two parts of a page that a change of filters replaces, and the canonical address they stand for. */
export interface ResultsFragment {
  readonly url: URL;
  readonly results: HTMLElement;
  readonly facets: HTMLElement | null;
}

/** Fetches the list of hits for a page address; redirects to the canonical address are followed. */
export async function fetchFragment(url: URL, signal: AbortSignal): Promise<ResultsFragment> {
  const response = await fetch(url, {
    headers: { "Sozialatlas-Fragment": "treffer", Accept: "text/html" },
    signal,
  });
  if (!response.ok) {
    throw new HttpError(response.status, url.href);
  }
  const html = new DOMParser().parseFromString(await response.text(), "text/html");
  const results = html.getElementById("treffer");
  if (results === null) {
    throw new Error(`no results in the answer for ${url.href}`);
  }
  return { url: new URL(response.url || url.href, url), results, facets: html.getElementById("facetten") };
}
