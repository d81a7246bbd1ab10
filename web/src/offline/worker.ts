// The service worker. It keeps what `/_/offline.json` lists, answers from there when the internet is gone, and touches
// nothing that belongs to a person (`rules.ts`). A newer version of it takes over at once: pages do not depend on it.
import { searchToRemember, splitLanguage, wayOf } from "./rules";

interface Lasting extends Event {
  waitUntil(until: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response> | Response): void;
}
interface Told extends Lasting {
  readonly data: unknown;
}
interface Worker {
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: Lasting) => void): void;
  addEventListener(type: "fetch", listener: (event: Fetching) => void): void;
  addEventListener(type: "message", listener: (event: Told) => void): void;
}

/** What is needed here of what is kept. */
interface Listed {
  readonly version: string;
  readonly page: string;
  readonly pages: readonly string[];
  readonly assets: readonly string[];
  readonly backdrop: string;
  readonly map: unknown;
  readonly discreet: readonly string[];
}

const worker = self as unknown as Worker;
/** Another name when what is kept changes its shape: the old store is then dropped whole. */
const STORE = "sozialatlas-2";
/** Where the last search is noted; no address of the server. */
const LAST = "/_/offline/last";

const dataAddress = (language: string): string => `${language === "" ? "" : `/${language}`}/_/offline.json`;

/** Without cookies: what is kept is the same for everybody. */
const fetchPublic = (address: string): Promise<Response> =>
  fetch(address, { credentials: "omit", cache: "no-cache" });

async function listed(store: Cache, language: string): Promise<Listed | null> {
  const answer = await store.match(dataAddress(language));
  return answer === undefined ? null : ((await answer.json()) as Listed);
}

/** Fetches what is new, then lets go of what is no longer listed. Half a fetch changes nothing. */
async function keep(language: string): Promise<void> {
  const store = await caches.open(STORE);
  const answer = await fetchPublic(dataAddress(language));
  if (!answer.ok) {
    return;
  }
  const next = (await answer.clone().json()) as Listed;
  const before = await listed(store, language);
  if (before?.version === next.version) {
    return;
  }
  const files = [...next.assets, next.backdrop];
  const missing: string[] = [];
  for (const file of files) {
    if ((await store.match(file)) === undefined) {
      missing.push(file);
    }
  }
  const fetched = await Promise.all(
    [...missing, ...next.pages].map(async (file) => [file, await fetchPublic(file)] as const),
  );
  if (fetched.some(([, response]) => !response.ok)) {
    return;
  }
  await Promise.all(fetched.map(([file, response]) => store.put(file, response)));
  await store.put(dataAddress(language), answer);
  await dropUnlisted(store, before, files);
}

/** Drops files of the last version, unless another language still lists them. */
async function dropUnlisted(store: Cache, before: Listed | null, files: readonly string[]): Promise<void> {
  const old = before === null ? [] : [...before.assets, before.backdrop];
  const others = new Set<string>();
  for (const { url } of await store.keys()) {
    const { language, rest } = splitLanguage(new URL(url).pathname);
    const list = rest === "/_/offline.json" ? await listed(store, language) : null;
    for (const file of list === null ? [] : [...list.assets, list.backdrop]) {
      others.add(file);
    }
  }
  const drop = old.filter((file) => !files.includes(file) && !others.has(file));
  await Promise.all(drop.map((file) => store.delete(file)));
}

/** From the store, else from the server. */
async function fromStore(request: Request): Promise<Response> {
  const store = await caches.open(STORE);
  return (await store.match(request.url)) ?? fetch(request);
}

/** From the server; without internet from the store. */
async function fromServer(
  request: Request,
  fallback: (store: Cache) => Promise<Response | undefined>,
): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await fallback(await caches.open(STORE));
    if (kept === undefined) {
      throw error;
    }
    return kept;
  }
}

/** The page itself if it is one of those kept, else the page that reads the data. */
async function pageWithoutInternet(store: Cache, url: URL): Promise<Response | undefined> {
  const own = await store.match(url.pathname);
  if (own !== undefined) {
    return own;
  }
  const { language } = splitLanguage(url.pathname);
  const list = (await listed(store, language)) ?? (await listed(store, ""));
  return list === null ? undefined : store.match(list.page);
}

async function remember(url: URL, answer: Response): Promise<void> {
  const store = await caches.open(STORE);
  const list = await listed(store, splitLanguage(url.pathname).language);
  const search =
    list === null || !answer.ok
      ? null
      : searchToRemember(url, list.discreet, answer.headers.get("cache-control"));
  if (search !== null) {
    await store.put(LAST, new Response(search));
  }
}

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener("activate", (event) => {
  const tidy = async (): Promise<void> => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== STORE).map((name) => caches.delete(name)));
    await worker.clients.claim();
  };
  event.waitUntil(tidy());
});

worker.addEventListener("message", (event) => {
  const told = event.data as { readonly keep?: unknown } | null;
  if (typeof told?.keep === "string" && /^[a-z]*$/.test(told.keep)) {
    // A store that is full or refused: the site works as it would without a worker.
    event.waitUntil(keep(told.keep).catch(() => undefined));
  }
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const way = wayOf({
    method: request.method,
    navigates: request.mode === "navigate",
    url,
    origin: self.location.origin,
  });
  if (way === "asset" || way === "backdrop") {
    event.respondWith(fromStore(request));
  } else if (way === "data") {
    event.respondWith(fromServer(request, (store) => store.match(url.pathname)));
  } else if (way === "map") {
    const drawn = async (store: Cache): Promise<Response | undefined> => {
      const list = await listed(store, splitLanguage(url.pathname).language);
      return list === null ? undefined : Response.json(list.map);
    };
    event.respondWith(fromServer(request, drawn));
  } else if (way === "page") {
    const answered = fromServer(request, (store) => pageWithoutInternet(store, url));
    event.respondWith(answered);
    event.waitUntil(answered.then((answer) => remember(url, answer)).catch(() => undefined));
  }
});
