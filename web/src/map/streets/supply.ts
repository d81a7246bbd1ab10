/** Which tiles of a map are there, and which could not be had. */
export class Supply {
  readonly #shown = new Set<string>();
  readonly #missing = new Set<string>();
  /** When the last attempt failed, in milliseconds. */
  #failedAt = 0;

  /** Tiles that can be seen. */
  get shown(): number {
    return this.#shown.size;
  }

  /** Tiles that could not be had. */
  get missing(): number {
    return this.#missing.size;
  }

  came(tile: string): void {
    this.#missing.delete(tile);
    this.#shown.add(tile);
  }

  failed(tile: string, now: number): void {
    this.#shown.delete(tile);
    this.#missing.add(tile);
    this.#failedAt = now;
  }

  /** A tile that the map no longer shows. */
  left(tile: string): void {
    this.#shown.delete(tile);
    this.#missing.delete(tile);
  }

  /** Whether what is missing may be asked for again, this long after the last failure. */
  isTimeToTry(now: number, after: number): boolean {
    return this.#missing.size > 0 && now - this.#failedAt >= after;
  }
}
