/**
 * The address that a plain click on a link inside one of these parts leads to, where that is this page with another
 * question; the caller loads it in place. Null for every other click, which the browser follows.
 */
export function questionLink(event: MouseEvent, parts: string): URL | null {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (
    !plain ||
    event.defaultPrevented ||
    link === null ||
    link.target !== "" ||
    link.hasAttribute("download")
  ) {
    return null;
  }
  const url = new URL(link.href, window.location.href);
  const here = url.origin === window.location.origin && url.pathname === window.location.pathname;
  return here && url.hash === "" && link.closest(parts) !== null ? url : null;
}

/** What is unfolded stays so when a part is replaced. */
export function keepOpen(before: Element, after: Element): void {
  const open = [...before.querySelectorAll("details")].map((details) => details.open);
  for (const [index, details] of after.querySelectorAll("details").entries()) {
    details.open = open[index] ?? details.open;
  }
}

/** Loads the question links of these parts in place, also when a person goes back or forward. */
export function followQuestions(parts: string, load: (url: URL, how: "history" | "push") => unknown): void {
  document.addEventListener("click", (event) => {
    const url = questionLink(event, parts);
    if (url !== null) {
      event.preventDefault();
      void load(url, "push");
    }
  });
  window.addEventListener("popstate", () => void load(new URL(window.location.href), "history"));
}
