import type { Messages } from "../../i18n/messages";
import type { Announcer } from "../announcer/announcer";

/** Shows the buttons "share" and "print", which need a script to do anything. */
export function enableShareAndPrint(messages: Messages, announcer: Announcer): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-js=print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-js=share]")) {
    button.hidden = false;
    button.addEventListener("click", () => void share(button, messages, announcer));
  }
}

async function share(button: HTMLButtonElement, messages: Messages, announcer: Announcer): Promise<void> {
  const page = { title: document.title, url: window.location.href };
  try {
    if (typeof navigator.share === "function") {
      await navigator.share(page);
      return;
    }
    await navigator.clipboard.writeText(page.url);
    confirm(button, messages.text("js-link-copied"), announcer);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "AbortError")) {
      confirm(button, messages.text("js-share-failed"), announcer);
    }
  }
}

/** Shows the outcome in place of the button's label for a while, and says it. */
function confirm(button: HTMLButtonElement, text: string, announcer: Announcer): void {
  announcer.say(text);
  const label = button.querySelector(".kern-label");
  if (label !== null && !button.dataset["label"]) {
    button.dataset["label"] = label.textContent ?? "";
    label.textContent = text;
    window.setTimeout(() => {
      label.textContent = button.dataset["label"] ?? "";
      delete button.dataset["label"];
    }, 4000);
  }
}
