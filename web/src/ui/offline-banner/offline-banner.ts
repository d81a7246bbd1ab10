import type { AppConfig } from "../../state/config";

/** Says on every page when the internet is gone, and where to read on. */
export function showWhenOffline(page: Window, config: AppConfig): void {
  const { document } = page;
  const banner = document.createElement("p");
  banner.className = "offline-banner";
  banner.setAttribute("role", "status");
  const show = (): void => {
    const link = document.createElement("a");
    link.href = `${config.prefix}/offline`;
    link.textContent = config.messages.text("js-offline-link");
    banner.replaceChildren(`${config.messages.text("js-offline-banner")} `, link);
  };
  const hide = (): void => banner.replaceChildren();
  document.getElementById("inhalt")?.before(banner);
  if (!page.navigator.onLine) {
    show();
  }
  page.addEventListener("offline", show);
  page.addEventListener("online", hide);
}
