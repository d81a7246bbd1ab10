/** How far below the screen something begins to be there, so that who scrolls to it does not wait. */
const AHEAD = "300px";

/**
 * Whether a map is only fetched once it is about to be seen: the one beside the list, which a phone hides until it is
 * asked for, and the small one far down an entry. Maps that are part of a form are there at once.
 */
export function waitsToBeSeen(kind: string | undefined): boolean {
  return kind === "start" || kind === "service";
}

/** Does something once, as soon as a place on the page is on the screen or nearly so. */
export function whenSeen(place: Element, act: () => void): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) {
        observer.disconnect();
        act();
      }
    },
    { rootMargin: AHEAD },
  );
  observer.observe(place);
}
