/** Most offers on a list; the server shows no more (`src/http/pages/saved`). */
export const MOST = 50;

const KEY = "sozialatlas-saved";
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What became of an attempt to keep something on the device. */
export type Kept = "kept" | "full" | "refused";

/** The list of offers kept on this device, and nowhere else. */
export interface SavedList {
  /** The offers in the order in which they were kept. */
  ids(): readonly string[];
  /** Whether the device lets us keep anything at all. */
  refused(): boolean;
  add(id: string): Kept;
  remove(id: string): void;
  /** Puts another list in its place; an empty one leaves no trace. */
  replace(ids: readonly string[]): Kept;
}

/** The address of a list; `prefix` is that of the page's language. */
export function address(prefix: string, ids: readonly string[]): string {
  const path = `${prefix}/merkliste`;
  return ids.length === 0 ? path : `${path}?ids=${ids.join(",")}`;
}

/** Whether two lists hold the same offers, in whatever order. */
export function sameOffers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

/** A list over the storage of the device; where that is refused (private mode), an empty one that says so. */
export function createSavedList(storage: () => Storage): SavedList {
  const read = (): readonly string[] => {
    try {
      const stored: unknown = JSON.parse(storage().getItem(KEY) ?? "[]");
      const ids = Array.isArray(stored) ? stored : [];
      return [...new Set(ids.filter((id): id is string => typeof id === "string" && ID.test(id)))].slice(
        0,
        MOST,
      );
    } catch {
      return [];
    }
  };
  const write = (ids: readonly string[]): Kept => {
    try {
      if (ids.length === 0) {
        storage().removeItem(KEY);
      } else {
        storage().setItem(KEY, JSON.stringify(ids));
      }
      return "kept";
    } catch {
      return "refused";
    }
  };
  return {
    ids: read,
    refused() {
      try {
        const probe = `${KEY}-probe`;
        storage().setItem(probe, "1");
        storage().removeItem(probe);
        return false;
      } catch {
        return true;
      }
    },
    add(id) {
      const ids = read();
      if (ids.includes(id)) {
        return "kept";
      }
      return ids.length >= MOST ? "full" : write([...ids, id]);
    },
    remove(id) {
      write(read().filter((other) => other !== id));
    },
    replace(ids) {
      return write([...new Set(ids)].slice(0, MOST));
    },
  };
}
