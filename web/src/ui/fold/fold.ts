/** Below this width a long form begins folded. */
const PHONE = "(width < 40rem)";

/** Whether a part of a form stays open: the first one, and what asks for attention. */
export function staysOpen(at: number, part: Pick<Element, "querySelector">): boolean {
  return at === 0 || part.querySelector(".kern-error, [autofocus]") !== null;
}

/** Opens the folded parts that a place of the page lies in, so that a link to a field leads to it. */
function reveal(hash: string): void {
  let part = document.getElementById(hash.slice(1))?.closest("details");
  while (part) {
    part.open = true;
    part = part.parentElement?.closest("details");
  }
}

/** On the phone the parts of the entry's form begin folded; the page is the same without scripts, only longer. */
export function enableFolding(document: Document): void {
  const parts = document.querySelectorAll<HTMLDetailsElement>("details.mine-form__part");
  if (parts.length === 0) {
    return;
  }
  if (window.matchMedia(PHONE).matches) {
    for (const [at, part] of [...parts].entries()) {
      part.open = staysOpen(at, part);
    }
  }
  reveal(window.location.hash);
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link?.getAttribute("href")?.startsWith("#") === true) {
      reveal(link.hash);
    }
  });
}
