/** A request that got an answer other than success. */
export class HttpError extends Error {
  /** The status code of the answer. */
  readonly status: number;

  constructor(status: number, url: string) {
    super(`${status} for ${url}`);
    this.name = "HttpError";
    this.status = status;
  }
}

/** Whether an error only says that a newer request replaced this one. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

/** Fetches JSON from our own origin; rejects with [HttpError] on any status but success. */
export async function fetchJson(url: string, signal?: AbortSignal): Promise<unknown> {
  const response = await fetch(url, {
    headers: { Accept: "application/json" },
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) {
    throw new HttpError(response.status, url);
  }
  return response.json();
}
