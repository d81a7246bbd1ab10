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

/** Longest wait for a quota that is used up; beyond it the person is told. */
const PATIENCE_S = 30;

/**
 * Fetches from our own origin; where the server says that this browser has asked too much for the moment (429), it
 * waits as long as the server asks for, once more and again, unless that is too long.
 */
export async function fetchPatiently(
  url: URL | string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Response> {
  for (;;) {
    const response = await fetch(url, { headers, signal });
    const wait = Number(response.headers.get("Retry-After"));
    if (response.status !== 429 || !(wait > 0 && wait <= PATIENCE_S)) {
      return response;
    }
    await pause(wait * 1000, signal);
  }
}

/** Waits, or rejects as soon as `signal` says so. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal.addEventListener("abort", stop, { once: true });
  });
}
