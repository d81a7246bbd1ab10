/** So many presses of a key in a row leave the page. */
const PRESSES = 3;
/** A row must not take longer than this, in milliseconds. */
const WITHIN = 3000;

/** Counts presses of a key in a row: true with the last of them. */
export class Presses {
  #times: number[] = [];

  /** Takes in a press at a time in milliseconds. */
  press(now: number): boolean {
    this.#times = [...this.#times.filter((time) => now - time <= WITHIN), now];
    return this.#times.length >= PRESSES;
  }

  /** Another key came between. */
  forget(): void {
    this.#times = [];
  }
}
