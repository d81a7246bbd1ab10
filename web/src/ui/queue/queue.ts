/** Under which name the browser keeps that somebody does not want the keys. */
const STORED = "queue-keys";

/** What a key means in the list of all that waits. */
export type QueueKey = "next" | "previous" | "choose";

/** The meaning of a key, unless it belongs to something else: a shortcut of the browser, or a field that is typed in. */
export function meaningOf(event: KeyboardEvent): QueueKey | null {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return null;
  }
  const target = event.target;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) {
    return null;
  }
  if (target instanceof HTMLInputElement && target.type !== "checkbox") {
    return null;
  }
  switch (event.key.toLowerCase()) {
    case "j":
      return "next";
    case "k":
      return "previous";
    case "x":
      return "choose";
    default:
      return null;
  }
}

/** Where to go from the line at `current` (-1 = from outside): never beyond the ends. */
export function lineAfter(current: number, key: "next" | "previous", lines: number): number {
  if (current < 0) {
    return key === "next" ? 0 : lines - 1;
  }
  return Math.min(Math.max(current + (key === "next" ? 1 : -1), 0), lines - 1);
}

/** J and K move through the list, X chooses a line; Enter follows the link by itself. Can be switched off. */
export function enableQueueKeys(document: Document): void {
  const queue = document.querySelector<HTMLElement>("[data-queue]");
  const help = queue?.querySelector<HTMLElement>("[data-js=keys]");
  const wanted = help?.querySelector<HTMLInputElement>("#keys-on");
  if (!queue || !help || !wanted) {
    return;
  }
  help.hidden = false;
  wanted.checked = readWanted();
  wanted.addEventListener("change", () => keepWanted(wanted.checked));
  const links = [...queue.querySelectorAll<HTMLAnchorElement>("[data-case]")];
  const rows = links.map((link) => link.closest("tr"));
  document.addEventListener("keydown", (event) => {
    const key = wanted.checked ? meaningOf(event) : null;
    if (key === null || links.length === 0) {
      return;
    }
    const current = rows.findIndex((row) => row?.contains(document.activeElement) === true);
    if (key === "choose") {
      const box = rows[current]?.querySelector<HTMLInputElement>("input[name=item]");
      box?.click();
      return;
    }
    event.preventDefault();
    const link = links[lineAfter(current, key, links.length)];
    link?.focus();
    link?.scrollIntoView({ block: "nearest" });
  });
}

function readWanted(): boolean {
  try {
    return window.localStorage.getItem(STORED) !== "off";
  } catch {
    // A browser that keeps nothing: the keys are on.
    return true;
  }
}

function keepWanted(on: boolean): void {
  try {
    window.localStorage.setItem(STORED, on ? "on" : "off");
  } catch {
    // It is forgotten with the page then.
  }
}
