import { splitLanguage, wayOf } from "./rules";

/** Pages on which nothing is registered: they are in somebody else's frame, or somebody's own. */
function isForEverybody(page: Window): boolean {
  const url = new URL(page.location.href);
  return (
    page.self === page.top && wayOf({ method: "GET", navigates: true, url, origin: url.origin }) === "page"
  );
}

/** Who asks to save data is not given a megabyte unasked. */
function savesData(page: Window): boolean {
  const { connection } = page.navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

/** Starts the worker when the page has all it needs, and has it keep the data in the page's language. */
export function keepForOffline(page: Window): void {
  if (!("serviceWorker" in page.navigator) || !isForEverybody(page) || savesData(page)) {
    return;
  }
  const start = async (): Promise<void> => {
    try {
      await page.navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
      const { active } = await page.navigator.serviceWorker.ready;
      active?.postMessage({ keep: splitLanguage(page.location.pathname).language });
    } catch {
      // Refused (a private window, no room): everything works as before, only not offline.
    }
  };
  const whenQuiet = (): void => {
    page.setTimeout(() => void start(), 1500);
  };
  if (page.document.readyState === "complete") {
    whenQuiet();
  } else {
    page.addEventListener("load", whenQuiet, { once: true });
  }
}
