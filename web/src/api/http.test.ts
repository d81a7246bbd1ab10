import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fetchPatiently } from "./http";

/** Answers in turn. */
function server(...answers: readonly Response[]): ReturnType<typeof vi.fn> {
  const rest = [...answers];
  const fetched = vi.fn(() => Promise.resolve(rest.shift() ?? new Response("", { status: 500 })));
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

const busy = (after: string): Response =>
  new Response("", { status: 429, headers: { "Retry-After": after } });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a quota that is used up", () => {
  it("is waited for as long as the server says", async () => {
    const fetched = server(busy("2"), new Response("da"));
    const answer = fetchPatiently("/planung", {}, new AbortController().signal);
    await vi.advanceTimersByTimeAsync(1900);
    expect(fetched).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(await (await answer).text()).toBe("da");
  });

  it("is told where the wait would be too long or is not named", async () => {
    for (const after of ["3600", "", "bald"]) {
      server(busy(after));
      expect((await fetchPatiently("/planung", {}, new AbortController().signal)).status).toBe(429);
    }
  });

  it("is no longer waited for when something newer is asked", async () => {
    server(busy("5"), new Response("alt"));
    const request = new AbortController();
    const answer = fetchPatiently("/planung", {}, request.signal);
    const refused = expect(answer).rejects.toThrow();
    await vi.advanceTimersByTimeAsync(10);
    request.abort();
    await refused;
  });
});
