import { afterEach, describe, expect, it, vi } from "vitest";
import { waitsToBeSeen, whenSeen } from "./seen";

type Told = (entries: readonly { isIntersecting: boolean }[]) => void;

/** As much of an observer as is needed: it tells what the test says. */
class Observer {
  static last: Observer | undefined;
  readonly disconnect = vi.fn();
  readonly observe = vi.fn();
  constructor(readonly tell: Told) {
    Observer.last = this;
  }
}

afterEach(() => vi.unstubAllGlobals());

describe("what is started when it is seen", () => {
  it("is started once, and not before", () => {
    vi.stubGlobal("IntersectionObserver", Observer);
    const act = vi.fn();
    const place = {} as Element;
    whenSeen(place, act);
    expect(Observer.last?.observe).toHaveBeenCalledWith(place);
    Observer.last?.tell([{ isIntersecting: false }]);
    expect(act).not.toHaveBeenCalled();
    Observer.last?.tell([{ isIntersecting: false }, { isIntersecting: true }]);
    expect(act).toHaveBeenCalledTimes(1);
    expect(Observer.last?.disconnect).toHaveBeenCalledTimes(1);
  });

  it("is the map of a page that people read, never one of a form", () => {
    expect(["start", "service", "picker", "areas", "municipality", undefined].map(waitsToBeSeen)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
