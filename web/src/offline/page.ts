import { type Atlas, createAtlas } from "../state/atlas";
import type { AppConfig } from "../state/config";
import { isOld, type Kept, type KeptEntry, KeptSearch, type TranslatedText } from "./data";
import { splitLanguage } from "./rules";

/** Entries shown before more are asked for. */
const PAGE = 50;

/** The page that reads what this device has kept: a list with a search, or one entry. */
export async function startOfflinePage(main: HTMLElement, config: AppConfig): Promise<void> {
  const words = part<HTMLTemplateElement>(main, "offline-words").dataset;
  const state = part(main, "offline-state");
  const kept = await read(main.dataset["kept"] ?? "");
  if (kept === null) {
    state.textContent = words["missing"] ?? "";
    return;
  }
  const old = isOld(kept.made, new Date()) ? ` ${words["old"] ?? ""}` : "";
  state.textContent = kept.made_words + old;
  const search = new KeptSearch(kept);
  const address = new URL(window.location.href);
  const { rest } = splitLanguage(address.pathname);
  const id = /^\/angebote\/([0-9a-f-]{36})$/.exec(rest)?.[1];
  if (id !== undefined) {
    showEntry(main, search, search.sites(id), words, config);
    return;
  }
  if (!["/", "/liste", "/offline"].includes(rest)) {
    state.textContent = `${words["nothing"] ?? ""} ${state.textContent}`;
  }
  await new List(main, kept, search, config).start(address);
}

async function read(address: string): Promise<Kept | null> {
  try {
    const answer = await fetch(address);
    return answer.ok ? ((await answer.json()) as Kept) : null;
  } catch {
    return null;
  }
}

/** The part of the page with this mark; the template has all of them. */
function part<E extends HTMLElement = HTMLElement>(main: HTMLElement, name: string): E {
  const found = main.querySelector<E>(`[data-js="${name}"]`);
  if (found === null) {
    throw new Error(`the page lacks ${name}`);
  }
  return found;
}

/** An element with text and classes. */
function element(name: string, text = "", className = ""): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  if (className !== "") {
    made.className = className;
  }
  return made;
}

function link(href: string, text: string): HTMLAnchorElement {
  const made = document.createElement("a");
  made.className = "kern-link";
  made.href = href;
  made.textContent = text;
  return made;
}

/** The words of an entry are German, whatever the page is in, unless somebody has translated them. */
function german(made: HTMLElement, entry?: KeptEntry, text?: TranslatedText): HTMLElement {
  const translated = text !== undefined && entry?.translated?.includes(text) === true;
  if (document.documentElement.lang !== "de" && !translated) {
    made.lang = "de";
    made.dir = "ltr";
  }
  return made;
}

/** What a form asks for; empty fields ask for nothing. */
function asked(form: HTMLFormElement): URLSearchParams {
  const query = new URLSearchParams();
  for (const [word, value] of new FormData(form)) {
    if (typeof value === "string" && value !== "") {
      query.set(word, value);
    }
  }
  return query;
}

/** Shows in the form what an address asks for, as far as its fields can. */
function fillIn(form: HTMLFormElement, query: URLSearchParams): void {
  const folded = form.querySelector("details");
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[name]")) {
    const value = query.getAll(field.name).join(",");
    const fits = field instanceof HTMLInputElement || [...field.options].some((one) => one.value === value);
    if (value !== "" && fits) {
      field.value = value;
      if (folded?.contains(field)) {
        folded.open = true;
      }
    }
  }
}

/** The list with its search, its filters and its map. */
class List {
  readonly #main: HTMLElement;
  readonly #search: KeptSearch;
  readonly #kept: Kept;
  readonly #config: AppConfig;
  #atlas: Atlas | null = null;
  #query = new URLSearchParams();
  #found: readonly KeptEntry[] = [];
  #shown = 0;

  constructor(main: HTMLElement, kept: Kept, search: KeptSearch, config: AppConfig) {
    this.#main = main;
    this.#kept = kept;
    this.#search = search;
    this.#config = config;
  }

  async start(address: URL): Promise<void> {
    const form = part<HTMLFormElement>(this.#main, "offline-search");
    const more = part(this.#main, "offline-more");
    form.hidden = false;
    part(this.#main, "offline-results").hidden = false;
    part(this.#main, "offline-left-out").hidden = this.#kept.left_out === 0;
    fillIn(form, address.searchParams);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#ask(asked(form));
      part(this.#main, "offline-count").focus();
    });
    more.addEventListener("click", () => this.#showMore(true));
    this.#ask(address.searchParams);
    this.#offerMap(part<HTMLDetailsElement>(this.#main, "offline-map"));
    await this.#offerLastSearch(form);
  }

  #ask(query: URLSearchParams): void {
    this.#query = this.#search.known(query);
    this.#found = this.#search.find(query);
    this.#shown = 0;
    part(this.#main, "offline-list").replaceChildren();
    part(this.#main, "offline-asks-more").hidden = !this.#search.asksMore(query);
    const { messages } = this.#config;
    const count = this.#found.length;
    part(this.#main, "offline-count").textContent =
      count === 0 ? messages.text("js-results-none") : messages.plural("js-results", count);
    this.#showMore(false);
    this.#atlas?.query.set(this.#query.toString());
  }

  /** The map comes when somebody opens it; where there is room it is open from the first. */
  #offerMap(box: HTMLDetailsElement): void {
    const start = async (): Promise<void> => {
      const place = box.querySelector<HTMLElement>(".map");
      if (!box.open || place === null || this.#atlas !== null) {
        return;
      }
      const own = createAtlas(this.#config, this.#query.toString());
      this.#atlas = { ...own, mapData: () => Promise.resolve(this.#search.drawn(this.#found)) };
      place.dataset["map"] = "start";
      const { startMap } = await import("../map/start");
      startMap(place, this.#atlas);
    };
    box.hidden = false;
    box.addEventListener("toggle", () => void start());
    box.open = window.matchMedia("(min-width: 56rem)").matches;
  }

  #showMore(withFocus: boolean): void {
    const list = part(this.#main, "offline-list");
    const cards = this.#found.slice(this.#shown, this.#shown + PAGE).map((entry) => this.#card(entry));
    list.append(...cards);
    this.#shown += cards.length;
    part(this.#main, "offline-more").hidden = this.#shown >= this.#found.length;
    if (withFocus) {
      cards[0]?.querySelector("a")?.focus();
    }
  }

  #card(entry: KeptEntry): HTMLElement {
    const item = element("li", "", "results__item");
    const card = element("article", "", "offer-card offline-card");
    const title = german(element("h3", "", "offer-card__title"), entry, "name");
    title.append(link(`${this.#config.prefix}/angebote/${entry.id}`, entry.name));
    const kind = [this.#search.label(entry.category), entry.organization].filter(Boolean).join(" · ");
    card.append(title, element("p", kind, "offer-card__category"), element("p", entry.place));
    const phone = entry.phones?.[0];
    if (phone !== undefined) {
      const line = element("p");
      line.append(link(phone.href, phone.number));
      card.append(line);
    }
    item.append(card);
    return item;
  }

  /** The search that was made last with internet, if the worker remembers one. */
  async #offerLastSearch(form: HTMLElement): Promise<void> {
    const last = await caches.match("/_/offline/last").catch(() => undefined);
    const address = await last?.text();
    const words = part<HTMLTemplateElement>(this.#main, "offline-words").dataset;
    if (address?.startsWith("/") && !address.startsWith("//")) {
      const line = element("p", "", "kern-body");
      line.append(link(address, words["last"] ?? ""));
      form.after(line);
    }
  }
}

/** One entry with all its sites. */
function showEntry(
  main: HTMLElement,
  search: KeptSearch,
  sites: readonly KeptEntry[],
  words: DOMStringMap,
  config: AppConfig,
): void {
  const title = part(main, "offline-title");
  const article = part(main, "offline-entry");
  const back = element("p", "", "kern-body");
  back.append(link(`${config.prefix}/liste`, words["back"] ?? ""));
  article.hidden = false;
  const [first] = sites;
  if (first === undefined) {
    article.append(element("p", words["nothing"] ?? "", "kern-body"), back);
    return;
  }
  german(title, first, "name").textContent = first.name;
  document.title = first.name;
  for (const site of sites) {
    if (sites.length > 1) {
      const own = site.name !== first.name;
      article.append(german(element("h2", own ? site.name : site.place), site, own ? "name" : undefined));
    }
    article.append(facts(site, search.label(site.category), words, sites.length > 1 ? "h3" : "h2"));
  }
  article.append(back);
  title.focus();
}

/** What is known of a site, each under its name. */
function facts(site: KeptEntry, category: string, words: DOMStringMap, heading: "h2" | "h3"): HTMLElement {
  const all = element("div");
  const own = (text: string, name: TranslatedText): HTMLElement =>
    german(element("p", text, "kern-body"), site, name);
  const block = (name: string | undefined, content: readonly (HTMLElement | false | undefined)[]): void => {
    const there = content.filter((one) => one instanceof HTMLElement);
    if (there.length > 0) {
      all.append(element(heading, name ?? "", "offline__block"), ...there);
    }
  };
  const linked = (href: string, text: string): HTMLElement => {
    const line = element("p", "", "kern-body");
    line.append(link(href, text));
    return line;
  };
  all.append(element("p", [category, site.organization].filter(Boolean).join(" · "), "kern-body"));
  if (site.text) {
    all.append(own(site.text, "text"));
  }
  block(words["contact"], [
    ...(site.phones ?? []).map((phone) => linked(phone.href, phone.number)),
    site.email !== undefined && linked(`mailto:${site.email}`, site.email),
    site.website !== undefined && linked(site.website, site.website),
  ]);
  block(words["hours"], [
    site.hours !== undefined && hoursTable(site.hours, words["hoursFrom"] ?? ""),
    site.appointment === true && element("p", words["appointment"] ?? "", "kern-body"),
    site.hours_text !== undefined && own(site.hours_text, "hours_text"),
  ]);
  block(words["forWhom"], [
    (site.for_whom ?? []).length > 0 && own((site.for_whom ?? []).join(", "), "for_whom"),
    site.ages !== undefined && element("p", site.ages, "kern-body"),
  ]);
  block(words["anonymous"], [site.anonymous !== undefined && element("p", site.anonymous, "kern-body")]);
  block(words["cost"], [site.cost !== undefined && own(site.cost, "cost")]);
  block(words["languages"], [site.languages !== undefined && element("p", site.languages, "kern-body")]);
  block(words["access"], [site.access !== undefined && element("p", site.access, "kern-body")]);
  block(words["where"], [
    german(
      element(
        "p",
        (site.address ?? []).length > 0 ? (site.address ?? []).join(", ") : site.place,
        "kern-body",
      ),
    ),
    site.route !== undefined && linked(site.route, words["route"] ?? ""),
  ]);
  block(words["standing"], [element("p", site.standing, "kern-body")]);
  return all;
}

function hoursTable(hours: readonly (readonly [string, string])[], caption: string): HTMLElement {
  const table = element("table", "", "hours");
  table.append(element("caption", caption));
  for (const [day, open] of hours) {
    const row = element("tr");
    const head = element("th", day);
    head.setAttribute("scope", "row");
    row.append(head, element("td", open));
    table.append(row);
  }
  return table;
}
