/** A value that tells its listeners when it changes. */
export interface Signal<T> {
  get(): T;
  set(value: T): void;
  /** Calls `listener` on every change with the new and the old value; the result ends it. */
  subscribe(listener: (value: T, before: T) => void): () => void;
}

/** Makes a signal; setting an equal value (by `Object.is`) tells nobody. */
export function createSignal<T>(initial: T): Signal<T> {
  let current = initial;
  const listeners = new Set<(value: T, before: T) => void>();
  return {
    get: () => current,
    set(value) {
      if (!Object.is(value, current)) {
        const before = current;
        current = value;
        for (const listener of [...listeners]) {
          listener(value, before);
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
