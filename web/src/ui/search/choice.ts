/** Where the choice in a list of `count` moves by a key; -1 is "none, what was typed". Null: the key does not move it. */
export function moved(key: string, choice: number, count: number): number | null {
  if (count === 0) {
    return null;
  }
  switch (key) {
    case "ArrowDown":
      return choice + 1 >= count ? -1 : choice + 1;
    case "ArrowUp":
      return choice < 0 ? count - 1 : choice - 1;
    default:
      return null;
  }
}
