import type { MapPoint } from "../state/atlas";
import type { AppConfig } from "../state/config";
import { themeMark } from "./icons";

/** What a list in a popup needs to know of an offer. */
export interface ListedOffer {
  readonly id: string;
  readonly service: string;
  readonly name: string;
  readonly theme: string;
}

/** The page of an entry in the language of the page, with the search kept so that one finds back. */
export function entryHref(prefix: string, service: string, query: string): string {
  const path = `${prefix}/angebote/${encodeURIComponent(service)}`;
  return query === "" ? path : `${path}?${query}`;
}

/** The popup of one offer. */
export function offerPopup(config: AppConfig, offer: MapPoint, query: string): HTMLElement {
  const popup = element("div", "map-popup");
  popup.append(element("p", "map-popup__title", offer.name));
  const category = config.categories[offer.category]?.label ?? "";
  const approx = offer.approx === true ? config.messages.text("js-approx") : "";
  const meta = [category, offer.org ?? "", offer.place ?? "", approx].filter((part) => part !== "");
  popup.append(element("p", "map-popup__meta", meta.join(" · ")));
  popup.append(
    link(
      "map-popup__action",
      entryHref(config.prefix, offer.service, query),
      config.messages.text("js-open-entry"),
    ),
  );
  return popup;
}

/** The popup of several offers at one place. */
export function listPopup(
  config: AppConfig,
  title: string,
  offers: readonly ListedOffer[],
  query: string,
): HTMLElement {
  const popup = element("div", "map-popup");
  popup.append(element("p", "map-popup__title", title));
  const list = element("ul", "map-popup__list");
  for (const offer of offers) {
    const item = element("li", "map-popup__item");
    item.append(
      themeMark(config, config.themes[offer.theme]),
      link("", entryHref(config.prefix, offer.service, query), offer.name),
    );
    list.append(item);
  }
  // It scrolls, so it must be reachable by keyboard.
  list.tabIndex = 0;
  list.setAttribute("aria-label", title);
  popup.append(list);
  return popup;
}

function element(name: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function link(className: string, href: string, text: string): HTMLAnchorElement {
  const made = document.createElement("a");
  made.className = className === "" ? "kern-link" : `kern-link ${className}`;
  made.href = href;
  made.textContent = text;
  return made;
}
