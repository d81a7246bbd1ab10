/** Says something to screen readers without moving the focus. */
export interface Announcer {
  say(text: string): void;
}

/** Adds the one status region of the page. */
export function createAnnouncer(page: Document): Announcer {
  const region = page.createElement("div");
  region.className = "kern-sr-only";
  region.setAttribute("role", "status");
  page.body.append(region);
  return {
    say(text) {
      region.textContent = text;
    },
  };
}
