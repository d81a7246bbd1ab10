import { Presses } from "./presses";

/**
 * Lets a page about violence be left at once, by its link or by pressing Esc three times. The page is replaced in the
 * history, so that "back" does not lead to it again. Without this script the link works as a link.
 */
export function enableQuickExit(page: Document): void {
  const link = page.querySelector<HTMLAnchorElement>("a[data-js=quick-exit]");
  if (link === null) {
    return;
  }
  const leave = (): void => {
    // What is on the screen vanishes now, not only when the other site has answered.
    page.body.hidden = true;
    page.title = "";
    window.location.replace(link.href);
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  const presses = new Presses();
  // Caught before fields and dialogs see it: in danger nothing may swallow it.
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape") {
        presses.forget();
      } else if (!event.repeat && presses.press(event.timeStamp)) {
        event.preventDefault();
        leave();
      }
    },
    { capture: true },
  );
}
